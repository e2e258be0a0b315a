/**
 * The outbox: what one object must tell another, written in the transaction that causes it and delivered until it
 * arrives. The receiver counts each entry once, so delivering twice does no harm.
 */

/** Migration that a store with an outbox includes. */
export const OUTBOX_TABLE = `
  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    destination TEXT NOT NULL,
    body TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    -- Set when the entry was given up; it stays for a person to look at.
    set_aside_at INTEGER,
    error TEXT
  ) STRICT;
  CREATE INDEX outbox_waiting ON outbox (id) WHERE set_aside_at IS NULL
`

/** One entry to deliver. */
export interface OutboxEntry {
  readonly id: number
  readonly destination: string
  /** JSON. */
  readonly body: string
}

/** An entry that the receiver won't take, with its reason. */
export interface Refusal {
  readonly id: number
  readonly reason: string
}

/**
 * Delivers entries to one destination.
 *
 * @returns the entries that the receiver refuses for good
 * @throws when the destination can't be reached, or chokes on an entry
 */
export type Deliver = (destination: string, entries: readonly OutboxEntry[]) => Promise<readonly Refusal[]>

const BATCH = 200
/** Failures of an entry on its own, while others got through, after which it is set aside. */
const GIVE_UP_AFTER = 5

type Row = { id: number; destination: string; body: string }

/** The outbox of one object. */
export class Outbox {
  readonly #sql: SqlStorage
  readonly #deliver: Deliver

  constructor(sql: SqlStorage, deliver: Deliver) {
    this.#sql = sql
    this.#deliver = deliver
  }

  /** Adds an entry; call it inside the transaction that causes it. */
  add(destination: string, body: unknown): void {
    this.#sql.exec('INSERT INTO outbox (destination, body) VALUES (?, ?)', destination, JSON.stringify(body))
  }

  /** Entries that were given up, with the last error. */
  setAside(): { id: number; destination: string; error: string | null }[] {
    return this.#sql
      .exec<{ id: number; destination: string; error: string | null }>(
        'SELECT id, destination, error FROM outbox WHERE set_aside_at IS NOT NULL ORDER BY id',
      )
      .toArray()
  }

  /**
   * Delivers what waits: in batches, and one by one where a batch fails, so that one bad entry holds nothing up.
   *
   * An entry is set aside with its error when the receiver refuses it, or when it fails five times alone while others
   * to the same destination get through. Where nothing gets through, the destination is down and everything waits.
   *
   * @returns true when nothing is left to deliver
   * @throws the last error of a destination that is down
   */
  async flush(now: number): Promise<boolean> {
    const entries = this.#sql
      .exec<Row>('SELECT id, destination, body FROM outbox WHERE set_aside_at IS NULL ORDER BY id LIMIT ?', BATCH)
      .toArray()
    let down: unknown = null
    for (const [destination, batch] of Map.groupBy(entries, (entry) => entry.destination)) {
      try {
        await this.#send(destination, batch, now)
      } catch (error) {
        if (batch.length === 1 || !(await this.#sendSingly(destination, batch, now))) down = error
      }
    }
    if (down !== null) throw down
    return entries.length < BATCH
  }

  async #send(destination: string, batch: readonly Row[], now: number): Promise<void> {
    const refusals = await this.#deliver(destination, batch)
    const refused = new Map(refusals.map(({ id, reason }) => [id, reason]))
    for (const { id } of batch) {
      const reason = refused.get(id)
      if (reason === undefined) this.#sql.exec('DELETE FROM outbox WHERE id = ?', id)
      else this.#sql.exec('UPDATE outbox SET error = ?, set_aside_at = ? WHERE id = ?', reason.slice(0, 500), now, id)
    }
  }

  /** Returns whether any entry got through. Counts a failure against the others only then. */
  async #sendSingly(destination: string, batch: readonly Row[], now: number): Promise<boolean> {
    const failures: Refusal[] = []
    for (const entry of batch) {
      try {
        await this.#send(destination, [entry], now)
      } catch (error) {
        failures.push({ id: entry.id, reason: String(error).slice(0, 500) })
      }
    }
    if (failures.length === batch.length) return false
    for (const { id, reason } of failures) {
      this.#sql.exec(
        `UPDATE outbox SET error = ?, failures = failures + 1,
           set_aside_at = CASE WHEN failures + 1 >= ${GIVE_UP_AFTER} THEN ? END WHERE id = ?`,
        reason,
        now,
        id,
      )
    }
    return true
  }
}
