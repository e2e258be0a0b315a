import { refuseFile } from '../archive.ts'
import { elements, parseXml, walk } from '../word/xml.ts'
import { type CellRow, columnName } from './cells.ts'
import { headingRow, NOTE_HEADING, type RowNote } from './notes.ts'
import { MAKE_SMALLER, refuseBroken } from './package.ts'
import type { BadRowStyles } from './row-styles.ts'

/**
 * Writes notes into the XML of a sheet, as text: whatever isn't touched stays byte for byte, which no reader that builds a
 * model of the workbook could promise.
 */

const COLUMNS_AT_MOST = 16_384
const NOTE_WIDTH = 60
const ROW = /<((?:\w+:)?)row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g
const CELL = /<(?:\w+:)?c\b(?:[^>"']|"[^"]*"|'[^']*')*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?c>)/g

/** The sheets of a workbook by name, each with the part that holds it. */
export function sheetParts(parts: ReadonlyMap<string, Uint8Array>): { name: string; part: string }[] {
  const part = (name: string) => parseXml(parts.get(name) ?? new Uint8Array())
  const targets = new Map(
    elements(part('xl/_rels/workbook.xml.rels')).map(({ attributes }) => [
      attributes.get('Id') ?? '',
      attributes.get('Target') ?? '',
    ]),
  )
  return [...walk(part('xl/workbook.xml'))].flatMap(({ name, attributes }) => {
    const target = targets.get(attributes.get('r:id') ?? '')
    if (!name.endsWith(':sheet') || target === undefined) return []
    return [{ name: attributes.get('name') ?? '', part: target.startsWith('/') ? target.slice(1) : `xl/${target}` }]
  })
}

function escaped(text: string): string {
  return text
    .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
}

/** Number of a column from its letters, counted from 1. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

/** The first column behind all that is shown or merged, counted from 0. */
function freeColumn(xml: string, rows: readonly CellRow[]): number {
  const merged = [...xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*?ref="[A-Z]+\d+:([A-Z]+)\d+"/g)]
  return rows.reduce(
    (most, { cells }) => Math.max(most, cells.length),
    merged.reduce((most, [, letters = '']) => Math.max(most, columnNumber(letters)), 0),
  )
}

/** Gives the column of the notes a width, unless the sheet has one for it. */
function widened(xml: string, column: number, prefix: string): string {
  const own = `<${prefix}col min="${column + 1}" max="${column + 1}" width="${NOTE_WIDTH}" customWidth="1"/>`
  const list = new RegExp(`<${prefix}cols>([\\s\\S]*?)</${prefix}cols>`).exec(xml)
  if (list === null)
    return xml.replace(`<${prefix}sheetData`, `<${prefix}cols>${own}</${prefix}cols><${prefix}sheetData`)
  const covered = [...(list[1] ?? '').matchAll(/\smax="(\d+)"/g)].some(([, most]) => Number(most) > column)
  return covered ? xml : xml.replace(`</${prefix}cols>`, `${own}</${prefix}cols>`)
}

/**
 * The XML of a sheet with notes in the first free column.
 *
 * @param rows the rows as they were read
 * @throws {ProblemsError} when there is no column left to write in
 */
export function annotatedSheet(
  file: string,
  bytes: Uint8Array,
  rows: readonly CellRow[],
  notes: readonly RowNote[],
  styles: BadRowStyles,
): Uint8Array {
  const xml = new TextDecoder().decode(bytes)
  const column = freeColumn(xml, rows)
  if (column >= COLUMNS_AT_MOST) refuseFile(file, '表格的列已经用满，没有地方写问题。', MAKE_SMALLER)
  const prefix = /<((?:\w+:)?)sheetData\b/.exec(xml)?.[1] ?? refuseBroken(file)
  const texts = new Map(notes.map(({ row, text }) => [row, text]))
  const heading = headingRow(
    rows,
    notes.reduce((least, { row }) => Math.min(least, row), Infinity),
  )
  const name = columnName(column)

  const noteCell = (row: number, text: string, style: number | null) => {
    const styled = style === null ? '' : ` s="${style}"`
    const inside = `<${prefix}is><${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t></${prefix}is>`
    return `<${prefix}c r="${name}${row}"${styled} t="inlineStr">${inside}</${prefix}c>`
  }
  const colouredCell = (cell: string): string => {
    const tag = /^<[^>]*>/.exec(cell)?.[0] ?? ''
    const style = styles.coloured(Number(attribute(tag, 's') ?? 0))
    if (style === null) return cell
    return cell.replace(/\ss="\d+"/, '').replace(/^<(?:\w+:)?c\b/, (start) => `${start} s="${style}"`)
  }

  let last = 0
  const noted = xml.replace(ROW, (whole, _prefix: string, attributes: string, inside: string | undefined) => {
    const number = Number(attribute(attributes, 'r') ?? last + 1)
    last = number
    const text = texts.get(number)
    if (text === undefined && number !== heading) return whole
    let at = 0
    let [before, behind] = ['', '']
    for (const [cell] of (inside ?? '').matchAll(CELL)) {
      const letters = /^[A-Z]+/.exec(attribute(/^<[^>]*>/.exec(cell)?.[0] ?? '', 'r') ?? '')?.[0]
      at = letters === undefined ? at + 1 : columnNumber(letters)
      const own = text === undefined ? cell : colouredCell(cell)
      if (at <= column) before += own
      else if (at > column + 1) behind += cell
    }
    const note =
      text === undefined ? noteCell(number, NOTE_HEADING, null) : noteCell(number, text, styles.coloured(0, true))
    const kept = attributes.replace(/\sspans="[^"]*"/, '')
    return `<${prefix}row${kept}>${before}${note}${behind}</${prefix}row>`
  })
  // What it says about the extent of the sheet isn't right any more, and need not be there.
  return new TextEncoder().encode(widened(noted.replace(/<(?:\w+:)?dimension\b[^>]*\/>/, ''), column, prefix))
}
