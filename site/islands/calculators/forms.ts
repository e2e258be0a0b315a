import type { RawInput } from '../../../content/domain/calculators/input.ts'

/**
 * How a form is described (`fields/<calculator>.ts`). Names are those that the domain reads; texts stand under
 * `<calculator>.fields.<name>` in `locales/<locale>/calculators.json`.
 */

/** How a field is filled in. */
type Control = 'money' | 'number' | 'whole' | 'day' | 'choice' | 'tick'

/** One field. */
export interface FieldSpec {
  readonly name: string
  readonly control: Control
  /** Words that a choice sends; their texts stand under `<name>-<word>`. */
  readonly options?: readonly string[]
  readonly optional?: boolean
  /** Shown only with these choices. */
  readonly when?: Readonly<Record<string, string>>
  /** Fields with the same group follow each other and share a legend. */
  readonly group?: string
}

/** Groups whose fields may all be left blank. */
export const OPTIONAL_GROUPS: readonly string[] = ['exclusions', 'interruptions', 'suspension']

/** The fields that apply to what has been chosen so far. */
export function shownFields(fields: readonly FieldSpec[], values: RawInput): FieldSpec[] {
  return fields.filter(({ when = {} }) => Object.entries(when).every(([field, value]) => values[field] === value))
}

/** Fields in a row that share a legend; a field without group stands alone. */
export function fieldGroups(fields: readonly FieldSpec[]): { group: string | undefined; fields: FieldSpec[] }[] {
  const groups: { group: string | undefined; fields: FieldSpec[] }[] = []
  for (const field of fields) {
    const last = groups.at(-1)
    if (field.group !== undefined && last?.group === field.group) last.fields.push(field)
    else groups.push({ group: field.group, fields: [field] })
  }
  return groups
}
