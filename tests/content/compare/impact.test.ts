import { describe, expect, test } from 'vitest'
import { historiesOf } from '../../../content/compare/awaiting.ts'
import { changeDays, type Impact, impactOf } from '../../../content/compare/impact.ts'
import { impactReport } from '../../../content/compare/impact-report.ts'
import type { StatuteText } from '../../../content/domain/statute.ts'
import { readContent } from '../../../content/source/content.ts'
import { broken, type Files, withContent } from '../../fixtures/content.ts'
import { SOUND } from '../../fixtures/sound-content.ts'
import { statute as anyStatute, statuteArticle as article } from '../../fixtures/statutes.ts'

const LAW = 'laws/test-law.yaml'
const DAY = '2027-01-01'
const FORM = { width: 80, colours: false }

const OLD = anyStatute({
  lawId: 'test-law',
  effectiveFrom: '2024-01-01',
  articles: [article('20', '申请应当在十五日内答复，并说明理由。'), article('20-1', '答复不收费，也不得要求担保。')],
})
const NEW = anyStatute({
  lawId: 'test-law',
  effectiveFrom: DAY,
  articles: [article('20', '答复不收费，也不得要求担保。'), article('23', '申请应当在七日内答复，并说明理由。')],
})

/** The sound content with a text of 2027 in which 第二十条 has a gist. */
const FILES: Files = {
  ...SOUND,
  [LAW]: `${SOUND[LAW]}  - effectiveFrom: ${DAY}\n    articleCount: 95\n    articles:\n      "20":\n        heading: 更新的第二十条\n        gist: 更新文本第二十条的要旨。\n`,
  'reviews/test-law.yaml': `reviews:\n  - version: ${DAY}\n    reviewer: 法规处（示例）\n    reviewedOn: 2026-12-01\n    items: [questions/test-bank-1]\n`,
}

function impact(files: Files, statutes: readonly StatuteText[], day: string, today: string): Impact {
  return withContent(files, (folder) => {
    const content = readContent(folder, { now: Date.parse('2030-01-01'), preview: false })
    const history = historiesOf(content, statutes).get('test-law')
    if (history === undefined) throw new Error('no test-law')
    expect(changeDays(history)).toContain(day)
    return impactOf(content, history, day, today)
  })
}

const states = ({ articles }: Impact) =>
  Object.fromEntries(articles.flatMap(({ entries }) => entries.map(({ item, state }) => [item, state])))

describe('what a new text touches', () => {
  const official = impact(FILES, [OLD, NEW], DAY, '2026-12-31')

  test('is every item that cites an article which changed or moved, with its places', () => {
    expect(official.articles.map(({ before, after, fate }) => [before, after, fate])).toEqual([
      ['第二十条之一', '第二十条', 'moved'],
      ['第二十条', '第二十三条', 'changed'],
    ])
    const all = official.articles.flatMap(({ entries }) => entries.map(({ item }) => item))
    for (const item of [
      'explainers/test-page',
      'lessons/test-lesson',
      'campaigns/test-campaign',
      'questions/test-bank-2',
      'questions/test-bank-3',
    ])
      expect(all).toContain(item)
    const question = official.articles
      .flatMap(({ entries }) => entries)
      .find(({ item }) => item === 'questions/test-bank-2')
    expect(question?.places).toEqual([expect.stringMatching(/^content\/banks\/test-bank\.yaml:\d+$/)])
  })

  test('comes before its day, awaits a review from it on, and is done where someone confirmed it', () => {
    expect(states(official)).toMatchObject({ 'explainers/test-page': 'coming', 'questions/test-bank-1': 'confirmed' })
    expect(states(impact(FILES, [OLD, NEW], DAY, DAY))).toMatchObject({
      'explainers/test-page': 'awaiting',
      'questions/test-bank-1': 'confirmed',
    })
  })

  test('is printed side by side, with the words that changed', () => {
    const text = impactReport(official, FORM)
    expect(text).toContain('第二十条 → 第二十三条，改了（对照 2024-01-01 起施行的文本）')
    expect(text).toMatch(/\[-十五日内-\].* │ .*\{\+七日内\+\}/)
    expect(text).toContain('旧（原文）')
    expect(text).toContain('到那天待审核　explainers/test-page')
    expect(text).toContain('content/reviews/test-law.yaml')
    for (const line of text.split('\n').filter((own) => own.includes(' │ ')))
      expect(line.length).toBeLessThanOrEqual(80)
  })

  test('is told by our gists where the official texts are not there', () => {
    const gists = impact(FILES, [], DAY, '2026-12-31')
    const [touched] = gists.articles.filter(({ before }) => before === '第二十条')
    expect(touched).toMatchObject({ fate: 'unknown', isOfficial: false, hasNewText: true })
    const text = impactReport(gists, FORM)
    expect(text).toContain('新（要旨）')
    expect(text).toContain('（还没有新文本的要旨或者原文）')
  })

  test('leaves out what stayed as it was, and counts it', () => {
    const same = { ...NEW, articles: OLD.articles }
    const untouched = impact(FILES, [OLD, same], DAY, DAY)
    expect(untouched.articles).toEqual([])
    expect(untouched.unaffected).toBeGreaterThan(5)
    expect(impactReport(untouched, FORM)).toContain(`另有${untouched.unaffected}处引用的条没有变`)
  })
})

describe('a repeal', () => {
  const planned = broken(SOUND, 'responsibilities/2027.yaml', 'laws: [labour-law]', 'laws: [test-law]')
  const files = broken(planned, LAW, 'versions:', `repealedOn: ${DAY}\nversions:`)

  test('touches every article that is cited, and every duty to teach the law that is not met', () => {
    const repeal = impact(files, [], DAY, DAY)
    expect(repeal.isRepeal).toBe(true)
    expect(repeal.articles.every(({ fate }) => fate === 'repealed')).toBe(true)
    expect(repeal.unaffected).toBe(0)
    expect(repeal.duties.map(({ id }) => id)).toEqual(['second-row'])
    const text = impactReport(repeal, FORM)
    expect(text).toContain('《试验法》2027-01-01 起废止')
    expect(text).not.toContain('没有变')
  })
})

test('a text that nothing could be said against in colours keeps its width', () => {
  const coloured = impactReport(impact(FILES, [OLD, NEW], DAY, DAY), { width: 60, colours: true })
  expect(coloured).toContain('\u001b[')
  expect(coloured.split('\n').filter((line) => line.includes(' │ ')).length).toBeGreaterThan(4)
})
