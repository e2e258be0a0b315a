import { drawPaper, type Paper } from '../../../content/domain/paper.ts'
import type { Release } from '../bank/object.ts'
import type { StoredAttempt } from './store.ts'

const PAPERS_KEPT = 500

/** Releases never change, so all objects of this process share them. */
const releases = new Map<string, Release>()

/**
 * Papers of attempts, drawn from release and seed. Those of attempts under way are kept, so that saving needn't draw them
 * again.
 */
export class Papers {
  readonly #ask: (release: string) => Promise<Release | null>
  readonly #kept = new Map<string, Paper>()

  /** @param ask fetches a release from the bank, `null` when there is no such */
  constructor(ask: (release: string) => Promise<Release | null>) {
    this.#ask = ask
  }

  /** A release, or `null` when the bank has no such. */
  async release(id: string): Promise<Release | null> {
    const known = releases.get(id)
    if (known) return known
    const release = await this.#ask(id)
    if (release !== null) releases.set(id, release)
    return release
  }

  /** The release of an attempt. @throws {Error} when the bank has lost it */
  async pinned({ uuid, release: id }: Pick<StoredAttempt, 'uuid' | 'release'>): Promise<Release> {
    const release = await this.release(id)
    if (release === null) throw new Error(`attempt ${uuid} refers to the release ${id}, which the bank does not have`)
    return release
  }

  /** The paper of an attempt. */
  async of(attempt: Pick<StoredAttempt, 'uuid' | 'release' | 'seed'>): Promise<Paper> {
    const kept = this.#kept.get(attempt.uuid)
    if (kept) return kept
    const { assessment, pool } = await this.pinned(attempt)
    const paper = drawPaper(pool, assessment.blueprint, attempt.seed)
    this.keep(attempt.uuid, paper)
    return paper
  }

  /** Keeps the paper of an attempt that has begun. */
  keep(uuid: string, paper: Paper): void {
    if (this.#kept.size >= PAPERS_KEPT) {
      const [oldest] = this.#kept.keys()
      if (oldest !== undefined) this.#kept.delete(oldest)
    }
    this.#kept.set(uuid, paper)
  }

  /** Forgets the paper of an attempt that has ended. */
  forget(uuid: string): void {
    this.#kept.delete(uuid)
  }
}
