import { halfWidth } from '../cell-text.ts'
import type { TextLine } from './lines.ts'
import { fieldsOf, type Heading, headingOf } from './marks.ts'

/** The answers that stand together at the end of a paper: `1-5 ABCDE`, `1.A 2.BC 3.√`, a table of numbers and answers. */

/** One answer of such a list. */
export interface ListedAnswer {
  readonly number: number
  readonly place: string
  /** `null` when the line has too few or too many answers for its numbers; `fault` says so. */
  readonly answer: string | null
  readonly rationale: string
  readonly fault?: string
}

/** Answers under one heading, or in one run of rising numbers. */
export interface AnswerRun {
  readonly heading: Heading | null
  readonly answers: readonly ListedAnswer[]
}

const ANSWER = '(?:[A-L]+|√|✓|✔|×|✗|✘|对|错|正确|错误|T|F)'
const SEPARATED = '[\\s,，、;；.．]'
const RANGE = new RegExp(
  `(\\d{1,4})\\s*[-—–~～至到]+\\s*(\\d{1,4})\\s*题?\\s*[:：.、．)）]?\\s*(${ANSWER}(?:${SEPARATED}*${ANSWER})*)`,
  'gu',
)

function rangeAnswers([, first = '', last = '', values = '']: RegExpMatchArray, place: string): ListedAnswer[] {
  const [from, to] = [Number(first), Number(last)]
  const count = to - from + 1
  if (count < 1 || count > 500) return []
  const parts = values.split(new RegExp(`${SEPARATED}+`, 'u')).filter(Boolean)
  const single = [...values.matchAll(/正确|错误|[A-L√✓✔×✗✘对错]/gu)].map(([own]) => own)
  const answers = parts.length === count ? parts : single
  const isRight = answers.length === count
  const fault = `“${first}-${last}”要有${count}个答案，这里有${parts.length > 1 ? parts.length : single.length}个。`
  return Array.from({ length: count }, (_, index) => ({
    number: from + index,
    place,
    answer: isRight ? (answers[index] ?? null) : null,
    rationale: '',
    ...(isRight ? {} : { fault }),
  }))
}

/** Entries with a number each, several on a line; glued ones too when the answers are letters or marks. */
function numberedAnswers(line: string, place: string): ListedAnswer[] {
  const plain = halfWidth(line)
  const marks = [
    ...plain.matchAll(
      /(?<![\d-])(?:第?(\d{1,4})题?\s*[.、:)．]|[([](\d{1,4})[)\]]|(?<=^|\s)(\d{1,4})\s+(?=[A-L√×]))\s*/gu,
    ),
  ]
  const starts: { number: number; from: number; to: number }[] = []
  for (const match of marks) {
    const number = Number(match[1] ?? match[2] ?? match[3])
    const last = starts.at(-1)
    const before = plain.slice(last?.to ?? 0, match.index)
    const isAnswer = new RegExp(`^${ANSWER}$`, 'iu').test(before.replace(/[\s;,。、]+$/u, ''))
    const isFree = isAnswer || /^$|[\s;,。、]$/u.test(before)
    // Behind a rationale only the next number is one; behind an answer numbers may be left out, as those with an answer elsewhere.
    const goesOn = last !== undefined && (number === last.number + 1 ? isFree : number > last.number && isAnswer)
    if (last === undefined ? match.index === 0 : goesOn) {
      starts.push({ number, from: match.index, to: match.index + match[0].length })
    }
  }
  return starts.map(({ number, to }, index) => {
    const text = line.slice(to, starts[index + 1]?.from).trim()
    const { before, fields } = fieldsOf(text)
    const partOf = (field: string) => fields.find(([own]) => own === field)?.[1] ?? ''
    const answer = (partOf('answer') || before).replace(/[;；,，。]$/u, '').trim()
    return { number, place, answer: answer === '' ? null : answer, rationale: partOf('rationale') }
  })
}

/** The answers that a line lists; empty when it lists none. */
export function answersInLine({ text, place }: TextLine): ListedAnswer[] {
  const plain = halfWidth(text).toUpperCase()
  const ranges = [...plain.matchAll(RANGE)]
  return ranges.length > 0
    ? ranges.flatMap((match) => rangeAnswers(match, place))
    : numberedAnswers(text.replace(/^(?:参考|标准|正确)?答案[:：\s]*(?=\d)/, ''), place)
}

/** Whether a line is nothing but such a list, so that it needs no heading above it. */
export function isAnswerLine(text: string): boolean {
  const plain = halfWidth(text)
    .toUpperCase()
    .replace(/^(?:参考|标准|正确)?答案[:\s]*(?=\d)/, '')
  if (plain.replace(RANGE, '').replace(/[\s,;、.。]/g, '') === '' && /\d/.test(plain)) return true
  const one = `\\d{1,4}\\s*[.、:)．]?\\s*${ANSWER}`
  return new RegExp(`^${one}(?:${SEPARATED}*${one})+[。.]?$`, 'u').test(plain)
}

/** Cells of a row of a table that the reader of Word files has joined, or that stand between tabs. */
function cellsOf(text: string): string[] {
  return text.split(/\s*[|\t]\s*|\s{2,}/).map((cell) => cell.trim())
}

function tableAnswers(numbers: TextLine, answers: TextLine): ListedAnswer[] | null {
  const [head, ...own] = cellsOf(numbers.text)
  const [second, ...values] = cellsOf(answers.text)
  if (!/^(?:题号|序号)$/.test(head ?? '') || !/^(?:答案|正确答案)$/.test(second ?? '')) return null
  return own.flatMap((number, index) =>
    /^\d{1,4}$/.test(number)
      ? [{ number: Number(number), place: answers.place, answer: values[index] || null, rationale: '' }]
      : [],
  )
}

/** Reads the lines behind the heading of the answers. What is no answer belongs to the rationale of the one before. */
export function readAnswers(lines: readonly TextLine[]): AnswerRun[] {
  const runs: { heading: Heading | null; answers: ListedAnswer[] }[] = []
  let run: (typeof runs)[number] | undefined
  const open = (heading: Heading | null) => {
    run = { heading, answers: [] }
    runs.push(run)
    return run
  }
  const add = (answer: ListedAnswer) => {
    const last = run?.answers.at(-1)
    const goesOn = run !== undefined && (last === undefined || answer.number > last.number)
    const own = goesOn && run !== undefined ? run : open(null)
    own.answers.push(answer)
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined) continue
    const next = lines[at + 1]
    const table = next === undefined ? null : tableAnswers(line, next)
    const heading = headingOf(line.text.replace(/\s*\d.*$/u, '')) ?? headingOf(line.text)
    if (table !== null) {
      for (const answer of table) add(answer)
      at += 1
      continue
    }
    const rest = heading === null ? line.text : line.text.slice(line.text.search(/\d|$/u))
    if (heading !== null) open(heading)
    const found = answersInLine({ place: line.place, text: rest })
    for (const answer of found) add(answer)
    const last = run?.answers.at(-1)
    if (found.length > 0 || heading !== null || last === undefined || run === undefined) continue
    const { before, fields } = fieldsOf(line.text)
    const given = fields.find(([field]) => field === 'answer')?.[1] ?? null
    const said = [before, ...fields.flatMap(([field, text]) => (field === 'rationale' ? [text] : []))].filter(Boolean)
    const answer = last.answer ?? given
    run.answers[run.answers.length - 1] = {
      ...last,
      answer,
      rationale: [last.rationale, ...said].filter(Boolean).join('\n'),
    }
  }
  return runs.filter(({ answers }) => answers.length > 0)
}
