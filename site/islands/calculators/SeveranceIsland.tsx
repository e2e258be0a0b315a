import type { SeveranceRules } from '../../../content/domain/calculators/rule.ts'
import { runSeverance } from '../../../content/domain/calculators/severance.ts'
import { Calculator, type CalculatorProps } from './Calculator.tsx'
import { FIELDS } from './fields/severance.ts'

/** Severance, pay in place of notice, damages. */
export function SeveranceIsland({ periods, ...props }: CalculatorProps<SeveranceRules>) {
  return <Calculator {...props} fields={FIELDS} run={(raw) => runSeverance(periods, raw)} />
}
