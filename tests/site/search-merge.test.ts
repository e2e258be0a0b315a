import { describe, expect, test } from 'vitest'
import type { SearchResult } from '../../content/domain/search-api.ts'
import type { Hit } from '../../site/search/find.ts'
import { additionsTo, filteredHits } from '../../site/search/merge.ts'
import { addressOf, type Filters, filtersOf } from '../../site/search/server-search.ts'

const NONE: Filters = { kind: '', level: '', law: '', status: '', on: '' }
const hit = (kind: Hit['kind'], path: string): Hit => ({ kind, path, title: path, summary: '' })
const result = (href: string, named = false): SearchResult => ({
  kind: 'article',
  title: { text: href, marks: [] },
  snippet: { text: '', marks: [] },
  href,
  law: null,
  named,
})

describe('what the server found', () => {
  test('is added below the lines that stand there, each address once', () => {
    const { before, after } = additionsTo(new Set(['/a/', '/laws/x/#art-1']), [
      result('/laws/x/#art-1'),
      result('/laws/x/#art-2'),
      result('/a/'),
      result('/b/'),
    ])
    expect(before).toEqual([])
    expect(after.map(({ href }) => href)).toEqual(['/laws/x/#art-2', '/b/'])
  })

  test('of a page whose line is there adds nothing, of a law each article', () => {
    const shown = new Set(['/explainers/a/', '/laws/x/'])
    const part: SearchResult = { ...result('/explainers/a/#b'), kind: 'explainer' }
    const other: SearchResult = { ...result('/explainers/c/#b'), kind: 'explainer' }
    const article = result('/laws/x/#art-1')
    expect(additionsTo(shown, [part, other, article]).after).toEqual([other, article])
  })

  test('goes above only when the query names it and it is not there yet', () => {
    const named = result('/laws/x/#art-1', true)
    expect(additionsTo(new Set(['/a/']), [named, result('/b/')]).before).toEqual([named])
    expect(additionsTo(new Set(['/laws/x/#art-1']), [named])).toEqual({ before: [], after: [] })
  })
})

describe('the filters', () => {
  const hits = [hit('explainer', '/a/'), hit('law', '/laws/x/'), hit('article', '/laws/x/#art-1')]

  test.each<[Partial<Filters>, string[]]>([
    [{}, ['/a/', '/laws/x/', '/laws/x/#art-1']],
    [{ kind: 'explainer' }, ['/a/']],
    [{ kind: 'article' }, ['/laws/x/#art-1']],
    [{ status: 'in-force' }, []],
    [{ on: '2026-01-01' }, []],
    [{ law: 'x' }, []],
  ])('%j leave of what the browser found', (filters, paths) => {
    expect(filteredHits(hits, { ...NONE, ...filters }).map(({ path }) => path)).toEqual(paths)
  })

  test.each<[string, Partial<Filters>, string]>([
    ['工资', {}, `q=${encodeURIComponent('工资')}`],
    ['', { kind: 'article' }, 'kind=article'],
    ['a&b=c', { law: 'x', on: '2026-01-01' }, 'q=a%26b%3Dc&law=x&on=2026-01-01'],
    ['', {}, ''],
  ])('%j with %j stand in the address, and come back from it', (query, filters, address) => {
    const all = { ...NONE, ...filters }
    expect(addressOf(query, all)).toBe(address)
    expect(filtersOf(new URLSearchParams(address))).toEqual(all)
  })
})
