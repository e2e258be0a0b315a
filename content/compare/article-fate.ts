import type { IsoDate } from '../domain/dates.ts'
import type { ArticleNumber, LawVersion } from '../domain/law.ts'
import { type ArticleChange, type ChangeKind, changeOf, compareStatutes } from '../domain/law-changes.ts'
import type { LibraryLaw, LibraryText } from '../domain/law-library.ts'
import type { StatuteArticle } from '../domain/statute.ts'

/**
 * What becomes of an article from one text of a law to another: by the official texts where a deployment has imported both, otherwise by what
 * our own file says, and where neither tells, unknown.
 */

/** What became of an article; `unknown` counts as changed. */
export interface ArticleFate {
  readonly fate: Exclude<ChangeKind, 'new'> | 'unknown'
  /** Its number in the later text; `null` where it is gone, or not known. */
  readonly number: ArticleNumber | null
  /** The official texts, where both are imported. */
  readonly before: StatuteArticle | null
  readonly after: StatuteArticle | null
}

/** Whether what was said of an article must be read again: it changed, moved, is gone, or nobody knows. */
export function isAffected({ fate }: Pick<ArticleFate, 'fate'>): boolean {
  return fate !== 'same' && fate !== 'punctuation'
}

type Dated = LibraryText & { readonly effectiveFrom: IsoDate }

const UNKNOWN: ArticleFate = { fate: 'unknown', number: null, before: null, after: null }

function plain(fate: ArticleFate['fate'], number: ArticleNumber | null): ArticleFate {
  return { fate, number, before: null, after: null }
}

/** What our own file says of an article of the text before. */
function statedFate({ changes }: Pick<LawVersion, 'changes'>, number: ArticleNumber): ArticleFate {
  if (changes === undefined) return UNKNOWN
  const { changed, unchanged = [], moved = {}, gone = [] } = changes
  const movedTo = moved[number]
  if (movedTo !== undefined) return plain('moved', movedTo)
  if (gone.includes(number)) return plain('gone', null)
  const isChanged = changed === undefined ? !unchanged.includes(number) : changed.includes(number)
  return isChanged ? plain('changed', number) : plain('same', number)
}

/** The more serious of two fates in a row, seen from the first text to the last. */
function inSequence(first: ArticleFate, second: ArticleFate): ArticleFate {
  const hasMoved = first.fate === 'moved' || second.fate === 'moved'
  const order = ['gone', 'unknown', 'changed', 'moved', 'punctuation', 'same'] as const
  const fate = order.find((own) => own === first.fate || own === second.fate) ?? 'unknown'
  return plain(hasMoved && fate === 'punctuation' ? 'moved' : fate, second.number)
}

/** The dated texts of a law, and what each of its articles became between any two of them. */
export class LawHistory {
  readonly law: LibraryLaw
  /** From old to new; undated texts are never in force and aren't among them. */
  readonly texts: readonly Dated[]
  /** First day without the law, or `null`. */
  readonly repealedOn: IsoDate | null
  readonly #comparisons = new Map<string, readonly ArticleChange[]>()

  constructor(law: LibraryLaw) {
    this.law = law
    this.texts = law.texts
      .flatMap((text) => (text.effectiveFrom === undefined ? [] : [{ ...text, effectiveFrom: text.effectiveFrom }]))
      .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
    this.repealedOn = law.curated?.repealedOn ?? this.texts.at(-1)?.repealedOn ?? null
  }

  /** The text that takes effect on a day, or `undefined`. */
  text(effectiveFrom: IsoDate): Dated | undefined {
    return this.texts.find((text) => text.effectiveFrom === effectiveFrom)
  }

  /**
   * What an article of one text became in a later one.
   *
   * @param from day on which the earlier text takes effect
   * @param to day on which the later one does
   */
  fate(from: IsoDate, to: IsoDate, number: ArticleNumber): ArticleFate {
    const direct = this.#official(from, to, number)
    if (direct !== null) return direct
    const steps = this.texts.filter(({ effectiveFrom }) => effectiveFrom >= from && effectiveFrom <= to)
    let fate = plain('same', number)
    for (const [place, later] of steps.entries()) {
      const earlier = steps[place - 1]
      if (earlier === undefined) continue
      if (fate.number === null) return fate
      const step =
        this.#official(earlier.effectiveFrom, later.effectiveFrom, fate.number) ??
        // What our file says is said of our own text before.
        (earlier.curated !== undefined && later.curated !== undefined
          ? statedFate(later.curated, fate.number)
          : UNKNOWN)
      fate = inSequence(fate, step)
    }
    return fate
  }

  #official(from: IsoDate, to: IsoDate, number: ArticleNumber): ArticleFate | null {
    const [earlier, later] = [this.text(from)?.statute, this.text(to)?.statute]
    if (earlier === undefined || later === undefined) return null
    const key = `${from} ${to}`
    const changes = this.#comparisons.get(key) ?? compareStatutes(earlier, later)
    this.#comparisons.set(key, changes)
    const change = changeOf(changes, number)
    if (change === null) return UNKNOWN
    const { kind, before, after } = change
    return { fate: kind === 'new' ? 'unknown' : kind, number: after?.number ?? null, before, after }
  }
}
