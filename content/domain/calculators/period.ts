import type { IsoDate } from '../dates.ts'
import type { NotCovered, Statement } from './working.ts'

/** Which rule is in force on a day. Apart from the schemas, so that the page doesn't load them. */

interface Period {
  readonly effectiveFrom: IsoDate
  readonly effectiveTo?: IsoDate | undefined
}

/** The period in force on a day, or `null` when none is. */
export function periodOn<P extends Period>(periods: readonly P[], day: IsoDate): P | null {
  return (
    periods.find(
      ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === undefined || day < effectiveTo),
    ) ?? null
  )
}

/** Says that no period covers a day, and which days are covered; periods without a gap between them are one. */
export function notCovered(periods: readonly Period[], asked: IsoDate, notes: readonly Statement[] = []): NotCovered {
  const covered: { from: IsoDate; to: IsoDate | null }[] = []
  for (const { effectiveFrom, effectiveTo = null } of periods) {
    const before = covered.at(-1)
    if (before !== undefined && before.to === effectiveFrom) before.to = effectiveTo
    else covered.push({ from: effectiveFrom, to: effectiveTo })
  }
  return { kind: 'not-covered', asked, covered, notes }
}
