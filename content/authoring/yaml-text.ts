import { stringify } from 'yaml'

/** YAML as authors read it: values quoted only where they must be, explanations above them. */

const WIDTH = { lineWidth: 0 } as const

/** A value on one line. */
export function inline(value: string | number | boolean | readonly (string | number)[]): string {
  return stringify(value, { ...WIDTH, collectionStyle: 'flow', flowCollectionPadding: false }).trimEnd()
}

/** Lines of explanation. */
export function comment(...lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '#' : `# ${line}`))
}

/** A field with its explanation and an empty line before it. */
export function field(
  name: string,
  value: string | number | boolean | readonly (string | number)[],
  ...explanation: readonly string[]
): string[] {
  return ['', ...comment(...explanation), `${name}: ${inline(value)}`]
}

/** A field whose values stand one a line. */
export function listField(name: string, values: readonly string[], ...explanation: readonly string[]): string[] {
  return ['', ...comment(...explanation), `${name}:`, ...values.map((value) => `  - ${inline(value)}`)]
}

/**
 * An entry of a list at the end of a file: what explains its first field stands above the dash.
 *
 * @param lines of the entry, not set in
 */
export function entryText(lines: readonly string[]): string {
  const first = lines.findIndex((line) => !line.startsWith('#'))
  const [explanation, fields] = [lines.slice(0, first), lines.slice(first)]
  return [...indent(explanation, 2), `  - ${fields[0] ?? ''}`, ...indent(fields.slice(1), 4), ''].join('\n')
}

/** Lines set in by so many spaces; empty ones stay empty. */
export function indent(lines: readonly string[], spaces: number): string[] {
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(spaces)}${line}`))
}
