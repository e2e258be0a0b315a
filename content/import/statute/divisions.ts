import type { DivisionMark } from './marks.ts'

/** Headings under which an article stands. Chapters start anew in each part, sections in each chapter. */
export class Divisions {
  #open: { readonly mark: DivisionMark; readonly label: string }[] = []

  open(mark: DivisionMark, label: string): void {
    const above = this.#open.filter((own) => own.mark.rank < mark.rank)
    this.#open = [...above, { mark, label }]
  }

  /** Labels, outermost first. */
  path(): string[] {
    return this.#open.map(({ label }) => label)
  }
}

/** A heading before the first article. */
export interface EarlyHeading {
  readonly mark: DivisionMark
  readonly label: string
}

/**
 * Which of the headings before the first article belong to it; the others are a table of contents, with or without the word 目录.
 *
 * The contents begin with the first division and so does the text; where the headings aren't repeated and two of a rank follow
 * each other, all of them are contents.
 *
 * @returns the headings of the first article, and how many were contents
 */
export function headingsOfFirst(headings: readonly EarlyHeading[]): {
  readonly own: EarlyHeading[]
  readonly contents: number
} {
  const top = Math.min(...headings.map(({ mark }) => mark.rank))
  const starts = headings.findLastIndex(({ mark }) => mark.rank === top && (mark.number === 1 || mark.number === null))
  const [first] = headings
  const isRepeated =
    starts > 0 && first !== undefined && headings[starts]?.mark.number === first.mark.number && first.mark.rank === top
  const own = isRepeated ? headings.slice(starts) : [...headings]
  const climbs = own.every(({ mark }, index) => index === 0 || mark.rank > (own[index - 1]?.mark.rank ?? -1))
  return climbs ? { own, contents: headings.length - own.length } : { own: [], contents: headings.length }
}
