import { DurableObject } from 'cloudflare:workers'
import type { AttemptDetail, Result, Saved, Started } from '../../../content/domain/api.ts'
import { type Assessment, showsKeysAtOnce } from '../../../content/domain/assessment.ts'
import {
  type AttemptEvent,
  cutOff,
  deadlineOf,
  type ResponseFault,
  remainingSeconds,
  responseFaults,
  transition,
} from '../../../content/domain/attempt.ts'
import { type CertificateRefusal, certifiedAttempt } from '../../../content/domain/certificate.ts'
import { isMakeUp, mayStart, type Verdict } from '../../../content/domain/entitlement.ts'
import type { Paper } from '../../../content/domain/paper.ts'
import { type Responses, scoreAttempt } from '../../../content/domain/scoring.ts'
import type { Env } from '../../env.ts'
import { Outbox } from '../../sqlite/outbox.ts'
import { Schedule } from '../../sqlite/schedule.ts'
import { bankOf } from '../bank/catalogue.ts'
import type { Release } from '../bank/object.ts'
import { deliveryOf } from '../board/delivery.ts'
import { passLost, TO_CERTIFICATES } from '../certificates/delivery.ts'
import type { AnnulmentOrder, AnnulmentProgress } from './annulments.ts'
import { toHex, uuidText, uuidV7 } from './attempt-id.ts'
import { deliverFromAttempts } from './deliver.ts'
import { Papers } from './papers.ts'
import { Rescoring } from './rescoring.ts'
import { type MarkedAttempt, type ParticipantResult, Results } from './results.ts'
import { packSheet, unpackSheet } from './sheet.ts'
import { AttemptsStore, type GuestEntry, type Holder, type StoredAttempt, type StoredParticipant } from './store.ts'
import { attemptView, paperView, responsesView, resultView } from './view.ts'

/** Why the object didn't do what it was asked. */
export type Refusal =
  | {
      readonly refused:
        | 'not-found'
        | 'signed-in-elsewhere'
        | Exclude<Verdict, 'may-start'>
        | 'finished'
        | 'too-few-questions'
    }
  | { readonly refused: 'responses'; readonly faults: readonly ResponseFault[] }

/** Who starts what, as the worker has checked it. */
export interface StartOrder {
  readonly shard: number
  readonly release: string
  readonly participant: StoredParticipant & Holder
  /** Extra time of the participant in percent of the duration. */
  readonly extraTimePercent: number
}

/** Why there is no certificate. */
export interface NoCertificate {
  readonly noCertificate: CertificateRefusal
}

/** A result that passes for good. */
export interface CertifiedResult {
  readonly assessment: string
  readonly title: string
  readonly englishTitle: string
  /** UUID of the attempt. */
  readonly attempt: string
  /** Milliseconds since 1970. */
  readonly passedAt: number
}

/** Milliseconds that results are gathered before they go to the board together. */
const GATHER_MS = 150
/** Attempts handed in by one run of the alarm. */
const OVERDUE_BATCH = 200

/** Attempts of the participants of one shard. */
export class Attempts extends DurableObject<Env> {
  readonly #store: AttemptsStore
  readonly #outbox: Outbox
  readonly #schedule: Schedule
  readonly #papers: Papers
  readonly #results: Results

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = new AttemptsStore(ctx.storage)
    this.#papers = new Papers((id) => bankOf(env).release(id))
    this.#results = new Results(this.#store, this.#papers)
    this.#outbox = new Outbox(ctx.storage.sql, deliverFromAttempts(env))
    const rescoring = new Rescoring(
      this.#store,
      this.#papers,
      (assessment, counting, correction) => this.#announce(assessment, counting, Date.now(), correction),
      (assessment, participant) => this.#outbox.add(TO_CERTIFICATES, passLost(assessment, participant)),
    )
    this.#schedule = new Schedule(ctx.storage, {
      outbox: async (now) => ((await this.#outbox.flush(now)) ? null : now),
      deadlines: (now) => this.#endOverdue(now),
      rescoring: (now) => rescoring.run(now),
    })
  }

  override async alarm(): Promise<void> {
    await this.#schedule.run(Date.now())
  }

  /** Starts an attempt, or resumes the one in progress. */
  async start({
    shard,
    release: releaseId,
    participant,
    extraTimePercent,
  }: StartOrder): Promise<(Started & { resumed: boolean }) | Refusal> {
    if (!this.#holds(participant)) return { refused: 'signed-in-elsewhere' }
    const release = await this.#papers.release(releaseId)
    if (release === null) return { refused: 'not-found' }
    const now = Date.now()
    const { assessment } = release
    await this.#settle(participant.uuid, release, now)
    // From here to the new row nothing waits, so that two starts at the same time can't both find no attempt.
    const earlier = this.#store.attemptsAt(participant.uuid, assessment.id)
    const current = earlier.find(({ state }) => state === 'in_progress')
    if (current !== undefined) return this.#started(shard, current, now, true)
    const verdict = mayStart(assessment, earlier, now)
    if (verdict !== 'may-start') return { refused: verdict }
    const begun = this.#begin(release, participant, now, extraTimePercent)
    return begun === null ? { refused: 'too-few-questions' } : this.#started(shard, begun, now, false)
  }

  /** Saves a sheet. */
  async save(uuid: string, holder: Holder, seq: number, responses: Responses): Promise<Saved | Refusal> {
    const now = Date.now()
    const attempt = this.#own(uuid, holder)
    if ('refused' in attempt) return attempt
    const faults = await this.#faults(attempt, responses)
    if (faults.length > 0) return { refused: 'responses', faults }
    const { refused, after } = await this.#apply(attempt, { type: 'save', seq }, responses, now)
    return refused ? { refused: 'finished' } : { savedSeq: after.seq, remainingSeconds: remainingSeconds(after, now) }
  }

  /** Hands an attempt in. Doing so again, or at the same time, gives the same result. */
  async submit(
    uuid: string,
    holder: Holder,
    seq: number | null,
    responses: Responses | null,
  ): Promise<{ result: Result } | Refusal> {
    const now = Date.now()
    const attempt = this.#own(uuid, holder)
    if ('refused' in attempt) return attempt
    if (responses !== null) {
      const faults = await this.#faults(attempt, responses)
      if (faults.length > 0) return { refused: 'responses', faults }
    }
    const event = { type: 'submit', seq: responses === null ? null : (seq ?? 'next') } as const
    const { after } = await this.#apply(attempt, event, responses, now)
    return { result: await this.#result(after, now) }
  }

  /** An attempt with its paper, its sheet and, after the end, its result. */
  async detail(shard: number, uuid: string, holder: Holder): Promise<AttemptDetail | Refusal> {
    const now = Date.now()
    const own = this.#own(uuid, holder)
    if ('refused' in own) return own
    const attempt = await this.#caughtUp(own, now)
    const { assessment } = await this.#papers.pinned(attempt)
    const paper = await this.#papers.of(attempt)
    const hidden = await this.#hidden(assessment, paper)
    return {
      attempt: attemptView(shard, assessment.id, attempt),
      paper: paperView({ questions: paper.questions.filter(({ question }) => !hidden.has(question.id)) }),
      responses: responsesView(unpackSheet(paper, attempt.sheet)),
      ...(attempt.state === 'in_progress' ? {} : { result: await this.#result(attempt, now) }),
      serverNow: new Date(now).toISOString(),
    }
  }

  /** The result of a participant that a certificate says, asked for by any of their attempts at the exam. */
  async certified(uuid: string, holder: Holder): Promise<CertifiedResult | Refusal | NoCertificate> {
    const now = Date.now()
    const own = this.#own(uuid, holder)
    if ('refused' in own) return own
    const { assessment } = await this.#papers.pinned(own)
    for (const attempt of this.#store.attemptsAt(holder.uuid, assessment.id)) await this.#caughtUp(attempt, now)
    const found = certifiedAttempt(assessment, this.#store.attemptsAt(holder.uuid, assessment.id), now)
    if (typeof found === 'string') return { noCertificate: found }
    const { id, title, englishTitle } = assessment
    return { assessment: id, title, englishTitle, attempt: found.uuid, passedAt: found.finishedAt ?? now }
  }

  /** Notes that a person of the roster has signed in anew, or been signed out: older sign-ins end here. */
  signedIn(holder: Holder): void {
    this.#store.raiseEpoch(holder)
  }

  /** Takes questions out of the marking: attempts that have ended are marked anew soon, those under way at their end. Doing so again changes nothing. */
  annul(orders: readonly AnnulmentOrder[]): void {
    this.#store.transaction(() => {
      const added = orders.filter((order) => this.#store.annulments.add(order))
      if (added.length > 0) this.#schedule.request('rescoring', Date.now())
    })
  }

  /** How far the annulments of an assessment have come here. */
  annulmentProgress(assessment: string): AnnulmentProgress[] {
    return this.#store.annulments.progress(assessment)
  }

  /** What these participants have done at an assessment, for the desk. */
  results(assessment: string, participants: readonly string[]): Promise<ParticipantResult[]> {
    return this.#results.of(assessment, participants)
  }

  /** The counting attempts of these participants question by question, for the desk. */
  marked(assessment: string, participants: readonly string[]): Promise<MarkedAttempt[]> {
    return this.#results.marked(assessment, participants)
  }

  /** The next guests who have taken part in an assessment, for the desk. */
  guests(assessment: string, after: number, limit: number): GuestEntry[] {
    return this.#store.guestsAt(assessment, after, limit)
  }

  /** Whether a sign-in is the newest that is known; one newer than that becomes it. Guests sign in once. */
  #holds(holder: Holder): boolean {
    if (holder.epoch === 0) return true
    const known = this.#store.epochOf(holder.uuid)
    if (holder.epoch > known) this.#store.raiseEpoch(holder)
    return holder.epoch >= known
  }

  #own(uuid: string, holder: Holder): StoredAttempt | Extract<Refusal, { readonly refused: string }> {
    if (!this.#holds(holder)) return { refused: 'signed-in-elsewhere' }
    const attempt = this.#store.attempt(uuid)
    return attempt !== null && attempt.participant === holder.uuid ? attempt : { refused: 'not-found' }
  }

  /** Ends what must not be resumed: attempts whose time is over, and practice of which a contest has taken a question since. */
  async #settle(participant: string, { id, assessment }: Release, now: number): Promise<void> {
    for (const attempt of this.#store.attemptsAt(participant, assessment.id)) {
      const { state, release } = await this.#caughtUp(attempt, now)
      // Another release alone, such as after a change in the law, leaves an attempt under way as it is.
      if (state !== 'in_progress' || release === id) continue
      const { size } = await this.#hidden(assessment, await this.#papers.of(attempt))
      if (size > 0) await this.#apply(attempt, { type: 'submit', seq: null }, null, now)
    }
  }

  /** A new attempt, or `null` when too few questions are left for its paper. */
  #begin(from: Release, participant: StoredParticipant, now: number, extraTimePercent: number): StoredAttempt | null {
    const { id: release, assessment } = from
    const seed = toHex(crypto.getRandomValues(new Uint8Array(8)))
    const paper = this.#papers.draw(from, seed, now)
    if (paper === null) return null
    const uuid = uuidText(uuidV7(now))
    const deadline = deadlineOf(assessment, now, extraTimePercent)
    const end = cutOff(deadline, assessment.graceSeconds)
    const attempt = { uuid, release, seed, startedAt: now, deadline }
    this.#store.transaction(() => {
      this.#store.addAttempt(attempt, participant, assessment.id, end)
      if (end !== null) this.#schedule.request('deadlines', end)
    })
    this.#papers.keep(uuid, paper)
    const fresh = { seq: 0, sheet: null, state: 'in_progress', finishedAt: null, score: null, annulment: 0 } as const
    return { ...attempt, ...fresh, participant: participant.uuid }
  }

  async #started(
    shard: number,
    attempt: StoredAttempt,
    now: number,
    resumed: boolean,
  ): Promise<Started & { resumed: boolean }> {
    const { assessment } = await this.#papers.pinned(attempt)
    const paper = await this.#papers.of(attempt)
    return {
      attempt: attemptView(shard, assessment.id, attempt),
      paper: paperView(paper),
      serverNow: new Date(now).toISOString(),
      resumed,
    }
  }

  /** Applies an event: the new state, the sheet, the score and the outbox row are one transaction. */
  async #apply(
    given: StoredAttempt,
    event: AttemptEvent,
    responses: Responses | null,
    now: number,
  ): Promise<{ refused: boolean; after: StoredAttempt }> {
    const { assessment } = await this.#papers.pinned(given)
    const paper = await this.#papers.of(given)
    return this.#store.transaction(() => {
      // Read again: another request may have come in between while the release was fetched.
      const attempt = this.#store.attempt(given.uuid) ?? given
      const { attempt: clock, keepSheet, ended, refused } = transition(attempt, event, now, assessment.graceSeconds)
      if (!keepSheet && !ended) return { refused, after: attempt }
      const sheet = keepSheet && responses !== null ? packSheet(paper, responses) : attempt.sheet
      const after = { ...attempt, ...clock, sheet, ...(ended ? this.#marks(assessment, paper, sheet) : {}) }
      this.#store.update(after)
      if (ended) this.#announce(assessment, after, now)
      return { refused, after }
    })
  }

  /** The marks of a sheet that is handed in now, with what has been annulled until now. */
  #marks({ id, marking }: Assessment, paper: Paper, sheet: string | null): Pick<StoredAttempt, 'score' | 'annulment'> {
    const annulments = this.#store.annulments.of(id)
    const annulled = new Set(annulments.map(({ question }) => question))
    const { score } = scoreAttempt(paper, unpackSheet(paper, sheet), marking, annulled)
    return { score, annulment: annulments.at(-1)?.id ?? 0 }
  }

  #announce(assessment: Assessment, attempt: StoredAttempt, now: number, correction?: number): void {
    this.#papers.forget(attempt.uuid)
    const participant = this.#store.participant(attempt.participant)
    // Practice has no board: its results are nobody else's business.
    if (participant === null || assessment.kind === 'practice') return
    const delivery = deliveryOf(assessment, attempt, participant)
    this.#outbox.add(assessment.id, {
      ...delivery,
      ...(this.#isMakeUp(assessment, attempt) ? { makeUp: true } : {}),
      ...(correction === undefined ? {} : { correction }),
    })
    this.#schedule.request('outbox', now + GATHER_MS)
  }

  #isMakeUp(assessment: Assessment, { uuid, participant, startedAt }: StoredAttempt): boolean {
    if (assessment.attempts.makeUp === 0) return false
    const index = this.#store.attemptsAt(participant, assessment.id).findIndex((each) => each.uuid === uuid)
    return isMakeUp(assessment, startedAt, index)
  }

  /** Ends an attempt whose time is over, though the alarm hasn't come yet. */
  async #caughtUp(attempt: StoredAttempt, now: number): Promise<StoredAttempt> {
    if (attempt.state !== 'in_progress') return attempt
    return (await this.#apply(attempt, { type: 'tick' }, null, now)).after
  }

  async #endOverdue(now: number): Promise<number | null> {
    for (const attempt of this.#store.overdue(now, OVERDUE_BATCH)) await this.#caughtUp(attempt, now)
    return this.#store.nextCutOff()
  }

  async #faults(attempt: StoredAttempt, responses: Responses): Promise<ResponseFault[]> {
    return responseFaults(await this.#papers.of(attempt), responses)
  }

  async #result(attempt: StoredAttempt, now: number): Promise<Result> {
    const { assessment } = await this.#papers.pinned(attempt)
    const paper = await this.#papers.of(attempt)
    const hidden = await this.#hidden(assessment, paper)
    const annulled = new Set(
      this.#store.annulments.of(assessment.id, attempt.annulment).map(({ question }) => question),
    )
    const score = scoreAttempt(paper, unpackSheet(paper, attempt.sheet), assessment.marking, annulled)
    const corrections = this.#store.annulments.correctionsOf(attempt.uuid)
    return resultView(assessment, paper, attempt, { ...score, corrections }, now, hidden)
  }

  /** Practice questions that a contest or exam has come to ask since the paper was drawn. */
  async #hidden(assessment: Assessment, paper: Paper): Promise<ReadonlySet<string>> {
    if (!showsKeysAtOnce(assessment)) return new Set()
    return new Set(await bankOf(this.env).guardedOf(paper.questions.map(({ question }) => question)))
  }
}
