import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { beijingDay, IsoDateSchema, startOfBeijingDay } from '../domain/dates.ts'
import { formatProblem, ProblemsError } from '../domain/errors.ts'
import { readContent } from '../source/content.ts'
import { readWorkCalendar } from '../source/work-calendar.ts'
import { deadlinesOf } from './collect.ts'
import { deadlineReport } from './report.ts'

/**
 * `npm run deadlines`: what is late and what comes due, by the clocks of working days.
 *
 * Ends with 0 when nothing is late, 1 when something is, 2 when nothing is late but a last day can't be counted or the
 * command could not be carried out. `--today <day>` and `--days <count>` ask about another day and another time ahead; `--content <folder>`
 * reads another content.
 */

const USAGE = 'npm run deadlines -- [--days 5] [--today 2026-12-01]'

interface Command {
  readonly folder: string
  readonly now: number
  readonly within: number | undefined
}

function readCommand(args: readonly string[]): Command | null {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args: [...args], options: { days: text, today: text, content: text } })
    const within = values.days === undefined ? undefined : Number(values.days)
    if (within !== undefined && !(Number.isInteger(within) && within >= 0 && within <= 250)) return null
    if (values.today !== undefined && !IsoDateSchema.safeParse(values.today).success) return null
    return {
      folder: values.content ?? join(import.meta.dirname, '..'),
      // The end of that day, so that everything published on it is there.
      now: values.today === undefined ? Date.now() : startOfBeijingDay(values.today) + 86_400_000 - 1,
      within,
    }
  } catch {
    return null
  }
}

function main(command: Command | null): number {
  if (command === null) {
    console.error(`用法：${USAGE}`)
    return 2
  }
  const { folder, now, within } = command
  try {
    const content = readContent(folder, { now, preview: true })
    const calendar = readWorkCalendar()
    const { clocks, remindWorkingDays } = content.clocks.value
    const settings = { today: beijingDay(now), calendar, clocks, within: within ?? remindWorkingDays }
    const { text, late, uncounted } = deadlineReport(deadlinesOf(content, calendar, now), settings)
    console.log(text)
    if (late > 0) return 1
    return uncounted > 0 ? 2 : 0
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error
    for (const problem of error.problems) console.error(formatProblem(problem))
    return 2
  }
}

process.exitCode = main(readCommand(process.argv.slice(2)))
