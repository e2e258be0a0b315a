import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { xlsxFile } from '../../site/lib/xlsx.ts'
import { rosterCsv, rosterRows } from '../fixtures/roster-file.ts'
import { median } from './measure.ts'

/**
 * Rosters of 50,000 made-up people, read in a process of its own with progress reported: a sound workbook, the same as CSV, and a
 * workbook in which every hundredth row is bad, with its copy.
 */

const ROOT = join(import.meta.dirname, '../..')
const PEOPLE = 50_000
const BAD_EACH = 100

/** In the process that is measured. */
const MEASURED = `
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readCells } from ${JSON.stringify(join(ROOT, 'content/import/workbook/read.ts'))}
import { annotatedCopy } from ${JSON.stringify(join(ROOT, 'content/import/workbook/copy.ts'))}
import { notesOf } from ${JSON.stringify(join(ROOT, 'content/import/workbook/notes.ts'))}
import { readRoster } from ${JSON.stringify(join(ROOT, 'content/import/roster/read.ts'))}
const [path] = process.argv.slice(1)
const bytes = readFileSync(path)
const started = performance.now()
let reports = 0
const cells = await readCells(basename(path), bytes)
const reading = await readRoster(cells, { onProgress: () => { reports += 1 } })
if (!reading.ok) await annotatedCopy(cells, bytes, notesOf(reading.problems))
const seconds = (performance.now() - started) / 1000
const badRows = reading.ok ? 0 : reading.badRows
console.log(JSON.stringify({ rows: reading.rows, badRows, reports, seconds, peakBytes: process.resourceUsage().maxRSS * 1024 }))
`

/** What a reading took. */
interface RosterRound {
  readonly rows: number
  readonly badRows: number
  readonly reports: number
  readonly seconds: number
  readonly peakBytes: number
}

function round(path: string): RosterRound {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', MEASURED, path], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as RosterRound
}

async function workbookOf(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const [header = [], ...people] = rows
  return xlsxFile(
    '人员',
    header.map((name) => ({ header: name, width: 20 })),
    people,
  )
}

/** Reads each file several times. */
export async function rosterBench(rounds: number): Promise<readonly (readonly [name: string, value: string])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingfa-roster-bench-'))
  try {
    const rows = rosterRows(PEOPLE)
    const bad = rows.map((row, at) => (at > 0 && at % BAD_EACH === 0 ? ['', ...row.slice(1)] : row))
    const files = [
      ['sound.xlsx', await workbookOf(rows)],
      ['sound.csv', rosterCsv(PEOPLE)],
      ['bad.xlsx', await workbookOf(bad)],
    ] as const
    return files.map(([name, bytes]) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      const own = Array.from({ length: rounds }, () => round(path))
      const [first] = own
      const seconds = median(own.map((one) => one.seconds)).toFixed(2)
      const peak = (Math.max(...own.map(({ peakBytes }) => peakBytes)) / 2 ** 20).toFixed(0)
      const counts = `${first?.rows ?? 0} rows, ${first?.badRows ?? 0} bad, ${first?.reports ?? 0} reports`
      return [
        `${name}, ${bytes.length} bytes, median of ${rounds}`,
        `${seconds} s, peak ${peak} MiB (${counts})`,
      ] as const
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
