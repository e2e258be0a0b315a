import { stringify } from 'csv-stringify/sync'

/**
 * A table as a CSV file: RFC 4180, in UTF-8 with a byte order mark, without which Excel takes it for the code page of the machine
 * and shows Chinese as garbage. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 *
 * @param rows the header first
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
      // By itself it quotes the whole delimiter of records only.
      quoted_match: /[\r\n]/,
    },
  )
}
