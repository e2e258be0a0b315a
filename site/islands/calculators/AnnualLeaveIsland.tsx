import { runAnnualLeave } from '../../../content/domain/calculators/annual-leave.ts'
import type { AnnualLeaveRules } from '../../../content/domain/calculators/rule.ts'
import { Calculator, type CalculatorProps } from './Calculator.tsx'
import { FIELDS } from './fields/annual-leave.ts'

/** Annual leave of a year, and the pay for days not taken. */
export function AnnualLeaveIsland({ periods, ...props }: CalculatorProps<AnnualLeaveRules>) {
  return <Calculator {...props} fields={FIELDS} run={(raw) => runAnnualLeave(periods, raw)} />
}
