import { type Remedy, type RemedyGroup, RemedyGroupSchema, type Way } from '../../content/domain/remedy.ts'
import { remedies } from './pages.ts'

/** The situations of a group, in their order. */
export interface RemedySection {
  readonly group: RemedyGroup
  readonly remedies: readonly Remedy[]
}

/** The sections of `/remedies/`; groups without a situation are left out. */
export const remedySections: readonly RemedySection[] = RemedyGroupSchema.options.flatMap((group) => {
  const own = remedies.filter((remedy) => remedy.group === group).toSorted((a, b) => a.order - b.order)
  return own.length === 0 ? [] : [{ group, remedies: own }]
})

/** The reader's own most important time limit on a way; none when the law sets none. */
export function ownLimit({ deadlines }: Pick<Way, 'deadlines'>): string | undefined {
  return deadlines.find(({ by }) => by === 'reader')?.limit
}

/**
 * The time limits to be seen first: the reader's own on each way, each once.
 *
 * @example leadingLimits(unpaidWages) // ['2年内投诉', '离职后1年内申请']
 */
export function leadingLimits({ ways }: Pick<Remedy, 'ways'>): string[] {
  return [...new Set(ways.flatMap((way) => ownLimit(way) ?? []))]
}
