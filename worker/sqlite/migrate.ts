/**
 * The one migration runner. Each object's `migrations.ts` is an append-only array; `schema_version` counts how many have run.
 */

/**
 * Runs the migrations that haven't run yet, all in one transaction: after a failure nothing has changed.
 *
 * @param migrations statements of each step, the oldest first; never edit one that has been released
 * @throws {Error} when the database is newer than the code (a downgrade), or a step fails
 */
export function migrate(storage: DurableObjectStorage, migrations: readonly string[]): void {
  storage.transactionSync(() => {
    const { sql } = storage
    sql.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT')
    const version = sql.exec<{ version: number }>('SELECT version FROM schema_version').toArray()[0]?.version
    if (version === undefined) sql.exec('INSERT INTO schema_version VALUES (0)')
    const done = version ?? 0
    if (done > migrations.length) {
      throw new Error(
        `The database is at version ${done}, this release knows ${migrations.length}. Start the newer release.`,
      )
    }
    for (const step of migrations.slice(done)) sql.exec(step)
    if (done < migrations.length) sql.exec('UPDATE schema_version SET version = ?', migrations.length)
  })
}
