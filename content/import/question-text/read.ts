import type { Problem } from '../../domain/errors.ts'
import { truthOfAnswer } from '../answer.ts'
import { cleanText, optionForm } from '../cell-text.ts'
import type { Column } from '../csv-header.ts'
import { findOptions } from '../option-marks.ts'
import type { QuestionRow, QuestionTable } from '../question-table.ts'
import { unreadableTable } from '../question-table.ts'
import { type AnswerRun, type ListedAnswer, readAnswers } from './answer-table.ts'
import type { TextLine } from './lines.ts'
import { answerInStem, type Field, type Heading, typeInStem } from './marks.ts'
import { cutPaper, type PaperQuestion } from './paper.ts'

/** The questions of a paper, as rows like those of a table. */

/** What a question says of itself, with the places of its parts. */
interface Draft {
  readonly question: PaperQuestion
  readonly place: string
  readonly cells: Map<Column, string>
  readonly places: Map<Column, string>
  readonly faults: Problem[]
}

function fieldText({ fields }: PaperQuestion, field: Field): string {
  return fields.flatMap((own) => (own.field === field && own.text !== '' ? [own.text] : [])).join('\n')
}

/** Place of the line that holds a character of joined lines. */
function placeAt(lines: readonly TextLine[], at: number): string {
  let end = 0
  for (const { text, place } of lines) {
    end += text.length + 1
    if (at < end) return place
  }
  return lines.at(-1)?.place ?? ''
}

/** The same answer, written in two places? Letters in any order and width, or the same truth. */
function isSameAnswer(one: string, other: string): boolean {
  const truth = truthOfAnswer(one)
  if (truth !== null && truth === truthOfAnswer(other)) return true
  const form = (answer: string) =>
    [
      ...optionForm(answer)
        .toUpperCase()
        .replace(/[^\p{L}\p{N}√×]/gu, ''),
    ]
      .sort()
      .join('')
  return form(one) === form(other)
}

function takeStem(draft: Draft, written: string): void {
  const { type, stem: text } = typeInStem(written)
  if (type !== '') draft.cells.set('type', type)
  const inStem = answerInStem(text)
  const given = fieldText(draft.question, 'answer')
  draft.cells.set('stem', given !== '' && inStem.places !== 1 ? text : inStem.stem)
  draft.cells.set('answer', given || (inStem.answer ?? ''))
  if (given === '' && inStem.places > 1) {
    const fault = `题干里有${inStem.places}处括号写着答案。`
    draft.faults.push({ place: draft.place, fault, fix: '拆成几道题，或者另起一行写“答案：”。' })
  }
  if (given !== '' && inStem.answer !== null && !isSameAnswer(given, inStem.answer)) {
    const fault = `题干里的答案是“${inStem.answer}”，后面写的是“${given.slice(0, 20)}”。`
    draft.faults.push({ place: draft.place, fault, fix: '查清哪个对，两处改成一样。' })
  }
}

function draftOf(question: PaperQuestion): Draft {
  const { lines, story, heading, fields } = question
  const place = lines[0]?.place ?? fields[0]?.place ?? ''
  const numbered = question.number === null ? place : `${place}（第${question.number}题）`
  const cells = new Map<Column, string>([['type', fieldText(question, 'type') || (heading?.type ?? '')]])
  const places = new Map<Column, string>()
  const draft: Draft = { question, place: numbered, cells, places, faults: [] }
  const text = lines.map((line) => line.text).join('\n')
  const found = findOptions(text)
  if (found !== null && 'fault' in found) draft.faults.push({ place: numbered, ...found })
  if (found !== null && 'options' in found) {
    for (const option of found.options) {
      cells.set(option.id, option.text)
      places.set(option.id, `${placeAt(lines, option.from)}选项${option.id}`)
    }
  }
  takeStem(draft, cleanText(found !== null && 'from' in found ? text.slice(0, found.from) : text))
  for (const field of ['rationale', 'difficulty'] as const) cells.set(field, fieldText(question, field))
  for (const { field, place: own } of fields) if (field !== 'ignored') places.set(field, own)
  const shared = story?.lines.map((line) => line.text).join('\n') ?? ''
  if (shared !== '') cells.set('case', cleanText(shared))
  return draft
}

/** A numbered text without options and answer is the story of the （1）（2） below it. */
function withStories(drafts: readonly Draft[]): Draft[] {
  let story: Draft | null = null
  return drafts.filter((draft, index) => {
    const { style } = draft.question
    if (style === 'bracket' && story !== null) {
      draft.cells.set('case', [story.cells.get('case'), story.cells.get('stem')].filter(Boolean).join('\n'))
      return true
    }
    const next = drafts[index + 1]?.question
    const isBare = draft.cells.get('answer') === '' && !draft.cells.has('A') && draft.question.fields.length === 0
    story = style === 'plain' && isBare && next?.style === 'bracket' && next.number === 1 ? draft : null
    return story === null
  })
}

/** 一 of 一、单选题. */
function orderOf(heading: Heading | null): string | null {
  return /^[一二三四五六七八九十]+(?=[、.])/.exec(heading?.title ?? '')?.[0] ?? null
}

/** The questions that a run of answers is about: of the heading with the same name, or the next part in order. */
function draftsOfRun(
  run: AnswerRun,
  place: number,
  runs: readonly AnswerRun[],
  drafts: readonly Draft[],
): readonly Draft[] {
  const type = run.heading?.type ?? ''
  const sameType = type === '' ? [] : drafts.filter(({ question }) => question.heading?.type === type)
  if (sameType.length > 0) return sameType
  const order = orderOf(run.heading)
  const sameOrder = order === null ? [] : drafts.filter(({ question }) => orderOf(question.heading) === order)
  if (sameOrder.length > 0) return sameOrder
  const parts = [...new Set(drafts.map(({ question }) => question.part))]
  const isContinuous = new Set(drafts.map(({ question }) => question.number)).size === drafts.length
  if (run.heading === null && (runs.length === 1 || isContinuous)) return drafts
  return drafts.filter(({ question }) => question.part === parts[place])
}

function take(draft: Draft, listed: ListedAnswer): void {
  if (listed.fault !== undefined) {
    draft.faults.push({
      place: listed.place,
      fault: listed.fault,
      fix: '一道题一个答案，多选题之间用空格隔开，例如 1-3 AB C ABD。',
    })
    return
  }
  const own = draft.cells.get('answer') ?? ''
  const given = listed.answer ?? ''
  if (own !== '' && given !== '' && !isSameAnswer(own, given)) {
    const fault = `答案是“${own.slice(0, 20)}”，${listed.place} 的答案表里是“${given.slice(0, 20)}”。`
    draft.faults.push({ place: draft.place, fault, fix: '查清哪个对，两处改成一样。' })
  }
  if (own === '' && given !== '') {
    draft.cells.set('answer', given)
    draft.places.set('answer', listed.place)
  }
  if (listed.rationale !== '' && draft.cells.get('rationale') === '') draft.cells.set('rationale', listed.rationale)
}

/** Gives the listed answers to the questions. @returns what fits nowhere, and the questions that a list leaves out */
function takeAnswers(runs: readonly AnswerRun[], drafts: readonly Draft[]): Problem[] {
  const problems = runs.flatMap((run, order) => {
    const own = draftsOfRun(run, order, runs, drafts)
    return run.answers.flatMap((listed): Problem[] => {
      const draft = own.find(({ question }) => question.number === listed.number)
      if (draft !== undefined) take(draft, listed)
      if (draft !== undefined) return []
      const fault = `答案表里有第${listed.number}题，前面没有这道题。`
      return [{ place: listed.place, fault, fix: '看看题号对不对，或者删去这个答案。' }]
    })
  })
  if (runs.length === 0) return problems
  for (const { question, cells, faults, place } of drafts) {
    if (cells.get('answer') !== '' || faults.length > 0) continue
    const which = question.number === null ? '这道题' : `第${question.number}题`
    faults.push({
      place,
      fault: `${which}没有答案，答案表里也没有。`,
      fix: '在答案表里补上，或者在题目下面写“答案：”。',
    })
  }
  return problems
}

function rowOf({ place, cells, places, faults }: Draft): QuestionRow {
  return { place, at: null, cells, faults, placeOf: (column) => places.get(column) ?? place }
}

/**
 * Reads the questions of a text.
 *
 * @param losses what its file has besides text
 * @returns a table as of a spreadsheet, without rows to mark
 * @example textQuestions('题库.txt', lines).rows[0]?.cells.get('stem')
 */
export function textQuestions(
  file: string,
  lines: readonly TextLine[],
  losses: readonly Problem[] = [],
): QuestionTable {
  const paper = cutPaper(lines)
  if (paper.questions.length === 0) {
    return unreadableTable(file, '找不到题目。', '每道题前面写题号，例如“1.”；选项写成“A.”，答案写成“答案：A”。')
  }
  const drafts = withStories(paper.questions.map(draftOf))
  const problems = takeAnswers(readAnswers(paper.answers), drafts)
  const before = paper.before.map(({ place, text }) => `${place}：“${text.slice(0, 20)}”不是题目，没有导入。`)
  return {
    file,
    rows: drafts.map(rowOf),
    rowCount: drafts.length,
    problems: problems.map((problem) => ({ ...problem, at: null })),
    notices: [...before, ...losses.map(({ place, fault }) => `${place}：${fault}`)],
  }
}
