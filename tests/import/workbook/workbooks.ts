import { strToU8, zipSync } from 'fflate'

/** Workbooks written by hand, for what no program would write. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A sheet by its rows in XML, and what stands behind them. */
export interface HandSheet {
  readonly name?: string
  readonly data: string
  readonly behind?: string
  readonly before?: string
  readonly hidden?: boolean
}

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="00000"/></numFmts><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0"/><xf numFmtId="176" fontId="0" fillId="0" borderId="0"/><xf numFmtId="22" fontId="0" fillId="0" borderId="0"><alignment horizontal="center"/></xf></cellXfs></styleSheet>`

/** The parts of a workbook. */
export function workbookParts(sheets: readonly HandSheet[]): Record<string, Uint8Array> {
  const list = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name ?? `表${at + 1}`}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  )
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relations = (inside: string) => strToU8(`<Relationships xmlns="${RELATIONS}">${inside}</Relationships>`)
  return {
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') +
        relation('rIdS', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': strToU8(STYLES),
    ...Object.fromEntries(
      sheets.map(({ data, before = '', behind = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        strToU8(`<worksheet xmlns="${MAIN}">${before}<sheetData>${data}</sheetData>${behind}</worksheet>`),
      ]),
    ),
  }
}

/** A workbook of such sheets. */
export function workbook(...sheets: readonly HandSheet[]): Uint8Array<ArrayBuffer> {
  return zipSync(workbookParts(sheets))
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A row of texts; `null` leaves a cell out. */
export function textRow(number: number, ...texts: readonly (string | null)[]): string {
  const cells = texts.map((text, at) =>
    text === null
      ? ''
      : `<c r="${String.fromCharCode(65 + at)}${number}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
  )
  return `<row r="${number}">${cells.join('')}</row>`
}

/** A workbook with one sheet of texts from A1 on. */
export function textWorkbook(rows: readonly (readonly (string | null)[])[], name = '在职'): Uint8Array<ArrayBuffer> {
  return workbook({ name, data: rows.map((row, at) => textRow(at + 1, ...row)).join('') })
}
