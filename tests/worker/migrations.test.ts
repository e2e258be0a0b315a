import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { ATTEMPTS_MIGRATIONS } from '../../worker/objects/attempts/migrations.ts'
import { BANK_MIGRATIONS } from '../../worker/objects/bank/migrations.ts'
import { BOARD_MIGRATIONS } from '../../worker/objects/board/migrations.ts'
import { CERTIFICATES_MIGRATIONS } from '../../worker/objects/certificates/migrations.ts'
import { LIBRARY_MIGRATIONS } from '../../worker/objects/library/migrations.ts'
import { REPORTS_MIGRATIONS } from '../../worker/objects/reports/migrations.ts'
import { ROSTER_MIGRATIONS } from '../../worker/objects/roster/migrations.ts'
import { migrate } from '../../worker/sqlite/migrate.ts'

function onEmptyDatabase<T>(name: string, work: (storage: DurableObjectStorage) => T): Promise<T> {
  return runInDurableObject(env.BOARD.getByName(name), async (_, { storage }) => {
    await storage.deleteAll()
    return work(storage)
  })
}

function schemaOf({ sql }: DurableObjectStorage): unknown[] {
  return sql
    .exec("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY type, name")
    .toArray()
}

describe.each([
  ['Attempts', ATTEMPTS_MIGRATIONS],
  ['Bank', BANK_MIGRATIONS],
  ['Board', BOARD_MIGRATIONS],
  ['Certificates', CERTIFICATES_MIGRATIONS],
  ['Library', LIBRARY_MIGRATIONS],
  ['Reports', REPORTS_MIGRATIONS],
  ['Roster', ROSTER_MIGRATIONS],
])('the migrations of %s', (name, migrations) => {
  it('lead from every earlier step to the same tables as from nothing', async () => {
    const fresh = await onEmptyDatabase(`${name}-fresh`, (storage) => {
      migrate(storage, migrations)
      return schemaOf(storage)
    })
    expect(fresh.length).toBeGreaterThan(2)
    for (let steps = 0; steps <= migrations.length; steps += 1) {
      const upgraded = await onEmptyDatabase(`${name}-${steps}`, (storage) => {
        migrate(storage, migrations.slice(0, steps))
        migrate(storage, migrations)
        migrate(storage, migrations)
        return schemaOf(storage)
      })
      expect(upgraded).toEqual(fresh)
    }
  })
})

describe('the migration runner', () => {
  it('changes nothing when a step fails', async () => {
    await onEmptyDatabase('failing', (storage) => {
      migrate(storage, ['CREATE TABLE a (x)'])
      const before = schemaOf(storage)
      expect(() => migrate(storage, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)', 'CREATE TABLE b (x)'])).toThrow()
      expect(schemaOf(storage)).toEqual(before)
      migrate(storage, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)'])
      expect(storage.sql.exec('SELECT version FROM schema_version').one()).toEqual({ version: 2 })
    })
  })

  it('refuses a database that is newer than the code', async () => {
    await onEmptyDatabase('newer', (storage) => {
      migrate(storage, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)'])
      expect(() => migrate(storage, ['CREATE TABLE a (x)'])).toThrow('Start the newer release')
    })
  })
})
