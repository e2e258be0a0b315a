import { createHash } from 'node:crypto'
import { brotliCompressSync } from 'node:zlib'
import { content } from '../lib/content.ts'
import { LOCALES, type Locale, localePath, TRADITIONAL } from '../lib/locale.ts'
import { toTraditional } from '../lib/traditional.ts'
import { buildArticleIndex, buildIndex } from './build-index.ts'
import { findablesIn, namedTerms } from './findables.ts'
import { splitIndex } from './index-parts.ts'
import type { ArticleIndex, SearchIndex } from './search-index.ts'
import { variantPairs } from './variants.ts'

/** A file that the search box loads: its text and its address, which changes with the text, so that it may be kept for long. */
export interface PublishedFile {
  readonly text: string
  readonly path: string
}

function publish(path: string, text: string): PublishedFile {
  return { text, path: `${path}?v=${createHash('sha256').update(text).digest('hex').slice(0, 12)}` }
}

function publishJson(locale: Locale, path: string, data: SearchIndex | ArticleIndex): PublishedFile {
  return publish(localePath(locale, path), JSON.stringify(data))
}

/** The index with what hits show in Traditional characters; what is searched stays Simplified. */
function traditionalIndex(index: SearchIndex): SearchIndex {
  return {
    ...index,
    pages: index.pages.map((page) => ({
      ...page,
      title: toTraditional(page.title),
      summary: toTraditional(page.summary),
    })),
    terms: index.terms.map(([id, term, others]) => [id, toTraditional(term), others.map(toTraditional)]),
  }
}

function traditionalArticles({ unit, laws }: ArticleIndex): ArticleIndex {
  return {
    unit: toTraditional(unit),
    laws: laws.map(({ name, path, headings }) => ({
      name: toTraditional(name),
      path,
      headings: headings.map(([number, heading]) => [number, toTraditional(heading)]),
    })),
  }
}

/** Bytes of brotli beyond which an index comes in two parts: with the search itself, the first result then takes 45 kB. */
const WHOLE = 33_000

/** What comes before the first result, and what comes after it. */
function inParts(index: SearchIndex, articles: ArticleIndex): readonly [SearchIndex, ArticleIndex] {
  if (brotliCompressSync(JSON.stringify(index)).length <= WHOLE) return [index, articles]
  const { first, details } = splitIndex(index)
  return [first, { ...articles, details }]
}

function filesOf(locale: Locale): { readonly index: PublishedFile; readonly articles: PublishedFile } {
  const findables = findablesIn(locale)
  const [index, articles] = [buildIndex(findables, namedTerms, content.synonyms.value), buildArticleIndex(findables)]
  const isTraditional = locale === TRADITIONAL
  const [first, then] = isTraditional
    ? inParts(traditionalIndex(index), traditionalArticles(articles))
    : inParts(index, articles)
  return {
    index: publishJson(locale, '/search-index.json', first),
    articles: publishJson(locale, '/search-articles.json', then),
  }
}

const files = new Map(LOCALES.map((locale) => [locale, filesOf(locale)]))

function published(locale: Locale, file: 'index' | 'articles'): PublishedFile {
  const own = files.get(locale)
  if (own === undefined) throw new Error(`There is no search index in ${locale}.`)
  return own[file]
}

/** What is needed before the first result in a language. */
export function publishedIndex(locale: Locale): PublishedFile {
  return published(locale, 'index')
}

/** The headings of the articles, which come after it. */
export function publishedArticles(locale: Locale): PublishedFile {
  return published(locale, 'articles')
}

/** The table by which queries in Traditional characters are answered, one for all languages. */
export const publishedVariants: PublishedFile = publish(
  '/search-variants.txt',
  variantPairs(publishedIndex('zh-CN').text + publishedArticles('zh-CN').text, toTraditional),
)
