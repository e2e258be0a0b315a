import type { FieldFault, Reading } from './input.ts'
import type { Outcome } from './working.ts'

/** The outcome of a form, or what to correct in it. */
export type Calculation = { readonly outcome: Outcome } | { readonly faults: readonly FieldFault[] }

/** Calculates with what was read, unless it has faults. */
export function calculation<T>(reading: Reading<T>, calculate: (input: T) => Outcome): Calculation {
  return 'faults' in reading ? reading : { outcome: calculate(reading.input) }
}
