import { DurableObject } from 'cloudflare:workers'
import { beijingDay } from '../../../content/domain/dates.ts'
import type { LibraryHeader, LibraryState, LibraryText } from '../../../content/domain/library-index.ts'
import type { SearchQuery, SearchResults } from '../../../content/domain/search-api.ts'
import type { Env } from '../../env.ts'
import { answer, type Loaded, loadedOf, NOTHING_LOADED } from './answer.ts'
import { type Generation, LibraryStore } from './store.ts'

/** A batch as it comes in, checked. */
interface Batch {
  readonly version: string
  readonly from: number
  readonly texts: readonly LibraryText[]
  readonly passages: Parameters<LibraryStore['add']>[1]['passages']
}

/** Why a step of loading is refused. */
export type LoadRefusal = { readonly refused: string }

/**
 * The search index over laws and bodies of pages; one per deployment. It holds two generations at most: one answers while the
 * next one is loaded in batches, each in a transaction, and takes its place in one more.
 */
export class Library extends DurableObject<Env> {
  readonly #store: LibraryStore
  /** What is asked for at each question, of the generation that answers. */
  #loaded: Loaded | null = null

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = new LibraryStore(ctx.storage)
  }

  search(query: SearchQuery): SearchResults {
    const ready = this.#store.generations().find((generation) => generation.ready)
    if (ready === undefined) return NOTHING_LOADED(query)
    if (this.#loaded?.version !== ready.version) this.#loaded = loadedOf(this.#store, ready)
    return answer(this.#store, this.#loaded, query, beijingDay(Date.now()))
  }

  /** Begins to load a generation, goes on with one under way, or says that it is there. */
  begin(header: LibraryHeader): LibraryState {
    const known = this.#store.generations().find(({ version }) => version === header.version)
    if (known !== undefined) return this.#stateOf(known)
    const answering = this.#store.generations().find(({ ready }) => ready)
    const slot = answering?.slot === 0 ? 1 : 0
    this.#store.transaction(() => this.#store.begin(slot, header))
    return { version: header.version, state: 'loading', received: 0 }
  }

  /** Adds a batch. One that is there already is not added again, because its answer may have been lost. */
  add({ version, from, texts, passages }: Batch): LibraryState | LoadRefusal {
    const loading = this.#store.generations().find((generation) => generation.version === version)
    if (loading === undefined) return { refused: 'This version is not being loaded. Begin again.' }
    const { passages: received } = this.#store.received(loading.slot)
    if (loading.ready || from + passages.length <= received) return this.#stateOf(loading)
    if (from !== received) return { refused: `The next batch begins at ${received}.` }
    const { texts: before } = this.#store.received(loading.slot)
    if (passages.some(({ text }) => text >= before + texts.length)) return { refused: 'A passage names no text.' }
    this.#store.transaction(() => this.#store.add(loading.slot, { texts: [...texts], passages: [...passages] }))
    return { version, state: 'loading', received: received + passages.length }
  }

  /** Answers from a generation that has come whole, and forgets the one before. */
  activate(version: string): LibraryState | LoadRefusal {
    const generations = this.#store.generations()
    const wanted = generations.find((generation) => generation.version === version)
    if (wanted === undefined) return { refused: 'This version is not being loaded. Begin again.' }
    if (wanted.ready) return this.#stateOf(wanted)
    const [header, received] = [this.#store.header(wanted.slot), this.#store.received(wanted.slot)]
    if (received.passages !== header.passages || received.texts !== header.texts)
      return { refused: `${received.passages} of ${header.passages} passages have come.` }
    this.#store.optimise(wanted.slot)
    this.#store.transaction(() => {
      for (const { slot } of generations) if (slot !== wanted.slot) this.#store.empty(slot)
      this.#store.activate(wanted.slot)
    })
    return { version, state: 'ready', received: received.passages }
  }

  #stateOf({ slot, version, ready }: Generation): LibraryState {
    return { version, state: ready ? 'ready' : 'loading', received: this.#store.received(slot).passages }
  }
}
