import { migrate } from './migrate.ts'

/** What the store of every object has: its migrated database, and transactions. */
export abstract class Store {
  readonly #storage: DurableObjectStorage
  protected readonly sql: SqlStorage

  /** @param migrations of this object, the oldest first */
  constructor(storage: DurableObjectStorage, migrations: readonly string[]) {
    this.#storage = storage
    this.sql = storage.sql
    migrate(storage, migrations)
  }

  /** Runs `work` in one transaction: all of it is written, or nothing. */
  transaction<T>(work: () => T): T {
    return this.#storage.transactionSync(work)
  }
}
