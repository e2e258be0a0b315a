import { effectiveTo, type Law, versionStatus } from '../../content/domain/law.ts'
import { buildDay } from './content.ts'
import { createI18n } from './i18n.ts'
import { CONTENT_LANGUAGE, type Locale, localePath } from './locale.ts'
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

/** The way from the home page to a page (`BreadcrumbList`). */
export function breadcrumbs(
  trail: readonly { readonly name: string; readonly path: string }[],
  absolute: Absolute,
): StructuredData {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
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

/** What others ask, with the answers that the page gives. */
export function faq(questions: readonly { readonly question: string; readonly answer: string }[]): StructuredData {
  return {
    '@type': 'FAQPage',
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
} as const

/** A law and its texts, each with its time in force (`Legislation`, as ELI has it). */
export function legislation(law: Law, absolute: Absolute): StructuredData {
  const url = absolute(`/laws/${law.id}/`)
  return {
    '@type': 'Legislation',
    '@id': url,
    name: law.title,
    alternateName: law.name,
    description: law.summary,
    inLanguage: CONTENT_LANGUAGE,
    legislationType: law.level,
    legislationJurisdiction: 'CN',
    legislationPassedBy: { '@type': 'Organization', name: law.issuer },
    sameAs: law.officialUrl,
    hasPart: law.versions.map((version, index) => {
      const end = effectiveTo(law, index)
      return {
        '@type': 'Legislation',
        name: `${law.name}（${version.note ?? createI18n(CONTENT_LANGUAGE).t('laws:firstText')}）`,
        legislationDateVersion: version.effectiveFrom,
        ...(version.adoptedOn === undefined ? {} : { legislationDate: version.adoptedOn }),
        temporalCoverage: `${version.effectiveFrom}/${end ?? '..'}`,
        legislationLegalForce: `https://schema.org/${FORCE[versionStatus(law, index, buildDay)]}`,
      }
    }),
  }
}
