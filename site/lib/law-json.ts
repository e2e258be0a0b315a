import { articleLabel } from '../../content/domain/citation.ts'
import { compareArticles } from '../../content/domain/law.ts'
import {
  articleAnchor,
  comparisonJsonPath,
  comparisonPath,
  jsonPath,
  type LibraryLaw,
  type LibraryText,
  lawPath,
  type OfficialText,
  paragraphAnchor,
} from '../../content/domain/law-library.ts'
import { periodsOf, phasesOf } from '../../content/domain/law-timeline.ts'
import { createI18n } from './i18n.ts'
import { comparisonOf } from './law-comparison.ts'
import { CONTENT_LANGUAGE } from './locale.ts'
import type { Absolute } from './structured-data.ts'

/**
 * Laws for machines: a file beside each page, at its address without the slash. Every text and every article has an address
 * (`uri`) that stays; status is left to the reader, who has the days: a text is in force from `from` to before `to`.
 */

function textEntry(law: LibraryLaw, text: LibraryText, absolute: Absolute) {
  return {
    uri: absolute(lawPath(law.id, text.key)),
    json: absolute(jsonPath(law.id, text.key)),
    ...(text.effectiveFrom === undefined ? { undated: true } : { effectiveFrom: text.effectiveFrom }),
    adoptedOn: text.adoptedOn,
    publishedOn: text.publishedOn,
    note: text.curated?.note,
    statedStatus: text.stated,
    inForce: periodsOf(law.texts)
      .filter(({ key }) => key === text.key)
      .map(({ from, to }) => ({ from, to })),
    officialText: text.statute !== undefined,
  }
}

/** What `/laws/<law>.json` says. */
export function lawData(law: LibraryLaw, absolute: Absolute) {
  return {
    uri: absolute(lawPath(law.id)),
    id: law.id,
    title: law.title,
    name: law.name,
    level: law.level,
    issuer: law.issuer,
    texts: law.texts.map((text) => textEntry(law, text, absolute)),
  }
}

/** What `/laws/<law>/<key>.json` says: the text with every article, and our gists beside them. */
export function textData(law: LibraryLaw, text: LibraryText, absolute: Absolute) {
  const { statute, curated } = text
  const uri = absolute(lawPath(law.id, text.key))
  const gists = curated?.articles ?? {}
  const gistOf = (number: string) => {
    const gist = gists[number]
    return gist && { ...gist, label: createI18n(CONTENT_LANGUAGE).t('site:gistLabel') }
  }
  const numbers = new Set(statute?.articles.map(({ number }) => number))
  const articles =
    statute === undefined
      ? Object.keys(gists)
          .toSorted(compareArticles)
          .map((number) => ({
            uri: `${uri}#${articleAnchor(number)}`,
            number,
            label: articleLabel(number),
            gist: gistOf(number),
          }))
      : statute.articles.map(({ number, path, paragraphs }) => ({
          uri: `${uri}#${articleAnchor(number)}`,
          number,
          label: articleLabel(number),
          path,
          paragraphs: paragraphs.map(({ text: words, items }, index) => ({
            ...(paragraphs.length > 1 ? { uri: `${uri}#${paragraphAnchor(number, index + 1, numbers)}` } : {}),
            text: words,
            items,
          })),
          gist: gistOf(number),
        }))
  return {
    ...textEntry(law, text, absolute),
    law: absolute(lawPath(law.id)),
    title: statute?.title ?? law.title,
    name: law.name,
    level: law.level,
    issuer: statute?.issuer ?? law.issuer,
    phases: phasesOf(law.texts, text.key),
    history: statute?.history ?? [],
    preamble: statute?.preamble ?? [],
    articles,
    annexes: statute?.annexes ?? [],
  }
}

/**
 * What `/laws/<law>/<older>/<newer>.json` says: how many articles are the same, changed and so on, and of each that isn't the same
 * where it stands in both texts and its words in pieces, the same, removed or added.
 */
export function comparisonData(law: LibraryLaw, older: OfficialText, newer: OfficialText, absolute: Absolute) {
  const { counts, articles } = comparisonOf(older.statute, newer.statute)
  const page = absolute(comparisonPath(law.id, older.key, newer.key))
  const place = ({ key }: OfficialText, number: string | null, label: string | undefined) =>
    number === null ? null : { uri: `${absolute(lawPath(law.id, key))}#${articleAnchor(number)}`, number, label }
  return {
    uri: page,
    json: absolute(comparisonJsonPath(law.id, older.key, newer.key)),
    law: absolute(lawPath(law.id)),
    title: law.title,
    name: law.name,
    older: textEntry(law, older, absolute),
    newer: textEntry(law, newer, absolute),
    counts,
    articles: articles.map(({ kind, numbers, before, after, id, pieces }) => ({
      uri: `${page}#${id}`,
      kind,
      before: place(older, numbers.before, before),
      after: place(newer, numbers.after, after),
      pieces,
    })),
  }
}

/** A file of data. */
export function jsonFile(data: unknown): Response {
  return new Response(JSON.stringify(data), { headers: { 'content-type': 'application/json' } })
}
