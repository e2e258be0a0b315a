import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deadlinesOf } from '../../content/deadlines/collect.ts'
import { deadlineReport } from '../../content/deadlines/report.ts'
import { beijingDay, startOfBeijingDay } from '../../content/domain/dates.ts'
import { type DeadlineState, deadlineState } from '../../content/domain/deadline.ts'
import { clockOf, type Decision } from '../../content/domain/decision.ts'
import type { NormativeDocument } from '../../content/domain/document.ts'
import { type Content, readContent } from '../../content/source/content.ts'
import { readWorkCalendar, workCalendarOf } from '../../content/source/work-calendar.ts'
import { CONTENT } from '../fixtures/content.ts'

const MORNING = 9 * 60 * 60 * 1000
const calendar = readWorkCalendar()
/** A calendar that ends with 2026, whatever the library has by now. */
const until2026 = {
  ...calendar,
  until: '2026-12-25',
}
const preview = readContent(CONTENT, { now: startOfBeijingDay('2026-11-23'), preview: true })
const [page] = preview.documents
const [explainer] = preview.explainers
const [ledger] = preview.decisions
if (page === undefined || explainer === undefined || ledger === undefined) throw new Error('nothing to vary')

/** Content in which the clocks run for these documents and decisions only. */
const contentWith = (documents: readonly Partial<NormativeDocument>[], decisions: Decision[] = []): Content => {
  const { amendedOn, changedBy, explainer: _, explainedOn, withoutExplainer, ...plain } = page.value
  return {
    ...preview,
    documents: documents.map((own) => ({ ...page, value: { ...plain, ...own } })),
    explainers: [],
    decisions: [{ ...ledger, value: { ...ledger.value, decisions } }],
  }
}

const document: Partial<NormativeDocument> = {
  writtenOn: '2026-02-09',
  publishAt: '2026-02-12 09:00',
  publishedOn: '2026-02-12',
}

/** Clock, last day and day of doing of everything on a morning. */
function seen(content: Content, day: string, own = calendar) {
  const { counted, uncounted } = deadlinesOf(content, own, startOfBeijingDay(day) + MORNING)
  return [
    ...counted.map(({ clock, dueOn, doneOn }) => [clock, dueOn, doneOn ?? null]),
    ...uncounted.map(({ clock, unknownDay }) => [clock, `? ${unknownDay}`, null]),
  ]
}

describe('the clocks of a document written on 9 February 2026 and published on the 12th', () => {
  test.each<[string, Partial<NormativeDocument>, string, unknown[]]>([
    ['is not published yet', {}, '2026-02-11', [['disclosure', '2026-03-13', null]]],
    [
      'has no explainer yet, over Spring Festival',
      {},
      '2026-02-12',
      [
        ['explainer', '2026-02-24', null],
        ['disclosure', '2026-03-13', '2026-02-12'],
      ],
    ],
    [
      'is explained on the last day',
      { explainedOn: '2026-02-24' },
      '2026-02-24',
      [
        ['explainer', '2026-02-24', '2026-02-24'],
        ['disclosure', '2026-03-13', '2026-02-12'],
      ],
    ],
    [
      'is to be explained later',
      { explainedOn: '2026-02-25' },
      '2026-02-24',
      [
        ['explainer', '2026-02-24', null],
        ['disclosure', '2026-03-13', '2026-02-12'],
      ],
    ],
    [
      'needs no explainer',
      { withoutExplainer: '只安排内部的工作。' },
      '2026-03-01',
      [['disclosure', '2026-03-13', '2026-02-12']],
    ],
    ['is given on request', { disclosure: '依申请公开' }, '2026-02-12', [['explainer', '2026-02-24', null]]],
    ['is a draft', { draft: true }, '2026-03-16', [['disclosure', '2026-03-13', null]]],
    ['is not written yet', {}, '2026-02-08', []],
  ])('that %s', (_name, own, day, expected) => {
    expect(seen(contentWith([{ ...document, draft: false, ...own }]), day)).toEqual(expected)
  })

  test('stop with the page of its explainer, on the day of its publication and not before', () => {
    const content = contentWith([{ ...document, draft: false, explainer: explainer.value.id }])
    const value = { ...explainer.value, draft: false, publishAt: '2026-02-24 10:00', publishedOn: '2026-02-24' }
    const explained = { ...content, explainers: [{ ...explainer, value }] }
    expect(seen(explained, '2026-02-24')[0]).toEqual(['explainer', '2026-02-24', null])
    expect(seen(explained, '2026-02-25')[0]).toEqual(['explainer', '2026-02-24', '2026-02-24'])
  })

  test('run as long as the department has set', () => {
    const content = contentWith([document])
    const { clocks } = content.clocks.value
    const value = { ...content.clocks.value, clocks: { ...clocks, explainer: { ...clocks.explainer, workingDays: 2 } } }
    expect(seen({ ...content, clocks: { ...content.clocks, value } }, '2026-02-12')[0]).toEqual([
      'explainer',
      '2026-02-14',
      null,
    ])
  })
})

describe('the clock of a decision', () => {
  const decision = (own: Partial<Decision>): Decision => ({
    kind: 'penalty',
    number: '试罚〔2026〕1号',
    title: '试验决定（示例）',
    office: '监察局（示例）',
    decidedOn: '2026-09-18',
    ...own,
  })

  test.each<[Partial<Decision>, unknown[]]>([
    // 7 working days with Sunday 20 September, without Mid-Autumn; 20 with Saturday 10 October, without National Day.
    [{}, ['licence', '2026-09-29', null]],
    [{ kind: 'licence' }, ['licence', '2026-09-29', null]],
    [{ kind: 'other' }, ['enforcement', '2026-10-22', null]],
    [{ publishedOn: '2026-10-08' }, ['licence', '2026-09-29', '2026-10-08']],
  ])('of 18 September 2026 %j: %j', (own, expected) => {
    expect(seen(contentWith([], [decision(own)]), '2026-11-23')).toEqual([expected])
  })

  test('that ends in a year which is not known is not guessed', () => {
    const late = contentWith([], [decision({ decidedOn: '2026-12-16' }), decision({ decidedOn: '2026-12-15' })])
    expect(seen(late, '2026-12-17', until2026)).toEqual([
      ['licence', '2026-12-24', null],
      ['licence', '? 2026-12-25', null],
    ])
  })

  test.each([
    ['licence', 'licence'],
    ['penalty', 'licence'],
    ['other', 'enforcement'],
  ] as const)('for %s is %s', (kind, clock) => {
    expect(clockOf(kind)).toBe(clock)
  })
})

describe('a deadline on Thursday 26 November 2026', () => {
  test.each<[string, string | undefined, DeadlineState]>([
    ['2026-11-18', undefined, 'open'],
    ['2026-11-19', undefined, 'soon'],
    ['2026-11-26', undefined, 'soon'],
    ['2026-11-27', undefined, 'late'],
    ['2026-11-27', '2026-11-26', 'done'],
    ['2026-11-27', '2026-11-27', 'done-late'],
  ])('is on %s, done %s: %s', (today, doneOn, expected) => {
    const own = { dueOn: '2026-11-26', ...(doneOn === undefined ? {} : { doneOn }) }
    expect(deadlineState(own, today, calendar, 5)).toBe(expected)
  })
})

describe('the report', () => {
  const report = (content: Content, day: string) => {
    const now = startOfBeijingDay(day) + MORNING
    const { clocks } = content.clocks.value
    const settings = { today: beijingDay(now), calendar: until2026, clocks, within: 5 }
    return deadlineReport(deadlinesOf(content, until2026, now), settings)
  }
  const decided = (decidedOn: string): Decision => ({
    kind: 'licence',
    number: '试许〔2026〕1号',
    title: '试验许可（示例）',
    office: '许可处（示例）',
    decidedOn,
  })

  test('says what is late, since when, and whose it is', () => {
    const { text, late, uncounted } = report(contentWith([], [decided('2026-11-09')]), '2026-11-24')
    expect([late, uncounted]).toEqual([1, 0])
    expect(text).toContain('已经超期，1项：\n  2026-11-18 到期，已过6天')
    expect(text).toContain('试验许可（示例） 试许〔2026〕1号（许可处（示例）；2026-11-09起7个工作日，')
    expect(text).toContain('content/decisions/2026.yaml')
  })

  test.each([
    ['2026-11-17', '还有2个工作日'],
    ['2026-11-13', '就是今天'],
  ])('says how long is left after a decision of %s: %s', (decidedOn, words) => {
    const { text, late } = report(contentWith([], [decided(decidedOn)]), '2026-11-24')
    expect(late).toBe(0)
    expect(text).toContain('5个工作日内到期，1项：')
    expect(text).toContain(words)
  })

  test('says what cannot be counted and what to do about it', () => {
    const { text, late, uncounted } = report(contentWith([], [decided('2026-12-21')]), '2026-12-22')
    expect([late, uncounted]).toEqual([0, 1])
    expect(text).toContain('算不出期限，1项：\n  2026-12-25 起上不上班还不知道')
    expect(text).toContain('更新 chinese-days')
  })

  test('says that there is nothing', () => {
    const { text, late, uncounted } = report(contentWith([]), '2026-11-24')
    expect([late, uncounted]).toEqual([0, 0])
    expect(text).toContain('没有超期的，也没有快要到期的。')
  })
})

test('a calendar without a year that the shipped content needs leaves its deadlines without an end', () => {
  const short = workCalendarOf({ holidays: { '2026-01-01': '元旦' }, workdays: {} })
  const { uncounted } = deadlinesOf(preview, short, startOfBeijingDay('2026-11-23'))
  expect(uncounted.length).toBeGreaterThan(5)
  expect(uncounted.every(({ startedOn }) => startedOn < '2026-01-01')).toBe(true)
})

describe('the command', () => {
  const run = (...args: string[]): [code: number, output: string] => {
    try {
      const cli = join(CONTENT, 'deadlines/cli.ts')
      return [0, execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8', stdio: 'pipe' })]
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
      return [status, stdout + stderr]
    }
  }

  test.each<[string[], number, string]>([
    [['--today', '2026-11-24'], 1, '已经超期，1项'],
    [['--today', '2026-11-17', '--days', '1'], 0, '1个工作日内到期，1项'],
    [['--today', '2026-02-31'], 2, '用法'],
    [['--days', '-1'], 2, '用法'],
  ])('%j ends with %i', { timeout: 30_000 }, (args, code, words) => {
    const [status, output] = run(...args)
    expect([status, output]).toEqual([code, expect.stringContaining(words)])
  })
})
