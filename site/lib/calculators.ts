import { calculate } from '../../content/domain/calculators/calculate.ts'
import type { RawInput } from '../../content/domain/calculators/input.ts'
import type { CalculatorId, RuleSet } from '../../content/domain/calculators/rule.ts'
import type { Outcome } from '../../content/domain/calculators/working.ts'
import type { SourceLinks } from '../islands/calculators/Sources.tsx'
import type { CalculatorTexts } from '../islands/calculators/say.ts'
import calculatorsText from '../locales/zh-CN/calculators.json'
import { citationPieces } from './citation-links.ts'
import { content } from './content.ts'
import { createI18n } from './i18n.ts'
import { isChinese, type Locale } from './locale.ts'
import { type PageEntry, pagePath } from './pages.ts'

/** The calculators as pages need them. For the build only. */

/** In the order of lists: what is asked most comes first. */
const ORDER: readonly CalculatorId[] = [
  'overtime',
  'annual-leave',
  'severance',
  'double-wages',
  'limitation',
  'retirement',
]

/** All calculators. */
export const calculators: readonly RuleSet[] = content.rules
  .map(({ value }) => value)
  .toSorted((a, b) => ORDER.indexOf(a.calculator) - ORDER.indexOf(b.calculator))

/** Title and summary in the language of the page, and the address. */
export function calculatorEntry(locale: Locale, rules: RuleSet): PageEntry {
  const path = pagePath('calculator', rules.id)
  return isChinese(locale)
    ? { title: rules.title, summary: rules.summary, path }
    : { title: rules.englishTitle, summary: rules.englishSummary, path }
}

/** Calculators that go with an explainer: those that name it, then those whose first topic it has. */
export function calculatorsFor(explainer: { readonly id: string; readonly topics: readonly string[] }): RuleSet[] {
  const named = calculators.filter((rules) => rules.explainers.includes(explainer.id))
  const related = calculators.filter(({ topics: [first = ''] }) => explainer.topics.includes(first))
  return [...new Set([...named, ...related])]
}

/** Texts of a value by their path, such as `fields.day.label`. */
function pathsOf(value: unknown, path: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')]
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))
}

/**
 * The texts that the island of a calculator needs.
 *
 * @throws when one of them is missing in that language
 */
export function calculatorTexts(locale: Locale, id: CalculatorId): CalculatorTexts {
  const { t } = createI18n(locale)
  const { fields, answer, working, notes } = calculatorsText[id]
  const { common, units, faults } = calculatorsText
  const read = (prefix: string) => (path: string) =>
    [path, t(`calculators:${prefix}${path}`, { skipInterpolation: true })] as const
  return {
    locale,
    texts: Object.fromEntries([
      ...pathsOf({ common, units, faults }, []).map(read('')),
      ...pathsOf({ fields, answer, working, notes }, []).map(read(`${id}.`)),
    ]),
  }
}

/** The citations among the sources of a calculator → the addresses of their articles. */
export function sourceLinks(locale: Locale, { asOf, periods }: RuleSet): SourceLinks {
  const sources = periods.flatMap((period) => Object.values(period.sources).flat())
  return Object.fromEntries(
    sources.flatMap((source) =>
      citationPieces(source, { locale, asOf }).flatMap(({ href }) => (href === undefined ? [] : [[source, href]])),
    ),
  )
}

/** A line about the rules with what it rests on; some lines only say what isn't covered. */
export interface RuleLine {
  readonly text: string
  readonly sources: readonly string[]
}

/** The lines of a section of a calculator's texts. A key that names a point of the rules brings that point's sources. */
export function ruleLines(locale: Locale, rules: RuleSet, section: 'explain' | 'limits'): RuleLine[] {
  const { t } = createI18n(locale)
  const sources = new Map<string, readonly string[]>(Object.entries(rules.periods.at(-1)?.sources ?? {}))
  return Object.keys(calculatorsText[rules.calculator][section]).map((key) => ({
    text: t(`calculators:${rules.calculator}.${section}.${key}`),
    sources: sources.get(key) ?? [],
  }))
}

/** What is entered in the worked example of each calculator; the texts tell the same story. */
const EXAMPLES: Readonly<Record<CalculatorId, RawInput>> = {
  overtime: { day: '2026-10-01', monthlyWage: '6000', workday: '10', restDay: '8', holiday: '8' },
  'annual-leave': {
    year: '2026',
    yearsWorked: '12',
    continuous: 'yes',
    joinedOn: '2026-07-01',
    taken: '',
    monthlyWage: '6525',
  },
  severance: {
    reason: 'lawful',
    startedOn: '2021-03-01',
    endedOn: '2026-10-31',
    wage: '8000',
    localAverage: '9000',
  },
  'double-wages': {
    startedOn: '2026-03-01',
    signed: 'yes',
    signedOn: '2026-06-15',
    left: 'no',
    monthlyWage: '6000',
  },
  limitation: { claim: 'other', knownOn: '2026-03-10', interrupted1: '2026-06-15' },
  retirement: { group: 'man', birthYear: '1970', birthMonth: '9' },
}

/**
 * The outcome of the worked example, by the same rules as in the browser, on the day on which the rules were checked.
 *
 * @throws {Error} when the example can't be calculated
 */
export function exampleOutcome(rules: RuleSet): Outcome {
  const calculation = calculate(rules, EXAMPLES[rules.calculator], rules.asOf)
  if ('faults' in calculation) throw new Error(`${rules.calculator}: ${JSON.stringify(calculation.faults)}`)
  return calculation.outcome
}
