import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shortAssessments } from '../../content/check/assessments.ts'
import { checkCitations } from '../../content/check/citations.ts'
import { checkContent } from '../../content/check/collection.ts'
import { setAsideOf, touchedByImports } from '../../content/compare/awaiting.ts'
import { beijingDay } from '../../content/domain/dates.ts'
import { assertNoProblems } from '../../content/domain/errors.ts'
import { type BankVersion, bankVersionId } from '../../content/domain/question.ts'
import { toQuestions } from '../../content/domain/question-file.ts'
import type { SetAside } from '../../content/domain/set-aside.ts'
import { type Content, readContent } from '../../content/source/content.ts'
import type { Shipped } from '../shipped.ts'

/**
 * One reviewed bank version from all question files.
 *
 * @param setAside when questions are not drawn, by id
 */
export async function shippedBank(
  content: Content,
  setAside: ReadonlyMap<string, readonly SetAside[]>,
): Promise<BankVersion> {
  const bank = {
    title: '明法题库',
    reviewed: true,
    asOf: content.questionFiles.map(({ value }) => value.asOf).sort()[0] ?? '1970-01-01',
    questions: content.questionFiles.flatMap(({ value }) => toQuestions(value, setAside)),
  }
  return { id: await bankVersionId(bank), ...bank }
}

/**
 * Writes `.build/shipped.json`, which the worker's bundle includes.
 *
 * @param root root of the repository
 * @param preview with drafts, and whatever is wrong between files, for `npm run dev`
 * @throws {ProblemsError} with every problem of the content
 */
export async function writeShipped(root: string, preview = false): Promise<void> {
  const now = Date.now()
  const today = beijingDay(now)
  const content = readContent(join(root, 'content'), { now, preview })
  const citations = checkCitations(content)
  if (!preview) assertNoProblems(checkContent(content, today, citations))
  const setAside = setAsideOf(touchedByImports(content, citations.uses, root), today)
  const short = shortAssessments(content, setAside, today)
  if (short.length > 0) console.warn(`抽不满题的竞赛和练习（不影响构建，见 npm run check）：\n${short.join('\n')}`)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const shipped: Shipped = {
    version,
    bank: await shippedBank(content, setAside),
    assessments: content.assessments.map(({ value }) => value),
    units: [...content.units],
  }
  mkdirSync(join(root, '.build'), { recursive: true })
  writeFileSync(join(root, '.build/shipped.json'), JSON.stringify(shipped))
}
