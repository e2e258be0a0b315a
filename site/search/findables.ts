import { type CaseBatch, caseAnchor } from '../../content/domain/case-batch.ts'
import type { Law } from '../../content/domain/law.ts'
import type { Remedy } from '../../content/domain/remedy.ts'
import { caseBatches } from '../lib/case-batches.ts'
import { buildDay, content } from '../lib/content.ts'
import { glossary } from '../lib/glossary.ts'
import { createI18n } from '../lib/i18n.ts'
import { shownArticles } from '../lib/law-articles.ts'
import { libraryLaw } from '../lib/law-library.ts'
import { CONTENT_LANGUAGE, isChinese, type Locale } from '../lib/locale.ts'
import { campaigns, documents, explainers, lessons, type PageKind, pagePath, remedies } from '../lib/pages.ts'
import type { Findable, FoundKind, NamedTerm } from './search-index.ts'

/**
 * What search finds: explainers, calculators, situations, lessons, campaigns, documents, guiding cases, laws and their
 * articles, words of the glossary. Nothing of any question.
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

function ofPage(kind: PageKind & FoundKind, { id, title, summary, keywords, body }: Page): Findable {
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
    articles: shownArticles(libraryLaw(law.id), buildDay).map(
      ({ number, article }) => [number, article.heading] as const,
    ),
  }
}

/** A situation. Its ways don't find it: nearly every one has 劳动仲裁, which other pages are about. */
function ofRemedy({ id, title, summary, keywords }: Remedy): Findable {
  return { kind: 'remedy', path: pagePath('remedy', id), title, summary, keywords, headings: [], articles: [] }
}

/** The cases of a batch, each with the question that it answers. */
function ofBatch({ id, cases }: CaseBatch): Findable[] {
  return cases.map(({ number, title, question, keywords }) => ({
    kind: 'case',
    path: pagePath('case', id, caseAnchor(number)),
    title,
    summary: question,
    keywords,
    headings: [],
    articles: [],
  }))
}

/** The page of elder mode, by all its names (互联网网站适老化通用设计规范 asks for that). */
function elderPage(locale: Locale): Findable {
  const { t } = createI18n(locale)
  return {
    kind: 'page',
    path: '/elder/',
    title: t('tools:page.title'),
    summary: t('tools:page.description'),
    keywords: ['长辈版', '关怀版', '大字版', '老年人', '字太小', '放大字体', '听本页', '朗读'],
    headings: [],
    articles: [],
  }
}

/** Everything that can be found, in the order in which equal hits appear. */
export const findables: readonly Findable[] = [
  ...explainers.map((page) => ofPage('explainer', page)),
  ...content.rules.map(({ value }) => ofPage('calculator', { ...value, body: '' })),
  ...remedies.map(ofRemedy),
  ...lessons.map((page) => ofPage('lesson', page)),
  ...campaigns.map((page) => ofPage('campaign', page)),
  // Whoever has seen a document elsewhere looks for it by its number.
  ...documents.map((page) => ofPage('document', { ...page, keywords: [...page.keywords, page.documentNumber] })),
  ...caseBatches.flatMap(ofBatch),
  ...content.laws.map(({ value }) => ofLaw(value)),
  elderPage(CONTENT_LANGUAGE),
]

/** The words of the glossary, by all their names. */
export const namedTerms: readonly NamedTerm[] = glossary.terms.map(({ id, term, aliases }) => [id, term, aliases])

/** A page whose text exists in English, found by its words in both languages. */
function inEnglish(page: Findable): Findable {
  const english = englishByPath.get(page.path)
  if (english === undefined) return page
  const { title, summary, keywords, headings } = english
  return {
    ...page,
    title,
    summary,
    lang: 'en',
    keywords: [...keywords, page.title, ...page.keywords],
    headings: [...headings, ...page.headings],
  }
}

const englishByPath: ReadonlyMap<string, Findable> = new Map(
  [
    elderPage('en'),
    ...content.englishExplainers.map(({ value }) => ofPage('explainer', value)),
    ...content.rules.map(({ value: { englishTitle: title, englishSummary: summary, ...rule } }) =>
      ofPage('calculator', { ...rule, title, summary, keywords: [], body: '' }),
    ),
  ].map((page) => [page.path, page]),
)

/** Everything that can be found from pages in a language; on English ones under English titles where there are any. */
export function findablesIn(locale: Locale): readonly Findable[] {
  return isChinese(locale) ? findables : findables.map(inEnglish)
}
