import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { articleHref, findCitations } from '../../content/domain/citation.ts'
import type { Question } from '../../content/domain/question.ts'
import { toQuestions } from '../../content/domain/question-file.ts'
import { readContent } from '../../content/source/content.ts'

/** What the authors wrote, to compare the pages with: questions with keys, rationales and citations. */

const content = readContent(join(import.meta.dirname, '../../content'))
const questions = content.questionFiles.flatMap(({ value }) => toQuestions(value))
const lawIds = new Map(content.laws.map(({ value }) => [value.name, value.id]))

/** Questions that contests ask; practice must never show them. Those of exams are free while no exam runs. */
export const guarded: readonly Question[] = questions.filter(({ uses }) => uses.includes('contest'))

/** The question with a stem. */
export function questionOf(stem: string): Question {
  const found = questions.find((question) => question.stem.trim() === stem.trim())
  if (found === undefined) throw new Error(`No bank has the question: ${stem}`)
  return found
}

/** The question that a page shows now. */
export async function shownQuestion(page: Page): Promise<Question> {
  return questionOf(await page.locator('.quiz-question legend > span').last().innerText())
}

/** The right answers as the page words them: texts of options, or accepted texts of a fill-in. */
export function keyTexts({ type, key, options }: Question): readonly string[] {
  return type === 'fill-in' ? key : options.filter(({ id }) => key.includes(id)).map(({ text }) => text)
}

/** Texts of the options that are not right. */
export function wrongTexts({ key, options }: Question): readonly string[] {
  return options.filter(({ id }) => !key.includes(id)).map(({ text }) => text)
}

/** The radio button or check box of an option. */
export function control(page: Page, text: string): Locator {
  return page
    .locator('.quiz-option')
    .filter({ has: page.getByText(text, { exact: true }) })
    .locator('input')
}

/** Expects right answer, rationale and articles of a question, each article as a link to its place. */
export async function expectExplained(box: Locator, question: Question): Promise<void> {
  const part = (term: RegExp) => box.locator('dt').filter({ hasText: term }).locator('xpath=following-sibling::dd[1]')
  const key = part(/^正确答案/)
  for (const text of keyTexts(question)) await expect(key).toContainText(text)
  await expect(part(/^为什么$/)).toHaveText(question.rationale ?? '')
  for (const { text, href } of articlesOf(question)) {
    await expect(
      part(/^依据$/)
        .getByRole('link', { name: text, exact: true })
        .first(),
    ).toHaveAttribute('href', href)
  }
}

/** The articles that a question cites, as the page words them, with their addresses. */
export function articlesOf({ citations }: Question): readonly { readonly text: string; readonly href: string }[] {
  return citations.flatMap(findCitations).map(({ text, lawName, article }) => {
    const id = lawIds.get(lawName)
    if (id === undefined) throw new Error(`No law is called ${lawName}.`)
    return { text, href: articleHref(id, article) }
  })
}
