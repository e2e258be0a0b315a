import { readCsv } from '../../content/import/csv-cells.ts'
import { type ImportedBank, importQuestions } from '../../content/import/question-rows.ts'
import type { QuestionTable } from '../../content/import/question-table.ts'

/** Builders of CSV files. */

export const HEADER = 'input,output,A,B,C,D,source,multichoice'

/** A cell as CSV writes it. */
function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A row under `HEADER` with the usual values where nothing is given. */
export function row(values: Partial<Record<'stem' | 'answer' | 'A' | 'B' | 'C' | 'D' | 'multi', string>> = {}): string {
  const {
    stem = '年休假由谁安排？',
    answer = 'B',
    A = '工会',
    B = '用人单位',
    C = '劳动者',
    D = '街道办',
    multi = '',
  } = values
  return [stem, answer, A, B, C, D, '2026', multi].map(cell).join(',')
}

/** Reads lines of text as a file. */
export function table(lines: readonly string[], file = 'law.csv'): QuestionTable {
  return readCsv(file, new TextEncoder().encode(lines.join('\n')))
}

/** Imports lines of text together with one good row, so that there is always something to import. */
export function imported(lines: readonly string[], header = HEADER): Promise<ImportedBank> {
  const good = table([HEADER, row({ stem: '另一道好题？' })], 'good.csv')
  return importQuestions([table([header, ...lines]), good], { title: '测试题库', asOf: '2026-12-04' })
}

/** The question that a single row gives, or its problems as `column: fault`. */
export async function outcome(line: string, header = HEADER) {
  const { content, problems } = await imported([line], header)
  const question = content.questions.find(({ id }) => id.startsWith('law-'))
  return question ?? problems.map(({ place, fault }) => `${place.replace(/^law\.csv 第2行“(.+)”列$/, '$1')}: ${fault}`)
}
