import { Converter } from 'opencc-js/t2cn'
import type { Question } from '../domain/question.ts'
import { comparableStem } from '../domain/scoring.ts'
import { optionForm } from './cell-text.ts'

/** Questions that ask the same: within the files of an import, and in banks that are there already. */

/** A bank that questions are compared with. */
export interface KnownBank {
  readonly title: string
  readonly questions: readonly Question[]
}

/** A question with where it stands. */
export interface PlacedQuestion {
  readonly place: string
  readonly question: Question
}

const PLACES_AT_MOST = 10

const toSimplified = Converter({ from: 't', to: 'cn' })

/** What is asked, a case's story included: the same up to punctuation, width, spaces, case and Traditional characters. */
export function stemForm({ stem, group }: Question): string {
  return comparableStem(toSimplified(`${group?.stem ?? ''}${stem}`))
}

/** The same for two questions with the same stem and the same options in any order. */
export function askedForm(question: Question): string {
  const options = question.options.map(({ text }) => optionForm(toSimplified(text))).sort()
  return JSON.stringify([stemForm(question), options])
}

/** The right answers as texts, in whatever order the options stand. */
export function keyForm({ key, options }: Question): string {
  const texts = key.map((id) => options.find((option) => option.id === id)?.text ?? id)
  return JSON.stringify(texts.map((text) => optionForm(toSimplified(text))).sort())
}

function listed(places: readonly string[]): string {
  const shown = places.slice(0, PLACES_AT_MOST).join('、')
  return places.length > PLACES_AT_MOST ? `${shown}等${places.length}处` : shown
}

function byStem<T>(items: readonly T[], questionOf: (item: T) => Question): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const item of items) {
    const form = stemForm(questionOf(item))
    const others = found.get(form)
    if (others === undefined) found.set(form, [item])
    else others.push(item)
  }
  return found
}

/** The questions that have a stem, where they stand, and how the stem begins. */
function groupsOf(questions: readonly PlacedQuestion[]) {
  return [...byStem(questions, ({ question }) => question)].map(([form, own]) => ({
    form,
    own,
    places: listed(own.map(({ place }) => place)),
    stem: `题干“${own[0]?.question.stem.slice(0, 24)}”`,
  }))
}

/**
 * Questions of an import to look at because they have the same stem, a Chinese sentence each. Their options may differ, as they do
 * where a stem says nothing (下列说法正确的是).
 */
export function alikeAmong(questions: readonly PlacedQuestion[]): string[] {
  return groupsOf(questions).flatMap(({ own, places, stem }) =>
    own.length > 1 ? [`${places}：${stem}一样，选项不同，请看看是不是重复。`] : [],
  )
}

/** Questions of an import to look at because a bank has their stem, with both places; a Chinese sentence each. */
export function alikeInBanks(questions: readonly PlacedQuestion[], banks: readonly KnownBank[]): string[] {
  const known = banks.map(({ title, questions: own }) => ({ title, stems: byStem(own, (question) => question) }))
  return groupsOf(questions).flatMap(({ form, places, stem }) =>
    known.flatMap(({ title, stems }) => {
      const same = stems.get(form)
      if (same === undefined) return []
      return [`${places}：${stem}和题库“${title}”的${listed(same.map(({ id }) => id))}一样，请看看要不要再收。`]
    }),
  )
}
