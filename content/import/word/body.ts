import { type Block, type Inline, plainText, type WordDocument } from './blocks.ts'
import { Images } from './images.ts'
import { type Field, readInlines, spanOf } from './inlines.ts'
import { Losses } from './losses.ts'
import { Counter, type Marker, readLists } from './numbering.ts'
import { placesIn, textOf } from './places.ts'
import { targetsOf } from './relationships.ts'
import { partAt, type Source } from './source.ts'
import { type ParagraphStyle, paragraphStyle } from './styles.ts'
import { child, elements, walk, type XmlElement } from './xml.ts'

/** Reads the text of a document: paragraphs, lists, tables, notes. */

/** Between a mark and the text: none after punctuation, a wide space after 条 and 章, a space after figures. */
function joint(marker: string): string {
  if (marker === '' || /[、）)．。：〕】\s]$/u.test(marker)) return ''
  return /\p{Script=Han}$/u.test(marker) ? '　' : ' '
}

/** Marks that Markdown makes a list of by itself need its space: `1. `. */
function written({ text }: Marker): string {
  return /^\d{1,9}[.)]$/.test(text) ? `${text} ` : `${text}${joint(text)}`
}

function plain(text: string): Inline {
  return { kind: 'text', text, bold: false, italic: false, href: null }
}

/** Reads one document, once. */
export class BodyReader {
  readonly #source: Source
  readonly #places: ReadonlyMap<XmlElement, string>
  readonly #counter: Counter
  readonly #noteIds: string[] = []
  readonly #fields: Field[] = []
  readonly #blocks: Block[] = []
  readonly images = new Images()
  readonly losses = new Losses()
  title: string | null = null

  constructor(source: Source) {
    this.#source = source
    this.#places = placesIn(source.body, source.file, '', source.styles)
    const [numbering] = targetsOf(source.relationships, 'numbering')
    this.#counter = new Counter(readLists(partAt(source.parts, numbering), (style) => source.styles.get(style)?.numId))
  }

  read(): WordDocument {
    for (const element of elements(this.#source.body)) this.#block(element)
    const notes = this.#notes()
    return { title: this.title, blocks: this.#blocks, images: this.images.list(), notes }
  }

  #place(element: XmlElement): string {
    return this.#places.get(element) ?? this.#source.file
  }

  #block(element: XmlElement): void {
    switch (element.name) {
      case 'w:p':
        this.#paragraph(element)
        return
      case 'w:tbl':
        this.#table(element)
        return
      case 'w:sdt':
        for (const own of elements(child(element, 'w:sdtContent'))) this.#block(own)
        return
      case 'w:customXml':
        for (const own of elements(element)) this.#block(own)
        return
      case 'w:altChunk':
      case 'w:subDoc':
        this.losses.add('插入的另一个文件', this.#source.file, '把那个文件单独导入。')
        return
      case 'm:oMathPara':
        this.losses.add('公式', this.#source.file, '用文字写出来。', textOf(element))
        return
      default:
    }
  }

  #inlines(paragraph: XmlElement, style: ParagraphStyle): Inline[] {
    const { parts, relationships } = this.#source
    return readInlines(paragraph, {
      parts,
      relationships,
      images: this.images,
      losses: this.losses,
      style,
      place: this.#place(paragraph),
      fields: this.#fields,
      noteNumber: (kind, id) => this.#noteNumber(kind, id),
    })
  }

  #noteNumber(kind: 'footnote' | 'endnote', id: string): number {
    const key = `${kind} ${id}`
    const at = this.#noteIds.indexOf(key)
    return at === -1 ? this.#noteIds.push(key) : at + 1
  }

  #paragraph(paragraph: XmlElement): void {
    const style = paragraphStyle(paragraph, this.#source.styles)
    const inlines = this.#inlines(paragraph, style)
    const marker = this.#marker(paragraph, style)
    const text = plainText(inlines).trim()
    if (text === '' && !inlines.some(({ kind }) => kind === 'image')) return
    if (
      this.title === null &&
      this.#blocks.length === 0 &&
      (style.isTitle || (style.heading === null && style.centred && marker === null))
    ) {
      this.title = text
      return
    }
    const marked = marker === null || marker.bullet ? inlines : [plain(written(marker)), ...inlines]
    if (style.heading !== null || style.isTitle)
      this.#blocks.push({ kind: 'heading', level: style.heading ?? 1, inlines: marked })
    else if (marker?.bullet) this.#blocks.push({ kind: 'bullet', depth: style.level ?? 0, inlines })
    else this.#blocks.push({ kind: 'paragraph', inlines: marked })
  }

  /** Empty paragraphs are counted too, as Word does. */
  #marker(paragraph: XmlElement, { numId, level }: ParagraphStyle): Marker | null {
    if (numId === undefined) return null
    const marker = this.#counter.next(numId, level ?? 0)
    if (marker?.unknownFormat != null) {
      this.losses.add(
        `编号的样式（${marker.unknownFormat}）`,
        this.#place(paragraph),
        '编号暂用阿拉伯数字，请对照原文改。',
      )
    }
    return marker
  }

  #table(table: XmlElement): void {
    const place = this.#place([...walk(table)].find(({ name }) => name === 'w:p') ?? table)
    const lose = (what: string, fix: string) => this.losses.add(what, place, fix)
    const rows: Inline[][][] = []
    for (const row of rowsOf(table)) {
      const cells: Inline[][] = []
      for (const cell of cellsOf(row)) {
        const properties = child(cell, 'w:tcPr')
        const merge = child(properties, 'w:vMerge')
        const goesOn = merge !== undefined && merge.attributes.get('w:val') !== 'restart'
        if ((merge !== undefined && !goesOn) || spanOf(cell) > 1)
          lose('合并的单元格', '每一格里都重复写了同样的内容，请对照原文看看通不通。')
        const own = goesOn ? (rows.at(-1)?.[cells.length] ?? []) : this.#cell(cell, lose)
        for (let column = 0; column < spanOf(cell); column += 1) cells.push(own)
      }
      rows.push(cells)
    }
    if (rows.every((row) => row.length <= 1)) {
      // A box around text rather than a table.
      for (const inlines of rows.flat())
        if (plainText(inlines).trim() !== '') this.#blocks.push({ kind: 'paragraph', inlines })
      lose('只有一列的表格', '里面的内容已经改成普通段落。')
    } else this.#blocks.push({ kind: 'table', rows })
  }

  #cell(cell: XmlElement, lose: (what: string, fix: string) => void): Inline[] {
    const lines: Inline[][] = []
    for (const own of elements(cell)) {
      if (own.name === 'w:tbl') {
        lose('表格里的表格', '里面的文字已经连成一段，请对照原文改。')
        lines.push([plain(textOf(own))])
      }
      if (own.name !== 'w:p') continue
      const style = paragraphStyle(own, this.#source.styles)
      const marker = this.#marker(own, style)
      const inlines = this.#inlines(own, style)
      if (inlines.length > 0)
        lines.push(marker === null || marker.bullet ? inlines : [plain(written(marker)), ...inlines])
    }
    return lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ kind: 'break' }, ...line]))
  }

  #notes(): Inline[][] {
    const { parts, relationships, file, styles } = this.#source
    const bodies = new Map<string, XmlElement>()
    for (const kind of ['footnote', 'endnote'] as const) {
      const [part] = targetsOf(relationships, `${kind}s`)
      for (const own of elements(partAt(parts, part))) bodies.set(`${kind} ${own.attributes.get('w:id') ?? ''}`, own)
    }
    const read: Inline[][] = []
    // Notes may have notes themselves, so the list may grow.
    for (let at = 0; at < this.#noteIds.length && at < 5000; at += 1) {
      const body = bodies.get(this.#noteIds[at] ?? '')
      const paragraphs = elements(body).filter(({ name }) => name === 'w:p')
      const lines = paragraphs.map((own) =>
        readInlines(own, {
          parts,
          relationships: new Map(),
          images: this.images,
          losses: this.losses,
          style: paragraphStyle(own, styles),
          place: `${file}，注${at + 1}`,
          fields: [],
          noteNumber: (kind, id) => this.#noteNumber(kind, id),
        }),
      )
      read.push(lines.flatMap((line, index): Inline[] => (index === 0 ? line : [plain(' '), ...line])))
    }
    return read
  }
}

function rowsOf(table: XmlElement): XmlElement[] {
  return elements(table).flatMap((own) =>
    own.name === 'w:tr' ? [own] : own.name === 'w:sdt' ? rowsOf(child(own, 'w:sdtContent') ?? own) : [],
  )
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elements(row).flatMap((own) =>
    own.name === 'w:tc' ? [own] : own.name === 'w:sdt' ? cellsOf(child(own, 'w:sdtContent') ?? own) : [],
  )
}
