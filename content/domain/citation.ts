import { formatChineseNumber, parseChineseNumber } from './chinese-number.ts'
import type { IsoDate } from './dates.ts'
import { type Article, type ArticleNumber, effectiveTo, type Law, type LawVersion, versionInForce } from './law.ts'

/**
 * Citations: from `《劳动合同法》第三十八条第一款` to the article in the version in force on a day.
 *
 * The form follows 立法技术规范（试行）(一) of the NPC's legislative affairs commission: 条, 款, 项.
 */

/** A citation as written: which law, which article, and optionally paragraph (款) and item (项). */
export interface CitationRef {
  /** The law's name as written between 《 and 》. */
  readonly lawName: string
  readonly article: ArticleNumber
  readonly paragraph: number | null
  readonly item: number | null
}

/** A citation found in running text, with its place. */
export interface CitationMatch extends CitationRef {
  readonly start: number
  /** Offset after the last character. */
  readonly end: number
  /** The characters matched. */
  readonly text: string
}

const NUMBER = '[〇零一二三四五六七八九十百千\\d０-９]+'
const ARTICLE = `第(${NUMBER})条(?:之(${NUMBER})(?![般定些律切]))?(?:第(${NUMBER})款)?(?:第[（(]?(${NUMBER})[）)]?项)?`
const FIRST = new RegExp(
  `《([^《》]{2,60}(?:〈[^《》〉]{1,60}〉[^《》]{0,60})?)》(?:[（(][^（）()]{1,20}[）)])?${ARTICLE}`,
  'y',
)
const NEXT = new RegExp(`(以及|[、和及与或至到])${ARTICLE}`, 'y')

function refOf(lawName: string, groups: readonly (string | undefined)[]): CitationRef | null {
  const [main, inserted, paragraph, item] = groups.map((group) =>
    group === undefined ? null : parseChineseNumber(group.normalize('NFKC')),
  )
  if (main === null || main === undefined || main === 0) return null
  return {
    lawName,
    article: inserted ? `${main}-${inserted}` : `${main}`,
    paragraph: paragraph ?? null,
    item: item ?? null,
  }
}

/**
 * All citations in a text. A list or a range such as `《劳动合同法》第十条、第八十二条` or `第十条至第十二条` gives two, both of
 * that law; the second match covers the article only.
 */
export function findCitations(text: string): CitationMatch[] {
  const matches: CitationMatch[] = []
  let from = text.indexOf('《')
  while (from !== -1) {
    FIRST.lastIndex = from
    let found = FIRST.exec(text)
    let start = from
    let separator = 0
    let end = from + 1
    const lawName = found?.[1] ?? ''
    let groups = found?.slice(2) ?? []
    while (found !== null) {
      const ref = refOf(lawName, groups)
      end = start + found[0].length - separator
      if (ref !== null) matches.push({ ...ref, start, end, text: text.slice(start, end) })
      NEXT.lastIndex = end
      found = NEXT.exec(text)
      if (found !== null) {
        separator = found[1]?.length ?? 0
        start = end + separator
        groups = found.slice(2)
      }
    }
    from = text.indexOf('《', end)
  }
  return matches
}

/**
 * Reads a text that is one citation and nothing else, or returns `null`.
 *
 * @example parseCitation('《劳动合同法》第三十八条') // { lawName: '劳动合同法', article: '38', paragraph: null, item: null }
 */
export function parseCitation(text: string): CitationRef | null {
  const [match, ...others] = findCitations(text)
  if (match === undefined || others.length > 0 || match.text !== text.trim()) return null
  const { lawName, article, paragraph, item } = match
  return { lawName, article, paragraph, item }
}

/**
 * An article's label as statutes write it.
 *
 * @example articleLabel('123-1') // '第一百二十三条之一'
 */
export function articleLabel(number: ArticleNumber): string {
  const [main = '', inserted] = number.split('-')
  const label = `第${formatChineseNumber(Number(main))}条`
  return inserted === undefined ? label : `${label}之${formatChineseNumber(Number(inserted))}`
}

/** A citation in its standard form, with the law's short name. */
export function formatCitation(name: string, ref: Omit<CitationRef, 'lawName'>): string {
  const paragraph = ref.paragraph === null ? '' : `第${formatChineseNumber(ref.paragraph)}款`
  const item = ref.item === null ? '' : `第${formatChineseNumber(ref.item)}项`
  return `《${name}》${articleLabel(ref.article)}${paragraph}${item}`
}

/** A citation that stands: the law, its version in force on the day asked, and the article. */
export interface ResolvedCitation {
  readonly law: Law
  readonly version: LawVersion
  readonly number: ArticleNumber
  readonly article: Article
  /** Standard form, for instance 《劳动合同法》第三十八条. */
  readonly label: string
}

/** Why a citation doesn't stand: what is wrong and what to do, in Chinese. */
export interface CitationFault {
  readonly fault: string
  readonly fix: string
}

/** Name → law, with full titles and aliases. Build it once with `indexLaws`. */
export type LawIndex = ReadonlyMap<string, Law>

/** Makes the index that `resolveCitation` looks laws up in. */
export function indexLaws(laws: readonly Law[]): LawIndex {
  return new Map(laws.flatMap((law) => [law.name, law.title, ...law.aliases].map((name) => [name, law] as const)))
}

/** Address of an article in the text that the page of its law shows, without the locale: `/laws/labour-contract-law/#art-38`. */
export function articleHref(lawId: string, number: ArticleNumber): string {
  return `/laws/${lawId}/#art-${number}`
}

/**
 * The version that content of a day speaks of: the one in force, or the one before where nobody has written up the newer one yet
 * (it has no gist at all), or where the repeal was entered only later. Entering a change so leaves what was right until then standing,
 * to be reviewed.
 */
function versionSpokenOf(law: Law, number: ArticleNumber, asOf: IsoDate): LawVersion | null {
  const { repealedOn, repealEnteredOn, ...unrepealed } = law
  const couldKnow = repealEnteredOn === undefined || asOf >= repealEnteredOn
  const inForce = versionInForce(couldKnow ? law : unrepealed, asOf)
  if (inForce === null || Object.keys(inForce.articles).length > 0) return inForce
  const earlier = law.versions.findLast(
    ({ effectiveFrom, articles }) => effectiveFrom < inForce.effectiveFrom && Object.keys(articles).length > 0,
  )
  return earlier !== undefined && number in earlier.articles ? earlier : inForce
}

/**
 * Finds the article that a citation means in the version in force on `asOf`.
 *
 * @returns the resolved citation, or the fault and its fix: unknown law, not yet in force, repealed, an article
 *   that this version doesn't have, or one whose gist nobody has written
 */
export function resolveCitation(laws: LawIndex, ref: CitationRef, asOf: IsoDate): ResolvedCitation | CitationFault {
  const law = laws.get(ref.lawName)
  if (law === undefined) {
    return {
      fault: `本站没有《${ref.lawName}》这部法律。`,
      fix: '改正名称；名称没错的，先在 content/laws/ 里给它建一个文件。',
    }
  }
  const label = formatCitation(law.name, ref)
  const version = versionSpokenOf(law, ref.article, asOf)
  if (version === null) return notInForce(law, label, asOf)
  const [main = '0'] = ref.article.split('-')
  if (Number(main) > version.articleCount) {
    return {
      fault: `没有${label}：${version.effectiveFrom} 起施行的文本只有${version.articleCount}条。`,
      fix: `对照 ${asOf} 有效的文本，改正条号。`,
    }
  }
  const article = version.articles[ref.article]
  if (article === undefined) {
    return {
      fault: `${label}还没有要旨（${version.effectiveFrom} 起施行的文本）。`,
      fix: `在 content/laws/${law.id}.yaml 里找到 effectiveFrom: ${version.effectiveFrom}，在它下面的 articles 里加上 "${ref.article}"，写好标题（heading）和要旨（gist）。`,
    }
  }
  return { law, version, number: ref.article, article, label }
}

function notInForce(law: Law, label: string, asOf: IsoDate): CitationFault {
  const first = law.versions[0]
  if (first !== undefined && asOf < first.effectiveFrom) {
    return {
      fault: `${label}在 ${asOf} 还没有施行：这部法 ${first.effectiveFrom} 起施行。`,
      fix: `改成引用那天有效的法律；讲的就是新法的，日期（asOf）写 ${first.effectiveFrom} 或者以后，页面会标明它还没有施行。`,
    }
  }
  const end = effectiveTo(law, law.versions.length - 1)
  return {
    fault: `${label}在 ${asOf} 已经失效：这部法 ${end} 起废止。`,
    fix: `改成引用接替它的法律；废止是后来才补登的，在 content/laws/${law.id}.yaml 里加上补登的日期（repealEnteredOn）。`,
  }
}

/** Tells a resolved citation from a fault. */
export function isResolved(result: ResolvedCitation | CitationFault): result is ResolvedCitation {
  return 'article' in result
}
