import { runOvertime } from '../../../content/domain/calculators/overtime.ts'
import type { OvertimeRules } from '../../../content/domain/calculators/rule.ts'
import { Calculator, type CalculatorProps } from './Calculator.tsx'
import { FIELDS } from './fields/overtime.ts'

/** Overtime pay of a month. */
export function OvertimeIsland({ periods, ...props }: CalculatorProps<OvertimeRules>) {
  return <Calculator {...props} fields={FIELDS} run={(raw) => runOvertime(periods, raw)} />
}
