/** How problems show what stands in a file, and what may stand there. */

const SHOWN_AT_MOST = 24
/** A value as it is quoted: the start of a long text, nothing of a list or a map. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return `“${value.slice(0, SHOWN_AT_MOST)}${value.length > SHOWN_AT_MOST ? '……' : ''}”`
  return typeof value === 'number' || typeof value === 'boolean' ? `“${value}”` : ''
}

/** What kind of thing stands in the file. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return '一列内容'
  if (value === null || value === undefined) return '空的'
  if (typeof value === 'object') return '一组“名称: 内容”'
  return `${typeof value === 'string' ? '文字' : typeof value === 'number' ? '数字' : ''}${quoted(value)}`
}

/** The last name of a path; empty for the whole file. */
export function lastField(path: readonly PropertyKey[]): string {
  return String(path.findLast((key) => typeof key !== 'number') ?? '')
}

/** The name above the last one of a path; empty at the top. */
export function parentField(path: readonly PropertyKey[]): string {
  return String(path.slice(0, -1).findLast((key) => typeof key !== 'number') ?? '')
}

/** `field: value` as it may stand in the file; in a list, the value alone. */
export function line(path: readonly PropertyKey[], value: string): string {
  return typeof path.at(-1) === 'number' ? `- ${value}` : `${lastField(path)}: ${value}`
}
