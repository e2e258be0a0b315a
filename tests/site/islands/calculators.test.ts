import { describe, expect, it } from 'vitest'
import { FAULTS, type RawInput } from '../../../content/domain/calculators/input.ts'
import type { CalculatorId } from '../../../content/domain/calculators/rule.ts'
import type { Quantity } from '../../../content/domain/calculators/working.ts'
import { faultText } from '../../../site/islands/calculators/faults.ts'
import { FIELDS as ANNUAL_LEAVE } from '../../../site/islands/calculators/fields/annual-leave.ts'
import { FIELDS as DOUBLE_WAGES } from '../../../site/islands/calculators/fields/double-wages.ts'
import { FIELDS as LIMITATION } from '../../../site/islands/calculators/fields/limitation.ts'
import { FIELDS as OVERTIME } from '../../../site/islands/calculators/fields/overtime.ts'
import { FIELDS as RETIREMENT } from '../../../site/islands/calculators/fields/retirement.ts'
import { FIELDS as SEVERANCE } from '../../../site/islands/calculators/fields/severance.ts'
import { type FieldSpec, fieldGroups, shownFields } from '../../../site/islands/calculators/forms.ts'
import { formatQuantity, sayStatement } from '../../../site/islands/calculators/quantities.ts'
import { recapOf } from '../../../site/islands/calculators/recap.ts'
import { createWording } from '../../../site/islands/calculators/say.ts'
import { type CalculatorEvent, calculatorReducer, FIRST_STATE } from '../../../site/islands/calculators/state.ts'
import {
  calculators,
  calculatorsFor,
  calculatorTexts,
  exampleOutcome,
  ruleLines,
  sourceLinks,
} from '../../../site/lib/calculators.ts'
import { LOCALES } from '../../../site/lib/locale.ts'
import { faultsOf, outcomeOf } from '../../fixtures/rules.ts'

const FORMS: Readonly<Record<CalculatorId, readonly FieldSpec[]>> = {
  overtime: OVERTIME,
  'annual-leave': ANNUAL_LEAVE,
  severance: SEVERANCE,
  'double-wages': DOUBLE_WAGES,
  limitation: LIMITATION,
  retirement: RETIREMENT,
}
const IDS = calculators.map(({ calculator }) => calculator)
const chinese = createWording(calculatorTexts('zh-CN', 'severance'))
const english = createWording(calculatorTexts('en', 'severance'))

describe('a calculator', () => {
  const typed = (field: string, value: string): CalculatorEvent => ({ type: 'typed', field, value })
  const outcome = outcomeOf('retirement', { group: 'man', birthYear: '1970', birthMonth: '9' })
  const on = '2026-11-23'

  it('keeps what is typed, also what no form has', () => {
    const state = [typed('a', '1'), typed('__proto__', '2'), typed('a', '')].reduce(calculatorReducer, FIRST_STATE)
    expect(state.values['a']).toBe('')
    expect(state).toMatchObject({ faults: [], result: null, tries: 0 })
  })

  it('shows the outcome until a value changes', () => {
    const shown = calculatorReducer(FIRST_STATE, { type: 'submitted', calculation: { outcome }, on })
    expect(shown).toMatchObject({ result: { outcome, on }, tries: 1 })
    expect(calculatorReducer(shown, typed('birthYear', '1971')).result).toBeNull()
  })

  it('shows faults until the next try, and no outcome beside them', () => {
    const faults = [{ field: 'group', fault: 'unchosen' as const }]
    const first = calculatorReducer(FIRST_STATE, { type: 'submitted', calculation: { outcome }, on })
    const faulty = calculatorReducer(first, { type: 'submitted', calculation: { faults }, on })
    expect(faulty).toMatchObject({ faults, result: null, tries: 2 })
    expect(calculatorReducer(faulty, typed('group', 'man')).faults).toEqual(faults)
    expect(calculatorReducer(faulty, { type: 'submitted', calculation: { outcome }, on }).faults).toEqual([])
  })
})

describe('the fields that apply', () => {
  it.each<[CalculatorId, RawInput, string[]]>([
    ['limitation', {}, ['claim']],
    ['limitation', { claim: 'wages' }, ['claim', 'employed']],
    ['limitation', { claim: 'wages', employed: 'no' }, ['claim', 'employed', 'endedOn']],
    // The choice that was made before is no longer asked for, and neither is what hung on it.
    [
      'limitation',
      { claim: 'other', employed: 'no' },
      ['claim', 'knownOn', 'interrupted1', 'interrupted2', 'interrupted3', 'suspendedFrom', 'suspendedUntil'],
    ],
    ['double-wages', { signed: 'yes', left: 'no' }, ['startedOn', 'signed', 'signedOn', 'left', 'monthlyWage']],
    [
      'severance',
      { reason: 'no-notice' },
      ['reason', 'startedOn', 'endedOn', 'wage', 'lastWage', 'localAverage', 'minimumWage'],
    ],
  ])('of %s with %j', (id, values, names) => {
    expect(shownFields(FORMS[id], values).map(({ name }) => name)).toEqual(names)
  })

  it('stand together in their groups', () => {
    const groups = fieldGroups(shownFields(LIMITATION, { claim: 'other' }))
    expect(groups.map(({ group, fields }) => `${group} ${fields.length}`)).toEqual([
      'undefined 1',
      'undefined 1',
      'interruptions 3',
      'suspension 2',
    ])
  })

  it.each(IDS)('of %s are those whose faults the domain names', (id) => {
    const names = new Set(FORMS[id].map(({ name }) => name))
    for (const { field } of faultsIn(id)) expect(names).toContain(field)
    expect(faultsIn(id).length).toBeGreaterThan(2)
  })
})

/** Faults of a form with rubbish in every field. */
function faultsIn(id: CalculatorId) {
  const chosen = FORMS[id].flatMap(({ name, options = [] }) =>
    options.length === 0 ? [] : [[name, options.at(-1) ?? '']],
  )
  const rubbish = Object.fromEntries([...FORMS[id].map(({ name }) => [name, '?']), ...chosen])
  return [...faultsOf(id, rubbish), ...faultsOf(id, {})].map((line) => ({ field: line.split(' ')[0] ?? '' }))
}

describe('values in words', () => {
  it.each<[Quantity, string, string]>([
    [{ unit: 'money', value: 600000 }, '6,000元', '6,000 yuan'],
    [{ unit: 'money', value: 600050 }, '6,000.50元', '6,000.50 yuan'],
    [{ unit: 'money', value: 0 }, '0元', '0 yuan'],
    [{ unit: 'day', value: '2026-03-01' }, '2026年3月1日', 'March 1, 2026'],
    [{ unit: 'month', value: '2026-03' }, '2026年3月', 'March 2026'],
    [{ unit: 'number', value: 2030 }, '2030', '2030'],
    [{ unit: 'number', value: 21.75 }, '21.75', '21.75'],
    [{ unit: 'number', value: 3.99999 }, '3.9999', '3.9999'],
    [{ unit: 'number', value: 0.1 + 0.2 }, '0.3', '0.3'],
    [{ unit: 'number', value: -2.52054 }, '-2.5205', '-2.5205'],
    [{ unit: 'age', value: 723 }, '60岁3个月', '60 years 3 months of age'],
    [{ unit: 'age', value: 720 }, '60岁', '60 years of age'],
    [{ unit: 'months', value: 186 }, '15年6个月', '15 years 6 months'],
    [{ unit: 'months', value: 36 }, '3年', '3 years'],
  ])('%j', (quantity, inChinese, inEnglish) => {
    expect(formatQuantity(quantity, chinese)).toBe(inChinese)
    expect(formatQuantity(quantity, english)).toBe(inEnglish)
  })

  it('of a fault are the same in the summary and at the field', () => {
    expect(faultText({ field: 'endedOn', fault: 'before', other: 'startedOn' }, chinese)).toBe(
      '“劳动合同的最后一天”不能早于“入职那天”',
    )
    expect(faultText({ field: 'wage', fault: 'too-large', limit: { unit: 'money', value: 100000000 } }, chinese)).toBe(
      '“离职前12个月的平均月工资（元）”不能大于1,000,000元',
    )
  })

  it('of what was entered leave out what does not apply', () => {
    const values = { reason: 'lawful', startedOn: '2021-03-01', endedOn: ' ', lastWage: '7000', wage: '6000' }
    expect(recapOf(SEVERANCE, values, chinese)).toEqual([
      { field: 'reason', label: '劳动合同怎么结束的', value: '单位依法要给经济补偿（N）' },
      { field: 'startedOn', label: '入职那天', value: '2021-03-01' },
      { field: 'wage', label: '离职前12个月的平均月工资（元）', value: '6000' },
    ])
  })

  it('are taken as they are, even with the signs of a replacement', () => {
    const { say } = createWording({ locale: 'en', texts: { a: '{{x}} {{y}} {{z}}' } })
    expect(say('a', { x: '$&', y: '{{x}}' })).toBe('$& {{x}} ')
  })
})

/** Forms that together bring up every statement. */
const CASES: readonly (readonly [CalculatorId, RawInput, string?])[] = [
  ['overtime', { day: '2026-10-08', monthlyWage: '6000', workday: '37', restDay: '8', holiday: '8' }],
  ['overtime', { day: '2000-01-01', monthlyWage: '6000', workday: '1' }],
  ...[
    { continuous: 'no' },
    { yearsWorked: '0' },
    { schoolHolidays: 'yes' },
    { personalLeave: 'yes', taken: '1' },
    { sickMonths: '2' },
    { joinedOn: '2026-07-01', monthlyWage: '6525' },
    { leftOn: '2026-06-30', taken: '1', monthlyWage: '6525' },
    { taken: '1' },
    { year: '2000' },
  ].map((given) => ['annual-leave', { year: '2026', yearsWorked: '5', continuous: 'yes', ...given }] as const),
  ...[
    {},
    { startedOn: '2005-01-01' },
    { startedOn: '2005-01-01', reason: 'unlawful', localAverage: '1000' },
    { startedOn: '2020-01-01', reason: 'no-notice', lastWage: '6000', localAverage: '9000' },
    { startedOn: '2025-06-01', minimumWage: '7000' },
    { startedOn: '2025-08-01', endedOn: '2026-03-31' },
    { startedOn: '2006-01-01', endedOn: '2007-01-01' },
  ].map(
    (given) =>
      [
        'severance',
        { reason: 'lawful', startedOn: '2021-03-01', endedOn: '2026-02-28', wage: '6000', ...given },
      ] as const,
  ),
  ...[
    {},
    { signed: 'yes', signedOn: '2025-06-15' },
    { signed: 'yes', signedOn: '2025-03-05' },
    { left: 'yes', endedOn: '2025-05-31' },
    { left: 'yes', endedOn: '2025-03-15' },
    { startedOn: '2026-11-10' },
    { startedOn: '2026-08-10' },
    { startedOn: '2007-03-01' },
  ].map(
    (given) =>
      ['double-wages', { startedOn: '2025-03-01', signed: 'no', left: 'no', monthlyWage: '6000', ...given }] as const,
  ),
  ['limitation', { claim: 'wages', employed: 'yes' }],
  ['limitation', { claim: 'wages', employed: 'no', endedOn: '2026-03-01' }],
  ['limitation', { claim: 'other', knownOn: '2025-11-23' }],
  ['limitation', { claim: 'other', knownOn: '2024-01-01', interrupted1: '2024-06-01', interrupted2: '2026-01-01' }],
  ['limitation', { claim: 'other', knownOn: '2026-03-01', suspendedFrom: '2026-04-01', suspendedUntil: '2026-05-01' }],
  ['limitation', { claim: 'other', knownOn: '2026-03-01', suspendedFrom: '2026-02-01', suspendedUntil: '2026-03-01' }],
  ['limitation', { claim: 'other', knownOn: '2007-03-01' }],
  ['retirement', { group: 'man', birthYear: '1970', birthMonth: '9' }],
  ['retirement', { group: 'woman-50', birthYear: '1990', birthMonth: '9' }],
  ['retirement', { group: 'man', birthYear: '1950', birthMonth: '9' }],
]

describe.each(LOCALES)('the texts in %s', (locale) => {
  it.each(IDS)('of %s have words for everything that it can say, and say nothing else', (id) => {
    const texts = calculatorTexts(locale, id)
    const wording = createWording(texts)
    const said = new Set<string>()
    for (const [, raw, today] of CASES.filter(([own]) => own === id)) {
      const outcome = outcomeOf(id, raw, today)
      const parts =
        outcome.kind === 'calculated'
          ? { answer: outcome.answer, working: outcome.working, notes: outcome.notes }
          : { notes: outcome.notes }
      for (const [part, statements] of Object.entries(parts)) {
        for (const statement of statements) {
          const path = `${part}.${statement.key}`
          expect(wording.has(path), path).toBe(true)
          said.add(path)
          const named = [...(texts.texts[path] ?? '').matchAll(/\{\{([\w-]+)\}\}/g)].map(([, name = '']) => name)
          for (const name of named) expect(Object.keys(statement.values), path).toContain(name)
          expect(sayStatement(part, statement, wording)).not.toMatch(/undefined|NaN|\{\{/)
        }
      }
    }
    const written = Object.keys(texts.texts).filter((path) => /^(answer|working|notes)\./.test(path))
    // Words of its own for what no rule covers.
    expect(written.filter((path) => !said.has(path) && !/^answer\.(not-covered|asked)$/.test(path))).toEqual([])
  })

  it.each(IDS)('of %s name every field, option and group', (id) => {
    const { has } = createWording(calculatorTexts(locale, id))
    for (const { name, options = [], group } of FORMS[id]) {
      for (const key of [
        name,
        ...options.map((option) => `${name}-${option}`),
        ...(group === undefined ? [] : [group]),
      ]) {
        expect(has(`fields.${key}.label`), key).toBe(true)
      }
    }
  })

  it('have words for every fault', () => {
    const { has } = createWording(calculatorTexts(locale, 'overtime'))
    expect(FAULTS.filter((fault) => !has(`faults.${fault}`))).toEqual([])
  })

  it.each(calculators)('explain $id by its sources, with an example that a rule covers', (rules) => {
    const lines = ruleLines(locale, rules, 'explain')
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.filter(({ sources }) => sources.length === 0)).toEqual([])
    expect(ruleLines(locale, rules, 'limits').length).toBeGreaterThan(1)
    expect(exampleOutcome(rules).kind).toBe('calculated')
    const links = sourceLinks(locale, rules)
    expect(Object.values(links).every((href) => href.includes('/laws/') && href.includes('/#art-'))).toBe(true)
  })
})

describe('the calculators that go with an explainer', () => {
  it.each([
    [{ id: 'annual-leave', topics: ['hours-leave'] }, ['annual-leave']],
    [{ id: 'labour-arbitration', topics: ['publicity'] }, ['limitation']],
    [{ id: 'anything', topics: ['pensions'] }, ['retirement']],
    [{ id: 'anything', topics: ['publicity'] }, []],
  ])('%j: %j', (explainer, ids) => {
    expect(calculatorsFor(explainer).map(({ id }) => id)).toEqual(ids)
  })
})
