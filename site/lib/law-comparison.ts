import { type DiffPiece, wordDiff } from '../../content/compare/word-diff.ts'
import { articleLabel } from '../../content/domain/citation.ts'
import type { ArticleNumber } from '../../content/domain/law.ts'
import { articleText, type ChangeKind, compareStatutes, countChanges } from '../../content/domain/law-changes.ts'
import { comparedAnchor } from '../../content/domain/law-library.ts'
import type { StatuteText } from '../../content/domain/statute.ts'
import { escapeHtml } from './statute-blocks.ts'

/** Two texts of a law beside each other, as the page that compares them shows it. */

/** An article that isn't the same in both texts. */
export interface ComparedArticle {
  readonly kind: Exclude<ChangeKind, 'same'>
  /** Its numbers in the two texts; `null` where it isn't there. */
  readonly numbers: { readonly before: ArticleNumber | null; readonly after: ArticleNumber | null }
  /** `第十六条`, or nothing for a new article. */
  readonly before: string | undefined
  /** Nothing for an article that is gone. */
  readonly after: string | undefined
  /** That of the later text, or of the earlier one with `old-` before it. */
  readonly id: string
  readonly pieces: readonly DiffPiece[]
}

/** All differences of two texts, in the order of the later one. */
export interface Comparison {
  readonly counts: Readonly<Record<ChangeKind, number>>
  readonly articles: readonly ComparedArticle[]
}

function compare(older: StatuteText, newer: StatuteText): Comparison {
  const changes = compareStatutes(older, newer)
  const taken = new Set<string>()
  const articles = changes.flatMap(({ kind, before, after }): ComparedArticle[] => {
    if (kind === 'same') return []
    const numbers = { before: before?.number ?? null, after: after?.number ?? null }
    const first = comparedAnchor(numbers.before ?? '', numbers.after)
    let id = first
    for (let count = 2; taken.has(id); count += 1) id = `${first}~${count}`
    taken.add(id)
    return [
      {
        kind,
        numbers,
        before: before === null ? undefined : articleLabel(before.number),
        after: after === null ? undefined : articleLabel(after.number),
        id,
        pieces: wordDiff(before === null ? '' : articleText(before), after === null ? '' : articleText(after)),
      },
    ]
  })
  return { counts: countChanges(changes), articles }
}

let last: { older: StatuteText; newer: StatuteText; comparison: Comparison } | undefined

/** Compares two texts. The languages of a page are rendered one after the other, so the last comparison is remembered. */
export function comparisonOf(older: StatuteText, newer: StatuteText): Comparison {
  if (last?.older !== older || last.newer !== newer) last = { older, newer, comparison: compare(older, newer) }
  return last.comparison
}

/** Words that a screen reader says before and after a change, in the language of the interface. */
export interface SpokenMarks {
  readonly lang: string
  readonly removed: string
  readonly added: string
  readonly end: string
}

/**
 * The words of an article as HTML, changes as `del` and `ins`. Few screen readers announce these, so each starts and ends
 * with words for them alone.
 */
export function piecesHtml(pieces: readonly DiffPiece[], { lang, removed, added, end }: SpokenMarks): string {
  const said = (text: string) => `<span class="said" lang="${lang}">${escapeHtml(text)}</span>`
  const marked = (tag: 'del' | 'ins', start: string, text: string) =>
    `<${tag}>${said(start)}${escapeHtml(text)}${said(end)}</${tag}>`
  return pieces
    .map(({ kind, text }) => {
      if (kind === 'same') return escapeHtml(text)
      return kind === 'removed' ? marked('del', removed, text) : marked('ins', added, text)
    })
    .join('')
}
