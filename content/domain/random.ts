/**
 * Reproducible randomness: the same seed gives the same numbers on every machine, for ever.
 *
 * sfc32 by Chris Doty-Humphrey (PractRand): 128 bits of state, passes PractRand and BigCrush.
 * Changing anything here changes every paper that was ever drawn, so a test pins the output.
 */

/** A source of whole numbers. */
export interface Random {
  /** A whole number from 0 to `bound - 1`, every one equally likely. `bound` from 1 to 2^32. */
  below(bound: number): number
}

/** A seed: 64 bits as 16 hex digits. */
export type Seed = string

/**
 * Makes a generator from a seed.
 *
 * @throws {RangeError} when the seed isn't 16 hex digits
 */
export function seededRandom(seed: Seed): Random {
  if (!/^[0-9a-f]{16}$/.test(seed)) throw new RangeError('a seed is 16 hex digits')
  let a = Number.parseInt(seed.slice(0, 8), 16) | 0
  let b = Number.parseInt(seed.slice(8), 16) | 0
  let c = 0x9e3779b9 | 0
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  // The first outputs still show the seed; the author of sfc32 discards twelve.
  for (let round = 0; round < 12; round += 1) next()
  return {
    below(bound) {
      // Rejection keeps every number equally likely where 2^32 isn't a multiple of the bound.
      const limit = 2 ** 32 - (2 ** 32 % bound)
      let value = next()
      while (value >= limit) value = next()
      return value % bound
    },
  }
}

/** A shuffled copy (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items]
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1)
    const item = copy[last] as T
    copy[last] = copy[other] as T
    copy[other] = item
  }
  return copy
}
