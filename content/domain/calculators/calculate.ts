import type { IsoDate } from '../dates.ts'
import { runAnnualLeave } from './annual-leave.ts'
import type { Calculation } from './calculation.ts'
import { runDoubleWages } from './double-wages.ts'
import type { RawInput } from './input.ts'
import { runLimitation } from './limitation.ts'
import { runOvertime } from './overtime.ts'
import { runRetirement } from './retirement.ts'
import type { Rules } from './rule.ts'
import { runSeverance } from './severance.ts'

/**
 * Reads the form of any calculator and calculates with it. A page takes the function of its own calculator instead, so
 * that it doesn't load the others.
 *
 * @param rules of the calculator whose form it is
 * @param today the Beijing day, where it matters whether something has happened yet
 */
export function calculate(rules: Rules, raw: RawInput, today: IsoDate): Calculation {
  switch (rules.calculator) {
    case 'overtime':
      return runOvertime(rules.periods, raw)
    case 'annual-leave':
      return runAnnualLeave(rules.periods, raw)
    case 'severance':
      return runSeverance(rules.periods, raw)
    case 'double-wages':
      return runDoubleWages(rules.periods, raw, today)
    case 'limitation':
      return runLimitation(rules.periods, raw, today)
    case 'retirement':
      return runRetirement(rules.periods, raw)
  }
}
