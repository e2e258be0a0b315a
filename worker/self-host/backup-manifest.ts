import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod/mini'

/** Name of the list of files in a backup. */
export const MANIFEST = 'manifest.json'

const FileSchema = z.strictObject({ path: z.string(), bytes: z.int(), sha256: z.string() })

/** What a backup says of itself: what it was made by and when, and every file with its hash. */
export const ManifestSchema = z.strictObject({
  format: z.literal('mingfa-backup-1'),
  version: z.string(),
  createdAt: z.iso.datetime(),
  files: z.array(FileSchema),
})
export type Manifest = z.output<typeof ManifestSchema>

/** Files below a folder by paths with slashes, in order, without the manifest. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== MANIFEST)
    .sort()
}

/** The list of a folder's files. */
export function manifestOf(folder: string, version: string, now: Date): Manifest {
  const files = filesOf(folder).map((path) => {
    const file = join(folder, path)
    return { path, bytes: statSync(file).size, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') }
  })
  return { format: 'mingfa-backup-1', version, createdAt: now.toISOString(), files }
}

/** Brings what stands in write-ahead logs into the databases of a copy, and makes sure that each is sound. @throws {Error} that names the damaged ones */
export function sealDatabases(folder: string): void {
  const damaged = filesOf(folder)
    .filter((path) => path.endsWith('.sqlite'))
    .flatMap((path) => {
      const fault = databaseFault(join(folder, path))
      return fault === null ? [] : [`${path}: ${fault}`]
    })
  if (damaged.length > 0)
    throw new Error(`数据库损坏，没有备份：\nDamaged databases, nothing was backed up:\n${damaged.join('\n')}`)
}

function databaseFault(file: string): string | null {
  try {
    const database = new DatabaseSync(file)
    try {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      const [row] = database.prepare('PRAGMA quick_check').all()
      const said = String(row?.['quick_check'])
      return said === 'ok' ? null : said
    } finally {
      database.close()
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** What of an unpacked backup isn't as its manifest says, each a line; empty when all is. */
export function manifestFaults(folder: string): string[] {
  let manifest: Manifest
  try {
    manifest = ManifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')))
  } catch {
    return [`${MANIFEST}: 没有，或者看不懂 / missing or unreadable`]
  }
  const now = new Map(manifestOf(folder, manifest.version, new Date()).files.map((file) => [file.path, file]))
  const faults = manifest.files.flatMap(({ path, sha256 }) => {
    const found = now.get(path)
    now.delete(path)
    if (found === undefined) return [`${path}: 没有 / missing`]
    return found.sha256 === sha256 ? [] : [`${path}: 内容变了 / changed`]
  })
  return [...faults, ...[...now.keys()].map((path) => `${path}: 多出来的 / not in the list`)]
}
