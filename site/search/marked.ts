import { type Fold, NO_FOLD } from './fold.ts'

// RegExp.escape is too new for the browsers of older phones.
const SYNTAX = /[.*+?^${}()|[\]\\-]/g

/** A stretch of text, marked when it is what the reader looked for. */
export interface MarkedPiece {
  readonly text: string
  readonly marked: boolean
}

/**
 * Cuts a text at the words to mark. Longer words win over their parts; neighbours are joined.
 *
 * @param fold makes the text comparable with the words, without changing its length
 * @example markedPieces('拖欠工资', ['工资']) // [{ text: '拖欠', marked: false }, { text: '工资', marked: true }]
 */
export function markedPieces(text: string, marks: readonly string[], fold: Fold = NO_FOLD): MarkedPiece[] {
  if (marks.length === 0) return [{ text, marked: false }]
  const longestFirst = [...marks].sort((a, b) => b.length - a.length).map((mark) => mark.replace(SYNTAX, '\\$&'))
  let end = 0
  return fold(text)
    .split(new RegExp(`((?:${longestFirst.join('|')})+)`, 'i'))
    .map((piece, index) => {
      const start = end
      end += piece.length
      return { text: text.slice(start, end), marked: index % 2 === 1 }
    })
    .filter((piece) => piece.text !== '')
}
