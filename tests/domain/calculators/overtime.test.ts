import { describe, expect, test } from 'vitest'
import { calculateOvertime, type OvertimeInput } from '../../../content/domain/calculators/overtime.ts'
import { faultsOf, keysOf, outcomeOf, rulesOf } from '../../fixtures/rules.ts'

const { periods } = rulesOf('overtime')

/** A month of overtime in yuan and hours. */
function overtime(wage: number, hours: Partial<OvertimeInput['hours']>, day = '2026-10-08') {
  const hundredths = { workday: 0, restDay: 0, holiday: 0, ...hours }
  return calculateOvertime(periods, {
    day,
    monthlyWage: Math.round(wage * 100),
    hours: {
      workday: Math.round(hundredths.workday * 100),
      restDay: Math.round(hundredths.restDay * 100),
      holiday: Math.round(hundredths.holiday * 100),
    },
  })
}

describe('overtime pay in fen', () => {
  // 174 hours a month: 21.75 paid days (人社部发〔2025〕2号) of 8 hours (国务院关于职工工作时间的规定 第三条).
  test.each<[string, number, Partial<OvertimeInput['hours']>, number]>([
    ['an hour on a workday, 150 % (劳动法 44-1)', 1740, { workday: 1 }, 1500],
    ['an hour on a rest day, 200 % (劳动法 44-2)', 1740, { restDay: 1 }, 2000],
    ['an hour on a public holiday, 300 % (劳动法 44-3)', 1740, { holiday: 1 }, 3000],
    ['all three kinds add up (劳动法 44)', 1740, { workday: 10, restDay: 8, holiday: 8 }, 15000 + 16000 + 24000],
    ['a wage that leaves fractions: 6000 × 10 × 1.5 ÷ 174', 6000, { workday: 10 }, 51724],
    ['half an hour', 1740, { workday: 0.5 }, 750],
    ['a hundredth of an hour, rounded half up', 1740, { workday: 0.01 }, 15],
    ['each kind is rounded by itself', 1000, { workday: 0.01, restDay: 0.01, holiday: 0.01 }, 9 + 11 + 17],
    ['the smallest wage', 0.01, { holiday: 1 }, 0],
    ['a whole month at the highest wage stays exact', 1_000_000, { holiday: 744 }, 1282758621],
  ])('%s', (_name, wage, hours, total) => {
    expect(overtime(wage, hours)).toMatchObject({ kind: 'calculated', figures: { total } })
  })

  test('more than 36 hours on workdays are paid, and said to be too many (劳动法 41)', () => {
    const [within, beyond] = [overtime(1740, { workday: 36 }), overtime(1740, { workday: 36.01 })]
    expect(keysOf(within.notes)).not.toContain('too-many-hours')
    expect(keysOf(beyond.notes)).toContain('too-many-hours')
    expect(beyond).toMatchObject({ figures: { total: 54015 } })
  })

  test('only rest days bring up days in lieu (劳动法 44-2)', () => {
    expect(keysOf(overtime(1740, { restDay: 1 }).notes)).toContain('day-in-lieu')
    expect(keysOf(overtime(1740, { holiday: 1 }).notes)).not.toContain('day-in-lieu')
  })
})

describe('the day of the overtime', () => {
  test.each([
    ['2008-09-17', 'not-covered'],
    ['2008-09-18', '《企业职工带薪年休假实施办法》第十一条第一款'],
    ['2024-12-31', '《企业职工带薪年休假实施办法》第十一条第一款'],
    ['2025-01-01', '人社部发〔2025〕2号'],
    ['2026-11-23', '人社部发〔2025〕2号'],
  ])('%s: the paid days of a month rest on %s', (day, source) => {
    const outcome = overtime(6000, { workday: 1 }, day)
    if (outcome.kind === 'not-covered') {
      expect(source).toBe('not-covered')
      expect(outcome).toMatchObject({ asked: day, covered: [{ from: '2008-09-18', to: null }] })
    } else expect(outcome.working[0]?.sources[0]).toBe(source)
  })
})

test('every step that is more than a sum names its source', () => {
  const outcome = overtime(6000, { workday: 1, restDay: 1, holiday: 1 })
  if (outcome.kind !== 'calculated') throw new Error('not covered')
  expect(keysOf(outcome.working)).toEqual(['hourly-wage', 'pay-workday', 'pay-restDay', 'pay-holiday', 'sum'])
  for (const { key, sources } of outcome.working) expect([key, sources.length > 0]).toEqual([key, key !== 'sum'])
})

describe('the form', () => {
  test('is read in yuan and hours', () => {
    expect(outcomeOf('overtime', { day: '2026-10-08', monthlyWage: '1740', workday: '1.5' })).toMatchObject({
      figures: { total: 2250, pay: { workday: 2250, restDay: 0, holiday: 0 } },
    })
  })

  test.each([
    [{}, ['day missing', 'monthlyWage missing', 'workday nothing']],
    [{ day: '2026-10-08', monthlyWage: '6000', workday: '0', restDay: '', holiday: '0.0' }, ['workday nothing']],
    [
      { day: '2026-02-30', monthlyWage: '-1', workday: '745' },
      ['day not-day', 'monthlyWage not-money', 'workday too-large'],
    ],
    [{ day: '2026-10-08', monthlyWage: '6000', restDay: '八小时' }, ['restDay not-number']],
  ])('%j has the faults %j', (raw, faults) => {
    expect(faultsOf('overtime', raw)).toEqual(faults)
  })
})
