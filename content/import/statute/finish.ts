import { articleLabel } from '../../domain/citation.ts'
import type { IsoDate } from '../../domain/dates.ts'
import { articleOrder, compareArticles } from '../../domain/law.ts'
import type { StatuteArticle, StatuteEvent, StatuteText } from '../../domain/statute.ts'
import { statedEffect } from './effective.ts'
import { amends, makesText } from './history.ts'
import type { Repairs } from './repairs.ts'
import { citedName, type Outcome } from './source-text.ts'

/** What all formats have in common once their parts are read: dates, order of articles, form. */

/** A field that may be missing is given as `undefined`, so that no reader forgets it. */
type Draft = {
  [Key in Exclude<keyof StatuteText, 'lawId' | 'name' | 'repealedOn'>]: StatuteText[Key] | undefined
} & Pick<StatuteText, 'title' | 'level' | 'history' | 'preamble' | 'articles' | 'annexes'>

const DAY_MS = 86_400_000

/**
 * The day on which a text was adopted, by its history. Histories may end before the decision that made the text: a day that is
 * far from the publication isn't taken.
 */
export function adoptionOf(history: readonly StatuteEvent[], publishedOn: IsoDate | undefined): IsoDate | undefined {
  const last = history
    .filter(makesText)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .at(-1)
  if (last === undefined) return undefined
  if (publishedOn === undefined) return last.date
  const days = (Date.parse(publishedOn) - Date.parse(last.date)) / DAY_MS
  return days >= 0 && days <= (amends(last) ? 60 : 366) ? last.date : undefined
}

/** Numbers that are missing between two articles, as a reader would say it; `null` when none is. */
function gap(before: StatuteArticle | undefined, article: StatuteArticle): string | null {
  const [main, inserted] = articleOrder(article.number)
  const [mainBefore, insertedBefore] = before === undefined ? [0, 0] : articleOrder(before.number)
  if (main === mainBefore && inserted > insertedBefore) {
    return inserted === insertedBefore + 1 ? null : `${articleLabel(article.number)}之前缺条`
  }
  if (main <= mainBefore + 1) return null
  const [from, to] = [mainBefore + 1, main - 1]
  return from === to ? `缺${articleLabel(`${from}`)}` : `缺${articleLabel(`${from}`)}到${articleLabel(`${to}`)}`
}

/**
 * A text from its parts, or why it can't be placed: numbers twice or backwards. Gaps are told as a doubt, since amended laws
 * have them.
 */
export function finished(place: string, draft: Draft, repairs: Repairs): Outcome {
  const { title, articles } = draft
  const refuse = (fault: string, fix: string): Outcome => ({ refused: { place, title, fault, fix, blocks: true } })
  const gaps: string[] = []
  for (const [index, article] of articles.entries()) {
    const before = articles[index - 1]
    if (before !== undefined && compareArticles(before.number, article.number) >= 0) {
      const label = articleLabel(article.number)
      return before.number === article.number
        ? refuse(`${label}出现了两次。`, '对照官方文本，删去多的一条或者改正条号。')
        : refuse(
            `${articleLabel(before.number)}之后又是${label}，条号倒退。`,
            '对照官方文本改正条号；后面是附件的，在它前面单独写一行“附件”。',
          )
    }
    const missing = gap(before, article)
    if (missing !== null) gaps.push(missing)
  }
  if (gaps.length > 0) {
    const shown = gaps.slice(0, 3).join('，')
    repairs.doubt(`条号有缺口：${shown}${gaps.length > 3 ? `，一共${gaps.length}处` : ''}`, place)
  }
  const own = statedEffect({ ...present(draft), history: draft.history, articles })
  if (own !== null && draft.effectiveFrom !== undefined && own !== draft.effectiveFrom)
    repairs.doubt(`施行日期不一致：来源写${draft.effectiveFrom}，正文写${own}`, place)
  const effectiveFrom = draft.effectiveFrom ?? own ?? undefined
  return {
    read: {
      place,
      text: {
        title,
        name: citedName(title),
        level: draft.level,
        ...(draft.issuer === undefined ? {} : { issuer: draft.issuer }),
        ...present(draft),
        ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
        ...(draft.statedStatus === undefined ? {} : { statedStatus: draft.statedStatus }),
        history: draft.history,
        preamble: draft.preamble,
        articles,
        annexes: draft.annexes,
      },
      repairs: repairs.list(),
      isDayStated: draft.effectiveFrom !== undefined,
    },
  }
}

function present({ adoptedOn, publishedOn }: Pick<Draft, 'adoptedOn' | 'publishedOn'>) {
  return {
    ...(adoptedOn === undefined ? {} : { adoptedOn }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
  }
}
