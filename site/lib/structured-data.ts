import { hasWords, jsonPath, type LibraryLaw, type LibraryText, lawPath } from '../../content/domain/law-library.ts'
import { periodsOf, textStatus } from '../../content/domain/law-timeline.ts'
import { buildDay } from './content.ts'
import { createI18n } from './i18n.ts'
import { CONTENT_LANGUAGE, type Locale, localePath, textLang } from './locale.ts'
import { siteName, siteOwner } from './site.ts'

/**
 * What pages say to machines, in the terms of schema.org (JSON-LD). Only what the page itself shows; nothing of any question
 * of a contest or an exam, and never an `acceptedAnswer` of one.
 */

/** One node of JSON-LD. */
export type StructuredData = Readonly<Record<string, unknown>>

/** A page as structured data needs it. */
interface DescribedPage {
  readonly title: string
  readonly summary: string
  readonly keywords: readonly string[]
  readonly drafter: string
  readonly reviewer: string
  readonly reviewedOn: string
  readonly publishedOn: string
}

/** Makes an address of the site absolute. */
export type Absolute = (path: string) => string

/** A text as it stands in a language; one in another language, such as a name among English words, says which. */
function said(locale: Locale, text: string): string | StructuredData {
  const language = textLang(locale, text)
  return language === undefined ? text : { '@language': language, '@value': text }
}

/** The way from the home page to a page (`BreadcrumbList`), in the language of the page. */
export function breadcrumbs(
  locale: Locale,
  trail: readonly { readonly name: string; readonly path: string }[],
  absolute: Absolute,
): StructuredData {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: said(locale, name),
      item: absolute(path),
    })),
  }
}

/** The site and how to search it, for its home page. */
export function website(locale: Locale, absolute: Absolute): StructuredData {
  return {
    '@type': 'WebSite',
    name: siteName(locale),
    url: absolute(localePath(locale, '/')),
    inLanguage: locale,
    publisher: { '@type': 'GovernmentOrganization', name: siteOwner(locale) },
    potentialAction: {
      '@type': 'SearchAction',
      target: `${absolute(localePath(locale, '/search/'))}?q={query}`,
      'query-input': 'required name=query',
    },
  }
}

function described(page: DescribedPage, language: Locale): StructuredData {
  return {
    headline: page.title,
    description: page.summary,
    keywords: page.keywords.join(','),
    inLanguage: language,
    datePublished: page.publishedOn,
    dateModified: page.publishedOn > page.reviewedOn ? page.publishedOn : page.reviewedOn,
    author: { '@type': 'GovernmentOrganization', name: page.drafter },
    editor: { '@type': 'GovernmentOrganization', name: page.reviewer },
    isAccessibleForFree: true,
  }
}

/**
 * An explainer or a campaign.
 *
 * @param language of its text; on pages in Traditional Chinese the conversion sets it
 */
export function article(page: DescribedPage, language: Locale = CONTENT_LANGUAGE): StructuredData {
  return { '@type': 'Article', ...described(page, language) }
}

/** A lesson. */
export function lesson(page: DescribedPage & { readonly minutes: number }): StructuredData {
  return {
    '@type': ['Article', 'LearningResource'],
    ...described(page, CONTENT_LANGUAGE),
    learningResourceType: '案例',
    timeRequired: `PT${page.minutes}M`,
  }
}

/** What others ask, with the answers that the page gives; `language` as of `article`. */
export function faq(
  questions: readonly { readonly question: string; readonly answer: string }[],
  language: Locale = CONTENT_LANGUAGE,
): StructuredData {
  return {
    '@type': 'FAQPage',
    inLanguage: language,
    mainEntity: questions.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  }
}

/** Practice or a contest: what it is, without any of its questions. */
export function quiz(name: string, about: readonly string[]): StructuredData {
  return { '@type': 'Quiz', name, about: about.map((topic) => ({ '@type': 'Thing', name: topic })) }
}

const FORCE = {
  'in-force': 'InForce',
  'not-yet-in-force': 'NotInForce',
  superseded: 'NotInForce',
  repealed: 'NotInForce',
  undated: undefined,
} as const

/** The files that a text can be read in; of official texts imported from elsewhere, this site is no official publisher. */
function encodings(law: LibraryLaw, text: LibraryText, absolute: Absolute): StructuredData[] {
  const urls = { 'text/html': lawPath(law.id, text.key), 'application/json': jsonPath(law.id, text.key) }
  return Object.entries(urls).map(([encodingFormat, path]) => ({
    '@type': 'LegislationObject',
    encodingFormat,
    contentUrl: absolute(path),
    inLanguage: CONTENT_LANGUAGE,
    legislationLegalValue: 'https://schema.org/UnofficialLegalValue',
  }))
}

function legislationText(law: LibraryLaw, text: LibraryText, absolute: Absolute): StructuredData {
  const { effectiveFrom, adoptedOn, publishedOn, curated } = text
  const [period] = periodsOf(law.texts).filter(({ key }) => key === text.key)
  const force = FORCE[textStatus(law.texts, text.key, buildDay).status]
  const { t } = createI18n(CONTENT_LANGUAGE)
  const kind = curated?.note ?? (law.texts.length === 1 ? t('laws:firstText') : text.key)
  return {
    '@type': 'Legislation',
    '@id': absolute(lawPath(law.id, text.key)),
    name: `${law.name}（${kind}）`,
    inLanguage: CONTENT_LANGUAGE,
    legislationIdentifier: absolute(lawPath(law.id, text.key)),
    ...(effectiveFrom === undefined ? {} : { legislationDateVersion: effectiveFrom }),
    ...(adoptedOn === undefined ? {} : { legislationDate: adoptedOn }),
    ...(publishedOn === undefined ? {} : { datePublished: publishedOn }),
    ...(period === undefined ? {} : { temporalCoverage: `${period.from}/${period.to ?? '..'}` }),
    ...(force === undefined ? {} : { legislationLegalForce: `https://schema.org/${force}` }),
    ...(hasWords(text) ? { encoding: encodings(law, text, absolute) } : {}),
  }
}

/**
 * A law and its texts, each with its time in force (`Legislation`, as ELI has it: the law is the work, a text an example of it).
 *
 * @param text whose page this is; without it, the page is that of the law
 */
export function legislation(law: LibraryLaw, absolute: Absolute, text?: LibraryText): StructuredData[] {
  const url = absolute(lawPath(law.id))
  const { curated, issuer } = law
  const work = {
    '@type': 'Legislation',
    '@id': url,
    name: law.title,
    alternateName: law.name,
    ...(curated === undefined ? {} : { description: curated.summary, sameAs: curated.officialUrl }),
    inLanguage: CONTENT_LANGUAGE,
    legislationType: law.level,
    legislationJurisdiction: 'CN',
    ...(issuer === undefined ? {} : { legislationPassedBy: { '@type': 'Organization', name: issuer } }),
  }
  if (text === undefined) {
    return [{ ...work, workExample: law.texts.map((own) => legislationText(law, own, absolute)) }]
  }
  return [{ ...legislationText(law, text, absolute), exampleOfWork: work }]
}
