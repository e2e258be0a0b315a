import type * as z from 'zod/mini'
import type { Problem } from '../domain/errors.ts'

/** What zod finds wrong, and what is said of it. */

/** One thing that is wrong, and the keys that lead to its place. */
export interface IssueText extends Omit<Problem, 'place'> {
  readonly path: readonly PropertyKey[]
}

/** What was parsed, with which schema. */
export interface Parsed {
  readonly schema: z.core.$ZodType
  readonly data: unknown
}

/** Any issue; `input` stands in it when the value was parsed with `reportInput`. */
export type Issue = z.core.$ZodIssue
/** The issues of one code. */
export type Issued<Code extends Issue['code']> = Extract<Issue, { code: Code }>
