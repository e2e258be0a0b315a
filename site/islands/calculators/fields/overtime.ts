import type { FieldSpec } from '../forms.ts'

/** The form, in its order. */
export const FIELDS: readonly FieldSpec[] = [
  { name: 'day', control: 'day' },
  { name: 'monthlyWage', control: 'money' },
  { name: 'workday', control: 'number', group: 'hours' },
  { name: 'restDay', control: 'number', group: 'hours' },
  { name: 'holiday', control: 'number', group: 'hours' },
]
