import type { FieldSpec } from '../forms.ts'

/** The form, in its order. */
export const FIELDS: readonly FieldSpec[] = [
  { name: 'year', control: 'whole' },
  { name: 'yearsWorked', control: 'whole' },
  { name: 'continuous', control: 'choice', options: ['yes', 'no'] },
  { name: 'schoolHolidays', control: 'tick', group: 'exclusions' },
  { name: 'personalLeave', control: 'tick', group: 'exclusions' },
  { name: 'sickMonths', control: 'whole', group: 'exclusions' },
  { name: 'joinedOn', control: 'day', optional: true },
  { name: 'leftOn', control: 'day', optional: true },
  { name: 'taken', control: 'number', optional: true },
  { name: 'monthlyWage', control: 'money', optional: true },
]
