import type { IsoDate } from '../domain/dates.ts'
import type { Problem } from '../domain/errors.ts'
import { versionInForce } from '../domain/law.ts'
import type { CitationUse } from './citations.ts'

/**
 * Pages and questions that speak of a text of a law that is no longer the one in force.
 *
 * @param today Beijing day
 */
export function checkStale(uses: readonly CitationUse[], today: IsoDate): Problem[] {
  return uses.flatMap(({ from, to, place }) => {
    // A ledger records what was said under the law of its day.
    if (from.kind === 'notice') return []
    const current = versionInForce(to.law, today)
    // A text that is still to come can't be out of date.
    if (current === to.version || to.version.effectiveFrom > today) return []
    const now = current === null ? '现在已经废止' : `${current.effectiveFrom} 起施行新文本`
    return [
      {
        place,
        fault: `引用的是《${to.law.name}》${to.version.effectiveFrom} 起施行的文本，这部法${now}。`,
        fix: '对照现行文本重新审核，改好内容，再把 asOf 和 reviewedOn 改成审核那一天。',
      },
    ]
  })
}
