import { type Grant, GrantedRoleSchema } from '../../../content/domain/role.ts'
import { type RosterEntry, RosterEntrySchema, staffNumberForm } from '../../../content/domain/roster.ts'
import type { AuditLine } from '../../../content/domain/roster-api.ts'
import { type ProviderId, ProviderIdSchema } from '../../../content/domain/sign-in-api.ts'
import type { Unit } from '../../../content/domain/unit.ts'
import { Store } from '../../sqlite/store.ts'
import { uuidBytes, uuidText } from '../attempts/attempt-id.ts'
import { ROSTER_MIGRATIONS } from './migrations.ts'

/** A person as stored. */
export interface StoredPerson {
  readonly id: number
  /** Their id as a participant. */
  readonly uuid: string
  readonly staffNumber: string
  readonly name: string
  /** Id of the unit. */
  readonly unit: string
  readonly post: string | null
  readonly exemption: RosterEntry['exemption']
  readonly extraTimePercent: number
  readonly epoch: number
  /** Whether they have left the roster. */
  readonly left: boolean
}

type Row = {
  id: number
  uuid: ArrayBuffer
  staff_number: string
  name: string
  unit: string
  post: string | null
  exemption: string | null
  extra_time: number
  epoch: number
  left_at: number | null
}

const COLUMNS = 'id, uuid, staff_number, name, unit, post, exemption, extra_time, epoch, left_at'

function personOf(row: Row): StoredPerson {
  return {
    id: row.id,
    uuid: uuidText(new Uint8Array(row.uuid)),
    staffNumber: row.staff_number,
    name: row.name,
    unit: row.unit,
    post: row.post,
    exemption: row.exemption === null ? undefined : RosterEntrySchema.shape.exemption.parse(JSON.parse(row.exemption)),
    extraTimePercent: row.extra_time,
    epoch: row.epoch,
    left: row.left_at !== null,
  }
}

/** Part of a list: after the person with this id, of these units, whose name or staff number fits. */
export interface PeopleQuery {
  readonly units: readonly string[]
  readonly q: string
  readonly after: number
  readonly limit: number
}

/** All SQL of `Roster`. */
export class RosterStore extends Store {
  constructor(storage: DurableObjectStorage) {
    super(storage, ROSTER_MIGRATIONS)
  }

  version(): number {
    return this.sql.exec<{ version: number }>('SELECT coalesce(max(version), 0) AS version FROM versions').one().version
  }

  addVersion(now: number): number {
    return this.sql.exec<{ version: number }>('INSERT INTO versions (at) VALUES (?) RETURNING version', now).one()
      .version
  }

  /** All units in the order in which they came, with the number of people in each itself who aren't exempt. */
  units(): Unit[] {
    return this.sql
      .exec<Unit>(
        `SELECT id, name, parent, region,
           (SELECT count(*) FROM people WHERE unit = units.id AND left_at IS NULL AND exemption IS NULL) AS staff
         FROM units ORDER BY rowid`,
      )
      .toArray()
  }

  addUnit({ id, name, parent, region }: Unit): void {
    this.sql.exec('INSERT INTO units (id, name, parent, region) VALUES (?, ?, ?, ?)', id, name, parent, region)
  }

  /** Everyone who is in the roster now. */
  everyone(): StoredPerson[] {
    return this.sql.exec<Row>(`SELECT ${COLUMNS} FROM people WHERE left_at IS NULL ORDER BY id`).toArray().map(personOf)
  }

  person(uuid: string): StoredPerson | null {
    return this.#first(`SELECT ${COLUMNS} FROM people WHERE uuid = ? AND left_at IS NULL`, uuidBytes(uuid))
  }

  personByNumber(staffNumber: string): StoredPerson | null {
    return this.#first(
      `SELECT ${COLUMNS} FROM people WHERE staff_key = ? AND left_at IS NULL`,
      staffNumberForm(staffNumber),
    )
  }

  /** People of a list of units, in the order in which they joined. */
  people({ units, q, after, limit }: PeopleQuery): StoredPerson[] {
    return this.sql
      .exec<Row>(
        `SELECT ${COLUMNS} FROM people
         WHERE left_at IS NULL AND id > ? AND unit IN (SELECT value FROM json_each(?))
           AND (? = '' OR instr(name, ?) > 0 OR substr(staff_key, 1, length(?)) = ?)
         ORDER BY id LIMIT ?`,
        after,
        JSON.stringify(units),
        q,
        q,
        staffNumberForm(q),
        staffNumberForm(q),
        limit,
      )
      .toArray()
      .map(personOf)
  }

  /** Writes a person as a list has them; someone who had left comes back as who they were. */
  putPerson({ staffNumber, name, post, exemption }: RosterEntry, unit: string): void {
    this.sql.exec(
      `INSERT INTO people (uuid, staff_key, staff_number, name, unit, post, exemption) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (staff_key) DO UPDATE SET staff_number = excluded.staff_number, name = excluded.name,
         unit = excluded.unit, post = excluded.post, exemption = excluded.exemption, left_at = NULL`,
      uuidBytes(crypto.randomUUID()),
      staffNumberForm(staffNumber),
      staffNumber,
      name,
      unit,
      post ?? null,
      exemption === undefined ? null : JSON.stringify(exemption),
    )
  }

  /** Lets someone leave: their roles, codes and bindings go, their sessions are over. @returns who they are elsewhere, and the new epoch */
  leave(staffNumber: string, now: number): { uuid: string; epoch: number } | null {
    const person = this.personByNumber(staffNumber)
    if (person === null) return null
    this.sql.exec('DELETE FROM grants WHERE person = ?', person.id)
    this.sql.exec('DELETE FROM codes WHERE person = ?', person.id)
    this.sql.exec('DELETE FROM bindings WHERE person = ?', person.id)
    this.sql.exec('UPDATE people SET left_at = ? WHERE id = ?', now, person.id)
    return { uuid: person.uuid, epoch: this.raiseEpoch(person.id) }
  }

  /** Ends every session of a person. @returns the epoch from which sessions hold */
  raiseEpoch(person: number): number {
    return this.sql
      .exec<{ epoch: number }>('UPDATE people SET epoch = epoch + 1 WHERE id = ? RETURNING epoch', person)
      .one().epoch
  }

  setExtraTime(person: number, percent: number): void {
    this.sql.exec('UPDATE people SET extra_time = ? WHERE id = ?', percent, person)
  }

  grants(person: number): Grant[] {
    return this.sql
      .exec<{ role: string; unit: string }>(
        'SELECT role, unit FROM grants WHERE person = ? ORDER BY role, unit',
        person,
      )
      .toArray()
      .map(({ role, unit }) => ({ role: GrantedRoleSchema.parse(role), unit }))
  }

  setGrants(person: number, grants: readonly Grant[]): void {
    this.sql.exec('DELETE FROM grants WHERE person = ?', person)
    for (const { role, unit } of grants)
      this.sql.exec('INSERT OR IGNORE INTO grants VALUES (?, ?, ?)', person, role, unit)
  }

  /** Gives a person a code in place of an earlier one. */
  putCode(person: number, hash: Uint8Array, expiresAt: number): void {
    this.sql.exec('DELETE FROM codes WHERE person = ?', person)
    this.sql.exec('INSERT INTO codes VALUES (?, ?, ?)', hash, person, expiresAt)
  }

  /** Until when a person's code holds; `null` without one. */
  codeUntil(person: number, now: number): number | null {
    const row = this.sql
      .exec<{ expires_at: number }>('SELECT expires_at FROM codes WHERE person = ? AND expires_at > ?', person, now)
      .toArray()[0]
    return row?.expires_at ?? null
  }

  /** Uses a code up. @returns whose it was, `null` when there is none that holds */
  takeCode(hash: Uint8Array, now: number): StoredPerson | null {
    const row = this.sql
      .exec<{ person: number; expires_at: number }>(
        'DELETE FROM codes WHERE hash = ? RETURNING person, expires_at',
        hash,
      )
      .toArray()[0]
    if (row === undefined || row.expires_at <= now) return null
    return this.#first(`SELECT ${COLUMNS} FROM people WHERE id = ? AND left_at IS NULL`, row.person)
  }

  /** Whose account it is; `null` when it is nobody's. */
  boundPerson(provider: ProviderId, subject: Uint8Array): StoredPerson | null {
    return this.#first(
      `SELECT ${COLUMNS} FROM people WHERE left_at IS NULL
         AND id = (SELECT person FROM bindings WHERE provider = ? AND subject = ?)`,
      provider,
      subject,
    )
  }

  /** Providers whose account is bound to a person. */
  bindings(person: number): ProviderId[] {
    return this.sql
      .exec<{ provider: string }>('SELECT provider FROM bindings WHERE person = ? ORDER BY provider', person)
      .toArray()
      .map(({ provider }) => ProviderIdSchema.parse(provider))
  }

  bind(provider: ProviderId, subject: Uint8Array, person: number): void {
    this.sql.exec('INSERT INTO bindings (provider, subject, person) VALUES (?, ?, ?)', provider, subject, person)
  }

  /** @returns whether there was one */
  unbind(provider: ProviderId, person: number): boolean {
    const gone = 'DELETE FROM bindings WHERE provider = ? AND person = ? RETURNING person'
    return this.sql.exec(gone, provider, person).toArray().length > 0
  }

  /** Uses a state up. @returns whether it hadn't been */
  takeState(state: string, expiresAt: number, now: number): boolean {
    this.sql.exec('DELETE FROM used_states WHERE expires_at <= ?', now)
    const taken = 'INSERT OR IGNORE INTO used_states VALUES (?, ?) RETURNING state'
    return this.sql.exec(taken, state, expiresAt).toArray().length > 0
  }

  /** Notes in the audit trail who did what to whom. */
  note(at: number, actor: string, action: string, subject: string, detail: string): void {
    this.sql.exec(
      'INSERT INTO audit (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)',
      at,
      actor,
      action,
      subject,
      detail,
    )
  }

  /** Lines of the audit trail before a line, the newest first; `q` occurs in any of their fields. */
  audit(q: string, before: number, limit: number): AuditLine[] {
    return this.sql
      .exec<{ id: number; at: number; actor: string; action: string; subject: string; detail: string }>(
        `SELECT id, at, actor, action, subject, detail FROM audit
         WHERE id < ? AND (? = '' OR instr(actor || ' ' || action || ' ' || subject || ' ' || detail, ?) > 0)
         ORDER BY id DESC LIMIT ?`,
        before,
        q,
        q,
        limit,
      )
      .toArray()
      .map(({ at, ...line }) => ({ ...line, at: new Date(at).toISOString() }))
  }

  #first(query: string, ...bindings: (string | number | Uint8Array)[]): StoredPerson | null {
    const row = this.sql.exec<Row>(query, ...bindings).toArray()[0]
    return row === undefined ? null : personOf(row)
  }
}
