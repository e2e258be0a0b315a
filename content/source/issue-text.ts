import * as z from 'zod/mini'
import { shownPath } from './field-names.ts'
import { formatOf } from './formats.ts'
import type { Issue, Issued, IssueText, Parsed } from './issues.ts'
import { schemasAt, valueBelow } from './known-fields.ts'
import { nearest } from './nearest.ts'
import { kindOf, line, quoted } from './shown-values.ts'
import { unknownFields } from './unknown-fields.ts'
import { empty, exampleOf, missing, wrongType } from './wrong-type.ts'

/**
 * What zod finds wrong, in plain Chinese: which field by its Chinese name, what stands there, and what should.
 *
 * Values must be parsed with `reportInput`, for the texts quote them.
 */

// zod/mini brings no language of its own and would say "Invalid input" to everything that has no text here.
z.config(z.locales.zhCN())

function wrongChoice(path: readonly PropertyKey[], input: unknown, values: readonly unknown[]): IssueText {
  const near = typeof input === 'string' ? nearest(input, values.map(String)) : null
  const shown = Array.isArray(input) || typeof input === 'object' ? kindOf(input) : quoted(input)
  return {
    path,
    fault: `${shownPath(path)}不能写${shown}。`,
    fix: `${near === null ? '' : `是不是“${near}”？`}改成这里面的一个：${values.map(String).join('、')}。`,
  }
}

/** What a limit counts: characters of a text (Chinese or not), entries of a list, or the number itself. */
function measured(issue: Issued<'too_big' | 'too_small'>): { size: number; unit: string } | null {
  const { input } = issue
  if (typeof input === 'string') return { size: input.length, unit: /\p{Script=Han}/u.test(input) ? '个字' : '个字符' }
  return Array.isArray(input) ? { size: input.length, unit: '项' } : null
}

function wrongSize(issue: Issued<'too_big' | 'too_small'>): IssueText {
  const { path, input } = issue
  const isBig = issue.code === 'too_big'
  const limit = String(isBig ? issue.maximum : issue.minimum)
  const size = measured(issue)
  const where = shownPath(path)
  if (size === null) {
    const bound = issue.inclusive === false ? (isBig ? '小于' : '大于') : isBig ? '不超过' : '不小于'
    return {
      path,
      fault: `${where}${quoted(input)}太${isBig ? '大' : '小'}，应当${bound}${limit}。`,
      fix: `改成${bound}${limit}的数。`,
    }
  }
  const { unit } = size
  if (input === '') return empty(path, '……')
  if (issue.exact === true) {
    return {
      path,
      fault: `${where}应当正好${limit}${unit}，现在有${size.size}${unit}。`,
      fix: `${isBig ? '删到' : '补到'}${limit}${unit}，不多不少。`,
    }
  }
  const text = typeof input === 'string' ? `：${quoted(input)}` : ''
  const [adjective, bound, fix] = isBig
    ? [unit === '项' ? '太多' : '太长', '最多', `删到${limit}${unit}以内。`]
    : [unit === '项' ? '太少' : '太短', '最少', `补到${limit}${unit}以上。`]
  const separated = !isBig && unit === '项' ? '写在方括号里的，各项用英文逗号隔开，例如 [工资, 加班]。' : ''
  return {
    path,
    fault: `${where}${adjective}，${bound}${limit}${unit}，现在有${size.size}${unit}${text}。`,
    fix: `${fix}${separated}`,
  }
}

function wrongForm(path: readonly PropertyKey[], input: unknown, issue: Issued<'invalid_format'>): IssueText {
  const format = formatOf(issue.format, issue.pattern)
  return {
    path,
    fault: `${shownPath(path)}写得不对：${quoted(input)}。`,
    fix:
      format === null ? '对照同一文件夹里别的文件改正。' : `写成${format.form}，例如 ${line(path, format.example)}。`,
  }
}

function wrongMultiple({ path, input, divisor }: Issued<'not_multiple_of'>): IssueText {
  const right = Math.round(Number(input) / Number(divisor)) * Number(divisor)
  return {
    path,
    fault: `${shownPath(path)}${quoted(input)}不是${divisor}的倍数。`,
    fix: `改成${divisor}的倍数，例如 ${line(path, String(right))}。`,
  }
}

/** A key of a map that is written by its own rules, such as the number of an article. */
function wrongKey({ path, issues }: Issued<'invalid_key'>): IssueText {
  const key = String(path.at(-1))
  const where = shownPath(path.slice(0, -1))
  const form = issues.find((own): own is Issued<'invalid_format'> => own.code === 'invalid_format')
  const format = form === undefined ? null : formatOf(form.format, form.pattern)
  return {
    path,
    fault: `${where === '' ? '' : `${where}里的`}“${key}”写得不对。`,
    fix: format === null ? '对照上下几项改正。' : `写成${format.form}，例如 ${format.example}。`,
  }
}

/** Refinements say in `params` what authors read, where the message is for callers of the API. */
function refined({ path, input, message, params }: Issued<'custom'>): IssueText {
  const text = (name: string) => (typeof params?.[name] === 'string' ? params[name] : null)
  const where = shownPath(path)
  return {
    path,
    fault: `${where === '' ? '' : `${where}${quoted(input)}：`}${text('fault') ?? message}`,
    fix: text('fix') ?? '对照同一文件夹里别的文件改正。',
  }
}

/** The values of a union without a mark, when all its options are choices. */
function unionValues(issue: Issued<'invalid_union'>): readonly unknown[] {
  return issue.errors.flat().flatMap((own) => (own.code === 'invalid_value' ? own.values : []))
}

function wrongUnion(issue: Issued<'invalid_union'>): IssueText {
  const { path, input } = issue
  const { discriminator, options = [] } = issue as { discriminator?: string; options?: readonly unknown[] }
  if (discriminator === undefined) return wrongChoice(path, input, unionValues(issue))
  const given = valueBelow(input, discriminator)
  if (given === undefined) return missing(path, String(options[0]))
  return given === null ? empty(path, String(options[0])) : wrongChoice(path, given, options)
}

function oneIssue(issue: Exclude<Issue, Issued<'unrecognized_keys'>>, { schema, data }: Parsed): IssueText {
  const { path, input } = issue
  if (path.length > 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    const example = exampleOf(schemasAt(schema, path, data)[0])
    if (input === undefined) return missing(path, example)
    if (input === null) return empty(path, example)
  }
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue)
    case 'invalid_value':
      return wrongChoice(path, input, issue.values)
    case 'too_big':
    case 'too_small':
      return wrongSize(issue)
    case 'invalid_format':
      return wrongForm(path, input, issue)
    case 'not_multiple_of':
      return wrongMultiple(issue)
    case 'invalid_key':
      return wrongKey(issue)
    case 'invalid_union':
      return wrongUnion(issue)
    case 'custom':
      return refined(issue)
    default:
      return { path, fault: `${shownPath(path)}：${issue.message}。`, fix: '对照同一文件夹里别的文件改正。' }
  }
}

/**
 * What all issues of a value say, in their order. A value of the wrong form has no second text about what it means, and a
 * field is not called missing where an unknown one was meant to be it.
 *
 * @param schema with which the value was parsed, with `reportInput`
 * @param data the value before parsing
 */
export function issueTexts(issues: readonly Issue[], schema: z.core.$ZodType, data: unknown): IssueText[] {
  const parsed = { schema, data }
  const keyOf = (path: readonly PropertyKey[]) => path.map(String).join('\n')
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? unknownFields(issue, parsed) : []))
  const meant = new Set(unknown.flatMap(({ meant }) => (meant === null ? [] : [keyOf(meant)])))
  const malformed = new Set(issues.flatMap(({ code, path }) => (code === 'invalid_format' ? [keyOf(path)] : [])))
  return issues.flatMap((issue): IssueText[] => {
    if (issue.code === 'unrecognized_keys') {
      return unknown
        .filter(({ path }) => keyOf(path.slice(0, -1)) === keyOf(issue.path))
        .map(({ path, fault, fix }) => ({ path, fault, fix }))
    }
    if (issue.code === 'custom' && malformed.has(keyOf(issue.path))) return []
    return issue.input === undefined && meant.has(keyOf(issue.path)) ? [] : [oneIssue(issue, parsed)]
  })
}
