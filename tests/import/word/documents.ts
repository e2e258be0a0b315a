import { strToU8, zipSync } from 'fflate'
import { type Problem, ProblemsError } from '../../../content/domain/errors.ts'
import { Losses } from '../../../content/import/word/losses.ts'
import { markdownOf } from '../../../content/import/word/markdown.ts'
import { readWord } from '../../../content/import/word/read.ts'

/** Builders of Word files: real ones come from the library `docx`, odd ones are made by hand here. */

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What may stand beside the body. */
export interface Beside {
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly header?: string
  /** Relationships of the document: `<Relationship …/>`. */
  readonly links?: string
  /** Further entries of the archive. */
  readonly entries?: Readonly<Record<string, Uint8Array>>
}

function xml(root: string, inner: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${inner}</w:${root}>`)
}

/** A relationship as a part writes it. */
export function relationship(id: string, type: string, target: string, mode = ''): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`
}

/** A .docx with this body. */
export function handMade(body: string, beside: Beside = {}): Uint8Array {
  const { styles, numbering, footnotes, header, links = '', entries = {} } = beside
  const parts = { styles, numbering, footnotes, header }
  const roots = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', header: 'hdr' } as const
  const present = (['styles', 'numbering', 'footnotes', 'header'] as const).filter((name) => parts[name] !== undefined)
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${RELATIONSHIPS}">${relationship('d', 'officeDocument', 'word/document.xml')}</Relationships>`,
    ),
    'word/document.xml': xml('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="${RELATIONSHIPS}">${present
        .map((name) => relationship(`part-${name}`, name, `${name}.xml`))
        .join('')}${links}</Relationships>`,
    ),
    ...Object.fromEntries(present.map((name) => [`word/${name}.xml`, xml(roots[name], parts[name] ?? '')])),
    ...entries,
  })
}

/** A run of text; `properties` is the inside of `<w:rPr>`. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A paragraph; `properties` is the inside of `<w:pPr>`. */
export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${text.startsWith('<') ? text : run(text)}</w:p>`
}

/** A paragraph of a list. */
export function item(text: string, list = 1, level = 0): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
}

/** What becomes of a document: Markdown, losses, title. */
export function imported(bytes: Uint8Array): {
  markdown: string
  losses: string[]
  title: string | null
  places: string[]
} {
  const { document, losses } = readWord('文件.docx', bytes)
  const looks = new Losses()
  const markdown = markdownOf(document, { href: (name) => `/images/x/${name}`, missingAlt: '【待写】' }, looks)
  const all = [...losses, ...looks.list()]
  return {
    markdown,
    losses: all.map(({ fault }) => fault),
    places: all.map(({ place }) => place),
    title: document.title,
  }
}

/** Why a document is refused. */
export function refused(bytes: Uint8Array): readonly Problem[] {
  try {
    readWord('文件.docx', bytes)
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems
    throw error
  }
  throw new Error('it was not refused')
}
