import type { IsoDate } from '../../../content/domain/dates.ts'
import { checkedAnswer } from '../../../content/domain/practice.ts'
import {
  type Checked,
  type OfflinePractice,
  OfflinePracticeSchema,
  type PracticeQuestion,
} from '../../../content/domain/practice-api.ts'
import { drawableOn } from '../../../content/domain/set-aside.ts'
import { KEPT_AT, PRACTICE_CACHE } from '../../offline/names.ts'

/**
 * Questions for practice alone, kept in this browser for those who ask for it. Answers to them are judged here.
 *
 * Loaded only by who saves them, has saved them, or is without network.
 */

const ADDRESS = '/api/practice/offline'
/** Days after which what is kept is no longer used: the law may have changed, or a contest taken a question. */
export const DAYS_KEPT = 30
const DAY_MS = 24 * 60 * 60 * 1000

/** What is kept. */
export interface KeptPractice {
  /** When it came from the service, in milliseconds since 1970 UTC. */
  readonly keptAt: number
  /** Bytes in the browser's storage. */
  readonly bytes: number
  readonly questions: OfflinePractice['questions']
}

/** Whether what is kept may still be used. @param now milliseconds since 1970 UTC */
export function isUsable({ keptAt }: Pick<KeptPractice, 'keptAt'>, now: number): boolean {
  return now - keptAt <= DAYS_KEPT * DAY_MS
}

/**
 * The kept questions of a topic (all without one), as practice asks them on a day: without those whose law has changed since they
 * were fetched. Who was asked one of them before midnight still gets it judged.
 *
 * @param day Beijing day
 */
export function questionsOf(
  { questions }: Pick<KeptPractice, 'questions'>,
  topic: string | null,
  day: IsoDate,
): PracticeQuestion[] {
  return drawableOn(questions, day)
    .filter(({ topics }) => topic === null || topics.includes(topic))
    .map(({ key: _key, rationale: _rationale, citations: _citations, setAside: _setAside, ...asked }) => asked)
}

/** Ids of the topics that the kept questions are about. */
export function topicsOf({ questions }: Pick<KeptPractice, 'questions'>): string[] {
  return [...new Set(questions.flatMap(({ topics }) => topics))]
}

/** Judges an answer to a kept question; `null` when it isn't among them. */
export function checkKept(
  { questions }: Pick<KeptPractice, 'questions'>,
  id: string,
  response: readonly string[],
): Checked | null {
  const question = questions.find((kept) => kept.id === id)
  return question === undefined ? null : checkedAnswer(question, response)
}

/** What is kept, of whatever age; `null` when there is nothing, or nothing that can be read. */
export async function readKept(): Promise<KeptPractice | null> {
  try {
    // Without https there is no storage of this kind, and the name leads to an error, caught below.
    const response = await (await caches.open(PRACTICE_CACHE)).match(ADDRESS)
    if (response === undefined) return null
    const text = await response.text()
    const keptAt = Date.parse(response.headers.get(KEPT_AT) ?? '')
    const { questions } = OfflinePracticeSchema.parse(JSON.parse(text))
    return Number.isNaN(keptAt) ? null : { keptAt, bytes: new Blob([text]).size, questions }
  } catch {
    return null
  }
}

/** What is kept and may be used now; `null` when there is nothing. */
export async function usableKept(): Promise<KeptPractice | null> {
  const kept = await readKept()
  return kept !== null && isUsable(kept, Date.now()) ? kept : null
}

/**
 * Fetches the questions and keeps them in place of those from before.
 *
 * @returns what is kept now; `null` when the service can't be reached, its answer isn't in the form of the contract, or
 *   the device is full: then what was kept before stays
 */
export async function fetchKept(now: number): Promise<KeptPractice | null> {
  try {
    const response = await fetch(ADDRESS)
    if (!response.ok) return null
    const text = await response.text()
    OfflinePracticeSchema.parse(JSON.parse(text))
    const headers = { 'content-type': 'application/json', [KEPT_AT]: new Date(now).toISOString() }
    await (await caches.open(PRACTICE_CACHE)).put(ADDRESS, new Response(text, { headers }))
  } catch {
    return null
  }
  return readKept()
}

/** Removes what is kept. */
export async function dropKept(): Promise<void> {
  await caches.delete(PRACTICE_CACHE)
}
