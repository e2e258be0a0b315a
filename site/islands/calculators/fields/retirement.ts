import type { FieldSpec } from '../forms.ts'

/** The form, in its order. */
export const FIELDS: readonly FieldSpec[] = [
  { name: 'group', control: 'choice', options: ['man', 'woman-55', 'woman-50'] },
  { name: 'birthYear', control: 'whole' },
  { name: 'birthMonth', control: 'whole' },
]
