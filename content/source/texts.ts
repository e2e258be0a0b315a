import type { Content, Sourced, SourcedPage } from './content.ts'

/** A text of the content with the place where it stands. */
export interface PlacedText {
  readonly text: string
  /** `path:line`; worked out only when asked for, since most texts have no problem. */
  readonly place: () => string
}

/** All texts within a value with the keys that lead to each. */
export function textsWithin(
  value: unknown,
  keys: readonly PropertyKey[] = [],
): { text: string; keys: readonly PropertyKey[] }[] {
  if (typeof value === 'string') return [{ text: value, keys }]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    textsWithin(inner, [...keys, Array.isArray(value) ? Number(key) : key]),
  )
}

function ofFile({ value, source }: Sourced<object>): PlacedText[] {
  return textsWithin(value).map(({ text, keys }) => ({ text, place: () => source.place(keys) }))
}

function ofPage(page: SourcedPage<{ readonly body: string }>): PlacedText[] {
  const { body, ...frontMatter } = page.value
  const lines = [...body.matchAll(/[^\n]+/g)].map(({ 0: text, index }) => ({
    text,
    place: () => page.placeInBody(index),
  }))
  return [...ofFile({ ...page, value: frontMatter }), ...lines]
}

function isPage(item: Sourced<object>): item is SourcedPage<{ readonly body: string }> {
  return 'placeInBody' in item
}

function isSourced(item: unknown): item is Sourced<object> {
  return typeof item === 'object' && item !== null && 'source' in item && 'value' in item
}

/**
 * Every text of every file with a source: front matter and data by field, bodies by line.
 *
 * @param of of which files, by what they hold; without it, of all
 */
export function textsOf(content: Content, of: (value: object) => boolean = () => true): PlacedText[] {
  return Object.values(content)
    .flat()
    .filter(isSourced)
    .filter(({ value }) => of(value))
    .flatMap((item) => (isPage(item) ? ofPage(item) : ofFile(item)))
}
