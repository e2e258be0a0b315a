import type { Result, Started } from '../../content/domain/api.ts'
import type { Question } from '../../content/domain/question.ts'

/**
 * A second marking, for comparison with the server's: by the texts of the options on the paper as shown and of the keys
 * in the bank, without a letter, an order or a line of code in common.
 */

/** Questions of a bank by id. */
export type BankById = ReadonlyMap<string, Question>
type Paper = Started['paper']
type Asked = Paper['questions'][number]
type Sheet = Record<string, string[]>

/** Compares two values as JSON. @throws {Error} that shows both when they differ */
export function expectSame(what: string, actual: unknown, expected: unknown): void {
  const [is = '', should = ''] = [actual, expected].map((value) => JSON.stringify(value) ?? 'nothing')
  if (is !== should) throw new Error(`${what}: ${is.slice(0, 500)}, expected ${should.slice(0, 500)}`)
}

function toHundredths(marks: number): number {
  return Math.round(marks * 100) / 100
}

function keyTexts({ key, options }: Question): string[] {
  return options.filter(({ id }) => key.includes(id)).map(({ text }) => text)
}

/** Marks of one question by the texts chosen: all of the key, or for several keys its share when nothing is wrong. */
function marksOf(asked: Asked, question: Question, chosen: readonly string[]): number {
  const right = keyTexts(question)
  const texts = asked.options.filter(({ id }) => chosen.includes(id)).map(({ text }) => text)
  if (texts.some((text) => !right.includes(text))) return 0
  if (texts.length === right.length) return asked.points
  const isOne = question.type === 'single' || question.type === 'true-false'
  return isOne ? 0 : toHundredths((asked.points * texts.length) / right.length)
}

/** Plays as somebody who knows a share of the answers, guesses most of the rest, and leaves some out. */
export function sheetOf(paper: Paper, bank: BankById, skill: number): Sheet {
  return Object.fromEntries(
    paper.questions.flatMap((asked): [string, string[]][] => {
      const question = bank.get(asked.id)
      const right = question ? keyTexts(question) : []
      const known = asked.options.filter(({ text }) => right.includes(text)).map(({ id }) => id)
      if (Math.random() < skill) return [[asked.id, known]]
      if (Math.random() < 0.1) return []
      if (known.length > 1 && Math.random() < 0.5) return [[asked.id, known.slice(1)]]
      const guess = asked.options[Math.floor(Math.random() * asked.options.length)]
      return guess ? [[asked.id, [guess.id]]] : []
    }),
  )
}

/** A paper has so many different questions, each with the texts of the bank. @throws {Error} */
export function checkPaper({ questions }: Paper, bank: BankById, wanted: number): void {
  expectSame('different questions on a paper', new Set(questions.map(({ id }) => id)).size, wanted)
  expectSame('questions on a paper', questions.length, wanted)
  for (const asked of questions) {
    const question = bank.get(asked.id)
    expectSame(`stem of ${asked.id}`, asked.stem, question?.stem)
    const texts = (options: readonly { text: string }[] = []) => options.map(({ text }) => text).sort()
    expectSame(`options of ${asked.id}`, texts(asked.options), texts(question?.options))
  }
}

/** Every mark, the sum, the pass and the keys shown afterwards are what this marking says. @throws {Error} */
export function checkResult(paper: Paper, bank: BankById, sheet: Sheet, result: Result): void {
  const marks = paper.questions.map((asked) => {
    const question = bank.get(asked.id)
    return question ? marksOf(asked, question, sheet[asked.id] ?? []) : Number.NaN
  })
  const full = paper.questions.reduce((sum, { points }) => sum + points, 0)
  const score = toHundredths(marks.reduce((sum, earned) => sum + earned, 0))
  expectSame('score and maximum', [result.score, result.maxScore], [score, toHundredths(full)])
  expectSame(
    'marks of the questions',
    result.questions?.map(({ earned }) => earned),
    marks,
  )
  for (const [index, { id, key }] of (result.questions ?? []).entries()) {
    const shown = paper.questions[index]?.options.filter((option) => key?.includes(option.id)).map(({ text }) => text)
    const question = bank.get(id)
    expectSame(`key of ${id} after the result`, shown?.sort(), question && keyTexts(question).sort())
  }
  expectSame('passed', result.passed, score >= full * 0.6)
}
