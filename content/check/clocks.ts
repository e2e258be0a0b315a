import { findCitations, indexLaws, isResolved, resolveCitation } from '../domain/citation.ts'
import { CLOCK_IDS } from '../domain/clock.ts'
import type { IsoDate } from '../domain/dates.ts'
import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'

/** Clocks whose basis cites what doesn't stand on a day. */
export function checkClocks({ clocks: { value, source }, laws }: Content, today: IsoDate): Problem[] {
  const index = indexLaws(laws.map((law) => law.value))
  return CLOCK_IDS.flatMap((id) =>
    findCitations(value.clocks[id].basis).flatMap((ref) => {
      const to = resolveCitation(index, ref, today)
      return isResolved(to) ? [] : [{ place: source.place(['clocks', id, 'basis']), ...to }]
    }),
  )
}
