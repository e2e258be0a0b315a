import type * as z from 'zod/mini'
import { fieldName, shownField, shownPath } from './field-names.ts'
import { formatOf } from './formats.ts'
import type { Issued, IssueText } from './issues.ts'
import { kindOf, lastField, line, parentField } from './shown-values.ts'

/** Fields that are missing, empty, or of another kind than they should be. */

/** What may stand where a schema applies: of a form its example, of a choice the first, else an ellipsis. */
export function exampleOf(schema: z.core.$ZodType | undefined): string {
  if (schema === undefined) return '……'
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string': {
      const checks = def.checks?.map(({ _zod }) => _zod.def as z.core.$ZodCheckStringFormatDef) ?? []
      const forms = [def as z.core.$ZodStringFormatDef, ...checks]
      const example = forms.map((form) => formatOf(form.format ?? '', `${form.pattern}`)?.example)
      return example.find((own) => own !== undefined) ?? '……'
    }
    case 'boolean':
      return 'true'
    case 'number':
      return '3'
    case 'array':
      return `[${exampleOf(def.element)}]`
    case 'enum':
    case 'literal':
      return String([...(schema._zod.values ?? [])][0] ?? '……')
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
      return exampleOf(def.innerType)
    default:
      return '……'
  }
}

/** A field that isn't there. */
export function missing(path: readonly PropertyKey[], example: string): IssueText {
  const field = lastField(path)
  const where = shownPath(path.slice(0, -1))
  return {
    path,
    fault: `${where}缺少${shownField(field, parentField(path))}。`,
    fix: `加上一行，写${fieldName(field, parentField(path)) ?? field}，例如 ${line(path, example)}（冒号是英文的，后面空一格）。`,
  }
}

/** A field without content. */
export function empty(path: readonly PropertyKey[], example: string): IssueText {
  return {
    path,
    fault: `${shownPath(path)}是空的。`,
    fix: `写上内容，例如 ${line(path, example)}；用不着的，删去这一行。`,
  }
}

/** Expected kinds of values: what they are, and how to write one in place of what stands there. */
const KINDS: Readonly<
  Record<string, { readonly name: string; readonly fix: (value: unknown, path: readonly PropertyKey[]) => string }>
> = {
  string: {
    name: '一段文字',
    fix: (value, path) => {
      if (Array.isArray(value)) return `只写一个，去掉方括号和“- ”，例如 ${line(path, String(value[0] ?? '……'))}。`
      return `两边加上英文双引号，例如 ${line(path, typeof value === 'object' ? '"……"' : `"${value}"`)}。`
    },
  },
  number: {
    name: '数字',
    fix: (value, path) => `只写阿拉伯数字，不带单位和引号，例如 ${line(path, /\d+/.exec(`${value}`)?.[0] ?? '3')}。`,
  },
  int: {
    name: '整数',
    fix: (value, path) => `改成整数，例如 ${line(path, String(Math.round(Number(value))))}。`,
  },
  boolean: {
    name: '“true”（是）或者“false”（不是）',
    fix: (_value, path) => `改成 true 或者 false，不加引号，例如 ${line(path, 'true')}。`,
  },
  array: {
    name: '一列内容',
    fix: (value, path) => {
      if (typeof value === 'string' && /^-\S/.test(value)) return '每项单独一行，“-”后面空一格，例如 - 身份证。'
      const items = typeof value === 'object' ? '……' : `${value}`.replaceAll(/[，、；]\s*/g, ', ')
      return `放进英文方括号，各项用英文逗号隔开，例如 ${line(path, `[${items}]`)}。`
    },
  },
  object: {
    name: '一组“名称: 内容”',
    fix: () => '照着同一文件夹里别的文件，另起一行，多空两格，一行写一个“名称: 内容”。',
  },
}

/** A value of another kind. */
export function wrongType(issue: Issued<'invalid_type'>): IssueText {
  const { path, input } = issue
  const key = issue.expected === 'record' ? 'object' : issue.expected
  const kind = (Object.hasOwn(KINDS, key) ? KINDS[key] : undefined) ?? { name: key, fix: () => '改正这一项。' }
  if (path.length === 0) {
    return {
      path,
      fault: `文件的内容应当是${kind.name}，现在是${kindOf(input)}。`,
      fix: '照着同一文件夹里别的文件写：一行一项，名称、英文冒号、空格、内容，例如 title: 老板拖欠工资。',
    }
  }
  return { path, fault: `${shownPath(path)}应当是${kind.name}，现在是${kindOf(input)}。`, fix: kind.fix(input, path) }
}
