import { describe, expect, test } from 'vitest'
import { daysOpen, shortPaperOn, shortPapers, shortPaperText } from '../../content/domain/paper-outlook.ts'
import type { SetAside } from '../../content/domain/set-aside.ts'
import { drawableOn, setAsideOn, turningDays } from '../../content/domain/set-aside.ts'
import { assessment, blueprint, quota } from '../fixtures/assessments.ts'
import { caseQuestions, question, several } from '../fixtures/questions.ts'

const CHANGED: SetAside = { from: '2027-01-01', reason: '《试验法》第九条：2027-01-01 起改了' }
const COMING: SetAside = { until: '2027-01-01', reason: '《将来法》第一条：2027-01-01 起才施行' }
const WINDOW: SetAside = { from: '2027-01-01', until: '2028-01-01', reason: '《试验法》第九条：2027-01-01 起改了' }

describe('a question', () => {
  test.each([
    ['whose law changes', CHANGED, { '2026-12-31': true, '2027-01-01': false, '2030-01-01': false }],
    ['whose law is to come', COMING, { '2026-12-31': false, '2027-01-01': true, '2027-01-02': true }],
    [
      'whose law changes and changes back',
      WINDOW,
      { '2026-12-31': true, '2027-01-01': false, '2027-12-31': false, '2028-01-01': true },
    ],
  ])('%s is drawn on the right days', (_name, period, days) => {
    const own = question({ setAside: [period] })
    for (const [day, drawn] of Object.entries(days)) {
      expect([day, drawableOn([own], day).length === 1]).toEqual([day, drawn])
      expect(setAsideOn(own, day)).toEqual(drawn ? [] : [period])
    }
  })

  test('with several reasons is back when the last of them is gone', () => {
    const own = question({ setAside: [COMING, { until: '2027-03-01', reason: '另一部法还没有施行' }] })
    expect(['2026-12-31', '2027-02-28', '2027-03-01'].map((day) => drawableOn([own], day).length)).toEqual([0, 0, 1])
  })

  test('of a case takes the whole case with it', () => {
    const [first, ...rest] = caseQuestions('case-a', 3)
    const bank = [{ ...(first ?? question()), setAside: [CHANGED] }, ...rest, question({ id: 'alone' })]
    expect(drawableOn(bank, '2026-12-31')).toHaveLength(4)
    expect(drawableOn(bank, '2027-01-01').map(({ id }) => id)).toEqual(['alone'])
  })
})

test('the days on which something turns are told once each, the earliest first, without those that are over', () => {
  const bank = [question({ setAside: [WINDOW] }), question({ id: 'q-2', setAside: [CHANGED, COMING] }), question()]
  expect(turningDays(bank, '2026-11-24')).toEqual(['2027-01-01', '2028-01-01'])
  expect(turningDays(bank, '2027-01-01')).toEqual(['2028-01-01'])
})

describe('a paper', () => {
  const stays = several(2, 'stays')
  const goes = several(2, 'goes').map((own) => ({ ...own, setAside: [CHANGED] }))
  const multiple = several(1, 'other', { type: 'multiple' }).map((own) => ({ ...own, setAside: [CHANGED] }))
  const bank = [...stays, ...goes, ...multiple]
  const plan = blueprint(quota({ count: 3 }))

  test('that questions set aside leave too small names its quota and the questions that would fill it, and no others', () => {
    expect(shortPaperOn(bank, plan, '2026-12-31')).toBeNull()
    const short = shortPaperOn(bank, plan, '2027-01-01')
    expect(short?.shortfalls).toMatchObject([{ section: 1, line: 1, wanted: 3, missing: 1 }])
    expect(short?.waiting).toEqual([
      { id: 'goes-1', reasons: [CHANGED.reason] },
      { id: 'goes-2', reasons: [CHANGED.reason] },
    ])
    expect(short === null ? [] : shortPaperText(short)).toEqual([
      '2027-01-01 起抽不满一张卷子：',
      '  第1大题抽题第1项（题型 single）要抽3道，题库里还差1道。',
      '  这些题审核以后可以再抽：',
      `    goes-1　${CHANGED.reason}`,
      `    goes-2　${CHANGED.reason}`,
    ])
  })

  test('names a case as a whole', () => {
    const group = caseQuestions('case-a', 2).map((own) => ({ ...own, setAside: [CHANGED] }))
    const short = shortPaperOn(group, blueprint(quota({ types: ['case'], subQuestions: 2 })), '2027-01-01')
    expect(short?.waiting.map(({ id }) => id)).toEqual(['case-a'])
  })

  test('is looked ahead to on every day on which something turns, within the days on which it is open', () => {
    const days = (closesAt: string | null) => {
      const { first, last } = daysOpen(assessment({ closesAt }), '2026-11-24')
      return shortPapers(bank, plan, first, last).map(({ day }) => day)
    }
    expect(days(null)).toEqual(['2027-01-01'])
    expect(days('2027-01-01T00:00:00+08:00')).toEqual([])
    expect(days('2027-01-01T00:00:01+08:00')).toEqual(['2027-01-01'])
  })

  test('of an assessment to come is looked at from its first day', () => {
    expect(daysOpen(assessment({ opensAt: '2027-03-01T09:00:00+08:00' }), '2026-11-24').first).toBe('2027-03-01')
    expect(daysOpen(assessment({ opensAt: '2026-03-01T09:00:00+08:00' }), '2026-11-24').first).toBe('2026-11-24')
  })
})
