import { join } from 'node:path'
import { setAsideOf, touchedByImports } from '../compare/awaiting.ts'
import { beijingDay } from '../domain/dates.ts'
import { formatProblem, type Problem, ProblemsError } from '../domain/errors.ts'
import { type Content, readContent } from '../source/content.ts'
import { shortAssessments } from './assessments.ts'
import { awaitingReport } from './awaiting-report.ts'
import { checkCitations } from './citations.ts'
import { checkContent } from './collection.ts'
import { freshnessOf, freshnessReport } from './freshness.ts'
import { readingAdvice } from './reading-level.ts'
import { waitingReport } from './unwritten.ts'

const ROOT = join(import.meta.dirname, '../..')

/** What is wrong with what is published, and with what waits: drafts, and pages to be published later. */
function problemsOf(content: Content, preview: Content, today: string): Problem[] {
  const problems = [...checkContent(content, today), ...checkContent(preview, today)]
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()]
}

/** `npm run check`: reads all content, prints every problem, advice and the freshness report, and fails on a problem. */
function report(content: Content, preview: Content): number {
  const now = Date.now()
  const today = beijingDay(now)
  const problems = problemsOf(content, preview, today)
  for (const problem of problems) console.error(formatProblem(problem))
  const waiting = waitingReport(preview, now)
  if (waiting.length > 0) console.log(`\n还没有发布的，${waiting.length}个文件：\n${waiting.join('\n')}`)
  const touched = touchedByImports(preview, checkCitations(preview).uses, ROOT)
  console.log(`\n${awaitingReport(touched, today)}`)
  const short = shortAssessments(content, setAsideOf(touched, today), today)
  if (short.length > 0) console.log(`\n抽不满题的竞赛和练习：\n${short.join('\n')}`)
  const advice = readingAdvice(preview)
  if (advice.length > 0) {
    console.log(`\n建议（不影响发布），${advice.length}条：`)
    for (const one of advice) console.log(formatProblem(one))
  }
  console.log(`\n栏目更新情况（${today}）：\n${freshnessReport(freshnessOf(content, today))}\n`)
  return problems.length
}

function readAndReport(folder: string): number {
  try {
    return report(readContent(folder), readContent(folder, { now: Date.now(), preview: true }))
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error
    for (const problem of error.problems) console.error(formatProblem(problem))
    return error.problems.length
  }
}

const count = readAndReport(join(ROOT, 'content'))
console.log(count === 0 ? '内容检查通过，没有问题。' : `内容检查发现${count}个问题，见上。`)
process.exitCode = count === 0 ? 0 : 1
