/** Styles of bad rows: each as the author's own, with a colour behind it. */

const STYLES = 'xl/styles.xml'
const FILL = 'FFFFE1DC'

/** Adds coloured styles to a workbook as they are asked for. */
export class BadRowStyles {
  readonly #parts: Map<string, Uint8Array>
  readonly #xml: string
  readonly #formats: readonly string[]
  readonly #added: string[] = []
  readonly #places = new Map<string, number>()
  readonly #prefix: string
  readonly #fills: number

  /** @param parts of the workbook, by name */
  constructor(parts: Map<string, Uint8Array>) {
    this.#parts = parts
    this.#xml = new TextDecoder().decode(parts.get(STYLES) ?? new Uint8Array())
    const formats = /<((?:\w+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(this.#xml)
    this.#prefix = formats?.[1] ?? ''
    this.#formats = (formats?.[2] ?? '').match(/<(?:\w+:)?xf\b(?:[^>]*\/>|[\s\S]*?<\/(?:\w+:)?xf>)/g) ?? []
    const fills = /<(?:\w+:)?fills\b[^>]*>([\s\S]*?)<\/(?:\w+:)?fills>/.exec(this.#xml)?.[1] ?? ''
    this.#fills = fills.match(/<(?:\w+:)?fill(?:\s[^>]*)?\/?>/g)?.length ?? 0
  }

  /** Number of the coloured form of a style; `null` where the workbook has no styles. */
  coloured(style: number, wraps = false): number | null {
    const own = this.#formats[style] ?? this.#formats[0]
    if (own === undefined || this.#fills === 0) return null
    const key = `${style} ${wraps}`
    const known = this.#places.get(key)
    if (known !== undefined) return known
    const filled = own
      .replace(/\s(?:fillId|applyFill)="[^"]*"/g, '')
      .replace(/xf\b/, `xf fillId="${this.#fills}" applyFill="1"`)
    const place = this.#formats.length + this.#added.length
    this.#added.push(wraps ? this.#wrapped(filled) : filled)
    this.#places.set(key, place)
    return place
  }

  #wrapped(format: string): string {
    const open = /^<[^>]*?(?=\/?>)/.exec(format)?.[0].replace(/\sapplyAlignment="[^"]*"/, '') ?? ''
    const inside = `<${this.#prefix}alignment vertical="top" wrapText="1"/>`
    return `${open} applyAlignment="1">${inside}</${this.#prefix}xf>`
  }

  /** Puts the styles into the workbook. */
  write(): void {
    if (this.#added.length === 0) return
    const own = this.#prefix
    const fill =
      `<${own}fill><${own}patternFill patternType="solid"><${own}fgColor rgb="${FILL}"/>` +
      `<${own}bgColor indexed="64"/></${own}patternFill></${own}fill>`
    const counted = (xml: string, list: string, count: number, more: string) =>
      xml
        .replace(new RegExp(`<${own}${list}\\b[^>]*>`), `<${own}${list} count="${count}">`)
        .replace(`</${own}${list}>`, () => `${more}</${own}${list}>`)
    const withFill = counted(this.#xml, 'fills', this.#fills + 1, fill)
    const all = this.#formats.length + this.#added.length
    this.#parts.set(STYLES, new TextEncoder().encode(counted(withFill, 'cellXfs', all, this.#added.join(''))))
  }
}
