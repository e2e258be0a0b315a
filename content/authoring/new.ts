import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { beijingDay } from '../domain/dates.ts'
import { formatProblem, ProblemsError } from '../domain/errors.ts'
import { readContent } from '../source/content.ts'
import { askAnswers, askKind } from './ask.ts'
import { completeAnswers } from './complete.ts'
import { draftFiles, type Surroundings } from './drafts.ts'
import { isKind, KINDS, type Kind } from './kinds.ts'
import { nextSteps } from './next-steps.ts'
import { terminalPrompts } from './prompts.ts'
import { writeDrafts } from './write.ts'

/**
 * `npm run new`: asks in Chinese what to make and writes a complete draft with every field explained.
 *
 * Without a terminal: `--answers <file.json>` (see `answers.ts`; `kind` and whatever shouldn't be as usual), or
 * `--kind <kind> [--id <id>] [--title <title>] --yes`. `--content <folder>` is another content folder.
 */

const USAGE = `npm run new -- [--kind ${KINDS.join('|')}] [--id <编号>] [--title <标题>] [--yes] [--answers <文件.json>]`

/** What keeps the command from its end, in the words of its reader. */
class CommandError extends Error {}

interface Command {
  readonly kind: Kind | null
  readonly given: Record<string, unknown>
  /** Where the answers come from; `null` to ask. */
  readonly source: string | null
  readonly folder: string
}

function answersIn(path: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new CommandError(`读不了 ${path}：要有这个文件，而且要是 JSON。`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CommandError(`${path} 里要写一个 JSON 对象，例如 {"kind": "explainer"}。`)
  }
  return { ...value }
}

function readCommand(args: readonly string[]): Command {
  const text = { type: 'string' } as const
  let values: { [name: string]: string | boolean | undefined }
  try {
    const options = {
      kind: text,
      id: text,
      title: text,
      answers: text,
      content: text,
      yes: { type: 'boolean' },
    } as const
    values = parseArgs({ args: [...args], options }).values
  } catch {
    throw new CommandError(`用法：${USAGE}`)
  }
  const option = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
  const file = option('answers')
  const [id, title] = [option('id'), option('title')]
  const given = {
    ...(file === undefined ? {} : answersIn(file)),
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
  }
  const kind = option('kind') ?? given['kind' as keyof typeof given] ?? null
  const asked = file === undefined && values['yes'] !== true
  if (kind !== null && !(typeof kind === 'string' && isKind(kind))) {
    throw new CommandError(`没有“${String(kind)}”这一种。可以是：${KINDS.join('、')}。`)
  }
  if (kind === null && !asked) throw new CommandError(`要用 --kind 说明做什么。用法：${USAGE}`)
  return {
    kind,
    given,
    source: asked ? null : (file ?? '命令'),
    folder: option('content') ?? join(import.meta.dirname, '..'),
  }
}

async function make({ kind, given, source, folder }: Command): Promise<void> {
  if (source === null && !process.stdin.isTTY) {
    throw new CommandError(`这里不能问答，请在终端窗口里运行，或者用：${USAGE}`)
  }
  const now = Date.now()
  const surroundings: Surroundings = {
    folder,
    content: readContent(folder, { now, preview: true }),
    today: beijingDay(now),
  }
  const wanted = kind ?? (await askKind(terminalPrompts))
  const said = source === null ? await askAnswers(wanted, { prompts: terminalPrompts, ...surroundings }) : {}
  const answers = completeAnswers(wanted, { ...said, ...given }, surroundings, source ?? '你的回答')
  const files = draftFiles(answers, surroundings)
  writeDrafts(folder, files)
  console.log(nextSteps(answers, files))
}

try {
  await make(readCommand(process.argv.slice(2)))
} catch (error) {
  if (error instanceof ProblemsError) for (const problem of error.problems) console.error(formatProblem(problem))
  else if (error instanceof CommandError) console.error(error.message)
  // The author pressed Ctrl+C.
  else if (!(error instanceof Error && error.name === 'ExitPromptError')) throw error
  console.error('没有写任何文件。')
  process.exitCode = 1
}
