import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '../../content/check/collection.ts'
import { assertNoProblems } from '../../content/domain/errors.ts'
import { type BankVersion, bankVersionId } from '../../content/domain/question.ts'
import { toQuestions } from '../../content/domain/question-file.ts'
import { type Content, readContent } from '../../content/source/content.ts'
import type { Shipped } from '../shipped.ts'

/** One reviewed bank version from all question files. */
export async function shippedBank(content: Content): Promise<BankVersion> {
  const bank = {
    title: '明法题库',
    reviewed: true,
    asOf: content.questionFiles.map(({ value }) => value.asOf).sort()[0] ?? '1970-01-01',
    questions: content.questionFiles.flatMap(({ value }) => toQuestions(value)),
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
  const content = readContent(join(root, 'content'), { now: Date.now(), preview })
  if (!preview) assertNoProblems(checkContent(content))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const shipped: Shipped = {
    version,
    bank: await shippedBank(content),
    assessments: content.assessments.map(({ value }) => value),
    units: [...content.units],
  }
  mkdirSync(join(root, '.build'), { recursive: true })
  writeFileSync(join(root, '.build/shipped.json'), JSON.stringify(shipped))
}
