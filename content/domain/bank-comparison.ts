import type { Question } from './question.ts'
import { comparableQuestion } from './scoring.ts'

/** Two versions of a bank side by side: what the second has more, has no longer, and has otherwise. */

/** A question that both versions have, not alike. */
export interface ChangedQuestion {
  readonly before: Question
  readonly after: Question
  /** Fields that differ, in the order of the question's fields. */
  readonly fields: readonly (keyof Question)[]
}

/** What leads from one version to another. */
export interface BankComparison {
  readonly added: readonly Question[]
  readonly removed: readonly Question[]
  readonly changed: readonly ChangedQuestion[]
  /** Questions that are alike in every field but perhaps their id. */
  readonly same: number
}

const FIELDS = [
  'type',
  'group',
  'stem',
  'options',
  'key',
  'fixedOrder',
  'rationale',
  'citations',
  'difficulty',
  'topics',
  'uses',
] as const satisfies readonly (keyof Question)[]

/**
 * Compares two versions. A question is the same one if it has the same id or, since a file imported anew may give others, the same stem up
 * to width, spaces and punctuation (`comparableQuestion`).
 *
 * @example compareBanks(before, after).changed.map(({ after, fields }) => `${after.id}: ${fields.join(', ')}`)
 */
export function compareBanks(before: readonly Question[], after: readonly Question[]): BankComparison {
  const byId = new Map(before.map((question) => [question.id, question]))
  const rest = new Map(before.map((question) => [question.id, question]))
  const pairs = new Map<Question, Question>()
  for (const question of after) {
    const known = byId.get(question.id)
    // An id that was given to another question since doesn't make it the same one.
    if (
      known === undefined ||
      (comparableQuestion(known) !== comparableQuestion(question) && known.type !== question.type)
    )
      continue
    pairs.set(question, known)
    rest.delete(known.id)
  }
  const byStem = new Map([...rest.values()].map((question) => [comparableQuestion(question), question]))
  for (const question of after) {
    const known = byStem.get(comparableQuestion(question))
    if (pairs.has(question) || known === undefined || !rest.delete(known.id)) continue
    pairs.set(question, known)
  }
  const compared = [...pairs].map(([now, then]) => ({ before: then, after: now, fields: differing(then, now) }))
  const changed = compared.filter(({ fields }) => fields.length > 0)
  return {
    added: after.filter((question) => !pairs.has(question)),
    removed: [...rest.values()],
    changed,
    same: compared.length - changed.length,
  }
}

function differing(before: Question, after: Question): (keyof Question)[] {
  return FIELDS.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
}
