import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIndex } from '../../site/search/build-index.ts'
import { joinIndex, splitIndex } from '../../site/search/index-parts.ts'
import {
  type ArticleIndex,
  ArticleIndexSchema,
  type SearchIndex,
  SearchIndexSchema,
} from '../../site/search/search-index.ts'
import { BUILD } from '../../worker/build/tools.ts'
import { type MadeUpPage, madeUpPages } from './made-up-pages.ts'

/** The built pages in Simplified Chinese that search finds, with made-up ones beside them. */
export interface SiteOfPages {
  /** Address → page. */
  readonly html: ReadonlyMap<string, string>
  readonly index: SearchIndex
  readonly articles: ArticleIndex
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(BUILD, 'site', name), 'utf8'))
}

/** One index of both. */
function together(shipped: SearchIndex, others: SearchIndex): SearchIndex {
  const places = new Map(shipped.vocabulary.map((term, place) => [term, place]))
  for (const term of others.vocabulary) if (!places.has(term)) places.set(term, places.size)
  const move = (terms: readonly number[]) => terms.map((place) => places.get(others.vocabulary[place] ?? '') ?? 0)
  const moved = others.texts.map(([title, keywords, headings, summary]): SearchIndex['texts'][number] => [
    move(title),
    move(keywords),
    move(headings),
    move(summary),
  ])
  return {
    ...shipped,
    pages: [...shipped.pages, ...others.pages],
    vocabulary: [...places.keys()],
    texts: [...shipped.texts, ...moved],
  }
}

/** An index of so many pages: those of a whole index, and made-up ones. */
export function enlarged(
  shipped: SearchIndex,
  count: number,
): { readonly index: SearchIndex; readonly made: readonly MadeUpPage[] } {
  const addresses = new Set(shipped.pages.map(({ path }) => path.replace(/#.*/, '')))
  const pages = madeUpPages(shipped)
  const made = Array.from({ length: count - addresses.size }, () => pages.next().value)
  return { index: together(shipped, buildIndex(made)), made }
}

/** The files of the search in so many pages, which need not be built: entries are made straight. Always in two parts. */
export function filesOf(
  count: number,
): Pick<SiteOfPages, 'index' | 'articles'> & { readonly made: readonly MadeUpPage[] } {
  const articles = ArticleIndexSchema.parse(read('search-articles.json'))
  const { index, made } = enlarged(joinIndex(SearchIndexSchema.parse(read('search-index.json')), articles), count)
  const { first, details } = splitIndex(index)
  return { index: first, articles: { ...articles, details }, made }
}

/** The same with the pages: built ones as they are, with their main part marked for Pagefind. */
export function siteOf(count: number): SiteOfPages {
  const { index, articles, made } = filesOf(count)
  const own = new Map(made.map((page) => [page.path, page]))
  const html = index.pages.map(({ path }) => {
    const address = path.replace(/#.*/, '')
    const page = own.get(address)
    return [address, page === undefined ? builtPage(address) : madeUpHtml(page)] as const
  })
  return { html: new Map(html), index, articles }
}

function builtPage(address: string): string {
  return readFileSync(join(BUILD, 'site', address, 'index.html'), 'utf8').replace('<main', '<main data-pagefind-body')
}

function madeUpHtml({ title, summary, keywords, headings, sections }: MadeUpPage): string {
  const parts = headings.map((heading, at) => `<h2>${heading}</h2><p>${(sections[at] ?? []).join('</p><p>')}</p>`)
  const head = `<meta charset="utf-8"><title>${title}</title><meta name="keywords" content="${keywords.join(',')}">`
  return `<!doctype html><html lang="zh-CN"><head>${head}</head><body><main data-pagefind-body><h1>${title}</h1><p>${summary}</p>${parts.join('')}</main></body></html>`
}
