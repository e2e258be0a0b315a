import type { AttemptClock, AttemptState } from '../../../content/domain/attempt.ts'
import type { Seed } from '../../../content/domain/random.ts'
import { Store } from '../../sqlite/store.ts'
import { Annulments } from './annulments.ts'
import { toHex, uuidBytes, uuidText } from './attempt-id.ts'
import { ATTEMPTS_MIGRATIONS } from './migrations.ts'

/** An attempt as stored. */
export interface StoredAttempt extends AttemptClock {
  readonly uuid: string
  /** UUID of the participant. */
  readonly participant: string
  /** Id of the release that it is drawn and marked by. */
  readonly release: string
  readonly seed: Seed
  /** The sheet as packed by `packSheet`, `null` before the first save. */
  readonly sheet: string | null
  /** Marks, `null` before the end. */
  readonly score: number | null
  /** The newest annulment that the score takes account of, 0 for none. */
  readonly annulment: number
}

/** A participant as the shard knows them. */
export interface StoredParticipant {
  readonly uuid: string
  readonly nickname: string
  readonly unit: string | null
}

/** Whose attempt a request asks for, and by which of their sign-ins; see `Session`. */
export interface Holder {
  readonly uuid: string
  readonly epoch: number
}

/** A guest who has taken part, and the unit that they say they belong to. */
export interface GuestEntry {
  readonly row: number
  readonly participant: string
  readonly unit: string | null
}

const STATES: readonly AttemptState[] = ['in_progress', 'submitted', 'expired']

type Row = {
  id: ArrayBuffer
  participant: ArrayBuffer
  release: string
  seed: ArrayBuffer
  started_at: number
  deadline: number | null
  seq: number
  sheet: string | null
  state: number
  finished_at: number | null
  score: number | null
  annulment: number
}

const SELECT = `
  SELECT a.id, p.uuid AS participant, r.release, a.seed, a.started_at, a.deadline, a.seq, a.sheet, a.state, a.finished_at, a.score, a.annulment
  FROM attempts a JOIN participants p ON p.id = a.participant JOIN releases r ON r.id = a.release`

function attemptOf(row: Row): StoredAttempt {
  return {
    uuid: uuidText(new Uint8Array(row.id)),
    participant: uuidText(new Uint8Array(row.participant)),
    release: row.release,
    seed: toHex(new Uint8Array(row.seed)),
    startedAt: row.started_at,
    deadline: row.deadline,
    seq: row.seq,
    sheet: row.sheet,
    state: STATES[row.state] ?? 'expired',
    finishedAt: row.finished_at,
    score: row.score === null ? null : row.score / 100,
    annulment: row.annulment,
  }
}

function hundredths(score: number | null): number | null {
  return score === null ? null : Math.round(score * 100)
}

/** All SQL of `Attempts`; that of annulments is in their own file. */
export class AttemptsStore extends Store {
  readonly annulments: Annulments

  constructor(storage: DurableObjectStorage) {
    super(storage, ATTEMPTS_MIGRATIONS)
    this.annulments = new Annulments(storage.sql)
  }

  attempt(uuid: string): StoredAttempt | null {
    const row = this.sql.exec<Row>(`${SELECT} WHERE a.id = ?`, uuidBytes(uuid)).toArray()[0]
    return row === undefined ? null : attemptOf(row)
  }

  /** A participant's attempts at an assessment, in the order of their start. */
  attemptsAt(participant: string, assessment: string): StoredAttempt[] {
    return this.sql
      .exec<Row>(`${SELECT} WHERE p.uuid = ? AND r.assessment = ? ORDER BY a.id`, uuidBytes(participant), assessment)
      .toArray()
      .map(attemptOf)
  }

  /** Attempts in progress whose cut-off has passed, the oldest first. */
  overdue(now: number, limit: number): StoredAttempt[] {
    return this.sql
      .exec<Row>(`${SELECT} WHERE a.state = 0 AND a.cut_off <= ? ORDER BY a.cut_off LIMIT ?`, now, limit)
      .toArray()
      .map(attemptOf)
  }

  /** The next cut-off of an attempt in progress. */
  nextCutOff(): number | null {
    return this.sql.exec<{ next: number | null }>('SELECT min(cut_off) AS next FROM attempts WHERE state = 0').one()
      .next
  }

  participant(uuid: string): StoredParticipant | null {
    const row = this.sql
      .exec<{ nickname: string; unit: string | null }>(
        'SELECT nickname, unit FROM participants WHERE uuid = ?',
        uuidBytes(uuid),
      )
      .toArray()[0]
    return row === undefined ? null : { uuid, ...row }
  }

  /** The newest sign-in that is known of a participant, 0 of someone unknown. */
  epochOf(uuid: string): number {
    const row = this.sql
      .exec<{ epoch: number }>('SELECT epoch FROM participants WHERE uuid = ?', uuidBytes(uuid))
      .toArray()[0]
    return row?.epoch ?? 0
  }

  /** Notes a newer sign-in of a participant, who is added without name if nothing is known of them. */
  raiseEpoch({ uuid, epoch }: Holder): void {
    this.sql.exec(
      `INSERT INTO participants (uuid, nickname, epoch) VALUES (?, '', ?)
       ON CONFLICT (uuid) DO UPDATE SET epoch = max(epoch, excluded.epoch)`,
      uuidBytes(uuid),
      epoch,
    )
  }

  /** Adds an attempt of a participant, who is added or renamed. */
  addAttempt(
    attempt: Pick<StoredAttempt, 'uuid' | 'release' | 'seed' | 'startedAt' | 'deadline'>,
    { uuid, nickname, unit }: StoredParticipant,
    assessment: string,
    cutOff: number | null,
  ): void {
    const participant = this.sql
      .exec<{ id: number }>(
        `INSERT INTO participants (uuid, nickname, unit) VALUES (?, ?, ?)
         ON CONFLICT (uuid) DO UPDATE SET nickname = excluded.nickname, unit = excluded.unit RETURNING id`,
        uuidBytes(uuid),
        nickname,
        unit,
      )
      .one().id
    this.sql.exec(
      `INSERT INTO attempts (id, participant, release, seed, started_at, deadline, cut_off) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      uuidBytes(attempt.uuid),
      participant,
      this.#releaseNumber(attempt.release, assessment),
      Uint8Array.fromHex(attempt.seed),
      attempt.startedAt,
      attempt.deadline,
      cutOff,
    )
  }

  /** Stores what an event did to an attempt. */
  update({ uuid, seq, sheet, state, finishedAt, score, annulment }: StoredAttempt): void {
    this.sql.exec(
      'UPDATE attempts SET seq = ?, sheet = ?, state = ?, finished_at = ?, score = ?, annulment = ? WHERE id = ?',
      seq,
      sheet,
      STATES.indexOf(state),
      finishedAt,
      hundredths(score),
      annulment,
      uuidBytes(uuid),
    )
  }

  /** Stores the marks of an attempt that has been marked anew, after the annulment with that id. */
  correct(uuid: string, score: number, annulment: number): void {
    this.sql.exec(
      'UPDATE attempts SET score = ?, annulment = ? WHERE id = ?',
      hundredths(score),
      annulment,
      uuidBytes(uuid),
    )
  }

  /** The next guests who have begun an attempt at an assessment, after the one of a row. */
  guestsAt(assessment: string, after: number, limit: number): GuestEntry[] {
    return this.sql
      .exec<{ row: number; uuid: ArrayBuffer; unit: string | null }>(
        `SELECT DISTINCT p.id AS row, p.uuid, p.unit FROM participants p
           JOIN attempts a ON a.participant = p.id JOIN releases r ON r.id = a.release
         WHERE p.id > ? AND p.epoch = 0 AND r.assessment = ? ORDER BY p.id LIMIT ?`,
        after,
        assessment,
        limit,
      )
      .toArray()
      .map(({ row, uuid, unit }) => ({ row, participant: uuidText(new Uint8Array(uuid)), unit }))
  }

  #releaseNumber(release: string, assessment: string): number {
    this.sql.exec('INSERT OR IGNORE INTO releases (release, assessment) VALUES (?, ?)', release, assessment)
    return this.sql.exec<{ id: number }>('SELECT id FROM releases WHERE release = ?', release).one().id
  }
}
