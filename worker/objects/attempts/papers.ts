import { beijingDay, type IsoDate } from '../../../content/domain/dates.ts'
import { drawPaper, type Paper, ShortfallError } from '../../../content/domain/paper.ts'
import { shortPaperOn, shortPaperText } from '../../../content/domain/paper-outlook.ts'
import type { Seed } from '../../../content/domain/random.ts'
import { drawableOn } from '../../../content/domain/set-aside.ts'
import type { Release } from '../bank/object.ts'
import type { StoredAttempt } from './store.ts'

const PAPERS_KEPT = 500

/** Releases never change, so all objects of this process share them. */
const releases = new Map<string, Release>()

/**
 * Draws a paper of a release for an attempt that begins at an instant: without the questions that are set aside on that Beijing day,
 * whatever happens to them later.
 *
 * @param startedAt milliseconds since 1970 UTC
 * @throws {ShortfallError} when too few questions are left
 */
function paperOf({ assessment, pool }: Release, seed: Seed, startedAt: number): Paper {
  return drawPaper(drawableOn(pool, beijingDay(startedAt)), assessment.blueprint, seed)
}

/**
 * Papers of attempts, drawn from release and seed. Those of attempts under way are kept, so that saving needn't draw them
 * again.
 */
export class Papers {
  readonly #ask: (release: string) => Promise<Release | null>
  readonly #kept = new Map<string, Paper>()
  /** The day on which the log was last told that a release has too few questions. */
  readonly #toldOn = new Map<string, IsoDate>()

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
  async of(attempt: Pick<StoredAttempt, 'uuid' | 'release' | 'seed' | 'startedAt'>): Promise<Paper> {
    const kept = this.#kept.get(attempt.uuid)
    if (kept) return kept
    const paper = paperOf(await this.pinned(attempt), attempt.seed, attempt.startedAt)
    this.keep(attempt.uuid, paper)
    return paper
  }

  /** A paper for an attempt that begins now, or `null` when too few questions are left; the log then says which would be needed. */
  draw(release: Release, seed: Seed, now: number): Paper | null {
    try {
      return paperOf(release, seed, now)
    } catch (error) {
      if (!(error instanceof ShortfallError)) throw error
      const { id, assessment, pool } = release
      const day = beijingDay(now)
      const short = shortPaperOn(pool, assessment.blueprint, day)
      if (short !== null && this.#toldOn.get(id) !== day) {
        this.#toldOn.set(id, day)
        console.error(`${assessment.id}（${assessment.title}）${shortPaperText(short).join('\n')}`)
      }
      return null
    }
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
