import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Blob, Face, Font, Variation } from 'harfbuzzjs'
import decompress from 'woff2-encoder/decompress'
import * as z from 'zod/mini'

/**
 * Outlines of Noto Sans SC (SIL Open Font Licence) from the files of `@fontsource-variable/noto-sans-sc`, so that images look
 * the same on every machine, whatever fonts it has. The font comes in about a hundred files by characters; each is opened
 * when one of its characters is asked for.
 */

const FOLDER = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'))
const UnicodeRangesSchema = z.record(z.string(), z.string())
const EM = 1000
const HALF = EM / 2
/** Drawn for a character that the font lacks; what printers set for a missing type. */
const MISSING = '〓'

interface Range {
  readonly first: number
  readonly last: number
  /** Part of the file's name: `117`, `latin`. */
  readonly file: string
}

/** From `{"[117]": "U+4e00-4e05,U+4e0a"}`. */
function readRanges(): Range[] {
  const text = readFileSync(join(FOLDER, 'unicode.json'), 'utf8')
  return Object.entries(UnicodeRangesSchema.parse(JSON.parse(text))).flatMap(([name, ranges]) =>
    ranges.split(',').map((range) => {
      const [first = '', last = first] = range.slice('U+'.length).split('-')
      return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16), file: name.replace(/[[\]]/g, '') }
    }),
  )
}

/** Marks with an empty right half, and marks with an empty left half: next to each other they share one (标点挤压). */
const OPEN_TO_RIGHT = /[，、。：；）》」』】〕]/u
const OPEN_TO_LEFT = /[（《〈「『【〔]/u

interface Glyph {
  readonly advance: number
  readonly path: string
}

/** A glyph in its place on a line, in units of 1/1000 em, y upwards. */
export interface PlacedGlyph {
  readonly x: number
  /** Data of an SVG path; empty for a space. */
  readonly path: string
}

/** The glyphs of some weight. */
export class Typeface {
  readonly #weight: number
  readonly #ranges: readonly Range[]
  readonly #fonts = new Map<string, Promise<Font>>()
  readonly #glyphs = new Map<string, Glyph>()

  /** @param weight 100 to 900 */
  constructor(weight: number) {
    this.#weight = weight
    this.#ranges = readRanges()
  }

  /** Opens what a text needs; `set` and `width` know only characters of texts given here. */
  async open(text: string): Promise<void> {
    for (const character of new Set([...text, MISSING])) {
      if (!this.#glyphs.has(character)) this.#glyphs.set(character, await this.#read(character))
    }
  }

  /** Sets a line whose characters were opened. */
  set(line: string): { readonly glyphs: readonly PlacedGlyph[]; readonly width: number } {
    let [x, before] = [0, '']
    const glyphs = [...line].map((character) => {
      const glyph = this.#glyphs.get(character)
      if (glyph === undefined) throw new Error(`"${character}" was not opened.`)
      // At the start of a line too, where an empty half would seem an indent.
      if (OPEN_TO_LEFT.test(character) && (before === '' || OPEN_TO_RIGHT.test(before))) x -= HALF
      before = character
      x += glyph.advance
      return { x: x - glyph.advance, path: glyph.path }
    })
    return { glyphs, width: x }
  }

  /** Width of a line in em. */
  width(line: string): number {
    return this.set(line).width / EM
  }

  async #read(character: string): Promise<Glyph> {
    const code = character.codePointAt(0) ?? 0
    const range = this.#ranges.find(({ first, last }) => first <= code && code <= last)
    const font = range === undefined ? undefined : await this.#font(range.file)
    const id = font?.nominalGlyph(code)
    if (font === undefined || id === undefined) {
      if (character === MISSING) throw new Error(`${FOLDER} has no ${MISSING}. Reinstall it: npm ci.`)
      return await this.#read(MISSING)
    }
    return { advance: font.glyphHAdvance(id), path: font.glyphToPath(id) }
  }

  #font(file: string): Promise<Font> {
    const font = this.#fonts.get(file) ?? this.#openFont(file)
    this.#fonts.set(file, font)
    return font
  }

  async #openFont(file: string): Promise<Font> {
    const data = await decompress(readFileSync(join(FOLDER, 'files', `noto-sans-sc-${file}-wght-normal.woff2`)))
    const font = new Font(new Face(new Blob(data)))
    font.setVariations([new Variation('wght', this.#weight)])
    return font
  }
}
