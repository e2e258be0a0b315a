import type { FieldSpec } from '../forms.ts'

/** The form, in its order. */
export const FIELDS: readonly FieldSpec[] = [
  { name: 'claim', control: 'choice', options: ['wages', 'other'] },
  { name: 'employed', control: 'choice', options: ['yes', 'no'], when: { claim: 'wages' } },
  { name: 'endedOn', control: 'day', when: { claim: 'wages', employed: 'no' } },
  { name: 'knownOn', control: 'day', when: { claim: 'other' } },
  { name: 'interrupted1', control: 'day', group: 'interruptions', when: { claim: 'other' } },
  { name: 'interrupted2', control: 'day', group: 'interruptions', when: { claim: 'other' } },
  { name: 'interrupted3', control: 'day', group: 'interruptions', when: { claim: 'other' } },
  { name: 'suspendedFrom', control: 'day', group: 'suspension', when: { claim: 'other' } },
  { name: 'suspendedUntil', control: 'day', group: 'suspension', when: { claim: 'other' } },
]
