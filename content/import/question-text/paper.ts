import { findOptions } from '../option-marks.ts'
import { answersInLine, isAnswerLine } from './answer-table.ts'
import type { TextLine } from './lines.ts'
import {
  answerInStem,
  type Field,
  fieldsOf,
  type Heading,
  headingOf,
  isAnswerHeading,
  isCaseType,
  type Numbered,
  numberOf,
} from './marks.ts'

/** Cuts the lines of a paper into questions; what the questions say is for `read.ts`. */

/** A story that questions share. */
export interface Story {
  readonly lines: TextLine[]
  /** Number of the last question that it belongs to, where it says so. */
  readonly until: number | null
}

/** The lines of one question. */
export interface PaperQuestion {
  readonly number: number | null
  readonly style: Numbered['style'] | null
  readonly heading: Heading | null
  /** Number of its heading, from 0 (before any). */
  readonly part: number
  readonly story: Story | null
  /** Stem and options. */
  readonly lines: TextLine[]
  readonly fields: { readonly field: Field; readonly place: string; text: string }[]
}

/** A paper: its questions, and the lines of the answers at its end. */
export interface Paper {
  readonly questions: readonly PaperQuestion[]
  readonly answers: readonly TextLine[]
  /** Lines before the first question that are none. */
  readonly before: readonly TextLine[]
}

const STORY = /^[【[（(]?(?:案例|案情|材料|资料|背景资料|背景材料)\s*[一二三四五六七八九十\d]*\s*(?:[】\])）:：、.]|$)/u
const STORY_RANGE =
  /(?:回答|完成)第?\s*(\d+)\s*[-—–~～至到]\s*(\d+)\s*小?题|^[（(]?\s*(\d+)\s*[-—–~～至到]\s*(\d+)\s*题?[^。]{0,8}共用/u
/** Numbers may be left out, so many at most. */
const JUMP_AT_MOST = 10
/** More lines are no question: what follows is read anew, so that a text without any takes no time. */
const LINES_AT_MOST = 200

/** The number of the last question of a story that says so; `null` for one that doesn't, `undefined` for no story. */
function storyUntil(text: string, inCases: boolean): number | null | undefined {
  const range = STORY_RANGE.exec(text)
  if (range !== null) return Number(range[2] ?? range[4])
  const isStory = STORY.test(text) || (inCases && /^[（(][一二三四五六七八九十]+[)）]/u.test(text))
  return isStory ? null : undefined
}

class Cutter {
  readonly #lines: readonly TextLine[]
  readonly #main: Numbered['style'] | null
  readonly questions: PaperQuestion[] = []
  readonly answers: TextLine[] = []
  readonly before: TextLine[] = []
  #heading: Heading | null = null
  #other: number | undefined
  #part = 0
  #story: Story | null = null
  /** Whether lines go on with the story. */
  #inStory = false
  #question: PaperQuestion | null = null

  constructor(lines: readonly TextLine[]) {
    this.#lines = lines
    const styles = lines.map(({ text }) => numberOf(text)?.style)
    this.#main = styles.includes('plain') ? 'plain' : styles.includes('bracket') ? 'bracket' : null
  }

  cut(): Paper {
    for (const [at, line] of this.#lines.entries()) {
      const isFirst = this.questions.length === 0
      if (!isFirst && (isAnswerHeading(line.text) || (isAnswerLine(line.text) && at > this.#lastOther()))) {
        const from = isAnswerHeading(line.text) ? at + 1 : at
        this.answers.push(...this.#lines.slice(from))
        break
      }
      this.#line(line, at)
    }
    return { questions: this.questions, answers: this.answers, before: this.before }
  }

  /** Place of the last line that is neither an answer nor a heading. */
  #lastOther(): number {
    this.#other ??= this.#lines.findLastIndex(
      ({ text }) => headingOf(text) === null && answersInLine({ text, place: '' }).length === 0,
    )
    return this.#other
  }

  #line(line: TextLine, at: number): void {
    const heading = headingOf(line.text)
    if (heading !== null && !(this.#inCases() && storyUntil(line.text, true) !== undefined)) {
      this.#heading = heading
      this.#part += 1
      this.#question = null
      this.#story = isCaseType(heading.type) ? { lines: [], until: null } : null
      this.#inStory = this.#story !== null
      return
    }
    const until = storyUntil(line.text, this.#inCases())
    if (until !== undefined) {
      this.#story = { lines: [line], until }
      this.#inStory = true
      this.#question = null
      return
    }
    const numbered = numberOf(line.text)
    if (numbered !== null && this.#starts(numbered, at)) this.#open(numbered, { ...line, text: numbered.rest })
    else if (this.#inStory) this.#story?.lines.push(line)
    else if (this.#main === null && this.#isUnnumberedStart(line)) this.#open(null, line)
    else if (this.#question === null) this.before.push(line)
    else this.#goOn(this.#question, line)
  }

  #inCases(): boolean {
    return this.#heading !== null && isCaseType(this.#heading.type)
  }

  #open(numbered: Numbered | null, line: TextLine): void {
    const { until = null } = this.#story ?? {}
    if (until !== null && (numbered?.number ?? 0) > until) this.#story = null
    this.#inStory = false
    this.#question = {
      number: numbered?.number ?? null,
      style: numbered?.style ?? null,
      heading: this.#heading,
      part: this.#part,
      story: this.#story,
      lines: [],
      fields: [],
    }
    this.questions.push(this.#question)
    this.#goOn(this.#question, line)
  }

  /** Adds a line to stem, options or the part that was named last. */
  #goOn(question: PaperQuestion, line: TextLine): void {
    const { before, fields } = fieldsOf(line.text)
    const last = question.fields.at(-1)
    if (before !== '') {
      if (last === undefined) question.lines.push({ ...line, text: before })
      else if (last.field === 'answer' && last.text !== '')
        question.fields.push({ field: 'rationale', place: line.place, text: before })
      else last.text = last.text === '' ? before : `${last.text}\n${before}`
    }
    for (const [field, text] of fields) question.fields.push({ field, place: line.place, text })
  }

  /** Whether the question under way has all that it needs, so that a number can begin the next. */
  #isComplete(question: PaperQuestion): boolean {
    if (question.lines.length > LINES_AT_MOST) return true
    const text = question.lines.map((line) => line.text).join('\n')
    return question.fields.length > 0 || findOptions(text) !== null || answerInStem(text).places > 0
  }

  /** Whether options or an answer follow before the next number. */
  #hasChoiceAhead(at: number, style: Numbered['style'] | null): boolean {
    const texts: string[] = []
    for (const [index, { text }] of this.#lines.slice(at, at + 40).entries()) {
      if (index > 0 && (headingOf(text) !== null || isAnswerHeading(text) || numberOf(text)?.style === style)) break
      texts.push(text)
    }
    const text = texts.join('\n')
    return (
      findOptions(text) !== null ||
      answerInStem(text).places > 0 ||
      texts.some((own) => fieldsOf(own).fields.some(([field]) => field === 'answer'))
    )
  }

  #starts({ number, style, isTight }: Numbered, at: number): boolean {
    const question = this.#question
    if (style !== this.#main) return this.#startsSubQuestion(number, at)
    if (question === null || question.number === null) return !isTight || number === 1 || question === null
    const previous = this.questions.findLast((own) => own.style === this.#main)?.number ?? 0
    const isNext = number === previous + 1
    if (isTight && !isNext && !(number === 1 && this.#isComplete(question))) return false
    const isBelowRationale = question.fields.at(-1)?.field === 'rationale'
    if (isNext && !isBelowRationale) return true
    if (isBelowRationale) return this.#hasChoiceAhead(at, style)
    if (this.#isComplete(question)) return true
    return number > previous && number - previous < JUMP_AT_MOST
  }

  /** （1） is a question of its own when options or an answer follow it; otherwise it is a line of a stem or a story. */
  #startsSubQuestion(number: number, at: number): boolean {
    if (this.#question?.style === 'bracket' && number === (this.#question.number ?? 0) + 1) return true
    return number === 1 && (this.#question !== null || this.#inStory) && this.#hasChoiceAhead(at, 'bracket')
  }

  /** Without numbers, a line behind options or an answer begins the next question. */
  #isUnnumberedStart(line: TextLine): boolean {
    if (this.#question === null) return findOptions(`题\n${line.text}`) === null && fieldsOf(line.text).before !== ''
    if (fieldsOf(line.text).before === '') return false
    if (this.#question.fields.at(-1)?.field === 'answer') return true
    const own = this.#question.lines.map(({ text }) => text).join('\n')
    const startsOption = /^\s*[（(]?[A-LＡ-Ｌa-l]\s*[)）.．、:：]/u.test(line.text)
    return findOptions(own) !== null && !startsOption
  }
}

/**
 * Cuts a paper into its questions.
 *
 * Which numbers begin questions is seen from what follows them: stems, stories and rationales have numbered lines too.
 */
export function cutPaper(lines: readonly TextLine[]): Paper {
  return new Cutter(lines).cut()
}
