import type { Problem } from '../domain/errors.ts'

/** A problem for each name that `known` does not have. */
export function unknown(
  names: readonly string[],
  known: ReadonlySet<string>,
  place: (index: number) => string,
  what: string,
  fix: string,
): Problem[] {
  return names.flatMap((name, index) =>
    known.has(name) ? [] : [{ place: place(index), fault: `There is no ${what} "${name}".`, fix }],
  )
}

/** Ids of a kind of content. */
export function idsOf(items: readonly { value: { id: string } }[]): Set<string> {
  return new Set(items.map(({ value }) => value.id))
}
