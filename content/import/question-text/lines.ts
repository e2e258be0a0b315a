import { type Problem, ProblemsError } from '../../domain/errors.ts'
import { cleanText } from '../cell-text.ts'
import { decodeText, isPacked, isUtf16 } from '../decode-text.ts'
import { wordLines } from '../statute/word.ts'

/** The lines of a text with questions. */

/** A line that isn't blank. */
export interface TextLine {
  /** `题库.txt 第14行`, `题库.docx，第14段`. */
  readonly place: string
  readonly text: string
}

/** Foot of a page: its number, alone or with the number of all pages. */
const PAGE = /^(?:第\s*\d+\s*页.{0,12}|\d+\s*\/\s*\d+|[-—–]\s*\d+\s*[-—–])$/

function shown(lines: readonly TextLine[]): TextLine[] {
  return lines.flatMap(({ place, text }) => {
    const clean = cleanText(text)
    return clean === '' || PAGE.test(clean) ? [] : [{ place, text: clean }]
  })
}

function unreadable(file: string, fault: string, fix: string): never {
  throw new ProblemsError([{ place: file, fault, fix }])
}

/**
 * The lines of a .txt file (UTF-8 or GB18030) or a .docx file, and what of the latter isn't text.
 *
 * @throws {ProblemsError} when it can't be read
 */
export function textLines(file: string, bytes: Uint8Array): { lines: TextLine[]; losses: readonly Problem[] } {
  if (/\.docx$/i.test(file)) {
    const { lines, losses } = wordLines(file, bytes)
    return { lines: shown(lines), losses }
  }
  if (bytes.length === 0) unreadable(file, '文件是空的。', '换成有题目的文件。')
  if (isPacked(bytes)) unreadable(file, '这不是文本文件。', '用 Word 或者 WPS 打开，另存为“Word 文档（.docx）”。')
  if (isUtf16(bytes)) unreadable(file, '文件的编码是 UTF-16，读不了。', '用记事本打开，另存为 UTF-8 编码。')
  const lines = decodeText(bytes)
    .split('\n')
    .map((text, index) => ({ place: `${file} 第${index + 1}行`, text }))
  return { lines: shown(lines), losses: [] }
}
