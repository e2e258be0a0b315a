import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Measuring: quantiles, processor time, bytes. */

/** The value below which a share of the sample lies (nearest rank). */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}

export function median(sample: readonly number[]): number {
  return quantile(sample, 0.5)
}

/** Milliseconds of processor time that a process has used, all threads, user and system (Linux). */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // Clock ticks are hundredths of a second on every Linux that Node runs on.
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Bytes of all databases below a folder, without the tables named (a name covers its indexes). */
export function databaseBytes(folder: string, without: readonly string[]): number {
  let bytes = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.sqlite')) continue
    const database = new DatabaseSync(join(entry.parentPath, entry.name))
    const rows = database
      .prepare(
        'SELECT s.tbl_name AS name, sum(d.pgsize) AS bytes FROM dbstat d LEFT JOIN sqlite_schema s ON s.name = d.name GROUP BY 1',
      )
      .all()
    for (const { name, bytes: size } of rows) if (!without.includes(String(name))) bytes += Number(size)
    database.close()
  }
  return bytes
}
