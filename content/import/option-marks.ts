import { cleanText, halfWidth } from './cell-text.ts'
import { LETTERS, type Letter } from './letters.ts'

/**
 * Options that stand together in one text, whatever their letters are set off with: `A．甲 B．乙`, `(A)甲`, `A 甲`, each on
 * its own line or glued together (`B.尽职免责C.权责一致`).
 */

/** A letter that marks an option: where its mark begins, and where its text does. */
interface Mark {
  readonly letter: string
  readonly from: number
  readonly to: number
  /** It begins a line. */
  readonly startsLine: boolean
}

/** An option with the place of its mark in the text. */
export interface MarkedOption {
  readonly id: Letter
  readonly text: string
  readonly from: number
}

/** Why options can't be told apart: a sentence and what to do. */
export interface OptionsFault {
  readonly fault: string
  readonly fix: string
}

// Places are those of a copy in half width and upper case, which is as long as the text. A separator that another letter
// follows at once is part of a list of letters (A、B两项), not of an option.
const NO_LIST = '(?!\\s*[A-Z]\\s*[.、,)])'
const BOUNDARY = '(?<=^|[\\s;。,)?:])'
/** How letters are set off, the clearest first; `glued` finds the next letter where none stands at a boundary. */
const STYLES = [
  {
    strong: `^([A-Z])\\s?[.、:)]|${BOUNDARY}([A-Z])\\s?[.、:)]${NO_LIST}`,
    glued: `([A-Z])[.、:]${NO_LIST}`,
  },
  { strong: `${BOUNDARY}[([]([A-Z])[)\\]][.、:]?`, glued: `[([]([A-Z])[)\\]][.、:]?` },
] as const
/** A letter with nothing but its place; never on the first line, which is the stem's. */
const BARE = '(?<=\\s)([A-Z])(?=\\s*[\\p{Script=Han}\\d《“]|[ \\t]+\\S)'

function startsLine(plain: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && plain[before] !== '\n' && /\s/.test(plain[before] ?? '')) before -= 1
  return before < 0 || plain[before] === '\n'
}

function marksOf(plain: string, pattern: string): Mark[] {
  return [...plain.matchAll(new RegExp(pattern, 'gmu'))].map((match) => ({
    letter: match[1] ?? match[2] ?? '',
    from: match.index,
    to: match.index + match[0].length,
    startsLine: startsLine(plain, match.index),
  }))
}

function bareMarks(plain: string): Mark[] {
  const second = plain.indexOf('\n')
  return second === -1 ? [] : marksOf(plain, BARE).filter(({ from }) => from > second)
}

function following(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1)
}

/** The marks with those that are glued to the option before: only the very next letter counts, so that no word is cut. */
function withGlued(plain: string, strong: readonly Mark[], glued: string): Mark[] {
  const all = marksOf(plain, glued)
  let at = 0
  return strong.flatMap((mark, index) => {
    const found = [mark]
    const end = strong[index + 1]
    for (; at < all.length; at += 1) {
      const own = all[at]
      const last = found.at(-1)
      if (own === undefined || last === undefined || own.from >= (end?.from ?? plain.length)) break
      const isNext = own.from > last.to && own.letter === following(last.letter) && end?.letter !== own.letter
      if (isNext) found.push(own)
    }
    return found
  })
}

/** Whether marks are those of one list of options: every letter from A once, in order, or at least each on a line. */
function isList(marks: readonly Mark[]): boolean {
  const letters = marks.map(({ letter }) => letter)
  const inOrder = letters.every((letter, index) => letter.charCodeAt(0) === 65 + index)
  if (inOrder) return marks.length >= 2
  const sorted = [...letters].sort().every((letter, index) => letter.charCodeAt(0) === 65 + index)
  return marks.length >= 2 && sorted && marks.every(({ startsLine }) => startsLine)
}

/** The marks of the options: the longest end of all marks that makes a list. What stands before may name letters too. */
function listIn(marks: readonly Mark[]): readonly Mark[] | null {
  // No list is longer than the alphabet.
  for (let from = Math.max(0, marks.length - 26); from < marks.length - 1; from += 1) {
    const rest = marks.slice(from)
    if (isList(rest)) return rest
  }
  return null
}

/** An unordered, doubled or broken series of letters that each begin a line: meant as options, but none. */
function brokenList(marks: readonly Mark[]): OptionsFault | null {
  const own = marks.filter(({ startsLine }) => startsLine)
  if (own.length < 2 || !own.some(({ letter }) => letter === 'A')) return null
  const letters = own.map(({ letter }) => letter).join('、')
  return { fault: `选项的字母是“${letters}”，有重复的或者漏掉的。`, fix: '从 A 起，每个选项一个字母，不跳过也不重复。' }
}

/** The text of an option without what only separates it from the next. */
function trimmed(text: string): string {
  return cleanText(text).replace(/[；;，,、|]+$/u, '')
}

/**
 * Finds the options at the end of a text.
 *
 * @returns where they begin with the options by their letters; a fault; `null` when there are none
 * @example findOptions('最长几个月？ A.一个月B.六个月')?.options[1]?.text // '六个月'
 */
export function findOptions(
  text: string,
): { readonly from: number; readonly options: readonly MarkedOption[] } | OptionsFault | null {
  const plain = halfWidth(text).toUpperCase()
  const candidates = [
    ...STYLES.map(({ strong, glued }) => withGlued(plain, marksOf(plain, strong), glued)),
    bareMarks(plain),
    ...STYLES.slice(0, 1).map(({ glued }) => marksOf(plain, glued)),
  ]
  const list = candidates.map(listIn).find((found) => found !== null)
  if (list === undefined || list === null) return brokenList(candidates[0] ?? [])
  if (list.length > LETTERS.length) {
    return {
      fault: `有${list.length}个选项，最多${LETTERS.length}个。`,
      fix: `留下最多${LETTERS.length}个选项，或者拆成几道题。`,
    }
  }
  const options = list.flatMap(({ letter, from, to }, index) => {
    const id = LETTERS.find((known) => known === letter)
    return id === undefined ? [] : [{ id, text: trimmed(text.slice(to, list[index + 1]?.from)), from }]
  })
  return {
    from: Math.min(...list.map(({ from }) => from)),
    options: options.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

/**
 * The options that one cell holds: by their letters, otherwise a line each, or between `|` or semicolons.
 *
 * @example optionsInCell('甲；乙') // [{ id: 'A', text: '甲', … }, { id: 'B', text: '乙', … }]
 */
export function optionsInCell(cell: string): readonly MarkedOption[] | OptionsFault {
  // There is no stem, so the options may begin on the first line.
  const found = findOptions(`\n${cell}`)
  if (found !== null && 'fault' in found) return found
  if (found !== null) {
    const before = cleanText(cell.slice(0, Math.max(0, found.from - 1))).replace(/^选项[:：]?$/, '')
    if (before === '') return found.options
    return { fault: `选项前面还有“${before.slice(0, 20)}”。`, fix: '这一格只写选项，从 A 起，例如 A.甲 B.乙。' }
  }
  const parts = ['\n', '|', /[;；]/]
    .map((mark) => cell.split(mark).map(trimmed).filter(Boolean))
    .find(({ length }) => length > 1)
  if (parts === undefined) return { fault: '看不出有哪几个选项。', fix: '每个选项前面写字母，例如 A.甲 B.乙。' }
  if (parts.length > LETTERS.length) {
    return { fault: `有${parts.length}个选项，最多${LETTERS.length}个。`, fix: '删去一些，或者拆成几道题。' }
  }
  return parts.flatMap((text, index) => {
    const id = LETTERS[index]
    return id === undefined ? [] : [{ id, text, from: 0 }]
  })
}
