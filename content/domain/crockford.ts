/**
 * Crockford's base 32, which leaves out I, L, O and U, so that nothing on paper can be taken for something else. Five bits of chance a letter.
 * Without zod, so that pages which only read a code don't load it.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Letters from random bytes, one a byte. */
export function codeLetters(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('')
}

/**
 * Letters as a person types them, in the form in which they were made: any case and width, with or without blanks and hyphens, O for 0, I and L
 * for 1. Whether they can be a code is for the caller to say.
 */
export function typedLetters(typed: string): string {
  return typed
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}

/** Whether a text consists of so many letters of the alphabet and of nothing else. */
export function isCode(letters: string, length: number): boolean {
  return letters.length === length && [...letters].every((letter) => ALPHABET.includes(letter))
}
