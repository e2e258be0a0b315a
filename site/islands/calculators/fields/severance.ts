import type { FieldSpec } from '../forms.ts'

/** The form, in its order. */
export const FIELDS: readonly FieldSpec[] = [
  { name: 'reason', control: 'choice', options: ['lawful', 'no-notice', 'unlawful'] },
  { name: 'startedOn', control: 'day' },
  { name: 'endedOn', control: 'day' },
  { name: 'wage', control: 'money' },
  { name: 'lastWage', control: 'money', when: { reason: 'no-notice' } },
  { name: 'localAverage', control: 'money', optional: true },
  { name: 'minimumWage', control: 'money', optional: true },
]
