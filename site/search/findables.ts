import type { Law } from '../../content/domain/law.ts'
import { buildDay, content } from '../lib/content.ts'
import { shownArticles } from '../lib/law-articles.ts'
import { campaigns, explainers, lessons, type PageKind, pagePath } from '../lib/pages.ts'
import type { Findable } from './search-index.ts'

/**
 * What search finds: explainers, lessons, campaigns, laws and their articles. Nothing of any question.
 */

interface Page {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly keywords: readonly string[]
  readonly body: string
}

const SUMMARY_LENGTH = 80
const HEADING = /^###? (.+)$/gm

function ofPage(kind: PageKind, { id, title, summary, keywords, body }: Page): Findable {
  const headings = [...body.matchAll(HEADING)].map(([, text = '']) => text)
  return { kind, path: pagePath(kind, id), title, summary, keywords, headings, articles: [] }
}

function ofLaw(law: Law): Findable {
  return {
    kind: 'law',
    path: `/laws/${law.id}/`,
    title: law.name,
    summary: law.summary.slice(0, SUMMARY_LENGTH),
    keywords: [law.title, law.englishName, ...law.aliases],
    headings: [],
    articles: shownArticles(law, buildDay).map(({ number, article }) => [number, article.heading] as const),
  }
}

/** Everything that can be found, in the order in which equal hits appear. */
export const findables: readonly Findable[] = [
  ...explainers.map((page) => ofPage('explainer', page)),
  ...lessons.map((page) => ofPage('lesson', page)),
  ...campaigns.map((page) => ofPage('campaign', page)),
  ...content.laws.map(({ value }) => ofLaw(value)),
]
