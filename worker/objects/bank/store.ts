import { type Assessment, AssessmentSchema } from '../../../content/domain/assessment.ts'
import { type BankVersion, type Question, QuestionSchema } from '../../../content/domain/question.ts'
import { Store } from '../../sqlite/store.ts'
import { BankAnnulments } from './annulments.ts'
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

/** A bank version without its questions. Whoever stored and approved it by the audit trail's name of an actor. */
export interface StoredVersion extends Pick<BankVersion, 'id' | 'title' | 'reviewed' | 'asOf'> {
  readonly questions: number
  readonly storedAt: number
  readonly storedBy: string | null
  readonly approvedBy: string | null
  readonly approvedAt: number | null
}

type VersionRow = {
  id: string
  title: string
  reviewed: number
  as_of: string
  questions: number
  stored_at: number
  stored_by: string | null
  approved_by: string | null
  approved_at: number | null
}

const VERSIONS = `
  SELECT v.id, v.title, v.reviewed, v.as_of, count(q.position) AS questions, v.stored_at, v.stored_by, v.approved_by, v.approved_at
  FROM versions v JOIN questions q ON q.version = v.id`

function versionOf(row: VersionRow): StoredVersion {
  return {
    id: row.id,
    title: row.title,
    reviewed: row.reviewed === 1,
    asOf: row.as_of,
    questions: row.questions,
    storedAt: row.stored_at,
    storedBy: row.stored_by,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
  }
}

/** All SQL of `Bank`; that of annulments is in their own file. */
export class BankStore extends Store {
  readonly annulments: BankAnnulments

  constructor(storage: DurableObjectStorage) {
    super(storage, BANK_MIGRATIONS)
    this.annulments = new BankAnnulments(storage.sql)
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
  addVersion(bank: BankVersion, by: string | null, now: number): void {
    if (this.hasVersion(bank.id)) return
    this.sql.exec(
      'INSERT INTO versions (id, title, reviewed, as_of, stored_at, stored_by) VALUES (?, ?, ?, ?, ?, ?)',
      bank.id,
      bank.title,
      bank.reviewed ? 1 : 0,
      bank.asOf,
      now,
      by,
    )
    for (const [position, question] of bank.questions.entries()) {
      this.sql.exec('INSERT INTO questions VALUES (?, ?, ?)', bank.id, position, JSON.stringify(question))
    }
  }

  /** All versions, the newest first. */
  versions(): StoredVersion[] {
    return this.sql
      .exec<VersionRow>(`${VERSIONS} GROUP BY v.id ORDER BY v.stored_at DESC, v.id`)
      .toArray()
      .map(versionOf)
  }

  /** A version, or `null` when there is no such. */
  version(id: string): StoredVersion | null {
    const row = this.sql.exec<VersionRow>(`${VERSIONS} WHERE v.id = ? GROUP BY v.id`, id).toArray()[0]
    return row === undefined ? null : versionOf(row)
  }

  /** Notes who has approved a version; an approval that is there stays. */
  approve(id: string, by: string, now: number): void {
    this.sql.exec(
      'UPDATE versions SET approved_by = ?, approved_at = ? WHERE id = ? AND approved_by IS NULL',
      by,
      now,
      id,
    )
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

  /** Every bank version that an assessment has ever drawn from. */
  versionsOf(assessment: string): string[] {
    return this.sql
      .exec<{ version: string }>('SELECT DISTINCT version FROM releases WHERE assessment = ?', assessment)
      .toArray()
      .map(({ version }) => version)
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
