import { expect, it } from 'vitest'
import { splitLesson } from '../../content/domain/lesson.ts'
import { content } from '../../site/lib/content.ts'
import { renderMarkdown } from '../../site/lib/markdown.ts'
import { pageTexts, sections } from '../../worker/build/library-texts.ts'

/** The index of the library is made apart from the pages, so nothing else holds its anchors and theirs together. */

const idsIn = async (markdown: string) =>
  (await renderMarkdown(markdown, { locale: 'zh-CN', asOf: '2026-11-01' })).headings.map(({ slug }) => slug)

/** Anchors of the passages of pages in a column, by page. */
function anchorsIn(column: string): Map<string, string[]> {
  const texts = pageTexts(content).filter(({ text: { path } }) => path.startsWith(`/${column}/`))
  return new Map(texts.map(({ text, passages }) => [text.path, passages.map(({ anchor }) => anchor)]))
}

it('numbers headings of the same words as pages do', async () => {
  const body =
    '开头。\n\n## 怎么做\n\n甲。\n\n### 怎么做\n\n乙。\n\n## 问：能要**两倍**吗？\n\n丙。\n\n## 空的\n\n## 怎么做\n\n丁。'
  const anchors = sections(body).map(({ anchor }) => anchor)
  expect(anchors).toEqual(['', '怎么做', '怎么做-1', '问能要两倍吗', '怎么做-2'])
  expect(await idsIn(body)).toEqual(expect.arrayContaining(anchors.slice(1)))
})

it('leads to headings that are there, on every page with a body', async () => {
  let found = 0
  for (const [column, bodies] of [
    ['explainers', content.explainers.map(({ value: { id, body } }) => ({ id, parts: [body] }))],
    ['documents', content.documents.map(({ value: { id, body } }) => ({ id, parts: [body] }))],
    ['campaigns', content.campaigns.map(({ value: { id, body } }) => ({ id, parts: [body] }))],
    [
      'lessons',
      content.lessons.map(({ value }) => ({
        id: value.id,
        parts: splitLesson(value).parts.flatMap((part) => (part.kind === 'text' ? [part.markdown] : [])),
      })),
    ],
  ] as const) {
    const anchors = anchorsIn(column)
    for (const { id, parts } of bodies) {
      const ids = new Set((await Promise.all(parts.map(idsIn))).flat())
      const own = (anchors.get(`/${column}/${id}/`) ?? []).filter((anchor) => anchor !== '')
      expect(
        own.filter((anchor) => !ids.has(anchor)),
        `${column}/${id}`,
      ).toEqual([])
      found += own.length
    }
  }
  expect(found).toBeGreaterThan(100)
})
