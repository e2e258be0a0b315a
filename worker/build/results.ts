import { existsSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { RATES, rateOf, rateText } from '../../content/domain/result-sheet.ts'
import { type PersonResult, ResultsSchema, UnitResultsSchema } from '../../content/domain/results-api.ts'
import { RosterUnitsSchema } from '../../content/domain/roster-api.ts'
import { resultWorkbook } from '../../content/export/result-sheet.ts'
import { ask, CommandError, operatorToken } from './operator-client.ts'

/**
 * `npm run results -- <assessment> [--unit <id>] --out <xlsx>`: the results of an assessment on a running server as a workbook, of a unit and those below
 * it, or of everyone. MINGFA_DATA is the folder of the server's secrets.
 */

const SERVER = 'http://localhost:8787'
const FORM = 'npm run results -- <assessment> [--unit <id>] --out <xlsx> [--server http://localhost:8787]'

function usage(): CommandError {
  return new CommandError(
    `用法（assessment 是考试编号，id 是单位编号）：${FORM}`,
    'Ids are of an assessment and of a unit.',
  )
}

function readArguments() {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      options: { server: text, unit: text, out: text },
      allowPositionals: true,
    })
    const [assessment, ...more] = positionals
    const server = new URL(values.server ?? SERVER)
    if (assessment === undefined || more.length > 0 || values.out === undefined) throw usage()
    if (!server.protocol.startsWith('http')) throw usage()
    return { assessment, unit: values.unit, out: values.out, server: server.origin }
  } catch {
    throw usage()
  }
}

/** The unit that was named, or the one root. @throws {CommandError} */
async function unitOf(server: string, token: string, named: string | undefined): Promise<{ id: string; name: string }> {
  const { units } = await ask(server, token, 'GET', '/api/roster/units', RosterUnitsSchema)
  const roots = units.filter(({ parent }) => parent === null)
  const found = named === undefined && roots.length === 1 ? roots[0] : units.find(({ id }) => id === named)
  if (found !== undefined) return found
  if (named !== undefined) throw new CommandError(`没有单位“${named}”。`, `There is no unit "${named}".`)
  const ids = roots.map(({ id, name }) => `${id}（${name}）`).join('、')
  throw new CommandError(
    `有几个最上级的单位，请用 --unit 指定一个：${ids}`,
    'There are several roots; name a unit by --unit.',
  )
}

/** Everyone of a unit, part by part. */
async function peopleOf(server: string, token: string, path: string, unit: string): Promise<PersonResult[]> {
  const people: PersonResult[] = []
  for (let after: string | null = '0'; after !== null; ) {
    const part: { people: PersonResult[]; next: string | null } = await ask(
      server,
      token,
      'GET',
      `${path}/results?unit=${unit}&after=${after}`,
      ResultsSchema,
    )
    people.push(...part.people)
    after = part.next
  }
  return people
}

async function main(): Promise<void> {
  const { assessment: id, unit: named, out, server } = readArguments()
  if (existsSync(out))
    throw new CommandError(`${out} 已经有了，请换一个文件名。`, `${out} exists; choose another name.`)
  const token = operatorToken()
  const unit = await unitOf(server, token, named)
  const path = `/api/desk/assessments/${encodeURIComponent(id)}`
  const people = await peopleOf(server, token, path, unit.id)
  const { assessment, madeAt, units } = await ask(
    server,
    token,
    'GET',
    `${path}/units?unit=${unit.id}`,
    UnitResultsSchema,
  )
  const workbook = await resultWorkbook({ assessment, unit: unit.name, madeAt: Date.parse(madeAt), people, units })
  // Names and marks: for the owner's eyes only.
  writeFileSync(out, workbook, { mode: 0o600, flag: 'wx' })
  const [all] = units
  const rates = Object.values(RATES).map(
    (rate) => `${rate.name} ${rateText(all === undefined ? null : rateOf(all, rate))}`,
  )
  console.log(`${assessment.title}，${unit.name}：${people.length}人的成绩写在“${out}”里。${rates.join('，')}`)
  console.log(`The results of ${people.length} people are in ${out}.`)
  if (!assessment.isOver)
    console.log('考试还没有结束，成绩会变。\nThe assessment is not over yet: these results may change.')
}

if (import.meta.main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error)
    process.exitCode = 1
  }
}
