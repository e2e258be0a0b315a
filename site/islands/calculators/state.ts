import type { Calculation } from '../../../content/domain/calculators/calculation.ts'
import type { FieldFault, RawInput } from '../../../content/domain/calculators/input.ts'
import type { Outcome } from '../../../content/domain/calculators/working.ts'
import type { IsoDate } from '../../../content/domain/dates.ts'

/** What a calculator in the page can be in. Nothing of it outlives the page. */
export interface CalculatorState {
  readonly values: RawInput
  /** Faults of the last try; they stay until the next one, so that the summary doesn't vanish while it is worked off. */
  readonly faults: readonly FieldFault[]
  /** The outcome for exactly these values, with the day on which it was calculated. */
  readonly result: { readonly outcome: Outcome; readonly on: IsoDate } | null
  /** Counts the tries, so that the same outcome takes the focus anew. */
  readonly tries: number
}

export type CalculatorEvent =
  | { readonly type: 'typed'; readonly field: string; readonly value: string }
  | { readonly type: 'submitted'; readonly calculation: Calculation; readonly on: IsoDate }

export const FIRST_STATE: CalculatorState = { values: {}, faults: [], result: null, tries: 0 }

/** What follows from an event. A result goes as soon as the values aren't those that it was calculated from. */
export function calculatorReducer(state: CalculatorState, event: CalculatorEvent): CalculatorState {
  switch (event.type) {
    case 'typed':
      return { ...state, values: { ...state.values, [event.field]: event.value }, result: null }
    case 'submitted': {
      const tries = state.tries + 1
      return 'faults' in event.calculation
        ? { ...state, tries, faults: event.calculation.faults, result: null }
        : { ...state, tries, faults: [], result: { outcome: event.calculation.outcome, on: event.on } }
    }
  }
}
