import { child, elements, isOn, propertyOf, whole, type XmlElement } from './xml.ts'

/** What the styles of a document say about its paragraphs. */

/** A paragraph style with all that it takes from the styles it is based on. */
export interface ParagraphStyle {
  readonly name: string
  /** Level of a heading, counted from 1; `null` for body text. */
  readonly heading: number | null
  readonly isTitle: boolean
  /** Its automatic numbering. */
  readonly numId: string | undefined
  readonly level: number | undefined
  readonly bold: boolean
  readonly hidden: boolean
  readonly centred: boolean
}

/** Styles by id. */
export type Styles = ReadonlyMap<string, ParagraphStyle>

const PLAIN: ParagraphStyle = {
  name: '',
  heading: null,
  isTitle: false,
  numId: undefined,
  level: undefined,
  bold: false,
  hidden: false,
  centred: false,
}

/** Names of heading styles in Word (English and Chinese), WPS, and of templates for official documents (公文). */
const HEADING = /^(?:heading|标题)\s*([1-9])$/i
const OFFICIAL_HEADING = /([一二三四])级标题/
const TITLE = /^(?:title|标题|文档标题|公文标题|发文标题|大标题)$/i

function headingOf(name: string, outline: number | undefined): number | null {
  const [, number] = HEADING.exec(name) ?? []
  if (number !== undefined) return Number(number)
  const [, official] = OFFICIAL_HEADING.exec(name) ?? []
  if (official !== undefined) return '一二三四'.indexOf(official) + 1
  // Level 9 (counted from 0) means body text.
  return outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : null
}

/** What `<w:pPr>` and `<w:rPr>` say about numbering and headings. */
export function numberingOf(properties: XmlElement | undefined): {
  numId: string | undefined
  level: number | undefined
} {
  const own = child(properties, 'w:numPr')
  return { numId: propertyOf(own, 'w:numId'), level: whole(propertyOf(own, 'w:ilvl')) }
}

/** Reads `word/styles.xml`. */
export function readStyles(styles: XmlElement | undefined): Styles {
  const all = new Map<string, XmlElement>()
  for (const own of elements(styles)) {
    if (own.name === 'w:style') all.set(own.attributes.get('w:styleId') ?? '', own)
  }
  const read = new Map<string, ParagraphStyle>()
  const styleOf = (id: string, seen: ReadonlySet<string>): ParagraphStyle => {
    const known = read.get(id)
    const element = all.get(id)
    if (known !== undefined) return known
    if (element === undefined || seen.has(id)) return PLAIN
    const base = styleOf(propertyOf(element, 'w:basedOn') ?? '', new Set([...seen, id]))
    const paragraph = child(element, 'w:pPr')
    const run = child(element, 'w:rPr')
    const name = propertyOf(element, 'w:name') ?? id
    const { numId, level } = numberingOf(paragraph)
    const style: ParagraphStyle = {
      name,
      heading: headingOf(name, whole(propertyOf(paragraph, 'w:outlineLvl'))) ?? base.heading,
      isTitle: TITLE.test(name),
      numId: numId ?? base.numId,
      level: level ?? base.level,
      bold: isOn(run, 'w:b') ?? base.bold,
      hidden: isOn(run, 'w:vanish') ?? base.hidden,
      centred: alignment(paragraph) === undefined ? base.centred : alignment(paragraph) === 'center',
    }
    read.set(id, style)
    return style
  }
  return new Map([...all.keys()].map((id) => [id, styleOf(id, new Set())]))
}

function alignment(properties: XmlElement | undefined): string | undefined {
  return propertyOf(properties, 'w:jc')
}

/** The style of a paragraph together with what the paragraph itself says. */
export function paragraphStyle(paragraph: XmlElement, styles: Styles): ParagraphStyle {
  const properties = child(paragraph, 'w:pPr')
  const id = propertyOf(properties, 'w:pStyle')
  const style = (id === undefined ? undefined : styles.get(id)) ?? PLAIN
  const own = numberingOf(properties)
  const outline = whole(propertyOf(properties, 'w:outlineLvl'))
  const numId = own.numId ?? style.numId
  return {
    ...style,
    heading: style.isTitle ? null : outline === undefined ? style.heading : headingOf('', outline),
    // List 0 means that this paragraph is not numbered.
    numId: numId === '0' ? undefined : numId,
    level: own.level ?? style.level,
    centred: alignment(properties) === undefined ? style.centred : alignment(properties) === 'center',
  }
}
