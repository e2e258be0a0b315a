import { describe, expect, it } from 'vitest'
import {
  excellentBand,
  RATES,
  rateOf,
  rateText,
  type SheetPerson,
  standingOf,
  type UnitFigures,
  unitLines,
} from '../../content/domain/result-sheet.ts'
import type { Unit } from '../../content/domain/unit.ts'

function unit(id: string, parent: string | null): Unit {
  return { id, name: `单位${id}`, parent, region: '云澜市', staff: 0 }
}

const UNITS = [
  unit('office', 'county'),
  unit('province', null),
  unit('city', 'province'),
  unit('county', 'city'),
  unit('empty', 'province'),
]

const [EXCELLENT, PASSED, FAILED] = [
  { passed: true, isExcellent: true },
  { passed: true, isExcellent: false },
  { passed: false, isExcellent: false },
]

function person(at: string, result: SheetPerson['result'], given: Partial<SheetPerson> = {}): SheetPerson {
  return { unit: at, isExempt: false, hasBegun: result !== null, result, ...given }
}

const PEOPLE = [
  person('province', EXCELLENT),
  person('city', PASSED),
  person('city', null),
  person('county', FAILED),
  person('county', null, { isExempt: true }),
  person('county', EXCELLENT, { isExempt: true }),
  person('office', PASSED),
  person('office', null, { hasBegun: true }),
  person('nowhere', PASSED),
]

describe('the sheet of units', () => {
  it('counts each unit with all below it, in the order of the tree', () => {
    const lines = unitLines(UNITS, PEOPLE, 'province')
    const rows = lines.map(({ unit: { id }, depth, ...figures }) => [id, depth, ...Object.values(figures)])
    // In the order listed, exempt, due, sat, writing, absent, passed, excellent.
    expect(Object.keys(lines[0] ?? {}).slice(0, 8)).toEqual(
      'listed exempt due sat writing absent passed excellent'.split(' '),
    )
    expect(rows).toEqual([
      ['province', 0, 8, 2, 6, 5, 1, 1, 3, 1],
      ['city', 1, 7, 2, 5, 4, 1, 1, 2, 0],
      ['county', 2, 5, 2, 3, 3, 1, 0, 1, 0],
      ['office', 3, 2, 0, 2, 2, 1, 0, 1, 0],
      ['empty', 1, 0, 0, 0, 0, 0, 0, 0, 0],
    ])
  })

  it('is of a unit and those below it alone', () => {
    expect(unitLines(UNITS, PEOPLE, 'county').map(({ unit: { id }, depth }) => [id, depth])).toEqual([
      ['county', 0],
      ['office', 1],
    ])
    expect(unitLines(UNITS, PEOPLE, 'mars')).toEqual([])
  })

  it('has figures that add up in every line', () => {
    for (const line of unitLines(UNITS, PEOPLE, 'province')) {
      expect(line.due).toBe(line.listed - line.exempt)
      expect(line.absent).toBe(line.due - line.sat)
      expect(line.excellent).toBeLessThanOrEqual(line.passed)
    }
  })
})

describe('a rate', () => {
  const figures = { due: 6, sat: 4, passed: 3, excellent: 1 } as UnitFigures

  it.each([
    ['参考率', RATES.sat, 4 / 6, '66.67%'],
    ['及格率', RATES.passed, 3 / 4, '75.00%'],
    ['优秀率', RATES.excellent, 1 / 4, '25.00%'],
  ])('%s is what its printed formula says', (name, rate, value, text) => {
    expect(rateOf(figures, rate)).toBe(value)
    expect(rateText(rateOf(figures, rate))).toBe(text)
    expect(rate.formula).toContain(`${name}＝${name.slice(0, 2)}人数÷`)
  })

  it('of nobody is a dash, not zero, and of somebody without success it is zero', () => {
    const nobody = { due: 0, sat: 0, passed: 0, excellent: 0 } as UnitFigures
    for (const rate of Object.values(RATES)) expect(rateText(rateOf(nobody, rate))).toBe('—')
    expect(rateText(rateOf({ ...nobody, due: 3 }, RATES.sat))).toBe('0.00%')
  })

  it.each([
    [1, '100.00%'],
    [0.99996, '100.00%'],
    [0.00004, '0.00%'],
    [1 / 3, '33.33%'],
    [0.28999, '29.00%'],
  ])('%f is shown as %s', (rate, text) => expect(rateText(rate)).toBe(text))
})

describe('where a person stands', () => {
  it.each([
    ['exempt', true, false, null],
    ['exempt', true, true, PASSED],
    ['absent', false, false, null],
    ['writing', false, true, null],
    ['sat', false, true, FAILED],
  ] as const)('%s', (standing, isExempt, hasBegun, result) => {
    expect(standingOf({ isExempt, hasBegun, result: result ?? null })).toBe(standing)
  })
})

describe('excellence', () => {
  it.each([
    [
      [
        { name: '优秀', from: 90 },
        { name: '合格', from: 60 },
      ],
      60,
      '优秀',
    ],
    [[{ name: '合格', from: 60 }], 60, undefined],
    [[], 60, undefined],
  ])('of bands %o with a pass mark of %i is %s', (bands, passMark, name) => {
    expect(excellentBand({ bands, passMark })?.name).toBe(name)
  })
})
