import { runDoubleWages } from '../../../content/domain/calculators/double-wages.ts'
import type { DoubleWagesRules } from '../../../content/domain/calculators/rule.ts'
import { Calculator, type CalculatorProps } from './Calculator.tsx'
import { FIELDS } from './fields/double-wages.ts'

/** Double wages for a missing written contract. */
export function DoubleWagesIsland({ periods, ...props }: CalculatorProps<DoubleWagesRules>) {
  return <Calculator {...props} fields={FIELDS} run={(raw, today) => runDoubleWages(periods, raw, today)} />
}
