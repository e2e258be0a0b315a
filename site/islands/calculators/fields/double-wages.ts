import type { FieldSpec } from '../forms.ts'

/** The form, in its order. */
export const FIELDS: readonly FieldSpec[] = [
  { name: 'startedOn', control: 'day' },
  { name: 'signed', control: 'choice', options: ['no', 'yes'] },
  { name: 'signedOn', control: 'day', when: { signed: 'yes' } },
  { name: 'left', control: 'choice', options: ['no', 'yes'] },
  { name: 'endedOn', control: 'day', when: { left: 'yes' } },
  { name: 'monthlyWage', control: 'money' },
]
