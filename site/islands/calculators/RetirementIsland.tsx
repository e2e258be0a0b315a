import { runRetirement } from '../../../content/domain/calculators/retirement.ts'
import type { RetirementRules } from '../../../content/domain/calculators/rule.ts'
import { Calculator, type CalculatorProps } from './Calculator.tsx'
import { FIELDS } from './fields/retirement.ts'

/** Retirement under the gradual change. */
export function RetirementIsland({ periods, ...props }: CalculatorProps<RetirementRules>) {
  return <Calculator {...props} fields={FIELDS} run={(raw) => runRetirement(periods, raw)} />
}
