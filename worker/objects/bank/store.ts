import { type Assessment, AssessmentSchema } from '../../../content/domain/assessment.ts'
import { type BankVersion, type Question, QuestionSchema } from '../../../content/domain/question.ts'
import { Store } from '../../sqlite/store.ts'
import { BANK_MIGRATIONS } from './migrations.ts'

/** An assessment and the bank version that it draws from. */
export interface PinnedAssessment {
  readonly assessment: Assessment
  readonly version: string
  readonly shipped: boolean
}

/** A release as stored: configuration, bank version and questions left out. */
export interface StoredRelease {
  readonly assessment: Assessment
  readonly version: string
  readonly excluded: readonly string[]
}

/** All SQL of `Bank`. */
export class BankStore extends Store {
  constructor(storage: DurableObjectStorage) {
    super(storage, BANK_MIGRATIONS)
  }

  /** A setting, or `initial`, which is then kept for ever. */
  fixedSetting(name: string, initial: string): string {
    this.sql.exec('INSERT OR IGNORE INTO settings VALUES (?, ?)', name, initial)
    return this.sql.exec<{ value: string }>('SELECT value FROM settings WHERE name = ?', name).one().value
  }

  hasVersion(id: string): boolean {
    return this.sql.exec('SELECT 1 FROM versions WHERE id = ?', id).toArray().length > 0
  }

  /** Stores a version; one that is there already stays as it is. */
  addVersion(bank: BankVersion, now: number): void {
    if (this.hasVersion(bank.id)) return
    this.sql.exec(
      'INSERT INTO versions VALUES (?, ?, ?, ?, ?)',
      bank.id,
      bank.title,
      bank.reviewed ? 1 : 0,
      bank.asOf,
      now,
    )
    for (const [position, question] of bank.questions.entries()) {
      this.sql.exec('INSERT INTO questions VALUES (?, ?, ?)', bank.id, position, JSON.stringify(question))
    }
  }

  isReviewed(version: string): boolean {
    return this.sql.exec('SELECT 1 FROM versions WHERE id = ? AND reviewed = 1', version).toArray().length > 0
  }

  /** Questions of a version in its order. */
  questions(version: string): Question[] {
    return this.sql
      .exec<{ body: string }>('SELECT body FROM questions WHERE version = ? ORDER BY position', version)
      .toArray()
      .map(({ body }) => QuestionSchema.parse(JSON.parse(body)))
  }

  assessments(): PinnedAssessment[] {
    return this.sql
      .exec<{ version: string; config: string; shipped: number }>(
        'SELECT version, config, shipped FROM assessments ORDER BY id',
      )
      .toArray()
      .map(({ version, config, shipped }) => ({
        assessment: AssessmentSchema.parse(JSON.parse(config)),
        version,
        shipped: shipped === 1,
      }))
  }

  putAssessment(assessment: Assessment, version: string, shipped: boolean): void {
    this.sql.exec(
      'INSERT OR REPLACE INTO assessments VALUES (?, ?, ?, ?)',
      assessment.id,
      version,
      JSON.stringify(assessment),
      shipped ? 1 : 0,
    )
  }

  /** Takes away the shipped assessments that this release of the software doesn't bring any more. */
  keepShipped(ids: readonly string[]): void {
    this.sql.exec(
      'DELETE FROM assessments WHERE shipped = 1 AND id NOT IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    )
  }

  addRelease(id: string, { assessment, version, excluded }: StoredRelease): void {
    this.sql.exec(
      'INSERT OR IGNORE INTO releases VALUES (?, ?, ?, ?, ?)',
      id,
      assessment.id,
      version,
      JSON.stringify(assessment),
      JSON.stringify(excluded),
    )
  }

  release(id: string): StoredRelease | null {
    const row = this.sql
      .exec<{ version: string; config: string; excluded: string }>(
        'SELECT version, config, excluded FROM releases WHERE id = ?',
        id,
      )
      .toArray()[0]
    if (row === undefined) return null
    return {
      assessment: AssessmentSchema.parse(JSON.parse(row.config)),
      version: row.version,
      excluded: row.excluded === '[]' ? [] : (JSON.parse(row.excluded) as string[]),
    }
  }
}
