import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { progress } from '@clack/prompts'
import { stringify } from 'csv-stringify/sync'
import { beijingMinute } from '../../content/domain/dates.ts'
import { formatProblem, ProblemsError } from '../../content/domain/errors.ts'
import { GrantedRoleSchema } from '../../content/domain/role.ts'
import {
  CodesSchema,
  PeopleSchema,
  type RosterOutcome,
  RosterOutcomeSchema,
  RosterPersonSchema,
  RosterUnitsSchema,
} from '../../content/domain/roster-api.ts'
import { type RosterReading, readRoster } from '../../content/import/roster/read.ts'
import { annotatedCopy } from '../../content/import/workbook/copy.ts'
import { copyName, notesOf } from '../../content/import/workbook/notes.ts'
import { readCells } from '../../content/import/workbook/read.ts'
import { ask, CommandError, operatorToken } from './operator-client.ts'

/**
 * `npm run roster -- import <file> | codes <unit> | grant <staff number> <role> <unit>`: the roster of a running server,
 * as its operator. MINGFA_DATA is the folder of the server's secrets.
 */

const SERVER = 'http://localhost:8787'
const PROBLEMS_SHOWN = 20

const USAGE_FORMS = [
  'npm run roster -- import <xlsx|csv> [--unit <id>] [--add-units] [--apply] [--many-leave]',
  'npm run roster -- codes <id> [--only <a,b>] [--days 14] --to <csv>',
  'npm run roster -- grant <a> <unit-administrator|examiner|publicity-editor|administrator|none> [<id>]',
].join('\n')

function usage(): CommandError {
  return new CommandError(
    `用法（id 是单位编号，a、b 是工号）：\n${USAGE_FORMS}`,
    'Ids are of units, a and b are staff numbers.',
  )
}

function readArguments() {
  const [text, flag] = [{ type: 'string' } as const, { type: 'boolean' } as const]
  try {
    const { values, positionals } = parseArgs({
      options: {
        ...{ server: text, unit: text, only: text, days: text, to: text },
        ...{ 'add-units': flag, apply: flag, 'many-leave': flag },
      },
      allowPositionals: true,
    })
    const server = new URL(values.server ?? SERVER)
    if (!server.protocol.startsWith('http')) throw usage()
    const [command = '', ...rest] = positionals
    return { ...values, server: server.origin, command, rest }
  } catch {
    throw usage()
  }
}

type Arguments = ReturnType<typeof readArguments>

/** Reads the file with a bar for whoever watches. */
async function read(
  file: string,
  bytes: Uint8Array,
  options: Parameters<typeof readRoster>[1],
): Promise<RosterReading> {
  const cells = await readCells(basename(file), bytes)
  const bar = process.stdout.isTTY ? progress({ max: 100, size: 30 }) : null
  bar?.start('正在读取名单')
  let shown = 0
  const onProgress = (done: number, total: number) => {
    const now = Math.floor((100 * done) / Math.max(1, total))
    bar?.advance(now - shown, `${done} / ${total} 行`)
    shown = now
  }
  const reading = await readRoster(cells, { ...options, onProgress })
  bar?.stop(`读了${reading.rows}行`)
  if (!reading.ok) {
    const copy = join(dirname(file), copyName(basename(file)))
    writeFileSync(copy, await annotatedCopy(cells, bytes, notesOf(reading.problems)))
    for (const problem of reading.problems.slice(0, PROBLEMS_SHOWN)) console.error(formatProblem(problem))
    throw new CommandError(
      `${reading.badRows}行有问题，没有导入。每一行的问题都写在“${copy}”里，改好后再导入。`,
      `${reading.badRows} rows do not fit; nothing was imported. Each is explained in ${copy}.`,
    )
  }
  return reading
}

function report({ newUnits, joined, left, moved, changed, unchanged }: RosterOutcome): void {
  const people = (list: RosterOutcome['joined']) =>
    list.first
      .slice(0, 5)
      .map(({ staffNumber, name }) => `${name}（${staffNumber}）`)
      .join('、')
  const line = (label: string, count: number, who = '') =>
    console.log(`${label} ${count}${who === '' ? '' : `：${who}`}`)
  line('新单位 new units', newUnits)
  line('新来 joined', joined.count, people(joined))
  line('离开 left', left.count, people(left))
  line('换单位 moved', moved.count, people({ ...moved, first: moved.first.map(({ after }) => after) }))
  line('有改动 changed', changed.count, people({ ...changed, first: changed.first.map(({ after }) => after) }))
  line('不变 unchanged', unchanged)
}

async function importRoster({ server, rest, unit, ...flags }: Arguments): Promise<void> {
  const [file, ...more] = rest
  if (file === undefined || more.length > 0) throw usage()
  if (!existsSync(file)) throw new CommandError(`没有这个文件：${file}`, `There is no such file: ${file}`)
  const token = operatorToken()
  const { version, units } = await ask(server, token, 'GET', '/api/roster/units', RosterUnitsSchema)
  const reading = await read(file, readFileSync(file), { units, addUnits: flags['add-units'] ?? false })
  if (!reading.ok) return
  const upload = {
    within: unit ?? null,
    base: version,
    newUnits: reading.newUnits,
    entries: reading.entries,
    apply: flags.apply ?? false,
    confirmLargeLeave: flags['many-leave'] ?? false,
  }
  const outcome = await ask(server, token, 'PUT', '/api/roster', RosterOutcomeSchema, upload)
  report(outcome)
  if (outcome.applied) console.log(`名单已更新，第${outcome.version}版 / The roster is now version ${outcome.version}`)
  else console.log('以上只是对照，还没有改动。确认后加上 --apply。\nNothing was changed yet: add --apply to do so.')
  if (!outcome.applied && outcome.isLargeLeave)
    console.log(
      '离开的人超过十分之一。确实如此时再加 --many-leave。\nMore than a tenth leave: add --many-leave if that is meant.',
    )
}

async function writeCodes({ server, rest, only, days = '14', to }: Arguments): Promise<void> {
  const [unit, ...more] = rest
  if (unit === undefined || more.length > 0 || to === undefined) throw usage()
  if (existsSync(to)) throw new CommandError(`${to} 已经有了，请换一个文件名。`, `${to} exists; choose another name.`)
  const body = { unit, days: Number(days), ...(only === undefined ? {} : { staffNumbers: only.split(/[,，、]/) }) }
  const issued = await ask(server, operatorToken(), 'POST', '/api/roster/codes', CodesSchema, body)
  const until = beijingMinute(Date.parse(issued.expiresAt))
  const rows = issued.codes.map(({ unitPath, staffNumber, name, code }) => [unitPath, staffNumber, name, code, until])
  const table = stringify([['单位', '工号', '姓名', '登录码', '有效期至（北京时间）'], ...rows], {
    bom: true,
    escape_formulas: true,
  })
  // For the owner's eyes only: whoever reads it can be any of these people.
  writeFileSync(to, table, { mode: 0o600, flag: 'wx' })
  for (const number of issued.unknown) console.error(`没有这个工号 / no such staff number: ${number}`)
  console.log(`${issued.codes.length}个登录码写在“${to}”里，各用一次；以前的登录码都作废了。发完请删除这个文件。`)
  console.log(
    `${issued.codes.length} codes are in ${to}, each for one sign-in; earlier ones are void. Delete the file afterwards.`,
  )
}

async function grant({ server, rest }: Arguments): Promise<void> {
  const [staffNumber, role, unit] = rest
  const parsed = GrantedRoleSchema.safeParse(role)
  if (staffNumber === undefined || rest.length > 3 || (role !== 'none' && !parsed.success)) throw usage()
  const token = operatorToken()
  const units = await ask(server, token, 'GET', '/api/roster/units', RosterUnitsSchema)
  const root = units.units.find(({ parent }) => parent === null)?.id ?? ''
  const path = `/api/roster/people/${encodeURIComponent(staffNumber)}`
  const found = await ask(
    server,
    token,
    'GET',
    `/api/roster/people?unit=${root}&q=${encodeURIComponent(staffNumber)}`,
    PeopleSchema,
  )
  const before = found.people.find((person) => person.staffNumber === staffNumber)?.grants ?? []
  const grants = parsed.success ? [...before, { role: parsed.data, unit: unit ?? root }] : []
  const person = await ask(server, token, 'PUT', path, RosterPersonSchema, { grants })
  console.log(
    `${person.name}：${person.grants.map((one) => `${one.role}（${one.unit}）`).join('、') || '没有角色 / no roles'}`,
  )
}

const COMMANDS: Readonly<Record<string, (given: Arguments) => Promise<void>>> = {
  import: importRoster,
  codes: writeCodes,
  grant,
}

if (import.meta.main) {
  try {
    const given = readArguments()
    const command = Object.hasOwn(COMMANDS, given.command) ? COMMANDS[given.command] : undefined
    if (command === undefined) throw usage()
    await command(given)
  } catch (error) {
    console.error(error instanceof ProblemsError || error instanceof CommandError ? error.message : error)
    process.exitCode = 1
  }
}
