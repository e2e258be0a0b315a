import type { Find } from './find.ts'
import type { Fold } from './fold.ts'
import type { SearchTexts } from './search-texts.ts'

/** What answers a query: the search, and how to compare its hits with the reader's words. */
export interface Search {
  readonly find: Find
  readonly fold: Fold
}

async function read(path: string): Promise<string> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.text()
}

/** Starts something once; after a failure the next try starts anew, because the network may be back. */
function once<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | null = null
  return () => {
    started ??= start().catch((error: unknown) => {
      started = null
      throw error
    })
    return started
  }
}

/** Answers with what has come so far, and says when there is more to find. */
export interface Loader {
  /** Pages and words of the glossary; loads what this query needs. */
  ready(query: string): Promise<Search>
  /** The same with the articles of the laws, which come after the first result. */
  withArticles(query: string): Promise<Search>
}

/**
 * Loads index and search when first asked for. The table of Traditional characters comes along on pages in Traditional Chinese,
 * and elsewhere as soon as a query has a Chinese character that doesn't occur in the index.
 */
export function createLoader({
  indexPath,
  articlesPath,
  variantsPath,
  traditional,
}: Pick<SearchTexts, 'indexPath' | 'articlesPath' | 'variantsPath' | 'traditional'>): Loader {
  const index = once(async () => {
    const [module, json] = await Promise.all([import('./find.ts'), read(indexPath)])
    return { ...module, json }
  })
  const articles = once(() => read(articlesPath))
  const folding = once(async () => (await index()).createFold(await read(variantsPath)))
  const foldFor = async (query: string): Promise<Fold> => {
    const { json, NO_FOLD } = await index()
    const isKnown = (character: string) => !/\p{Script=Han}/u.test(character) || json.includes(character)
    return !traditional && [...query.normalize('NFKC')].every(isKnown) ? NO_FOLD : folding()
  }
  // A search is made once for each way of folding, and once more when the articles have come.
  const made = new Map<Fold, { readonly find: Find; readonly hasArticles: boolean }>()
  const searchWith = async (query: string, articleJson: string | undefined): Promise<Search> => {
    const [{ createFind, json }, fold] = await Promise.all([index(), foldFor(query)])
    const known = made.get(fold)
    const isEnough = known !== undefined && (known.hasArticles || articleJson === undefined)
    const find = isEnough
      ? known.find
      : createFind(JSON.parse(json), fold, articleJson === undefined ? undefined : JSON.parse(articleJson))
    if (!isEnough) made.set(fold, { find, hasArticles: articleJson !== undefined })
    return { find, fold }
  }
  return {
    ready: (query) => searchWith(query, undefined),
    withArticles: async (query) => searchWith(query, await articles()),
  }
}
