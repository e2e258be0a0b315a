import Slugger from 'github-slugger'
import { caseAnchor } from '../../content/domain/case-batch.ts'
import type { IsoDate } from '../../content/domain/dates.ts'
import type { Law, LawLevel } from '../../content/domain/law.ts'
import {
  articleAnchor,
  type LibraryText as LawText,
  type LibraryLaw,
  lawLibrary,
  lawPath,
  leadsToLaw,
} from '../../content/domain/law-library.ts'
import { phasesOf } from '../../content/domain/law-timeline.ts'
import type { LibraryPassage, LibraryText } from '../../content/domain/library-index.ts'
import { noticeAnchor } from '../../content/domain/notice.ts'
import { wayAnchor } from '../../content/domain/remedy.ts'
import type { StatuteArticle, StatuteText } from '../../content/domain/statute.ts'
import type { Content } from '../../content/source/content.ts'

/** What the library is searched for: official texts of laws, our gists where there are none, and the bodies of pages. */

/** A text with its passages, in their order. */
export interface IndexedText {
  readonly text: LibraryText
  readonly passages: readonly Omit<LibraryPassage, 'text'>[]
}

/**
 * What a law counts beside others that fit as well: the higher its rank, the more other laws name it, and the more it settles.
 * A question about theft has a better answer in 刑法 than in a regulation on markets that mentions theft. Factors tuned on the
 * odd lines of the questions, see the README of the worker.
 */
const LEVELS: Readonly<Record<LawLevel, number>> = {
  宪法: 0.2,
  法律: 0.2,
  司法解释: 0.1,
  行政法规: 0,
  地方性法规: 0,
  部门规章: 0,
}
const NAMED = 0.05
const SIZE = 0.05

/** What a page of the site counts: as a middling law. Pages are few and in plain words, and come first by their words. */
const PAGE_WEIGHT = 1.4

function articleBody({ paragraphs }: StatuteArticle): string {
  return paragraphs.map(({ text, items = [] }) => [text, ...items].join('').replaceAll('\n', '')).join('\n')
}

/** How many other laws name each law, by its name in citations. */
function timesNamed(statutes: readonly StatuteText[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const [, texts] of Map.groupBy(statutes, ({ lawId }) => lawId)) {
    const own = new Set(texts.map(({ name }) => name))
    const named = new Set(
      texts.flatMap(({ articles }) =>
        articles.flatMap((article) =>
          [...articleBody(article).matchAll(/《([^》]{2,40})》/g)].map(([, name = '']) =>
            name.replace(/^中华人民共和国/, ''),
          ),
        ),
      ),
    )
    for (const name of named) if (!own.has(name)) times.set(name, (times.get(name) ?? 0) + 1)
  }
  return times
}

function ofLawText(law: LibraryLaw, text: LawText, weight: number, day: IsoDate): IndexedText[] {
  const { statute, curated, key } = text
  const gists = curated?.articles ?? {}
  const passages =
    statute === undefined
      ? Object.entries(gists).map(([article, { heading, gist }]) => ({
          ...{ article, anchor: articleAnchor(article), headings: heading, body: gist },
        }))
      : statute.articles.map((article) => ({
          article: article.number,
          anchor: articleAnchor(article.number),
          headings: [...article.path, gists[article.number]?.heading ?? ''].join(' ').trim(),
          body: articleBody(article),
        }))
  if (passages.length === 0) return []
  const path = leadsToLaw(law, text, day) ? lawPath(law.id) : lawPath(law.id, key)
  const phases = phasesOf(law.texts, key).map((phase) => ({ ...phase }))
  return [
    {
      text: { kind: 'article', title: law.name, path, weight, law: { id: law.id, level: law.level, phases } },
      passages,
    },
  ]
}

/** Every text of every law, by level and law. */
export function lawTexts(laws: readonly Law[], statutes: readonly StatuteText[], day: IsoDate): IndexedText[] {
  const named = timesNamed(statutes)
  return lawLibrary(laws, statutes)
    .toSorted((a, b) => a.level.localeCompare(b.level) || a.id.localeCompare(b.id))
    .flatMap((law) => {
      const size = Math.max(
        1,
        ...law.texts.map(({ statute, curated }) => statute?.articles.length ?? curated?.articleCount ?? 1),
      )
      const weight = 1 + LEVELS[law.level] + NAMED * Math.log1p(named.get(law.name) ?? 0) + SIZE * Math.log(size)
      return law.texts.flatMap((text) => ofLawText(law, text, Math.round(weight * 1000) / 1000, day))
    })
}

/** Marks of Markdown, and addresses of links. */
const MARKS = /!?\[([^\]]*)\]\([^)]*\)|\[\[[^\]]*\]\]|^\s*(?:[-*>]|\d+\.)\s+|[*_`|]|<[^>]*>/gm

function plain(markdown: string): string {
  return markdown
    .replaceAll(MARKS, '$1')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()
}

/**
 * A body cut at its headings, each with the anchor that its page gives it. Pages number headings of the same words as
 * `github-slugger` does, below which Astro's Markdown lies.
 */
export function sections(
  body: string,
): { readonly headings: string; readonly anchor: string; readonly body: string }[] {
  const slugger = new Slugger()
  return body
    .split(/^(?=##+ )/m)
    .map((part) => ({ heading: /^##+ (.*)$/m.exec(part)?.[1] ?? '', rest: part.replace(/^##+ .*$/m, '') }))
    .map(({ heading, rest }) => ({ headings: plain(heading), body: plain(rest) }))
    .map((part) => ({ ...part, anchor: part.headings === '' ? '' : slugger.slug(part.headings) }))
    .filter(({ body: text }) => text !== '')
}

/** Between the parts of a lesson. */
const CHECKPOINT = /^\[\[checkpoint:[^\]]*\]\]$/m

interface Page {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly keywords: readonly string[]
  readonly body: string
}

function pageText(kind: LibraryText['kind'], title: string, path: string): LibraryText {
  return { kind, title, path, weight: PAGE_WEIGHT, law: null }
}

function passage(headings: string, body: string, anchor = ''): Omit<LibraryPassage, 'text'> {
  return { article: null, anchor, headings, body }
}

function ofPage(kind: LibraryText['kind'], column: string, { id, title, summary, keywords, body }: Page): IndexedText {
  // The parts of a lesson between its checkpoints are texts of their own, whose headings are counted anew.
  const parts = kind === 'lesson' ? body.split(CHECKPOINT) : [body]
  return {
    text: pageText(kind, title, `/${column}/${id}/`),
    passages: [
      passage(keywords.join(' '), summary),
      ...parts.flatMap(sections).map((section) => passage(section.headings, section.body, section.anchor)),
    ],
  }
}

/** The bodies of the site's pages. Nothing of any question. */
export function pageTexts(content: Content): IndexedText[] {
  const pages = (kind: LibraryText['kind'], column: string, items: readonly { readonly value: Page }[]) =>
    items.map(({ value }) => ofPage(kind, column, value))
  const remedies = content.remedies.map(({ value }): IndexedText => {
    const { id, title, summary, keywords, ways } = value
    return {
      text: pageText('remedy', title, `/remedies/${id}/`),
      passages: [
        passage(keywords.join(' '), summary),
        ...ways.map(({ action, who, bring }, index) =>
          passage(action, [who, ...bring].join('\n'), wayAnchor(index + 1)),
        ),
      ],
    }
  })
  const cases = content.caseBatches.flatMap(({ value: { id, cases: ofBatch } }) =>
    ofBatch.map(
      ({ number, title, question, keywords, facts, result, reasoning, point }): IndexedText => ({
        text: pageText('case', title, `/cases/${id}/`),
        passages: [
          passage(
            [question, ...keywords].join(' '),
            [...facts, result, ...reasoning, point].join('\n'),
            caseAnchor(number),
          ),
        ],
      }),
    ),
  )
  const terms = content.glossary.value.terms.map(
    ({ id, term, aliases, meaning }): IndexedText => ({
      text: pageText('term', term, `/glossary/`),
      passages: [passage(aliases.join(' '), meaning, id)],
    }),
  )
  const notices = content.notices.flatMap(({ value }) =>
    value.notices.map(
      ({ id, title, addressee, matter, actions }): IndexedText => ({
        text: pageText('notice', title, '/notices/'),
        passages: [passage(addressee, [matter, ...actions].join('\n'), noticeAnchor(id))],
      }),
    ),
  )
  return [
    ...content.rules.map(({ value }) => ofPage('calculator', 'calculators', { ...value, body: '' })),
    ...pages('campaign', 'campaigns', content.campaigns),
    ...cases,
    ...pages('document', 'documents', content.documents),
    ...pages('explainer', 'explainers', content.explainers),
    ...pages('lesson', 'lessons', content.lessons),
    ...notices,
    ...remedies,
    ...terms,
  ]
}
