import { runLimitation } from '../../../content/domain/calculators/limitation.ts'
import type { LimitationRules } from '../../../content/domain/calculators/rule.ts'
import { Calculator, type CalculatorProps } from './Calculator.tsx'
import { FIELDS } from './fields/limitation.ts'

/** The last day on which to apply for arbitration. */
export function LimitationIsland({ periods, ...props }: CalculatorProps<LimitationRules>) {
  return <Calculator {...props} fields={FIELDS} run={(raw, today) => runLimitation(periods, raw, today)} />
}
