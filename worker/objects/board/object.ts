import { DurableObject } from 'cloudflare:workers'
import type { Scope, StandingEntry } from '../../../content/domain/api.ts'
import type { UnitRanking } from '../../../content/domain/assessment-parts.ts'
import { type RankedResult, rankUnits, takesPlaceOf, tieValue } from '../../../content/domain/ranking.ts'
import type { Env } from '../../env.ts'
import type { Refusal } from '../../sqlite/outbox.ts'
import { unitsOf } from '../roster/address.ts'
import { type Delivery, readDelivery } from './delivery.ts'
import { BoardStore, type Entry } from './store.ts'

/** A stretch of the standings. */
export interface StandingsPage {
  readonly entries: readonly StandingEntry[]
  readonly total: number
  /** Milliseconds since 1970. */
  readonly updatedAt: number
}

/** Standings of one assessment. Rebuilt by asking every shard, should it ever be lost. */
export class Board extends DurableObject<Env> {
  readonly #store: BoardStore

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = new BoardStore(ctx.storage)
  }

  /**
   * Counts results, each attempt once however often it arrives.
   *
   * @param deliveries outbox ids and bodies
   * @returns those that can't be read, which no repetition would mend
   */
  count(deliveries: readonly { readonly id: number; readonly body: string }[]): Refusal[] {
    return this.#store.transaction(() =>
      deliveries.flatMap(({ id, body }): Refusal[] => {
        const delivery = readDelivery(body)
        if (typeof delivery === 'string') return [{ id, reason: delivery }]
        this.#count(delivery)
        return []
      }),
    )
  }

  #count(delivery: Delivery): void {
    const isNew = this.#store.markCounted(delivery.attempt)
    const { correction } = delivery
    if (correction === undefined ? !isNew : !this.#store.markCorrected(delivery.participant, correction)) return
    const rules = this.#store.rules(delivery.rules)
    const before = this.#store.entry(delivery.participant)
    const entry: Entry = {
      name: delivery.name,
      unit: delivery.unit,
      score: Math.round(delivery.score * 100),
      tie: tieValue(delivery, rules.tieBreak),
      seconds: delivery.timeUsedSeconds,
      finished_at: delivery.finishedAt,
    }
    const isCounting =
      before === null ||
      correction !== undefined ||
      takesPlaceOf(rankedResult(entry), rankedResult(before), delivery.makeUp ? 'best' : rules.counts, rules.tieBreak)
    if (isCounting) this.#store.replace(delivery.participant, before, entry)
  }

  /** A page of the standings of people. */
  people(offset: number, limit: number): StandingsPage {
    const page = this.#store.page(offset, limit)
    let rank = 0
    const entries = page.map((entry, index) => {
      const previous = page[index - 1]
      if (previous === undefined) rank = this.#store.rank(entry)
      else if (previous.score !== entry.score || previous.tie !== entry.tie) rank = offset + index + 1
      return standing(rank, entry)
    })
    return { entries, total: this.#store.total(), updatedAt: Date.now() }
  }

  /** The standings of units or regions, complete. */
  async groups(scope: Exclude<Scope, 'people'>, rule: UnitRanking): Promise<StandingsPage> {
    const units = await unitsOf(this.env)
    const entries = rankUnits(this.#store.unitTallies(), units, rule, scope === 'units' ? 'unit' : 'region')
    return { entries, total: entries.length, updatedAt: Date.now() }
  }

  /** The line of one participant, or `null` without a result. */
  standingOf(participant: string): StandingEntry | null {
    const entry = this.#store.entry(participant)
    return entry === null ? null : standing(this.#store.rank(entry), entry)
  }
}

function standing(rank: number, { name, score, seconds }: Entry): StandingEntry {
  return { rank, name, score: score / 100, timeUsedSeconds: seconds }
}

function rankedResult({ score, seconds, finished_at }: Entry): RankedResult {
  return { score, timeUsedSeconds: seconds, finishedAt: finished_at }
}
