import { fieldName, shownField, shownPath } from './field-names.ts'
import type { Issued, IssueText, Parsed } from './issues.ts'
import { knownFields, valueBelow } from './known-fields.ts'
import { nearest } from './nearest.ts'
import { lastField } from './shown-values.ts'

/** Fields that a file may not have, with those that were probably meant. */

/** The field that an unknown one was probably meant to be, of those that may still be written there. */
function meantField(key: string, free: readonly string[], parent: string): string | null {
  const joined = free.find((field) => key.startsWith(`${field}:`) || key.startsWith(`${field}：`))
  return joined ?? free.find((field) => fieldName(field, parent) === key) ?? nearest(key, free)
}

function unknownFieldFix(key: string, near: string | null, free: readonly string[], parent: string): string {
  if (near === null) {
    const others = free.map((field) => shownField(field, parent)).join('、')
    return `删去这一项。${others === '' ? '' : `这里还能写：${others}。`}`
  }
  if (/^[:：]/.test(key.slice(near.length))) {
    return `写成名称、英文冒号、空格、内容，例如 ${near}: ${key.slice(near.length + 1).trim()}。`
  }
  return `是不是${shownField(near, parent)}？把“${key}”改成“${near}”；不是的，删去这一项。`
}

/** An unknown field, and the path of the field that it was probably meant to be. */
export interface UnknownField extends IssueText {
  readonly meant: readonly PropertyKey[] | null
}

/** Every unknown field that one issue names, each at its own path. */
export function unknownFields(
  { path, keys, input }: Issued<'unrecognized_keys'>,
  { schema, data }: Parsed,
): UnknownField[] {
  const free = knownFields(schema, path, data).filter((field) => valueBelow(input, field) === undefined)
  const parent = lastField(path)
  const where = path.length === 0 ? '' : `${shownPath(path)}里`
  return keys.map((key) => {
    const near = meantField(key, free, parent)
    return {
      path: [...path, key],
      fault: `${where}不认识“${key}”这一项。`,
      fix: unknownFieldFix(key, near, free, parent),
      meant: near === null ? null : [...path, near],
    }
  })
}
