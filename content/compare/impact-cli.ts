import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { indexLaws } from '../domain/citation.ts'
import { beijingDay } from '../domain/dates.ts'
import { ProblemsError } from '../domain/errors.ts'
import { readContent } from '../source/content.ts'
import { nearest } from '../source/nearest.ts'
import { readOwnStatutes } from '../source/own-statutes.ts'
import { historiesOf } from './awaiting.ts'
import { changeDays, impactOf } from './impact.ts'
import { impactReport } from './impact-report.ts'

/**
 * `npm run impact -- <law> [--to 2027-01-01]`: what a change in a law touches, drafts included, with old and new text side by side. Without
 * `--to`, the newest text, or the repeal.
 */

const ROOT = join(import.meta.dirname, '../..')
const USAGE = '用法：npm run impact -- <法律的名称或者编号> [--to 2027-01-01]，例如 npm run impact -- 劳动合同法'
/** Of a pipe or a file. */
const WIDTH = 120

/** What to print, and whether it is the answer. */
function answer(args: readonly string[]): { readonly ok: boolean; readonly text: string } {
  let asked: ReturnType<typeof parse>
  try {
    asked = parse(args)
  } catch {
    return { ok: false, text: USAGE }
  }
  const [name] = asked.positionals
  if (name === undefined || asked.positionals.length > 1) return { ok: false, text: USAGE }
  const now = Date.now()
  const content = readContent(join(ROOT, 'content'), { now, preview: true })
  const histories = historiesOf(content, readOwnStatutes(content, ROOT))
  const laws = indexLaws(content.laws.map(({ value }) => value))
  const history = histories.get(laws.get(name.replace(/^《(.*)》$/, '$1'))?.id ?? name)
  if (history === undefined) {
    const near = nearest(name, [...laws.keys(), ...histories.keys()])
    return { ok: false, text: `没有“${name}”这部法律。${near === null ? '' : `是不是“${near}”？`}\n${USAGE}` }
  }
  const days = changeDays(history)
  const day = asked.values.to ?? days[0]
  const title = `《${history.law.name}》`
  if (day === undefined) return { ok: true, text: `${title}本站只有一个文本，没有变动。` }
  if (!days.includes(day)) {
    return { ok: false, text: `${title}在 ${day} 没有变动。--to 写这里面的一天：${days.join('、')}。` }
  }
  const form = { width: process.stdout.columns ?? WIDTH, colours: process.stdout.hasColors?.() ?? false }
  return { ok: true, text: impactReport(impactOf(content, history, day, beijingDay(now)), form) }
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: { to: { type: 'string' } }, allowPositionals: true })
}

try {
  const { ok, text } = answer(process.argv.slice(2))
  if (ok) console.log(text)
  else console.error(text)
  process.exitCode = ok ? 0 : 1
} catch (error) {
  if (!(error instanceof ProblemsError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
