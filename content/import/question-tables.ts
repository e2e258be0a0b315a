import { ProblemsError } from '../domain/errors.ts'
import { readCsv } from './csv-cells.ts'
import type { QuestionTable } from './question-table.ts'
import { textLines } from './question-text/lines.ts'
import { textQuestions } from './question-text/read.ts'
import { readWorkbook } from './workbook/read.ts'
import { workbookQuestions } from './workbook-questions.ts'

/** From the bytes of a file to its tables of questions. */

/**
 * Reads one file by the end of its name: .xlsx, .txt, .docx, otherwise CSV.
 *
 * @param file name shown in problems
 * @returns its tables; a file that can't be read at all is one without rows that says why
 */
export async function questionTables(file: string, bytes: Uint8Array): Promise<QuestionTable[]> {
  try {
    if (/\.xlsx?$/i.test(file)) return workbookQuestions(await readWorkbook(file, bytes))
    if (!/\.(?:txt|docx)$/i.test(file)) return [readCsv(file, bytes)]
    const { lines, losses } = textLines(file, bytes)
    return [textQuestions(file, lines, losses)]
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error
    return [{ file, rows: [], rowCount: 0, problems: error.problems.map((own) => ({ ...own, at: null })), notices: [] }]
  }
}
