import { describe, expect, test } from 'vitest'
import { calculateRetirement } from '../../../content/domain/calculators/retirement.ts'
import type { RetirementGroup } from '../../../content/domain/calculators/retirement-group.ts'
import { faultsOf, outcomeOf, rulesOf } from '../../fixtures/rules.ts'

const { periods } = rulesOf('retirement')

function retirement(group: RetirementGroup, birth: string) {
  const [birthYear = 0, birthMonth = 0] = birth.split('-').map(Number)
  return calculateRetirement(periods, { group, birthYear, birthMonth })
}

const age = (years: number, months = 0) => years * 12 + months

describe('one month later for every four or two months (decision of 2024-09-13)', () => {
  test.each<[RetirementGroup, string, number, string]>([
    ['man', '1965-01', age(60, 1), '2025-02'],
    ['man', '1965-04', age(60, 1), '2025-05'],
    ['man', '1965-05', age(60, 2), '2025-07'],
    ['man', '1965-12', age(60, 3), '2026-03'],
    ['man', '1966-01', age(60, 4), '2026-05'],
    ['man', '1970-09', age(61, 6), '2032-03'],
    ['man', '1976-08', age(62, 11), '2039-07'],
    ['man', '1976-09', age(63), '2039-09'],
    ['man', '1976-12', age(63), '2039-12'],
    ['man', '1990-06', age(63), '2053-06'],
    ['woman-55', '1970-01', age(55, 1), '2025-02'],
    ['woman-55', '1970-05', age(55, 2), '2025-07'],
    ['woman-55', '1981-08', age(57, 11), '2039-07'],
    ['woman-55', '1981-09', age(58), '2039-09'],
    ['woman-55', '2000-01', age(58), '2058-01'],
    ['woman-50', '1975-01', age(50, 1), '2025-02'],
    ['woman-50', '1975-02', age(50, 1), '2025-03'],
    ['woman-50', '1975-03', age(50, 2), '2025-05'],
    ['woman-50', '1984-10', age(54, 11), '2039-09'],
    ['woman-50', '1984-11', age(55), '2039-11'],
    ['woman-50', '1990-12', age(55), '2045-12'],
  ])('%s born %s: at %i months of age, in %s', (group, birth, months, month) => {
    expect(retirement(group, birth)).toMatchObject({ kind: 'calculated', figures: { age: months, month } })
  })
})

describe('whoever reached the former age before 2025 is not covered, and is told it', () => {
  test.each<[RetirementGroup, string, string]>([
    ['man', '1964-12', '2024-12'],
    ['woman-55', '1969-12', '2024-12'],
    ['woman-50', '1974-12', '2024-12'],
    ['man', '1930-01', '1990-01'],
  ])('%s born %s: in %s', (group, birth, month) => {
    expect(retirement(group, birth)).toMatchObject({
      kind: 'not-covered',
      asked: `${month}-01`,
      covered: [{ from: '2025-01-01', to: null }],
      notes: [{ key: 'former-age', values: { month: { unit: 'month', value: month } } }],
    })
  })
})

describe('three years earlier at most, and never before the former age; three years later at most', () => {
  test.each<[RetirementGroup, string, string, string]>([
    ['man', '1965-01', '2025-01', '2028-02'],
    ['man', '1976-09', '2036-09', '2042-09'],
    ['woman-55', '1981-09', '2036-09', '2042-09'],
    // 36 months of delay: the former age and three years earlier are the same month.
    ['woman-50', '1980-12', '2030-12', '2036-12'],
    // 37 months of delay: three years earlier is later than the former age.
    ['woman-50', '1981-01', '2031-02', '2037-02'],
    ['woman-50', '1984-11', '2036-11', '2042-11'],
  ])('%s born %s: from %s to %s', (group, birth, earliest, latest) => {
    expect(retirement(group, birth)).toMatchObject({ figures: { earliest, latest } })
  })
})

describe('years of contributions by the year of retirement: 15, from 2030 half a year more each year, 20 from 2039', () => {
  test.each<[string, number, number, string]>([
    ['1965-01', 2025, 15, '2025-02'],
    ['1968-08', 2029, 15, '2029-07'],
    ['1968-12', 2029, 15, '2029-12'],
    ['1969-01', 2030, 15.5, '2030-02'],
    ['1970-01', 2031, 16, '2031-05'],
    ['1975-12', 2038, 19.5, '2038-09'],
    ['1976-02', 2038, 19.5, '2038-12'],
    ['1976-03', 2039, 20, '2039-01'],
    ['1980-01', 2043, 20, '2043-01'],
  ])('a man born %s retires in %i and needs %d years', (birth, _year, years, month) => {
    expect(retirement('man', birth)).toMatchObject({ figures: { month, contributions: years * 12 } })
  })

  test('earlier retirement needs the years of its own year', () => {
    expect(retirement('man', '1970-01')).toMatchObject({
      figures: { earliest: '2030-01', earliestContributions: 186, contributions: 192 },
    })
  })
})

test('every step names its source', () => {
  const outcome = retirement('man', '1970-01')
  if (outcome.kind !== 'calculated') throw new Error('not covered')
  expect(outcome.working.length).toBeGreaterThan(5)
  expect(outcome.working.filter(({ sources }) => sources.length === 0)).toEqual([])
})

describe('the form', () => {
  const SOUND = { group: 'man', birthYear: '1970', birthMonth: '9' }

  test('takes year and month', () => {
    expect(outcomeOf('retirement', SOUND)).toMatchObject({ figures: { month: '2032-03' } })
  })

  test.each([
    [{ group: 'woman' }, ['group unchosen']],
    [{ birthYear: '' }, ['birthYear missing']],
    [{ birthYear: '1929' }, ['birthYear too-small']],
    [{ birthYear: '2016' }, ['birthYear too-large']],
    [{ birthMonth: '0' }, ['birthMonth too-small']],
    [{ birthMonth: '13' }, ['birthMonth too-large']],
    [{ birthMonth: '9.5' }, ['birthMonth not-whole']],
    [{ birthMonth: '九' }, ['birthMonth not-whole']],
  ])('with %j has the faults %j', (given, faults) => {
    expect(faultsOf('retirement', { ...SOUND, ...given })).toEqual(faults)
  })
})
