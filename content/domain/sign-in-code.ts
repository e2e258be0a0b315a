import * as z from 'zod/mini'

/**
 * Codes that let a person of the roster in once: twelve characters of Crockford's base 32, which leaves out I, L, O and U,
 * so that nothing on a printed slip can be taken for something else. Sixty bits of chance.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

/** Random bytes that a code is made of. */
export const CODE_BYTES = LENGTH

/** A code from random bytes, in groups of four: `7K3M-9QPX-2TAB`. @param bytes `CODE_BYTES` of them */
export function codeOf(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length])
  return groupedCode(letters.join(''))
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
  const plain = typed
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return plain.length === LENGTH && [...plain].every((letter) => ALPHABET.includes(letter)) ? plain : null
}

/** Days that a code may be kept before it is used. */
export const CodeDaysSchema = z.int().check(z.gte(1), z.lte(90))
