import { type Paper, type PaperQuestion, shownOptionId } from '../../../content/domain/paper.ts'
import type { Responses } from '../../../content/domain/scoring.ts'

/**
 * Sheets as stored: one JSON array with an entry a question in the order of the paper, a bit mask of the options
 * chosen by place or the text of a fill-in. Twenty answers take some forty bytes instead of several hundred.
 */

function entryOf({ question, order }: PaperQuestion, response: readonly string[]): number | string {
  if (question.type === 'fill-in') return response[0] ?? 0
  return order.reduce((mask, _, place) => (response.includes(shownOptionId(place)) ? mask | (1 << place) : mask), 0)
}

/** Packs a sheet that has been checked against the paper. */
export function packSheet(paper: Paper, responses: Responses): string {
  return JSON.stringify(
    paper.questions.map((item) => {
      const { id } = item.question
      return entryOf(item, Object.hasOwn(responses, id) ? (responses[id] ?? []) : [])
    }),
  )
}

/** Unpacks a stored sheet; questions without an answer are left out. */
export function unpackSheet(paper: Paper, packed: string | null): Record<string, string[]> {
  const entries: unknown = packed === null ? [] : JSON.parse(packed)
  const responses: Record<string, string[]> = {}
  if (!Array.isArray(entries)) return responses
  for (const [index, { question, order }] of paper.questions.entries()) {
    const entry: unknown = entries[index]
    if (typeof entry === 'string') responses[question.id] = [entry]
    else if (typeof entry === 'number' && entry !== 0) {
      responses[question.id] = order.flatMap((_, place) => (entry & (1 << place) ? [shownOptionId(place)] : []))
    }
  }
  return responses
}
