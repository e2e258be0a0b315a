import { DurableObject } from 'cloudflare:workers'
import type { Checked, PracticeQuestion } from '../../../content/domain/api.ts'
import { type Assessment, assessmentPhase, showsKeysAtOnce, useOf } from '../../../content/domain/assessment.ts'
import { drawPaper, ShortfallError } from '../../../content/domain/paper.ts'
import { type BankVersion, bankVersionId, type Question } from '../../../content/domain/question.ts'
import { comparableStem, markQuestion } from '../../../content/domain/scoring.ts'
import type { Env } from '../../env.ts'
import { shipped } from '../../shipped.ts'
import { type Catalogue, releaseId } from './catalogue.ts'
import { BankStore, type PinnedAssessment } from './store.ts'

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

/** Banks, assessments and their releases; one per deployment. */
export class Bank extends DurableObject<Env> {
  readonly #store: BankStore
  /** Practice questions that nobody is or will be examined on; made anew with each catalogue. */
  #practice: { readonly questions: Map<string, Question>; readonly madeAt: number } | null = null
  readonly #questions = new Map<string, readonly Question[]>()

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = new BankStore(ctx.storage)
    const { bank, assessments } = shipped()
    this.#store.transaction(() => {
      this.#store.addVersion(bank, Date.now())
      this.#store.keepShipped(assessments.map(({ id }) => id))
      for (const assessment of assessments) this.#store.putAssessment(assessment, bank.id, true)
    })
  }

  /** All assessments with their present releases, and the number of shards, fixed at the first start. */
  async catalogue(): Promise<Catalogue> {
    const shards = Number(
      this.#store.fixedSetting('shards', String(Math.max(1, Math.min(4096, Number(this.env.SHARDS) || 1)))),
    )
    const pinned = this.#store.assessments()
    const guarded = this.#guarded(pinned, Date.now())
    const entries = await Promise.all(
      pinned.map(async ({ assessment, version }) => {
        const excluded = showsKeysAtOnce(assessment)
          ? this.#questionsOf(version).flatMap((question) => (guarded.has(question) ? [question.id] : []))
          : []
        const release = await releaseId(assessment, version, excluded)
        this.#store.addRelease(release, { assessment, version, excluded })
        return { assessment, release }
      }),
    )
    entries.sort((a, b) => a.assessment.order - b.assessment.order || a.assessment.id.localeCompare(b.assessment.id))
    return { shards, entries }
  }

  /** The content of a release, or `null` when there is no such. */
  release(id: string): Release | null {
    const stored = this.#store.release(id)
    if (stored === null) return null
    const { assessment, version } = stored
    const use = useOf(assessment.kind)
    const excluded = new Set(stored.excluded)
    const pool = this.#questionsOf(version).filter(
      (question) => question.uses.includes(use) && !excluded.has(question.id),
    )
    return { id, assessment, pool }
  }

  /** Practice questions of a topic (all without one), without keys. */
  practiceQuestions(topic: string | null): PracticeQuestion[] {
    return [...this.#practiceNow().values()]
      .filter((question) => topic === null || question.topics.includes(topic))
      .map(({ id, type, stem, options, topics, difficulty, group }) => ({
        id,
        type,
        stem,
        options,
        topics,
        ...(difficulty ? { difficulty } : {}),
        ...(group ? { group } : {}),
      }))
  }

  /** Checks an answer to a practice question; `null` when it isn't free for practice; a sentence when it doesn't fit. */
  checkPractice(id: string, response: readonly string[]): Checked | string | null {
    const question = this.#practiceNow().get(id)
    if (question === undefined) return null
    const unknown =
      question.type === 'fill-in'
        ? []
        : response.filter((option) => !question.options.some((known) => known.id === option))
    if (unknown.length > 0)
      return `Not an option of this question: ${unknown.map((option) => JSON.stringify(option)).join(', ')}.`
    const { outcome } = markQuestion(question, response, 1, { kind: 'all-or-nothing' })
    const { key, rationale, citations } = question
    return { outcome, key, citations, ...(rationale === undefined ? {} : { rationale }) }
  }

  /** Which of these questions a contest or exam that is open or to come asks. */
  guardedOf(questions: readonly Question[]): string[] {
    const guarded = this.#guarded(this.#store.assessments(), Date.now())
    return questions.flatMap((question) => (guarded.has(question) ? [question.id] : []))
  }

  /** Stores a bank version; the same content gets the same id and is stored once. */
  async addBank(content: Omit<BankVersion, 'id'>): Promise<{ id: string; questions: number }> {
    const id = await bankVersionId(content)
    this.#store.transaction(() => this.#store.addVersion({ id, ...content }, Date.now()))
    return { id, questions: content.questions.length }
  }

  /** Opens an assessment made at run time, after a trial draw. */
  async addAssessment(assessment: Assessment, version: string): Promise<{ id: string; release: string } | Refused> {
    if (!this.#store.hasVersion(version)) return { refused: `There is no bank version "${version}".` }
    if (!assessment.allowUnreviewed && !this.#store.isReviewed(version)) {
      return { refused: 'The bank version is unreviewed; only a contest with allowUnreviewed may draw from it.' }
    }
    if (shipped().assessments.some(({ id }) => id === assessment.id))
      return { refused: `"${assessment.id}" comes with the software.` }
    const use = useOf(assessment.kind)
    try {
      drawPaper(
        this.#questionsOf(version).filter((question) => question.uses.includes(use)),
        assessment.blueprint,
        '0'.repeat(16),
      )
    } catch (error) {
      if (error instanceof ShortfallError) return { refused: error.message }
      throw error
    }
    this.#store.transaction(() => this.#store.putAssessment(assessment, version, false))
    this.#practice = null
    const { entries } = await this.catalogue()
    const release = entries.find((entry) => entry.assessment.id === assessment.id)?.release ?? ''
    return { id: assessment.id, release }
  }

  #questionsOf(version: string): readonly Question[] {
    const known = this.#questions.get(version)
    if (known) return known
    const questions = this.#store.questions(version)
    this.#questions.set(version, questions)
    return questions
  }

  #practiceNow(): Map<string, Question> {
    const now = Date.now()
    // A contest that closes frees its questions; a second later is soon enough. One that is added clears this at once.
    if (this.#practice === null || now - this.#practice.madeAt > 1000) {
      const guarded = this.#guarded(this.#store.assessments(), now)
      const free = this.#questionsOf(shipped().bank.id).filter(
        (question) => question.uses.includes('practice') && !guarded.has(question),
      )
      this.#practice = { questions: new Map(free.map((question) => [question.id, question])), madeAt: now }
    }
    return this.#practice.questions
  }

  #guarded(pinned: readonly PinnedAssessment[], now: number): Guard {
    const guard = new Guard()
    for (const { assessment, version } of pinned) {
      if (showsKeysAtOnce(assessment) || assessmentPhase(assessment, now) === 'closed') continue
      const use = useOf(assessment.kind)
      for (const question of this.#questionsOf(version)) if (question.uses.includes(use)) guard.add(question)
    }
    return guard
  }
}

/** Questions that must not show: by id, and by stem, since another bank may have the same question under another id. */
class Guard {
  readonly #ids = new Set<string>()
  readonly #stems = new Set<string>()

  add(question: Question): void {
    this.#ids.add(question.id)
    this.#stems.add(stemOf(question))
  }

  has(question: Question): boolean {
    return this.#ids.has(question.id) || this.#stems.has(stemOf(question))
  }
}

function stemOf(question: Question): string {
  return comparableStem(`${question.group?.stem ?? ''}${question.stem}`)
}
