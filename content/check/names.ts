import type { Problem } from '../domain/errors.ts'
import { nearest } from '../source/nearest.ts'

/**
 * A problem for each name that `known` does not have, with the name that was probably meant.
 *
 * @param what what it should be the name of, in Chinese
 */
export function unknown(
  names: readonly string[],
  known: ReadonlySet<string>,
  place: (index: number) => string,
  what: string,
  fix: string,
): Problem[] {
  return names.flatMap((name, index) => {
    if (known.has(name)) return []
    const near = nearest(name, known)
    return [
      {
        place: place(index),
        fault: `没有“${name}”这个${what}。`,
        fix: near === null ? fix : `是不是“${near}”？${fix}`,
      },
    ]
  })
}

/** Ids of a kind of content. */
export function idsOf(items: readonly { value: { id: string } }[]): Set<string> {
  return new Set(items.map(({ value }) => value.id))
}
