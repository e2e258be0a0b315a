import { describe, expect, test } from 'vitest'
import { type LawDate, LawDatesSchema } from '../../../content/domain/law-dates.ts'
import { dayIn, dayOfField, eventsIn } from '../../../content/import/statute/history.ts'
import { readStatutes } from '../../../content/source/statutes.ts'
import {
  filesOf,
  fromMarkdown,
  fromPlain,
  fromRecord,
  importInto,
  read,
  record,
  repairs,
  temporary,
  withFiles,
} from './build.ts'

describe('a day', () => {
  test.each([
    ['2007年6月29日', '2007-06-29'],
    ['２０１２年１２月３日', '2012-12-03'],
    ['一九九三年二月一日', '1993-02-01'],
    ['二〇〇七年十二月二十九日', '2007-12-29'],
    ['二○○四年十月三十一日', '2004-10-31'],
    ['2007 年 6 月 9 日', '2007-06-09'],
    ['2019年2月30日', null],
    ['2019年13月1日', null],
    ['今年夏天', null],
  ])('%s is %s', (text, day) => {
    expect(dayIn(text)).toBe(day)
  })

  test.each([
    ['2013-07-01', '2013-07-01'],
    ['2013/7/1', '2013-07-01'],
    ['2013.07.01', '2013-07-01'],
    ['2013年7月1日', '2013-07-01'],
    ['2013-02-30', null],
    ['2013', null],
  ])('in a field, %s is %s', (text, day) => {
    expect(dayOfField(text)).toBe(day)
  })
})

describe('a line of history', () => {
  test.each<[string, string[]]>([
    ['2010年4月1日第十一届全国人民代表大会常务委员会第十四次会议通过', ['2010-04-01']],
    [
      '（2010年4月1日通过　根据2012年5月6日《决定》第一次修正　根据2019年3月5日《决定》第二次修正）',
      ['2010-04-01', '2012-05-06', '2019-03-05'],
    ],
    ['(2010年4月1日国务院令第9号公布 自2010年7月1日起施行)'.replace('(', '（').replace(')', '）'), ['2010-04-01']],
    ['2019年3月5日《关于修改〈灯塔法〉的决定》修正）', ['2019-03-05']],
    [
      '根据1998年12月29日会议通过的《关于灯的决定》、1999年12月25日会议通过的《灯塔法修正案》修正',
      ['1998-12-29', '1999-12-25'],
    ],
    ['灯塔由国家建设。', []],
    ['2010年4月1日是个晴天。', []],
  ])('%s', (text, days) => {
    expect(eventsIn(text).map(({ date }) => date)).toEqual(days)
  })
})

const adopted = '2010年4月1日第十一届全国人民代表大会常务委员会第十四次会议通过'
const amended =
  '根据2019年3月5日第十三届全国人民代表大会常务委员会第九次会议《关于修改〈中华人民共和国灯塔法〉的决定》修正'
const revised = '2019年3月5日第十三届全国人民代表大会常务委员会第九次会议修订'

/** The day of effect of a Markdown text with these lines of history and this last article. */
function effect(history: readonly string[], last: string): string | undefined {
  return read(
    fromMarkdown(`# 中华人民共和国灯塔法\n\n${history.join('\n\n')}\n\n**第一条**　甲。\n\n**第二条**　${last}\n`),
  ).text.effectiveFrom
}

describe('the day of effect', () => {
  test.each<[string, string[], string, string | undefined]>([
    ['the last article of the first text', [adopted], '本法自2010年7月1日起施行。', '2010-07-01'],
    ['in Chinese numerals', [adopted], '本法自二〇一〇年七月一日起施行。', '2010-07-01'],
    ['not the old last article of an amended text', [adopted, amended], '本法自2010年7月1日起施行。', undefined],
    ['the new last article of a revised text', [adopted, revised], '本法自2019年7月1日起施行。', '2019-07-01'],
    ['not the old last article that a revision kept', [adopted, revised], '本法自2010年7月1日起施行。', undefined],
    [
      'a line of history that is newer than the amendment',
      [adopted, amended, '2019年9月1日起施行'],
      '本法自2010年7月1日起施行。',
      '2019-09-01',
    ],
    [
      'not a line of history that is older than the amendment',
      [adopted, '2010年7月1日起施行', amended],
      '本法自2010年7月1日起施行。',
      undefined,
    ],
    ['not the day of adoption for 自公布之日起施行', [adopted], '本法自公布之日起施行。', undefined],
    ['not the day of another law', [adopted], '《灯塔条例》自2012年1月1日起施行。', undefined],
    ['not the day of a chapter', [adopted], '第三章自2012年1月1日起施行。', undefined],
    ['not a day within a sentence', [adopted], '本法所称旧塔，是指自2012年1月1日起施行保护的塔。', undefined],
  ])('is %s', (_, history, last, day) => {
    expect(effect(history, last)).toBe(day)
  })

  const publication = (fields: object) =>
    read(
      fromRecord({
        effective: undefined,
        articles: [
          { no: '第一条', text: '甲。' },
          { no: '第二条', text: '本法自公布之日起施行。' },
        ],
        ...fields,
      }),
    ).text.effectiveFrom

  test('自公布之日起施行 with the day of the first publication is that day', () => {
    expect(publication({ published: '2019-03-05' })).toBe('2019-03-05')
  })

  test('自公布之日起施行 says nothing of a text that was published again', () => {
    expect(
      publication({
        published: '2022-01-02',
        history: [{ date: '2019-03-05', event: '2019年3月5日国务院令第1号公布' }],
      }),
    ).toBeUndefined()
    expect(
      publication({
        published: '2022-01-02',
        history: [
          { date: '2019-03-05', event: '2019年3月5日国务院令第1号公布' },
          { date: '2022-01-02', event: '2022年1月2日《国务院关于修改灯塔条例的决定》修订' },
        ],
      }),
    ).toBeUndefined()
  })

  test('自公布之日起施行 says nothing of a text that was adopted twice', () => {
    const history = ['2015-07-06', '2020-12-23'].map((date) => ({
      date,
      event: `${date} 最高人民法院审判委员会会议通过`,
    }))
    expect(publication({ published: '2020-12-29', history })).toBeUndefined()
  })

  test('a day that the source states stays, and another one in the text is told', () => {
    const own = read(fromRecord({ effective: '2019-03-05' }))
    expect(own.text.effectiveFrom).toBe('2019-03-05')
    expect(repairs(own)).toEqual(['施行日期不一致：来源写2019-03-05，正文写2019-07-01'])
  })

  test('a history that ends before the decision that made the text is no history of it', () => {
    const { text } = read(fromRecord({ published: '2022-01-02', effective: undefined }))
    expect(text).not.toHaveProperty('adoptedOn')
    expect(text).not.toHaveProperty('effectiveFrom')
  })
})

describe('days that content knows', () => {
  const date: LawDate = {
    law: '灯塔法（示例）',
    publishedOn: '2019-03-05',
    effectiveFrom: '2019-09-01',
    basis: '《关于修改灯塔法的决定》：自2019年9月1日起施行',
  }
  const law = {
    id: 'lighthouse-law',
    title: '中华人民共和国灯塔法（示例）',
    name: '灯塔法（示例）',
    aliases: [],
    englishName: 'Lighthouse Law',
    level: '法律' as const,
    issuer: '全国人民代表大会常务委员会',
    summary: '规定灯塔由谁建、由谁看守。',
    officialUrl: 'https://flk.npc.gov.cn/',
    versions: [
      { effectiveFrom: '2010-07-01', adoptedOn: '2010-04-01', articleCount: 2, articles: {} },
      { effectiveFrom: '2019-09-01', adoptedOn: '2019-03-05', articleCount: 2, articles: {} },
    ],
  }
  const undated = record({
    effective: undefined,
    articles: [
      { no: '第一条', text: '甲。' },
      { no: '第二条', text: '本法自2010年7月1日起施行。' },
    ],
  })

  test('an entry of the file of dates names the day by which its text is found', () => {
    expect(LawDatesSchema.safeParse([date]).success).toBe(true)
    expect(LawDatesSchema.safeParse([{ ...date, publishedOn: undefined }]).success).toBe(false)
  })

  test('the file of dates gives an undated text its day', async () => {
    const source = await withFiles({ 'a.jsonl': undated })
    const folder = temporary()
    const without = await importInto(folder, [source])
    expect(readStatutes(folder)[0]).not.toHaveProperty('effectiveFrom')
    expect(without).toMatchObject({ withoutStatedDay: 1, undated: 1 })

    const report = await importInto(folder, [source], { dates: [date] })
    expect(report).toMatchObject({ fates: { dated: 1, new: 0 }, undated: 0, writtenFiles: 1 })
    expect(readStatutes(folder).map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2019-09-01'])
  })

  test('a version of the law’s file gives a text adopted on its day its day and the law its id', async () => {
    const source = await withFiles({ 'a.jsonl': undated })
    const folder = temporary()
    await importInto(folder, [source], { laws: [law] })
    expect(readStatutes(folder)).toMatchObject([{ lawId: 'lighthouse-law', effectiveFrom: '2019-09-01' }])
  })

  test('what was checked goes before what a source states, and the difference is told', async () => {
    const source = await withFiles({ 'a.jsonl': record({ effective: '2019-03-05' }) })
    const folder = temporary()
    const report = await importInto(folder, [source], { laws: [law] })
    expect(readStatutes(folder)[0]?.effectiveFrom).toBe('2019-09-01')
    expect(report.repairs.slice(-1)).toMatchObject([
      { kind: 'doubt', what: '施行日期不一致：来源写2019-03-05，按 content/laws/lighthouse-law.yaml 记为2019-09-01' },
    ])
  })
})

describe('the end of a law', () => {
  const old = record({
    title: '灯塔管理条例（示例）',
    level: '行政法规',
    issuer: '国务院',
    status: '废止或失效',
  })
  const now = (last: string) =>
    record({
      published: '2024-01-05',
      effective: '2024-05-01',
      articles: [
        { no: '第一条', text: '甲。' },
        { no: '第二条', text: last },
      ],
    })

  test('is the day on which the law that says so takes effect', async () => {
    const source = await withFiles({
      'a.jsonl': `${old}\n${now('本法自2024年5月1日起施行。《灯塔管理条例（示例）》同时废止。')}\n`,
    })
    const folder = temporary()
    await importInto(folder, [source])
    expect(readStatutes(folder).map(({ name, repealedOn }) => [name, repealedOn])).toEqual(
      expect.arrayContaining([
        ['灯塔管理条例（示例）', '2024-05-01'],
        ['灯塔法（示例）', undefined],
      ]),
    )
  })

  const REPEALING = now('本法自2024年5月1日起施行。《灯塔管理条例（示例）》同时废止。')

  test.each([
    { order: 'the repealed law first, in one run', runs: [[old, REPEALING]] },
    { order: 'the repealing law first, in one run', runs: [[REPEALING, old]] },
    { order: 'the repealed law first, in two runs', runs: [[old], [REPEALING]] },
    { order: 'the repealing law first, in two runs', runs: [[REPEALING], [old]] },
  ])('is the same whatever came first: $order', async ({ runs }) => {
    const folder = temporary()
    const sources = await Promise.all(runs.map((lines) => withFiles({ 'a.jsonl': lines.join('\n') })))
    const reports = []
    for (const source of sources) reports.push(await importInto(folder, [source]))
    expect(reports.at(-1)).toMatchObject({ ended: 1 })
    const together = temporary()
    await importInto(together, [await withFiles({ 'a.jsonl': `${old}\n${REPEALING}` })])
    expect(filesOf(folder)).toEqual(filesOf(together))
    expect(readStatutes(folder).flatMap(({ repealedOn = [] }) => repealedOn)).toEqual(['2024-05-01'])
    for (const source of sources)
      expect(await importInto(folder, [source])).toMatchObject({ ended: 0, writtenFiles: 0, writtenLaws: 0 })
    expect(filesOf(folder)).toEqual(filesOf(together))
  })

  test('is known too where the source of the older law can’t know it yet', async () => {
    const folder = temporary()
    await importInto(folder, [await withFiles({ 'a.jsonl': old.replace('废止或失效', '现行有效') })])
    await importInto(folder, [await withFiles({ 'b.jsonl': REPEALING })])
    expect(readStatutes(folder).flatMap(({ repealedOn = [] }) => repealedOn)).toEqual(['2024-05-01'])
  })

  test('is the first of several repeals, and each ends only what came before', async () => {
    const folder = temporary()
    const later = now('本法自2024年5月1日起施行。《灯塔管理条例（示例）》同时废止。')
      .replace('灯塔法', '航标法')
      .replace('"effective":"2024-05-01"', '"effective":"2025-05-01"')
    const younger = JSON.stringify({ ...JSON.parse(old), published: '2025-03-01', effective: '2025-03-01' })
    await importInto(folder, [await withFiles({ 'a.jsonl': `${later}\n${old}` })])
    await importInto(folder, [await withFiles({ 'a.jsonl': `${REPEALING}\n${younger}` })])
    const ends = readStatutes(folder).filter(({ name }) => name === '灯塔管理条例（示例）')
    expect(ends.map(({ effectiveFrom, repealedOn }) => [effectiveFrom, repealedOn])).toEqual([
      ['2019-07-01', '2024-05-01'],
      ['2025-03-01', '2025-05-01'],
    ])
  })

  test('isn’t taken from a law of which a text can’t be placed', async () => {
    const folder = temporary()
    const damaged = JSON.stringify({
      ...JSON.parse(REPEALING),
      published: '2020-01-05',
      effective: '2020-05-01',
      articles: [
        { no: '第一条', text: '甲。' },
        { no: '第一条', text: '乙。' },
      ],
    })
    await importInto(folder, [await withFiles({ 'a.jsonl': old })])
    await importInto(folder, [await withFiles({ 'a.jsonl': `${REPEALING}\n${damaged}` })])
    expect(readStatutes(folder).flatMap(({ repealedOn = [] }) => repealedOn)).toEqual([])
  })

  test.each([
    ['本法自2024年5月1日起施行。《灯塔管理条例（示例）》第三条同时废止。', false],
    ['本法自2024年5月1日起施行。《灯塔管理条例（示例）》（国函1号）中有关浮标的规定同时废止。', false],
    ['《浮标条例（示例）》同时废止。《灯塔管理条例（示例）》与本法不一致的，以本法为准。', false],
    ['本法（原称《灯塔管理条例（示例）》）自2024年5月1日起施行。《浮标条例（示例）》同时废止。', false],
    ['《灯塔管理条例（示例）》（国函1号）、1990年发布的《浮标条例（示例）》同时废止。', true],
    ['下列行政法规同时废止：\n（一）《浮标条例（示例）》；\n（二）《灯塔管理条例（示例）》。', true],
  ])('is the end of the whole law: %s', async (last, ends) => {
    const folder = temporary()
    await importInto(folder, [await withFiles({ 'a.jsonl': `${old}\n${now(last)}` })])
    expect(readStatutes(folder).some(({ repealedOn }) => repealedOn !== undefined)).toBe(ends)
  })

  test('isn’t known where no law says so', async () => {
    const source = await withFiles({ 'a.jsonl': `${old}\n${now('本法自2024年5月1日起施行。')}\n` })
    const folder = temporary()
    await importInto(folder, [source])
    expect(readStatutes(folder).filter(({ repealedOn }) => repealedOn !== undefined)).toEqual([])
  })
})

test('the issuer is the body that made the first text', () => {
  const issuer = (history: string) => read(fromPlain(`中华人民共和国灯塔法\n${history}\n第一条　甲。`)).text.issuer
  expect(issuer('（1990年4月4日第七届全国人民代表大会第三次会议通过）')).toBe('全国人民代表大会')
  expect(
    issuer(
      '（1990年4月4日第七届全国人民代表大会常务委员会第三次会议通过　2019年3月2日《国务院关于修改部分行政法规的决定》修订）',
    ),
  ).toBe('全国人民代表大会常务委员会')
  expect(issuer('（2003年4月27日中华人民共和国国务院令第375号公布）')).toBe('国务院')
})
