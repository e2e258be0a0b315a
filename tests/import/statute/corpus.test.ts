import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StatuteText } from '../../../content/domain/statute.ts'
import type { ImportReport } from '../../../content/import/statute/run.ts'
import { importStatutes } from '../../../content/import/statute/run.ts'
import { readLawContent } from '../../../content/source/laws.ts'
import { readStatutes } from '../../../content/source/statutes.ts'

/** The national corpus, where it stands beside the repository: what an import must find in it. */

const ROOT = join(import.meta.dirname, '../../..')
const STATUTES = join(ROOT, '../shared/data/statutes')
const CORPUS = join(STATUTES, 'national.jsonl.gz')

/** Articles of the versions that the site speaks of most, by day of effect; checked against the official texts. */
const COUNTS: readonly (readonly [name: string, effectiveFrom: string, articles: number])[] = [
  ['劳动法', '2018-12-29', 107],
  ['劳动合同法', '2013-07-01', 98],
  ['社会保险法', '2018-12-29', 98],
  ['劳动争议调解仲裁法', '2008-05-01', 54],
  ['就业促进法', '2015-04-24', 69],
  ['工伤保险条例', '2011-01-01', 67],
  ['失业保险条例', '1999-01-22', 33],
  ['保障农民工工资支付条例', '2020-05-01', 64],
  ['劳动保障监察条例', '2004-12-01', 36],
  ['人力资源市场暂行条例', '2018-10-01', 48],
  ['行政处罚法', '2021-07-15', 86],
  ['行政许可法', '2019-04-23', 83],
  ['行政复议法', '2018-01-01', 43],
  ['行政复议法', '2024-01-01', 90],
  ['行政诉讼法', '2017-07-01', 103],
  ['政府信息公开条例', '2019-05-15', 56],
  ['重大行政决策程序暂行条例', '2019-09-01', 44],
  ['民法典', '2021-01-01', 1260],
  ['信访工作条例', '2022-05-01', 50],
  ['法治宣传教育法', '2025-11-01', 65],
]

/** Days on both sides of which the site must know the text in force. */
const VERSIONS: readonly (readonly [name: string, days: readonly string[]])[] = [
  ['行政复议法', ['2018-01-01', '2024-01-01']],
  ['治安管理处罚法', ['2013-01-01', '2026-01-01']],
  ['商标法', ['2019-11-01', '2027-01-01']],
  ['网络安全法', ['2017-06-01', '2026-01-01']],
]

describe.skipIf(!existsSync(CORPUS))('an import of the national corpus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingfa-corpus-'))
  const laws = join(folder, 'laws')
  let first: ImportReport
  let texts: StatuteText[]

  const run = (...paths: string[]) => importStatutes({ paths, folder: laws, ...readLawContent(join(ROOT, 'content')) })

  beforeAll(async () => {
    first = await run(CORPUS)
    texts = readStatutes(laws)
    return () => rmSync(folder, { recursive: true, force: true })
  }, 120_000)

  test('reads every version that has articles, and refuses those that have none', () => {
    expect(first.texts + first.refused.length).toBe(1564)
    expect(first.articles).toBe(69_661)
    expect(first.refused).toHaveLength(88)
    expect(new Set(first.refused.map(({ fault }) => fault.slice(0, 5)))).toEqual(new Set(['没有条文：']))
    expect(first).toMatchObject({ heldBack: [], differing: [] })
  })

  test('counts as undated what its source doesn’t date: 237, of which 30 have no articles', () => {
    expect(first.withoutStatedDay).toBe(207)
    // Five are dated by their own words, the others by what the site's content knows.
    expect(first.undated).toBeLessThanOrEqual(199)
    expect(texts.filter(({ effectiveFrom }) => effectiveFrom === undefined)).toHaveLength(first.undated)
  })

  test.each(COUNTS)('%s of %s has %i articles', (name, effectiveFrom, articles) => {
    const text = texts.find((own) => own.name === name && own.effectiveFrom === effectiveFrom)
    expect(text?.articles).toHaveLength(articles)
    expect(text?.articles.at(-1)?.number).toBe(String(articles))
  })

  test.each(VERSIONS)('%s has its versions', (name, days) => {
    expect(texts.filter((own) => own.name === name).map(({ effectiveFrom }) => effectiveFrom)).toEqual(days)
  })

  test('leaves no trap in the texts', () => {
    const all = texts.map(({ articles }) => JSON.stringify(articles)).join('')
    expect(all).not.toMatch(/笫|[\u200b-\u200f\ufeff]/)
    expect(all).not.toMatch(/"（[一二三四五六七八九十]+\)|"\([一二三四五六七八九十]+[)）]/)
    const headings = texts.flatMap(({ articles }) => articles.flatMap(({ path }) => path))
    expect(headings.filter((heading) => /总 则|附 则|罚 则/.test(heading))).toEqual([])
  })

  test('puts the last article of 刑事诉讼法 at its end', () => {
    const numbers = texts.find(({ name }) => name === '刑事诉讼法')?.articles.map(({ number }) => number)
    expect([numbers?.[0], numbers?.at(-1), numbers?.length]).toEqual(['1', '308', 308])
  })

  test('keeps 第一百二十条之一 and its like', () => {
    const numbers = texts.find(({ name }) => name === '刑法')?.articles.map(({ number }) => number) ?? []
    expect(numbers).toEqual(expect.arrayContaining(['17-1', '120-1', '120-6', '287-2']))
  })

  test('gives every law an id of its own, short and the same the next time', async () => {
    const byId = new Map(texts.map(({ lawId, name }) => [lawId, name]))
    expect(byId.size).toBe(new Set(texts.map(({ name }) => name.replaceAll(/[\s、]/g, ''))).size)
    expect([...byId.keys()].filter((id) => id.length > 60)).toEqual([])
  })

  test('finds the day on which replaced laws end', () => {
    const ended = texts.find(({ name }) => name === '环境保护法')
    const code = texts.find(({ name }) => name === '生态环境法典')
    expect(code?.effectiveFrom).toBeDefined()
    expect(ended?.repealedOn).toBe(code?.effectiveFrom)
    expect(texts.filter(({ repealedOn }) => repealedOn !== undefined)).toHaveLength(first.ended)
    // Named beside the laws that end, but only for what contradicts.
    const kept = texts.find(({ name }) => name.startsWith('最高人民法院关于审理涉及会计师事务所在审计业务活动中'))
    expect(kept).toBeDefined()
    expect(kept?.repealedOn).toBeUndefined()
  })

  test('writes nothing the second time', async () => {
    expect(await run(CORPUS)).toMatchObject({ writtenFiles: 0, fates: { new: 0, dated: 0, unchanged: 1476 } })
  }, 120_000)

  test('reads every Markdown file or says rightly why not, and finds the same words', async () => {
    const markdown = [
      'administrative',
      'civil-and-commercial',
      'constitutional-relevance',
      'criminal-law',
      'ecological-environment',
      'economic',
      'procedural',
      'social',
    ]
    const report = await run(...markdown.map((name) => join(STATUTES, name)))
    expect(report.files).toBe(311)
    expect(report.texts).toBe(298)
    expect(report.articles).toBe(20_542)
    // Pages of contents of five codes, approvals and decisions in points.
    expect(report.refused).toHaveLength(13)
    expect(report.refused.every(({ blocks, fault }) => !blocks && fault.startsWith('没有条文'))).toBe(true)
    // Misprints of one source or the other.
    expect(report.differing.length).toBeLessThanOrEqual(10)
    expect(report).toMatchObject({ fates: { new: 0 }, writtenFiles: 0, heldBack: [] })
  }, 120_000)
})
