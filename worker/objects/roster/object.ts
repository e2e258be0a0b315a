import { DurableObject } from 'cloudflare:workers'
import type { Grant } from '../../../content/domain/role.ts'
import type { RosterDifference, RosterEntry } from '../../../content/domain/roster.ts'
import {
  type Audit,
  type Codes,
  DIFFERENCES_SHOWN,
  type People,
  type Person,
  type PersonChange,
  ROSTER_PAGE,
  type RosterOutcome,
  type RosterPerson,
  type RosterUpload,
} from '../../../content/domain/roster-api.ts'
import type { ProviderId } from '../../../content/domain/sign-in-api.ts'
import { CODE_BYTES, codeOf, readCode } from '../../../content/domain/sign-in-code.ts'
import type { Unit } from '../../../content/domain/unit.ts'
import { type UnitPath, unitPath, unitsWithin } from '../../../content/domain/unit-path.ts'
import type { Env } from '../../env.ts'
import { secondsToToken, takeToken } from '../../http/rate-limit.ts'
import { rightsOf } from '../../identity/can.ts'
import type { Identity } from '../../identity/providers/provider.ts'
import { shipped } from '../../shipped.ts'
import type { Holder } from '../attempts/store.ts'
import { codeHash } from './code-hash.ts'
import { entryOf, namesOf, planOf, type UploadFault } from './import.ts'
import { RosterStore, type StoredPerson } from './store.ts'
import { subjectHash } from './subject-hash.ts'

/** Why the roster didn't do what it was asked. */
export type RosterRefusal =
  | { readonly refused: 'faults'; readonly faults: readonly UploadFault[] }
  | { readonly refused: 'changed-meanwhile'; readonly version: number }
  | { readonly refused: 'large-leave'; readonly outcome: RosterOutcome }

/** Someone who has signed in. */
export interface SignedIn extends Holder {
  readonly name: string
  readonly unit: string
}

/** A person as result sheets list them. */
export interface ListedPerson extends Pick<RosterEntry, 'staffNumber' | 'name' | 'unitPath'> {
  readonly uuid: string
  readonly exemption: NonNullable<RosterEntry['exemption']> | null
}

/** A person as figures count them. */
export interface Member {
  readonly uuid: string
  /** Id of the unit. */
  readonly unit: string
  readonly isExempt: boolean
}

/** Codes that didn't fit which one address may try in `CODE_TRIES_MS`; codes that fit don't count. */
export const CODE_TRIES = 20
const CODE_TRIES_MS = 10 * 60_000
const DAY_MS = 24 * 3600 * 1000
/** A participant's id among the names of actors. */
const PARTICIPANT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Units, people, their roles and codes, and the audit trail; one per deployment. Not on the path of an answer. */
export class Roster extends DurableObject<Env> {
  readonly #store: RosterStore

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = new RosterStore(ctx.storage)
  }

  /** The units with their head counts: those of the roster, or the shipped ones as long as there is none. */
  units(): readonly Unit[] {
    return this.#store.version() === 0 ? shipped().units : this.#store.units()
  }

  /** Version of the roster, 0 before the first import. */
  version(): number {
    return this.#store.version()
  }

  /** The path of a unit, `null` when there is none. */
  pathOf(unit: string): UnitPath | null {
    return unitPath(this.#byId(), unit)
  }

  /** The path of a person's unit, `null` when there is no such person. */
  pathOfPerson(staffNumber: string): UnitPath | null {
    const person = this.#store.personByNumber(staffNumber)
    return person === null ? null : this.pathOf(person.unit)
  }

  /** The path of all units together: that of the one root, or of nothing where there are several. */
  rootPath(): UnitPath {
    const roots = this.units().filter(({ parent }) => parent === null)
    return roots.length === 1 ? roots.map(({ id }) => id) : []
  }

  /** The roles of a person, none of someone unknown. */
  grantsOfPerson(staffNumber: string): Grant[] {
    const person = this.#store.personByNumber(staffNumber)
    return person === null ? [] : this.#store.grants(person.id)
  }

  /** Shows what a list changes, and changes it if the upload says so: all of it, or nothing. */
  import(actor: string, upload: RosterUpload): { readonly outcome: RosterOutcome } | RosterRefusal {
    const version = this.#store.version()
    const plan = planOf(upload, this.units(), this.#store.everyone())
    if ('faults' in plan) return { refused: 'faults', faults: plan.faults }
    const { difference, unitOf } = plan
    const outcome = outcomeOf(difference, upload, version)
    if (!upload.apply) return { outcome }
    if (upload.base !== version) return { refused: 'changed-meanwhile', version }
    if (difference.isLargeLeave && !upload.confirmLargeLeave) return { refused: 'large-leave', outcome }
    const now = Date.now()
    const applied = this.#store.transaction(() => {
      if (version === 0) for (const unit of shipped().units) this.#store.addUnit(unit)
      for (const unit of upload.newUnits) this.#store.addUnit(unit)
      this.#write(actor, difference, unitOf, now)
      const next = this.#store.addVersion(now)
      this.#store.note(now, this.nameOf(actor), 'roster.import', upload.within ?? '全部', summary(next, difference))
      return next
    })
    return { outcome: { ...outcome, applied: true, version: applied } }
  }

  #write(actor: string, difference: RosterDifference, unitOf: ReadonlyMap<string, string>, now: number): void {
    const by = this.nameOf(actor)
    const { joined, left, moved, changed } = difference
    for (const entry of joined) {
      this.#store.putPerson(entry, unitOf.get(entry.unitPath) ?? '')
      this.#store.note(now, by, 'person.join', entry.staffNumber, entry.unitPath)
    }
    // Who moved and changed stands in both lists.
    for (const { before, after, fields } of new Set([...moved, ...changed])) {
      this.#store.putPerson(after, unitOf.get(after.unitPath) ?? '')
      const what = fields.map(
        (field) => `${field}: ${JSON.stringify(before[field] ?? null)} → ${JSON.stringify(after[field] ?? null)}`,
      )
      this.#store.note(
        now,
        by,
        fields.includes('unitPath') ? 'person.move' : 'person.change',
        after.staffNumber,
        what.join('; '),
      )
    }
    for (const { staffNumber, unitPath: path } of left) {
      this.#store.leave(staffNumber, now)
      this.#store.note(now, by, 'person.leave', staffNumber, path)
    }
  }

  /** People of a unit and those below it; the reading is noted. */
  people(actor: string, unit: string, q: string, after: number): People {
    const found = this.#store.people({ units: this.#within(unit), q, after, limit: ROSTER_PAGE + 1 })
    const part = found.slice(0, ROSTER_PAGE)
    const [now, byId] = [Date.now(), this.#byId()]
    this.#store.note(now, this.nameOf(actor), 'people.read', unit, `${part.length}${q === '' ? '' : `, “${q}”`}`)
    return {
      people: part.map((person) => this.#rosterPerson(person, byId, now)),
      next: found.length > part.length ? String(part.at(-1)?.id) : null,
    }
  }

  /** People of a unit and those below it, for their results at an assessment; the reading is noted. */
  peopleForResults(
    actor: string,
    assessment: string,
    unit: string,
    after: number,
    limit: number,
  ): { readonly people: readonly ListedPerson[]; readonly next: string | null } {
    const found = this.#store.people({ units: this.#within(unit), q: '', after, limit: limit + 1 })
    const part = found.slice(0, limit)
    this.#store.note(Date.now(), this.nameOf(actor), 'results.read', unit, `${assessment}: ${part.length}`)
    const byId = this.#byId()
    return {
      people: part.map((person) => {
        const { staffNumber, name, unitPath, exemption } = entryOf(person, namesOf(byId, person.unit).join('/'))
        return { uuid: person.uuid, staffNumber, name, unitPath, exemption: exemption ?? null }
      }),
      next: found.length > part.length ? String(part.at(-1)?.id) : null,
    }
  }

  /** Who belongs to a unit and those below it, without names. */
  members(unit: string): Member[] {
    const inScope = new Set(this.#within(unit))
    return this.#store
      .everyone()
      .filter((person) => inScope.has(person.unit))
      .map(({ uuid, unit: own, exemption }) => ({ uuid, unit: own, isExempt: exemption !== undefined }))
  }

  /** Sets what an administrator decides about one person; `null` when there is no such person. */
  change(
    actor: string,
    staffNumber: string,
    change: PersonChange,
  ): { person: RosterPerson; ended: Holder | null } | null {
    const person = this.#store.personByNumber(staffNumber)
    if (person === null) return null
    const now = Date.now()
    const by = this.nameOf(actor)
    const note = (action: string, detail: string) => this.#store.note(now, by, action, person.staffNumber, detail)
    const ended = this.#store.transaction(() => {
      if (change.extraTimePercent !== undefined) {
        this.#store.setExtraTime(person.id, change.extraTimePercent)
        note('person.extra-time', `${person.extraTimePercent} % → ${change.extraTimePercent} %`)
      }
      if (change.grants !== undefined) {
        const before = this.#store.grants(person.id)
        this.#store.setGrants(person.id, change.grants)
        note('person.grants', `${grantsText(before)} → ${grantsText(change.grants)}`)
      }
      if (change.signOut !== true) return null
      note('person.sign-out', '')
      return { uuid: person.uuid, epoch: this.#store.raiseEpoch(person.id) }
    })
    const after = this.#store.personByNumber(staffNumber) ?? person
    return { person: this.#rosterPerson(after, this.#byId(), now), ended }
  }

  /** New codes for people of a unit and those below it; codes that they had no longer hold. */
  async issueCodes(actor: string, unit: string, staffNumbers: readonly string[] | null, days: number): Promise<Codes> {
    const inScope = new Set(this.#within(unit))
    const all = this.#store.everyone().filter((person) => inScope.has(person.unit))
    const found =
      staffNumbers === null
        ? all
        : staffNumbers.flatMap((number) => {
            const person = this.#store.personByNumber(number)
            return person !== null && inScope.has(person.unit) ? [person] : []
          })
    const byId = this.#byId()
    const made = await Promise.all(
      found.map(async (person) => {
        const code = codeOf(crypto.getRandomValues(new Uint8Array(CODE_BYTES)))
        return { person, code, hash: await codeHash(code, this.env) }
      }),
    )
    const now = Date.now()
    const expiresAt = now + days * DAY_MS
    const by = this.nameOf(actor)
    this.#store.transaction(() => {
      for (const { person, hash } of made) {
        this.#store.putCode(person.id, hash, expiresAt)
        this.#store.note(now, by, 'code.issue', person.staffNumber, `${days}`)
      }
    })
    const known = new Set(found.map(({ staffNumber }) => staffNumber))
    return {
      expiresAt: new Date(expiresAt).toISOString(),
      codes: made.map(({ person: { staffNumber, name, unit: at }, code }) => ({
        ...{ staffNumber, name, code },
        unitPath: namesOf(byId, at).join('/'),
      })),
      unknown: (staffNumbers ?? []).filter(
        (number) => !known.has(number) && !known.has(this.#store.personByNumber(number)?.staffNumber ?? ''),
      ),
    }
  }

  /**
   * Lets someone in by their code, once. Every reason for not doing so looks the same from outside.
   *
   * @returns who they are; `null` when the code doesn't let anyone in; the seconds to wait for an address that guesses
   */
  async signIn(typed: string, address: string): Promise<SignedIn | null | { readonly wait: number }> {
    const code = readCode(typed)
    const hash = code === null ? null : await codeHash(code, this.env)
    // From here on nothing waits, so that tries at the same time are counted one after the other.
    const now = Date.now()
    const bucket = `code ${address}`
    const wait = secondsToToken(bucket, CODE_TRIES, now, CODE_TRIES_MS)
    if (wait > 0) return { wait }
    return this.#store.transaction(() => {
      const person = hash === null ? null : this.#store.takeCode(hash, now)
      if (person === null) {
        takeToken(bucket, CODE_TRIES, now, CODE_TRIES_MS)
        return null
      }
      return this.#signedIn(person, 'roster-code', now)
    })
  }

  /** Lets someone in for whom a provider vouches. @returns who they are; `null` when nobody here is meant */
  async signInAs(provider: ProviderId, identity: Identity): Promise<SignedIn | null> {
    const hash = 'subject' in identity ? await subjectHash(provider, identity.subject, this.env) : null
    return this.#store.transaction(() => {
      const person =
        'subject' in identity
          ? hash && this.#store.boundPerson(provider, hash)
          : this.#store.personByNumber(identity.staffNumber)
      return person === null ? null : this.#signedIn(person, provider, Date.now())
    })
  }

  #signedIn(person: StoredPerson, by: 'roster-code' | ProviderId, now: number): SignedIn {
    const epoch = this.#store.raiseEpoch(person.id)
    this.#store.note(now, person.staffNumber, 'sign-in', person.staffNumber, by)
    return { uuid: person.uuid, epoch, name: person.name, unit: person.unit }
  }

  /** Uses up the state of a sign-in that came back. @returns whether it hadn't been used */
  takeState(state: string, expiresAt: number): boolean {
    return this.#store.takeState(state, expiresAt, Date.now())
  }

  /**
   * Binds an account elsewhere to whoever holds a session.
   *
   * @returns `over` when the session no longer holds, `taken` when the account is somebody else's, `another` when the person
   *   has another one of that provider
   */
  async bind(
    uuid: string,
    epoch: number,
    provider: ProviderId,
    subject: string,
  ): Promise<'bound' | 'over' | 'taken' | 'another'> {
    const hash = await subjectHash(provider, subject, this.env)
    return this.#store.transaction(() => {
      const person = this.#holder(uuid, epoch)
      if (person === null) return 'over'
      const owner = this.#store.boundPerson(provider, hash)
      if (owner !== null) return owner.id === person.id ? 'bound' : 'taken'
      if (this.#store.bindings(person.id).includes(provider)) return 'another'
      this.#store.bind(provider, hash, person.id)
      this.#store.note(Date.now(), person.staffNumber, 'account.bind', person.staffNumber, provider)
      return 'bound'
    })
  }

  /** Releases the account of whoever holds a session, if there is one. */
  unbind(uuid: string, epoch: number, provider: ProviderId): void {
    const person = this.#holder(uuid, epoch)
    if (person === null) return
    this.#store.transaction(() => {
      if (this.#store.unbind(provider, person.id))
        this.#store.note(Date.now(), person.staffNumber, 'account.unbind', person.staffNumber, provider)
    })
  }

  /** Providers whose account is bound to whoever holds a session, `null` when it no longer holds. */
  bindingsOf(uuid: string, epoch: number): ProviderId[] | null {
    const person = this.#holder(uuid, epoch)
    return person === null ? null : this.#store.bindings(person.id)
  }

  /** Ends the sessions of whoever asks it with a session that holds. @returns the epoch from which sessions hold */
  signOut(uuid: string, epoch: number): number | null {
    const person = this.#holder(uuid, epoch)
    if (person === null) return null
    this.#store.note(Date.now(), person.staffNumber, 'sign-out', person.staffNumber, '')
    return this.#store.raiseEpoch(person.id)
  }

  /** The roles of whoever holds a session, none when it no longer holds. */
  grantsOf(uuid: string, epoch: number): Grant[] {
    const person = this.#holder(uuid, epoch)
    return person === null ? [] : this.#store.grants(person.id)
  }

  /** A person as they see themselves, `null` when the session no longer holds. */
  personOf(uuid: string, epoch: number): Person | null {
    const person = this.#holder(uuid, epoch)
    if (person === null) return null
    const { staffNumber, name, post, unit, id } = person
    const grants = this.#store.grants(id)
    return { staffNumber, name, post, units: namesOf(this.#byId(), unit), grants, rights: rightsOf(grants) }
  }

  /** Who holds a session, for a document that names them: unit by its id and by its name with those above it; `null` when the session no longer holds. */
  bearerOf(uuid: string, epoch: number): { name: string; unit: string; unitName: string } | null {
    const person = this.#holder(uuid, epoch)
    if (person === null) return null
    return { name: person.name, unit: person.unit, unitName: namesOf(this.#byId(), person.unit).join('/') }
  }

  /** Extra time of a person in percent of the duration, 0 of someone unknown. */
  extraTimeOf(uuid: string): number {
    return this.#store.person(uuid)?.extraTimePercent ?? 0
  }

  /** Notes in the audit trail what another object has done for somebody. */
  note(actor: string, action: string, subject: string, detail: string): void {
    this.#store.note(Date.now(), this.nameOf(actor), action, subject, detail)
  }

  /** A part of the audit trail; the reading is noted. */
  audit(actor: string, q: string, before: number | null): Audit {
    const found = this.#store.audit(q, before ?? Number.MAX_SAFE_INTEGER, ROSTER_PAGE + 1)
    const lines = found.slice(0, ROSTER_PAGE)
    this.#store.note(Date.now(), this.nameOf(actor), 'audit.read', '', q)
    return { lines, next: found.length > lines.length ? String(lines.at(-1)?.id) : null }
  }

  #holder(uuid: string, epoch: number): StoredPerson | null {
    const person = this.#store.person(uuid)
    return person !== null && person.epoch === epoch ? person : null
  }

  /** What the audit trail calls an actor: the staff number of a participant, since that is what people know each other by; others by what they are. */
  nameOf(actor: string): string {
    return PARTICIPANT.test(actor) ? (this.#store.person(actor)?.staffNumber ?? actor) : actor
  }

  #byId(): Map<string, Unit> {
    return new Map(this.units().map((unit) => [unit.id, unit]))
  }

  #within(unit: string): string[] {
    return [...unitsWithin(this.units(), unit)]
  }

  #rosterPerson(person: StoredPerson, byId: ReadonlyMap<string, Unit>, now: number): RosterPerson {
    const until = this.#store.codeUntil(person.id, now)
    return {
      ...entryOf(person, namesOf(byId, person.unit).join('/')),
      extraTimePercent: person.extraTimePercent,
      grants: this.#store.grants(person.id),
      codeUntil: until === null ? null : new Date(until).toISOString(),
    }
  }
}

function grantsText(grants: readonly Grant[]): string {
  return grants.map(({ role, unit }) => `${role}@${unit}`).join(', ') || '—'
}

function summary(version: number, { joined, left, moved, changed, unchanged }: RosterDifference): string {
  return `version ${version}: +${joined.length} −${left.length} →${moved.length} ~${changed.length} =${unchanged}`
}

function outcomeOf(
  { joined, left, moved, changed, unchanged, isLargeLeave }: RosterDifference,
  { newUnits }: RosterUpload,
  version: number,
): RosterOutcome {
  const part = <T>(all: readonly T[]) => ({ count: all.length, first: all.slice(0, DIFFERENCES_SHOWN) })
  const pairs = (all: RosterDifference['moved']) => part(all.map(({ before, after }) => ({ before, after })))
  return {
    ...{ applied: false, version, unchanged, isLargeLeave },
    newUnits: newUnits.length,
    joined: part(joined),
    left: part(left),
    moved: pairs(moved),
    changed: pairs(changed),
  }
}
