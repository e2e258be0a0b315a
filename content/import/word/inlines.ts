import type { Inline } from './blocks.ts'
import { drawingOf } from './drawings.ts'
import type { Images } from './images.ts'
import type { Losses } from './losses.ts'
import type { Parts } from './package.ts'
import { textOf } from './places.ts'
import type { Relationships } from './relationships.ts'
import type { ParagraphStyle } from './styles.ts'
import { child, elements, isOn, propertyOf, whole, type XmlElement } from './xml.ts'

/** Reads the runs of a paragraph. */

/** What a paragraph's runs refer to. */
export interface InlineContext {
  readonly parts: Parts
  readonly relationships: Relationships
  readonly images: Images
  readonly losses: Losses
  readonly style: ParagraphStyle
  readonly place: string
  /** Fields that are open; shared by the paragraphs of a part. */
  readonly fields: Field[]
  /** Number of a footnote or endnote, from 1. */
  readonly noteNumber: (kind: 'footnote' | 'endnote', id: string) => number
}

/** A field that has begun; a table of contents ends paragraphs later. */
export interface Field {
  instruction: string
  /** Whether what follows is shown. */
  shown: boolean
}

const CHECK = '对照原文，看要不要用文字补上。'

/** Looks that a draft has no form for. */
const LOOKS: readonly (readonly [element: string, what: string])[] = [
  ['w:u', '下划线'],
  ['w:strike', '删除线'],
  ['w:dstrike', '删除线'],
  ['w:em', '着重号'],
]

/** The address of a HYPERLINK field: `HYPERLINK "https://…"`. */
function addressIn(instruction: string): string | null {
  return /^\s*HYPERLINK\s+"([^"]+)"/.exec(instruction)?.[1] ?? null
}

/** Addresses that a page may lead to. */
function safeHref(href: string | null): string | null {
  return href !== null && /^(?:https?:\/\/|mailto:|tel:)[^\s<>"]+$/i.test(href) ? href : null
}

class Reader {
  readonly #context: InlineContext
  readonly #inlines: Inline[] = []
  readonly #fields: Field[]

  constructor(context: InlineContext) {
    this.#context = context
    this.#fields = context.fields
  }

  read(paragraph: XmlElement): Inline[] {
    this.#all(paragraph, null)
    return this.#inlines
  }

  #lose(what: string, text = '', fix = CHECK): void {
    this.#context.losses.add(what, this.#context.place, fix, text)
  }

  #all(element: XmlElement, href: string | null): void {
    for (const own of elements(element)) this.#one(own, href)
  }

  #one(element: XmlElement, href: string | null): void {
    switch (element.name) {
      case 'w:r':
        this.#run(element, href)
        return
      case 'w:hyperlink':
        this.#all(element, this.#target(element) ?? href)
        return
      case 'w:fldSimple': {
        const instruction = element.attributes.get('w:instr') ?? ''
        if (this.#isContents(instruction)) return
        this.#all(element, safeHref(addressIn(instruction)) ?? href)
        return
      }
      case 'w:sdt':
        this.#all(child(element, 'w:sdtContent') ?? element, href)
        return
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
        this.#all(element, href)
        return
      case 'm:oMath':
      case 'm:oMathPara':
        this.#lose('公式', textOf(element))
        return
      default:
    }
  }

  #target(link: XmlElement): string | null {
    const id = link.attributes.get('r:id')
    if (id === undefined) return null
    const own = this.#context.relationships.get(id)
    const href = own?.external === true ? safeHref(own.target) : null
    if (href === null) this.#lose('链接', textOf(link))
    return href
  }

  #isContents(instruction: string): boolean {
    if (!/^\s*TOC\b/.test(instruction)) return false
    this.#lose('目录', '', '不用补：网页会自己列出小标题。')
    return true
  }

  #run(run: XmlElement, href: string | null): void {
    const properties = child(run, 'w:rPr')
    const { style } = this.#context
    if (isOn(properties, 'w:vanish') ?? style.hidden) {
      if (textOf(run).trim() !== '') this.#lose('隐藏的文字', textOf(run))
      return
    }
    for (const [name, what] of LOOKS) if (isOn(properties, name) && this.#isShown()) this.#lose(what)
    const raised = propertyOf(properties, 'w:vertAlign')
    if ((raised === 'superscript' || raised === 'subscript') && textOf(run) !== '')
      this.#lose('上标或者下标', textOf(run))
    const looks = {
      // Bold that comes from the style of a heading is the heading's own.
      bold: isOn(properties, 'w:b') ?? (style.heading === null && style.bold),
      italic: isOn(properties, 'w:i') ?? false,
    }
    for (const own of elements(run)) this.#content(own, looks, href)
  }

  #isShown(): boolean {
    return this.#fields.every(({ shown }) => shown)
  }

  #text(text: string, looks: { bold: boolean; italic: boolean }, href: string | null): void {
    if (text === '' || !this.#isShown()) return
    const field = this.#fields.map(({ instruction }) => addressIn(instruction)).findLast((own) => own !== null) ?? null
    this.#inlines.push({ kind: 'text', text, ...looks, href: href ?? safeHref(field) })
  }

  #content(element: XmlElement, looks: { bold: boolean; italic: boolean }, href: string | null): void {
    switch (element.name) {
      case 'w:t':
        this.#text(element.children.filter((part) => typeof part === 'string').join(''), looks, href)
        return
      case 'w:tab':
      case 'w:ptab':
        this.#text('　', looks, href)
        return
      case 'w:noBreakHyphen':
        this.#text('-', looks, href)
        return
      case 'w:br':
        if (element.attributes.get('w:type') === undefined || element.attributes.get('w:type') === 'textWrapping') {
          this.#inlines.push({ kind: 'break' })
        }
        return
      case 'w:cr':
        this.#inlines.push({ kind: 'break' })
        return
      case 'w:sym':
        this.#lose('特殊字体的符号', '', '看原文是什么符号，用普通文字写出来。')
        return
      case 'w:fldChar':
        this.#field(element.attributes.get('w:fldCharType'))
        return
      case 'w:instrText': {
        const field = this.#fields.at(-1)
        if (field !== undefined)
          field.instruction += element.children.filter((part) => typeof part === 'string').join('')
        return
      }
      case 'w:footnoteReference':
        this.#note('footnote', element)
        return
      case 'w:endnoteReference':
        this.#note('endnote', element)
        return
      case 'w:drawing':
      case 'w:pict':
        this.#drawing(element)
        return
      case 'w:object':
        this.#lose('嵌入的对象', textOf(element), '另存为图片，或者用文字写出来。')
        return
      case 'w:ruby': {
        this.#lose('拼音', textOf(child(element, 'w:rt') ?? element), '不用补，除非读音要紧。')
        this.#all(child(element, 'w:rubyBase') ?? element, href)
        return
      }
      case 'mc:AlternateContent':
        this.#alternatives(element)
        return
      default:
    }
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push({ instruction: '', shown: false })
    else if (type === 'end') this.#fields.pop()
    else {
      const field = this.#fields.at(-1)
      if (field !== undefined) field.shown = !this.#isContents(field.instruction)
    }
  }

  #note(kind: 'footnote' | 'endnote', element: XmlElement): void {
    const id = element.attributes.get('w:id')
    if (id !== undefined) this.#inlines.push({ kind: 'note', number: this.#context.noteNumber(kind, id) })
  }

  /** New drawings with an old form for old programs: the new one is read. */
  #alternatives(element: XmlElement): void {
    const chosen = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback')
    const drawing = elements(chosen).find(({ name }) => name === 'w:drawing' || name === 'w:pict')
    if (drawing !== undefined) this.#drawing(drawing)
    else if (textOf(element) !== '') this.#lose('图形', textOf(chosen ?? element))
  }

  #drawing(drawing: XmlElement): void {
    const { box, images, alt, text } = drawingOf(drawing)
    if (box !== null) this.#lose('文本框', box, '把里面的文字抄到正文里合适的地方。')
    else if (images.length === 0) {
      this.#lose('图形（形状、图表或者 SmartArt）', text, '另存为图片再放进来，或者用文字写出来。')
    } else for (const id of images) this.#image(id, alt)
  }

  #image(id: string, alt: string): void {
    const { relationships, parts, images, place } = this.#context
    const own = relationships.get(id)
    const bytes = own === undefined || own.external ? undefined : parts.get(own.target)
    const image = bytes === undefined ? null : images.add(bytes, alt, place)
    if (image === null) {
      this.#lose('图片', alt, '另存为 PNG 或者 JPEG 图片，放回 Word 里再导入。')
      return
    }
    this.#inlines.push({ kind: 'image', image })
  }
}

/** The pieces of a paragraph, those with the same looks together. */
export function readInlines(paragraph: XmlElement, context: InlineContext): Inline[] {
  const merged: Inline[] = []
  for (const inline of new Reader(context).read(paragraph)) {
    const last = merged.at(-1)
    const same =
      last?.kind === 'text' &&
      inline.kind === 'text' &&
      last.bold === inline.bold &&
      last.italic === inline.italic &&
      last.href === inline.href
    if (same) merged[merged.length - 1] = { ...last, text: last.text + inline.text }
    else merged.push(inline)
  }
  return merged
}

/** How many columns a cell covers. */
export function spanOf(cell: XmlElement): number {
  return Math.min(Math.max(whole(propertyOf(child(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1, 1), 63)
}
