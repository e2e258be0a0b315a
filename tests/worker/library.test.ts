import { evictDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ProblemDetails } from '../../content/domain/api.ts'
import { type LibraryState, LibraryStateSchema } from '../../content/domain/library-index.ts'
import { type SearchResults, SearchResultsSchema } from '../../content/domain/search-api.ts'
import { type IndexedFixture, lawText, libraryIndex, pageText } from '../fixtures/library.ts'
import { call, OPERATOR } from './visitor.ts'

async function search(query: Record<string, string>): Promise<SearchResults> {
  const response = await call('GET', `/api/search?${new URLSearchParams(query)}`)
  expect(response.status, await response.clone().text()).toBe(200)
  return SearchResultsSchema.parse(await response.json())
}

const hrefs = ({ results }: SearchResults) => results.map(({ href }) => href)

function send(path: string, body: unknown, headers: Record<string, string> = OPERATOR): Promise<Response> {
  return call('POST', `/api/operator/library${path}`, { body: JSON.stringify(body), headers })
}

async function stateOf(response: Response): Promise<LibraryState> {
  expect(response.status, await response.clone().text()).toBe(200)
  return LibraryStateSchema.parse(await response.json())
}

async function load(version: string, texts: readonly IndexedFixture[]): Promise<void> {
  const { header, batches } = libraryIndex(version, texts)
  await stateOf(await send('', header))
  for (const batch of batches) await stateOf(await send('/batches', { version, ...batch }))
  expect(await stateOf(await send('/activate', { version }))).toMatchObject({ state: 'ready' })
}

const version = (name: string) => name.repeat(16)

const WAGES = lawText('wages-example', '工资示例法', {
  '1': '用人单位拖欠劳动报酬的，应当在三日内支付。\n劳动者可以投诉。',
  '2': '加班应当协商（示例）。',
  '2-1': '税务机关协助（示例）。',
})
const OLD = lawText(
  'wages-example',
  '工资示例法',
  { '1': '用人单位拖欠劳动报酬的，应当在十日内支付。' },
  {
    path: '/laws/wages-example/2010-01-01/',
    phases: [
      { from: null, status: 'not-yet-in-force', since: '2010-01-01' },
      { from: '2010-01-01', status: 'in-force', since: '2010-01-01' },
      { from: '2020-01-01', status: 'superseded', since: '2020-01-01' },
    ],
  },
)
const REPEALED = lawText(
  'old-rules',
  '旧办法（示例）',
  { '7': '拖欠劳动报酬的旧规定（示例）。' },
  { phases: [{ from: null, status: 'repealed', since: '2015-01-01' }] },
)
const PAGE = pageText('/explainers/wages-example/', '工资没发怎么办', '单位拖欠劳动报酬，先留证据（示例）。', {
  怎么留: '打卡截图要带上日期（示例）。',
  去哪里: '带上截图到窗口登记（示例）。',
})

const TEXTS = [OLD, WAGES, REPEALED, PAGE]

describe('without an index', () => {
  it('search says so', async () => {
    expect(await search({ q: '工资' })).toEqual({ ready: false, asked: '工资', results: [], page: 1, more: false })
  })
})

describe('search', () => {
  beforeAll(() => load(version('a'), TEXTS))

  it('finds an article by what people say, marks the words of the law, and lands on it', async () => {
    const [first] = (await search({ q: '欠薪怎么办', kind: 'article' })).results
    expect(first).toMatchObject({
      href: '/laws/wages-example/#art-1',
      law: { status: 'in-force', since: '2020-01-01' },
    })
    const { text = '', marks = [] } = first?.snippet ?? {}
    expect(marks.map(([start, end]) => text.slice(start, end))[0]).toBe('拖欠劳动报酬')
  })

  it('shows an article once, in the text in force, and what is repealed last', async () => {
    expect(hrefs(await search({ q: '拖欠劳动报酬', kind: 'article' }))).toEqual([
      '/laws/wages-example/#art-1',
      '/laws/old-rules/#art-7',
    ])
  })

  it('lands on the heading of a page under which the words stand, and shows the page once', async () => {
    expect(hrefs(await search({ q: '打卡截图' }))).toEqual(['/explainers/wages-example/#怎么留'])
    expect(hrefs(await search({ q: '窗口登记' }))).toEqual(['/explainers/wages-example/#去哪里'])
    expect(hrefs(await search({ q: '留证据' }))).toEqual(['/explainers/wages-example/'])
  })

  it.each([
    [{ kind: 'explainer' }, ['/explainers/wages-example/']],
    [{ law: 'old-rules' }, ['/laws/old-rules/#art-7']],
    [{ law: 'no-such-law' }, []],
    [{ level: '法律', status: 'repealed' }, ['/laws/old-rules/#art-7']],
    [{ level: '部门规章' }, []],
    [{ status: 'superseded' }, ['/laws/wages-example/2010-01-01/#art-1']],
    [{ on: '2019-12-31' }, ['/laws/wages-example/2010-01-01/#art-1']],
    [{ on: '2020-01-01' }, ['/laws/wages-example/#art-1']],
    [{ on: '2009-12-31' }, []],
    [{ on: '2009-12-31', status: 'not-yet-in-force' }, ['/laws/wages-example/2010-01-01/#art-1']],
    [{ page: '2' }, []],
  ])('filters by %j', async (filter, expected) => {
    expect(hrefs(await search({ q: '拖欠劳动报酬', ...filter }))).toEqual(expected)
  })

  it.each([
    ['工资示例法1条', '/laws/wages-example/#art-1'],
    ['《工资示例法》第一条第二款', '/laws/wages-example/#art-1-2'],
    ['工资示例法第一条第九款', '/laws/wages-example/#art-1'],
    ['工资示例法第二条之一', '/laws/wages-example/#art-2-1'],
    ['工例法 2', '/laws/wages-example/#art-2'],
    ['旧办法（示例）第７条', '/laws/old-rules/#art-7'],
  ])('goes straight to %s', async (q, href) => {
    const [first, ...others] = (await search({ q })).results
    expect(first).toMatchObject({ href, named: true })
    expect(others.some(({ named }) => named)).toBe(false)
  })

  it('does not send to an article that the law does not have', async () => {
    expect((await search({ q: '工资示例法99条' })).results.some(({ named }) => named)).toBe(false)
  })

  it('finds the Simplified text for Traditional characters, and says how it read them', async () => {
    const found = await search({ q: '拖欠勞動報酬' })
    expect(found.asked).toBe('拖欠劳动报酬')
    expect(hrefs(found)).toContain('/laws/wages-example/#art-1')
  })

  it('finds a single character at the beginning of a word', async () => {
    expect(hrefs(await search({ q: '税' }))).toEqual(['/laws/wages-example/#art-2-1'])
  })

  it.each([
    ['quotation marks', '"拖欠" "劳动报酬'],
    ['operators', '拖欠 AND NOT (劳动 OR 报酬) NEAR/2 ^ * : -'],
    ['SQL', "拖欠劳动报酬'; DROP TABLE passages_0; --"],
    ['emoji', '拖欠😀劳动报酬👨‍👩‍👧'],
    ['full-width letters', '拖欠劳动报酬ＡＢＣ'],
    ['NUL', '拖欠\0劳动报酬'],
    ['a half of an emoji', '拖欠劳动报酬\ud83d'],
    ['5,000 characters', `拖欠劳动报酬${'长'.repeat(4994)}`],
    ['names of properties', '拖欠劳动报酬 constructor __proto__ toString'],
    ['columns of the index', 'terms:拖欠 劳动报酬'],
  ])('finds it with %s', async (_name, q) => {
    expect(hrefs(await search({ q }))).toContain('/laws/wages-example/#art-1')
  })

  it.each(['', '   ', '"', '*', '😀', '\0', '\ud83d', '%_', '--'])('finds nothing for %j', async (q) => {
    expect(await search({ q })).toMatchObject({ ready: true, results: [] })
  })

  it.each([
    ['no question', {}, '/q'],
    ['too much of one', { q: '长'.repeat(5001) }, '/q'],
    ['an unknown field', { q: '工资', sort: 'new' }, '/sort'],
    ['an unknown kind', { q: '工资', kind: 'question' }, '/kind'],
    ['a day that is none', { q: '工资', on: '2026-02-30' }, '/on'],
    ['a law that is none', { q: '工资', law: '../x' }, '/law'],
    ['a page too far', { q: '工资', page: '11' }, '/page'],
    ['a page that is none', { q: '工资', page: '1e1' }, '/page'],
  ])('refuses %s', async (_name, query, pointer) => {
    const response = await call('GET', `/api/search?${new URLSearchParams(query)}`)
    expect(response.status).toBe(400)
    const { errors = [] } = await response.json<ProblemDetails>()
    expect(errors.map((error) => error.pointer)).toEqual([pointer])
  })

  it('refuses a field that stands twice', async () => {
    const response = await call('GET', '/api/search?q=a&q=b')
    expect(response.status).toBe(400)
  })
})

describe('a new index', () => {
  const next = libraryIndex(version('b'), [
    pageText('/explainers/other-example/', '另一页（示例）', '拖欠劳动报酬，先留证据（示例）。'),
    lawText('new-law', '新法（示例）', { '1': '拖欠劳动报酬的新规定（示例）。' }),
  ])
  const found = async () => hrefs(await search({ q: '拖欠劳动报酬', kind: 'article' }))

  it('answers only when it has come whole, goes on where it was, and takes a batch once', async () => {
    await load(version('a'), TEXTS)
    const before = await found()
    const [first, second] = next.batches
    await stateOf(await send('', next.header))
    await stateOf(await send('/batches', { version: version('b'), ...first }))
    expect(await found()).toEqual(before)
    expect((await send('/activate', { version: version('b') })).status).toBe(409)
    // As after a restart: nothing of it is in memory.
    await evictDurableObject(env.LIBRARY.getByName('library'))
    expect(await found()).toEqual(before)
    expect(await stateOf(await send('', next.header))).toMatchObject({ state: 'loading', received: 1 })
    expect(await stateOf(await send('/batches', { version: version('b'), ...first }))).toMatchObject({ received: 1 })
    expect(await stateOf(await send('/batches', { version: version('b'), ...second }))).toMatchObject({ received: 2 })
    expect(await found()).toEqual(before)
    expect(await stateOf(await send('/activate', { version: version('b') }))).toMatchObject({ state: 'ready' })
    expect(await found()).toEqual(['/laws/new-law/#art-1'])
    expect(await stateOf(await send('', next.header))).toMatchObject({ state: 'ready', received: 2 })
  })

  it('takes the place of one that was never finished', async () => {
    const dropped = libraryIndex(version('c'), TEXTS)
    await stateOf(await send('', dropped.header))
    await stateOf(await send('/batches', { version: version('c'), ...dropped.batches[0] }))
    await load(version('d'), [WAGES])
    expect(await found()).toEqual(['/laws/wages-example/#art-1'])
    expect((await send('/batches', { version: version('c'), ...dropped.batches[1] })).status).toBe(409)
  })

  it('is refused with a gap, with a passage of no text, and from anyone but the operator', async () => {
    const { header, batches } = libraryIndex(version('e'), TEXTS)
    await stateOf(await send('', header))
    expect((await send('/batches', { version: version('e'), ...batches[1] })).status).toBe(409)
    const [first] = batches
    const astray = { ...first, passages: [{ ...first?.passages[0], text: 5 }] }
    expect((await send('/batches', { version: version('e'), ...astray })).status).toBe(409)
    expect((await send('', header, {})).status).toBe(401)
  })
})
