/**
 * Values that are asked for often and may be a little old: the first request after `maxAge` asks again, and the others
 * get the old value meanwhile.
 *
 * Values are shared between requests, promises are not: a promise belongs to the request that made it, and
 * would never settle if that request was cancelled.
 */
export class Refreshed<T> {
  readonly #maxAge: number
  readonly #limit: number
  readonly #entries = new Map<string, { value: T; madeAt: number; askedAt: number }>()

  /**
   * @param maxAge milliseconds after which a value is asked for anew; no value older than twice that is given out
   * @param limit number of keys kept
   */
  constructor(maxAge: number, limit = 100) {
    this.#maxAge = maxAge
    this.#limit = limit
  }

  /** The value of `key`, from memory or from `ask`. A failed `ask` reaches the request that made it. */
  async get(key: string, ask: () => Promise<T>): Promise<T> {
    const now = Date.now()
    const entry = this.#entries.get(key)
    if (
      entry &&
      (now - entry.madeAt <= this.#maxAge ||
        (now - entry.askedAt <= this.#maxAge && now - entry.madeAt <= 2 * this.#maxAge))
    ) {
      return entry.value
    }
    if (entry) entry.askedAt = now
    const value = await ask()
    this.#entries.delete(key)
    if (this.#entries.size >= this.#limit) {
      const [oldest] = this.#entries.keys()
      if (oldest !== undefined) this.#entries.delete(oldest)
    }
    // Dated from before the question, so that `maxAge` bounds the age of what the answer says.
    this.#entries.set(key, { value, madeAt: now, askedAt: now })
    return value
  }

  clear(): void {
    this.#entries.clear()
  }
}
