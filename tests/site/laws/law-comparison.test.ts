import { expect, test } from 'vitest'
import { lawLibrary, neighbours } from '../../../content/domain/law-library.ts'
import { comparisonOf, piecesHtml } from '../../../site/lib/law-comparison.ts'
import { comparisonData } from '../../../site/lib/law-json.ts'
import { statute, statuteArticle } from '../../fixtures/statutes.ts'

const MARKS = { lang: 'zh-CN', removed: '删去：', added: '新增：', end: '（完）' }

const older = statute({
  articles: [
    statuteArticle('1', '收到申请以后，应当在三日内书面答复申请人。'),
    statuteArticle('2', '单位应当把规章制度告诉全体职工，'),
    statuteArticle('3', '旧文本里关于介绍信的规定，后来不要了。'),
  ],
})
const newer = statute({
  effectiveFrom: '2024-01-01',
  articles: [
    statuteArticle('1', '完全是新的内容：鼓励先行调解。'),
    statuteArticle('2', '收到申请以后，应当在五日内书面答复申请人。'),
    statuteArticle('3', '单位应当把规章制度告诉全体职工。'),
  ],
})

test('a comparison aligns renumbered articles, and leaves the same ones out', () => {
  const { counts, articles } = comparisonOf(older, newer)
  expect(articles.map(({ kind, before, after }) => [kind, before, after])).toEqual(
    expect.arrayContaining([
      ['new', undefined, '第一条'],
      ['changed', '第一条', '第二条'],
      ['gone', '第三条', undefined],
    ]),
  )
  expect(counts.same).toBe(0)
  expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length)
  expect(comparisonOf(older, older).articles).toEqual([])
})

test('changes are marked as such, for eyes and for ears, and nothing in them is markup', () => {
  const html = piecesHtml(
    [
      { kind: 'same', text: '在' },
      { kind: 'removed', text: '三' },
      { kind: 'added', text: '<五>' },
      { kind: 'same', text: '日内' },
    ],
    MARKS,
  )
  expect(html).toBe(
    '在<del><span class="said" lang="zh-CN">删去：</span>三<span class="said" lang="zh-CN">（完）</span></del>' +
      '<ins><span class="said" lang="zh-CN">新增：</span>&lt;五&gt;<span class="said" lang="zh-CN">（完）</span></ins>日内',
  )
})

test('a comparison as data names both places of an article and the words that changed', () => {
  const [law] = lawLibrary([], [older, newer])
  const [texts] = law === undefined ? [] : neighbours(law)
  if (law === undefined || texts === undefined) throw new Error('nothing to compare')
  const data = comparisonData(law, texts.older, texts.newer, (path) => `https://example.org${path}`)
  expect(data).toMatchObject({
    uri: 'https://example.org/laws/example-law/2018-01-01/2024-01-01/',
    json: 'https://example.org/laws/example-law/2018-01-01/2024-01-01.json',
    older: { effectiveFrom: '2018-01-01' },
    newer: { effectiveFrom: '2024-01-01' },
    counts: { changed: 1, new: 1, gone: 1 },
  })
  expect(data.articles.find(({ kind }) => kind === 'changed')).toEqual({
    uri: 'https://example.org/laws/example-law/2018-01-01/2024-01-01/#art-2',
    kind: 'changed',
    before: { uri: 'https://example.org/laws/example-law/2018-01-01/#art-1', number: '1', label: '第一条' },
    after: { uri: 'https://example.org/laws/example-law/2024-01-01/#art-2', number: '2', label: '第二条' },
    pieces: expect.arrayContaining([
      { kind: 'removed', text: '三日内' },
      { kind: 'added', text: '五日内' },
    ]),
  })
  expect(data.articles.filter(({ kind }) => kind === 'gone')).toMatchObject([{ before: { number: '3' }, after: null }])
})
