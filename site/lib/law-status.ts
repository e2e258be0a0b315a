import type { IsoDate } from '../../content/domain/dates.ts'
import type { LibraryLaw, LibraryText } from '../../content/domain/law-library.ts'
import { type Phase, periodsOf, phasesOf } from '../../content/domain/law-timeline.ts'

/** What pages say of the status of a text, so that a script can say it anew on the day it is read (`site/laws/`). */

/** A phase of a text with its end: from a day (inclusive) to another (exclusive). */
export interface BoundedPhase extends Phase {
  readonly to: IsoDate | null
}

/** The phase of a text on a day and those that are to come after it. */
export function phasesFrom(law: LibraryLaw, text: LibraryText, day: IsoDate): BoundedPhase[] {
  return phasesOf(law.texts, text.key)
    .map((phase, index, all) => ({ ...phase, to: all[index + 1]?.from ?? null }))
    .filter(({ to }) => to === null || to > day)
}

/**
 * The days of a phase as `data-phase`; nothing for a phase that is the only one, which needs no script.
 *
 * @example phaseDays({ from: '2019-11-01', to: '2027-01-01' }, 2) // '2019-11-01/2027-01-01'
 */
export function phaseDays({ from, to }: Pick<BoundedPhase, 'from' | 'to'>, count: number): string | undefined {
  return count === 1 ? undefined : `${from ?? ''}/${to ?? ''}`
}

/**
 * The times in which the texts of a law are in force, as `data-periods`: the key of each is its first day.
 *
 * @example lawPeriods(reconsiderationLaw) // '2018-01-01/2024-01-01 2024-01-01/'
 */
export function lawPeriods(law: LibraryLaw): string {
  return periodsOf(law.texts)
    .map(({ from, to }) => `${from}/${to ?? ''}`)
    .join(' ')
}
