import * as z from 'zod/mini'
import { codeLetters, isCode, typedLetters } from './crockford.ts'

/**
 * Codes that let a person of the roster in once: twelve characters of Crockford's base 32, sixty bits of chance.
 */

const LENGTH = 12

/** Random bytes that a code is made of. */
export const CODE_BYTES = LENGTH

/** A code from random bytes, in groups of four: `7K3M-9QPX-2TAB`. @param bytes `CODE_BYTES` of them */
export function codeOf(bytes: Uint8Array): string {
  return groupedCode(codeLetters(bytes.subarray(0, LENGTH)))
}

/** A code in groups of four. @param code as `readCode` gives it */
export function groupedCode(code: string): string {
  return code.replaceAll(/(.{4})(?!$)/g, '$1-')
}

/**
 * A code as a person types it, in the form in which it was made: any case and width, with or without blanks and hyphens,
 * O for 0, I and L for 1; `null` when it can't be one.
 */
export function readCode(typed: string): string | null {
  const letters = typedLetters(typed)
  return isCode(letters, LENGTH) ? letters : null
}

/** Days that a code may be kept before it is used. */
export const CodeDaysSchema = z.int().check(z.gte(1), z.lte(90))
