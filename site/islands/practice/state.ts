import type { Checked, PracticeQuestion } from '../../../content/domain/practice-api.ts'
import { type Random, shuffled } from '../../../content/domain/random.ts'
import type { Failure } from '../api-client.ts'

/**
 * Practice: rounds of questions, each checked at once. Nothing is kept after the page is left.
 */

/** Questions in a round; a case is never cut, so a round may be a few longer. */
export const ROUND_LENGTH = 10

/** What a question got: the answer given and what the service said. */
export interface CheckedAnswer {
  readonly response: readonly string[]
  readonly checked: Checked
}

/** Where practice stands. */
export interface PracticeState {
  readonly stage: 'choosing' | 'asking' | 'summary'
  /** A call is under way. */
  readonly busy: boolean
  readonly failure: Failure | null
  /** The topic has no questions for practice. */
  readonly empty: boolean
  /** The topic chosen; `null` for all. */
  readonly topic: string | null
  /** All questions of the topic, as loaded. */
  readonly pool: readonly PracticeQuestion[]
  /** Ids asked in this topic so far. */
  readonly asked: readonly string[]
  readonly round: readonly PracticeQuestion[]
  readonly place: number
  readonly response: readonly string[]
  /** Checking was asked for without an answer. */
  readonly missing: boolean
  readonly answers: Readonly<Record<string, CheckedAnswer>>
}

/** What can happen. `random` is a parameter, so that rounds can be tested. */
export type PracticeEvent =
  | { readonly type: 'topic-chosen'; readonly topic: string | null }
  | { readonly type: 'called' }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'loaded'; readonly questions: readonly PracticeQuestion[]; readonly random: Random }
  | { readonly type: 'answered'; readonly response: readonly string[] }
  | { readonly type: 'answer-missing' }
  | { readonly type: 'checked'; readonly checked: Checked }
  | { readonly type: 'next' }
  | { readonly type: 'missed-again' }
  | { readonly type: 'next-round'; readonly random: Random }
  | { readonly type: 'back-to-topics' }

/** The start: nothing chosen, nothing loaded. */
export const FIRST_STATE: PracticeState = {
  stage: 'choosing',
  busy: false,
  failure: null,
  empty: false,
  topic: null,
  pool: [],
  asked: [],
  round: [],
  place: 0,
  response: [],
  missing: false,
  answers: {},
}

/** The question asked now, or `null` outside a round. */
export function currentQuestion(state: PracticeState): PracticeQuestion | null {
  return state.stage === 'asking' ? (state.round[state.place] ?? null) : null
}

/** Questions of the round that didn't come out right, in their order; skipped ones are not among them. */
export function missedQuestions(state: PracticeState): PracticeQuestion[] {
  return state.round.filter(({ id }) => {
    const answer = state.answers[id]
    return answer !== undefined && answer.checked.outcome !== 'right'
  })
}

/** Questions of the round that came out right. */
export function rightCount(state: PracticeState): number {
  return state.round.filter(({ id }) => state.answers[id]?.checked.outcome === 'right').length
}

/**
 * Draws a round: whole cases, shuffled, those not asked before first.
 *
 * @param length questions at least, as long as there are that many
 */
export function drawRound(
  pool: readonly PracticeQuestion[],
  asked: readonly string[],
  length: number,
  random: Random,
): PracticeQuestion[] {
  // Not Map.groupBy: browsers inside chat apps are often some years old.
  const cases = new Map<string, PracticeQuestion[]>()
  for (const question of pool) {
    const id = question.group?.id ?? question.id
    cases.set(id, [...(cases.get(id) ?? []), question])
  }
  const units = shuffled([...cases.values()], random)
  const isNew = ([first]: PracticeQuestion[]) => first !== undefined && !asked.includes(first.id)
  const round: PracticeQuestion[] = []
  for (const unit of [...units.filter(isNew), ...units.filter((each) => !isNew(each))]) {
    if (round.length >= length) break
    round.push(...unit)
  }
  return round
}

function startRound(state: PracticeState, round: readonly PracticeQuestion[]): PracticeState {
  const ids = round.map((question) => question.id)
  const answers = Object.fromEntries(Object.entries(state.answers).filter(([id]) => !ids.includes(id)))
  const asked = [...new Set([...state.asked, ...ids])]
  const stage = round.length === 0 ? 'choosing' : 'asking'
  return { ...state, stage, round, answers, asked, place: 0, response: [], missing: false, busy: false, failure: null }
}

/** What an event makes of the state. */
export function practiceReducer(state: PracticeState, event: PracticeEvent): PracticeState {
  switch (event.type) {
    case 'topic-chosen':
      return { ...state, topic: event.topic, failure: null, empty: false }
    case 'called':
      return { ...state, busy: true, failure: null, missing: false }
    case 'failed':
      return { ...state, busy: false, failure: event.failure }
    case 'loaded': {
      const fresh = { ...state, pool: event.questions, empty: event.questions.length === 0, asked: [], answers: {} }
      return startRound(fresh, drawRound(event.questions, [], ROUND_LENGTH, event.random))
    }
    case 'answered':
      return { ...state, response: event.response, missing: false }
    case 'answer-missing':
      return { ...state, missing: true }
    case 'checked': {
      const question = currentQuestion(state)
      if (question === null) return state
      const answers = { ...state.answers, [question.id]: { response: state.response, checked: event.checked } }
      return { ...state, busy: false, failure: null, answers }
    }
    case 'next': {
      const place = state.place + 1
      const stage = place < state.round.length ? 'asking' : 'summary'
      return { ...state, stage, place, response: [], missing: false, failure: null, busy: false }
    }
    case 'missed-again':
      return startRound(state, missedQuestions(state))
    case 'next-round':
      return startRound(state, drawRound(state.pool, state.asked, ROUND_LENGTH, event.random))
    case 'back-to-topics':
      return { ...FIRST_STATE, topic: state.topic }
  }
}
