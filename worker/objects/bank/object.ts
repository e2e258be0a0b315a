import { DurableObject } from 'cloudflare:workers'
import { type Assessment, assessmentPhase, showsKeysAtOnce, useOf } from '../../../content/domain/assessment.ts'
import { contentHash } from '../../../content/domain/content-hash.ts'
import { beijingDay, startOfBeijingDay } from '../../../content/domain/dates.ts'
import type { PaperOutlook } from '../../../content/domain/operator-api.ts'
import { daysOpen, shortPaperOn, shortPapers, shortPaperText } from '../../../content/domain/paper-outlook.ts'
import { checkedAnswer, toOfflineQuestions, toPracticeQuestion } from '../../../content/domain/practice.ts'
import type { Checked, OfflineQuestion, PracticeQuestion } from '../../../content/domain/practice-api.ts'
import { type BankVersion, bankVersionId, type Question } from '../../../content/domain/question.ts'
import { drawableOn, turningDays } from '../../../content/domain/set-aside.ts'
import type { Env } from '../../env.ts'
import { shipped } from '../../shipped.ts'
import { Outbox } from '../../sqlite/outbox.ts'
import { Schedule } from '../../sqlite/schedule.ts'
import { annulInShards } from '../attempts/address.ts'
import type { BankAnnulment } from './annulments.ts'
import { type Catalogue, releaseId } from './catalogue.ts'
import { Guard } from './guard.ts'
import { BankStore, type PinnedAssessment, type StoredVersion } from './store.ts'

/** What an attempt is drawn and marked by: immutable, named by its hash. */
export interface Release {
  readonly id: string
  readonly assessment: Assessment
  /** The questions that may be drawn, in the order of the bank version. */
  readonly pool: readonly Question[]
}

/** Why a bank version or an assessment wasn't stored. */
export interface Refused {
  readonly refused: string
}

/** A bank version as lists name it. */
export interface ListedVersion extends StoredVersion {
  readonly isActive: boolean
}

/** Whether papers of exams may be drawn from a version: it came with the software, whose content is reviewed, or a second person has approved it. */
function isActive({ id, approvedBy }: StoredVersion): boolean {
  return approvedBy !== null || id === shipped().bank.id
}

function listed(version: StoredVersion): ListedVersion {
  return { ...version, isActive: isActive(version) }
}

/** What follows from the assessments that there are and from the day, until the next of them closes or a law takes effect. */
interface State {
  readonly guard: Guard
  /** In the order of lists. */
  readonly entries: Catalogue['entries']
  /** Questions that are free for practice, by id; answers to those that were set aside meanwhile are still checked. */
  readonly practice: ReadonlyMap<string, Question>
  /** Those of them that are asked today. */
  readonly asked: readonly Question[]
  /** The instant until which this holds. */
  readonly until: number
}

/** Banks, assessments and their releases; one per deployment. */
export class Bank extends DurableObject<Env> {
  readonly #store: BankStore
  readonly #outbox: Outbox
  readonly #schedule: Schedule
  #state: State | null = null
  /** Counts what has changed the state since this object woke. */
  #changes = 0
  readonly #questions = new Map<string, readonly Question[]>()

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = new BankStore(ctx.storage)
    this.#outbox = new Outbox(ctx.storage.sql, annulInShards(env))
    this.#schedule = new Schedule(ctx.storage, {
      outbox: async (now) => ((await this.#outbox.flush(now)) ? null : now),
    })
    const { bank, assessments } = shipped()
    this.#store.transaction(() => {
      this.#store.addVersion(bank, null, Date.now())
      this.#store.keepShipped(assessments.map(({ id }) => id))
      for (const assessment of assessments) this.#store.putAssessment(assessment, bank.id, true)
    })
  }

  override async alarm(): Promise<void> {
    await this.#schedule.run(Date.now())
  }

  /** All assessments with their present releases, and the number of shards, fixed at the first start. */
  async catalogue(): Promise<Catalogue> {
    return { shards: this.#shards(), entries: (await this.#now()).entries }
  }

  #shards(): number {
    return Number(this.#store.fixedSetting('shards', String(Math.max(1, Math.min(4096, Number(this.env.SHARDS) || 1)))))
  }

  /** The content of a release, or `null` when there is no such. */
  release(id: string): Release | null {
    const stored = this.#store.release(id)
    if (stored === null) return null
    const { assessment, version } = stored
    const excluded = new Set(stored.excluded)
    const pool = this.#poolOf(assessment, version).filter(({ id: own }) => !excluded.has(own))
    return { id, assessment, pool }
  }

  /** Practice questions of a topic (all without one), without keys. */
  async practiceQuestions(topic: string | null): Promise<PracticeQuestion[]> {
    return (await this.#now()).asked
      .filter((question) => topic === null || question.topics.includes(topic))
      .map(toPracticeQuestion)
  }

  /** The questions that a browser may keep with their keys, and the hash of them all. */
  async offlinePractice(): Promise<{ id: string; questions: OfflineQuestion[] }> {
    const questions = toOfflineQuestions((await this.#now()).asked)
    return { id: await contentHash(questions), questions }
  }

  /** Checks an answer to a practice question; `null` when it isn't free for practice; a sentence when it doesn't fit. */
  async checkPractice(id: string, response: readonly string[]): Promise<Checked | string | null> {
    const question = (await this.#now()).practice.get(id)
    if (question === undefined) return null
    const unknown =
      question.type === 'fill-in'
        ? []
        : response.filter((option) => !question.options.some((known) => known.id === option))
    if (unknown.length > 0)
      return `Not an option of this question: ${unknown.map((option) => JSON.stringify(option)).join(', ')}.`
    return checkedAnswer(question, response)
  }

  /** Which of these questions a contest or exam that is open or to come asks. */
  async guardedOf(questions: readonly Question[]): Promise<string[]> {
    const { guard } = await this.#now()
    return questions.flatMap((question) => (guard.has(question) ? [question.id] : []))
  }

  /** Stores a bank version; the same content gets the same id and is stored once. */
  async addBank(by: string, content: Omit<BankVersion, 'id'>): Promise<{ id: string; questions: number }> {
    const id = await bankVersionId(content)
    this.#store.transaction(() => this.#store.addVersion({ id, ...content }, by, Date.now()))
    return { id, questions: content.questions.length }
  }

  /** All bank versions, the newest first. */
  versions(): ListedVersion[] {
    return this.#store.versions().map(listed)
  }

  /** A bank version with its questions, keys included; `null` when there is no such. */
  version(id: string): { version: ListedVersion; questions: readonly Question[] } | null {
    const version = this.#store.version(id)
    return version === null ? null : { version: listed(version), questions: this.#questionsOf(id) }
  }

  /**
   * Approves a version, so that papers may be drawn from it: only by somebody else than who stored it, and only if every question has what a
   * published one needs. Approving again changes nothing.
   */
  approve(by: string, id: string): ListedVersion | Refused | null {
    const version = this.#store.version(id)
    if (version === null) return null
    if (isActive(version)) return listed(version)
    if (!version.reviewed)
      return {
        refused: 'The bank version is not complete: questions without citation or rationale cannot be approved.',
      }
    if (version.storedBy === by)
      return { refused: 'Whoever stored a bank version does not approve it; ask somebody else.' }
    this.#store.approve(id, by, Date.now())
    return listed(this.#store.version(id) ?? version)
  }

  /** Opens an assessment made at run time, after a trial draw. */
  async addAssessment(assessment: Assessment, version: string): Promise<{ id: string; release: string } | Refused> {
    const stored = this.#store.version(version)
    if (stored === null) return { refused: `There is no bank version "${version}".` }
    if (!assessment.allowUnreviewed && !isActive(stored)) {
      return {
        refused: stored.reviewed
          ? 'The bank version awaits the approval of a second person; only a contest with allowUnreviewed may draw from it.'
          : 'The bank version is unreviewed; only a contest with allowUnreviewed may draw from it.',
      }
    }
    if (shipped().assessments.some(({ id }) => id === assessment.id))
      return { refused: `"${assessment.id}" comes with the software.` }
    const { first } = daysOpen(assessment, beijingDay(Date.now()))
    const short = shortPaperOn(this.#poolOf(assessment, version), assessment.blueprint, first)
    if (short !== null) return { refused: shortPaperText(short).join('\n') }
    this.#store.transaction(() => this.#store.putAssessment(assessment, version, false))
    this.#forgetState()
    const { entries } = await this.#now()
    const release = entries.find((entry) => entry.assessment.id === assessment.id)?.release ?? ''
    return { id: assessment.id, release }
  }

  /**
   * Takes a question out of the marking of an assessment: every shard is told, and papers to come leave it out where enough others are left. A
   * question that is annulled already stays so, with the reason given first.
   *
   * @returns `null` when there is no such assessment
   */
  annul(by: string, assessment: string, question: string, reason: string): BankAnnulment | Refused | null {
    const pinned = this.#store.assessments().find((each) => each.assessment.id === assessment)
    if (pinned === undefined) return null
    if (showsKeysAtOnce(pinned.assessment)) {
      return { refused: 'Practice has no results to correct; mend the question in the bank.' }
    }
    const isAsked = this.#store
      .versionsOf(assessment)
      .some((version) => this.#poolOf(pinned.assessment, version).some(({ id }) => id === question))
    if (!isAsked) return { refused: `No paper of "${assessment}" has the question "${question}".` }
    const order = { assessment, question, reason, at: Date.now() }
    this.#store.transaction(() => {
      if (!this.#store.annulments.add({ ...order, by })) return
      for (let shard = 0; shard < this.#shards(); shard += 1) this.#outbox.add(String(shard), order)
      this.#schedule.request('outbox', order.at)
    })
    this.#forgetState()
    return this.annulmentsOf(assessment).find((each) => each.question === question) ?? null
  }

  /** Annulments of an assessment, the oldest first. */
  annulmentsOf(assessment: string): BankAnnulment[] {
    return this.#store.annulments.of(assessment)
  }

  /** Every assessment that isn't over, with the days on which no paper can be drawn and what would help. */
  async outlook(): Promise<PaperOutlook[]> {
    const now = Date.now()
    const excludedOf = (release: string) => new Set(this.#store.release(release)?.excluded ?? [])
    const versions = new Map(this.#store.assessments().map(({ assessment, version }) => [assessment.id, version]))
    const { entries } = await this.#now()
    return entries
      .filter(({ assessment }) => assessmentPhase(assessment, now) !== 'closed')
      .map(({ assessment, release }) => {
        const excluded = excludedOf(release)
        const pool = this.#poolOf(assessment, versions.get(assessment.id) ?? '').filter(({ id }) => !excluded.has(id))
        const { first, last } = daysOpen(assessment, beijingDay(now))
        const days = shortPapers(pool, assessment.blueprint, first, last).map((short) => ({
          day: short.day,
          text: shortPaperText(short),
          waiting: short.waiting.map(({ id, reasons }) => ({ id, reasons: [...reasons] })),
        }))
        return { id: assessment.id, title: assessment.title, questions: pool.length, days }
      })
  }

  /** The questions of a bank version that an assessment may ask. */
  #poolOf({ kind }: Assessment, version: string): readonly Question[] {
    const use = useOf(kind)
    return this.#questionsOf(version).filter((question) => question.uses.includes(use))
  }

  #questionsOf(version: string): readonly Question[] {
    const known = this.#questions.get(version)
    if (known) return known
    const questions = this.#store.questions(version)
    this.#questions.set(version, questions)
    return questions
  }

  #forgetState(): void {
    this.#state = null
    this.#changes += 1
  }

  /** The state of all assessments; made anew when one is added or closes, or a law takes effect. */
  async #now(): Promise<State> {
    const now = Date.now()
    if (this.#state !== null && now < this.#state.until) return this.#state
    const changes = this.#changes
    const state = await this.#stateAt(now)
    // What was added meanwhile isn't in it.
    if (changes !== this.#changes) return this.#now()
    this.#state = state
    return state
  }

  /** Annulled questions that papers to come do without; none when too few others are left, since annulled ones give everyone the same marks. */
  #dispensable({ assessment, version }: PinnedAssessment, now: number): string[] {
    const annulled = new Set(this.#store.annulments.of(assessment.id).map(({ question }) => question))
    if (annulled.size === 0) return []
    const left = this.#poolOf(assessment, version).filter(({ id }) => !annulled.has(id))
    const { first, last } = daysOpen(assessment, beijingDay(now))
    return shortPapers(left, assessment.blueprint, first, last).length === 0 ? [...annulled].sort() : []
  }

  async #stateAt(now: number): Promise<State> {
    const all = this.#store.assessments()
    const guard = new Guard(all, (version) => this.#questionsOf(version), now)
    const entries = await Promise.all(
      all.map(async (pinned) => {
        const { assessment, version } = pinned
        const excluded = showsKeysAtOnce(assessment)
          ? this.#questionsOf(version).flatMap((question) => (guard.has(question) ? [question.id] : []))
          : this.#dispensable(pinned, now)
        const release = await releaseId(assessment, version, excluded)
        this.#store.addRelease(release, { assessment, version, excluded })
        return { assessment, release }
      }),
    )
    entries.sort((a, b) => a.assessment.order - b.assessment.order || a.assessment.id.localeCompare(b.assessment.id))
    const free = this.#questionsOf(shipped().bank.id).filter(
      (question) => question.uses.includes('practice') && !guard.has(question),
    )
    const today = beijingDay(now)
    const [turn] = turningDays(free, today)
    return {
      guard,
      entries,
      practice: new Map(free.map((question) => [question.id, question])),
      asked: drawableOn(free, today),
      until: Math.min(guard.until, turn === undefined ? Number.POSITIVE_INFINITY : startOfBeijingDay(turn)),
    }
  }
}
