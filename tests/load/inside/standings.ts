import { DurableObject } from 'cloudflare:workers'
import { tieValue } from '../../../content/domain/ranking.ts'
import { BoardStore, type Entry } from '../../../worker/objects/board/store.ts'

/** A worker of its own around the board's store, so that what happens inside the object can be measured by itself. */

interface BenchEnv {
  readonly STANDINGS: DurableObjectNamespace<Standings>
}

const UNITS = 2000
const MONTH_SECONDS = 30 * 24 * 3600
const OPENED_AT = Date.UTC(2026, 10, 1)

function uuidOf(person: number): string {
  return `00000000-0000-4000-8000-${person.toString(16).padStart(12, '0')}`
}

/** A made-up result: most between 60 and 95 marks in half marks, from one minute to an hour, over a month. */
function entryOf(person: number, tieBreak: 'time' | 'finish'): Entry {
  const chance = (salt: number) => (Math.imul(person + 1, 2_654_435_761 + salt * 40_503) >>> 0) / 2 ** 32
  const score = Math.round(200 * Math.min(1, 0.3 + (chance(1) + chance(2) + chance(3)) / 4)) * 50
  const seconds = 60 + Math.floor(chance(4) * 3540)
  const finishedAt = OPENED_AT + Math.floor(chance(5) * MONTH_SECONDS) * 1000
  const tie = tieValue({ score, timeUsedSeconds: seconds, finishedAt }, tieBreak)
  return { name: '张*', unit: `unit-${person % UNITS}`, score, tie, seconds, finished_at: finishedAt }
}

/** A board's store, and work on it that one request asks for. */
export class Standings extends DurableObject<BenchEnv> {
  readonly #store: BoardStore

  constructor(ctx: DurableObjectState, env: BenchEnv) {
    super(ctx, env)
    this.#store = new BoardStore(ctx.storage)
  }

  /** Does a kind of work so often, beginning with person `from`; the answer is a number that depends on it. */
  run(work: string, times: number, from: number, tieBreak: 'time' | 'finish'): number {
    switch (work) {
      case 'fill':
        return this.#store.transaction(() => {
          for (let person = from; person < from + times; person += 1)
            this.#store.replace(uuidOf(person), null, entryOf(person, tieBreak))
          return this.#store.total()
        })
      case 'rank': {
        let sum = 0
        const people = this.#store.total()
        for (let index = 0; index < times; index += 1) {
          const entry = this.#store.entry(uuidOf((from + index * 7919) % people))
          if (entry === null) throw new Error('nobody there')
          sum += this.#store.rank(entry)
        }
        return sum
      }
      case 'update': {
        const people = this.#store.total()
        for (let index = 0; index < times; index += 1) {
          const person = uuidOf((from + index * 7919) % people)
          this.#store.transaction(() => {
            this.#store.markCounted(crypto.randomUUID())
            const before = this.#store.entry(person)
            this.#store.replace(person, before, entryOf(from + index * 104_729, tieBreak))
          })
        }
        return people
      }
      case 'page':
        return this.#store.page(from, times).length
      case 'units':
        return this.#store.unitTallies().length
      default:
        return 0
    }
  }
}

export default {
  async fetch(request: Request, env: BenchEnv): Promise<Response> {
    const { searchParams } = new URL(request.url)
    const name = searchParams.get('tie') ?? ''
    const tieBreak = name === 'finish' ? 'finish' : 'time'
    const number = (parameter: string) => Number(searchParams.get(parameter) ?? 0)
    const stub = env.STANDINGS.getByName(name)
    return Response.json(await stub.run(searchParams.get('work') ?? '', number('times'), number('from'), tieBreak))
  },
}
