/**
 * One schedule an object: several jobs share the one alarm that an object has.
 *
 * On plain workerd an alarm that keeps throwing is retried a few times and then never again, so `run` catches
 * everything, postpones a job that failed, and always sets the alarm anew.
 */

/** Does what is due and returns when it wants to run next (milliseconds since 1970), or `null` for when asked. */
export type Job = (now: number) => Promise<number | null> | number | null

/** Migration that a store with a schedule includes. */
export const SCHEDULE_TABLE = `
  CREATE TABLE schedule (
    job TEXT PRIMARY KEY,
    due_at INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    error TEXT
  ) STRICT, WITHOUT ROWID
`

const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 5 * 60_000

/** Milliseconds to wait after the n-th failure in a row: doubling from half a second to five minutes. */
export function retryDelay(failures: number): number {
  return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, failures - 1))
}

/** The schedule of one object. */
export class Schedule {
  readonly #storage: DurableObjectStorage
  readonly #jobs: Readonly<Record<string, Job>>
  /** What the table says; saves a query on each request. */
  readonly #due = new Map<string, number>()

  /** @param jobs what to run, by name; a name in the table that isn't here any more is dropped */
  constructor(storage: DurableObjectStorage, jobs: Readonly<Record<string, Job>>) {
    this.#storage = storage
    this.#jobs = jobs
    for (const { job, due_at } of storage.sql.exec<{ job: string; due_at: number }>(
      'SELECT job, due_at FROM schedule',
    )) {
      if (job in jobs) this.#due.set(job, due_at)
    }
  }

  /**
   * Makes sure that a job runs at `dueAt` or earlier. Call it inside the transaction that makes the job necessary.
   */
  request(job: string, dueAt: number): void {
    const current = this.#due.get(job)
    if (current !== undefined && current <= dueAt) return
    this.#put(job, dueAt, 0, null)
    this.#arm()
  }

  /** Runs every job that is due; called by the object's `alarm()`. Never throws. */
  async run(now: number): Promise<void> {
    for (const [name, dueAt] of [...this.#due]) {
      if (dueAt > now) continue
      const job = this.#jobs[name]
      if (job === undefined) continue
      // Taken off first, so that a request that arrives while the job runs counts for the next round.
      this.#due.delete(name)
      try {
        const next = await job(now)
        const requested = this.#due.get(name)
        if (next !== null && (requested === undefined || next < requested)) this.#put(name, next, 0, null)
        else if (requested === undefined) this.#storage.sql.exec('DELETE FROM schedule WHERE job = ?', name)
      } catch (error) {
        this.#postpone(name, now, error)
      }
    }
    this.#arm()
  }

  #postpone(name: string, now: number, error: unknown): void {
    console.error(`job "${name}" failed`, error)
    const row = this.#storage.sql
      .exec<{ failures: number }>('SELECT failures FROM schedule WHERE job = ?', name)
      .toArray()[0]
    const failures = (row?.failures ?? 0) + 1
    this.#put(name, now + retryDelay(failures), failures, String(error).slice(0, 500))
  }

  #put(job: string, dueAt: number, failures: number, error: string | null): void {
    this.#storage.sql.exec(
      'INSERT OR REPLACE INTO schedule (job, due_at, failures, error) VALUES (?, ?, ?, ?)',
      job,
      dueAt,
      failures,
      error,
    )
    this.#due.set(job, dueAt)
  }

  #arm(): void {
    if (this.#due.size === 0) return
    // Output gates hold replies until the alarm is stored; a failure to store it fails the transaction of the caller.
    void this.#storage.setAlarm(Math.min(...this.#due.values()))
  }
}
