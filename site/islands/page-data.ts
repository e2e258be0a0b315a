import type { Assessment } from '../../content/domain/assessment.ts'
import { laws } from '../lib/content.ts'
import { createI18n } from '../lib/i18n.ts'
import { isChinese, type Locale } from '../lib/locale.ts'
import certificates from '../locales/zh-CN/certificates.json'
import desk from '../locales/zh-CN/console.json'
import quiz from '../locales/zh-CN/quiz.json'
import report from '../locales/zh-CN/report.json'
import type { IslandTexts, Section } from './i18n.ts'
import type { LawIds } from './question/CitationText.tsx'

/** What pages give to their islands. For the build only: nothing here may reach the browser. */

/** The namespaces whose sections islands use; `pages` stays with the pages. */
const NAMESPACES: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  quiz,
  report,
  certificates,
  console: desk,
}

/**
 * The sections of texts that an island uses, in the language of its page, resolved by i18next but for their values.
 *
 * @throws when a text of these sections is missing in that language
 */
export function islandTexts(locale: Locale, sections: readonly Section[]): IslandTexts {
  const { t } = createI18n(locale)
  const texts = Object.entries(NAMESPACES).flatMap(([namespace, own]) =>
    sections
      .flatMap((section) => Object.keys(own[section] ?? {}).map((name) => `${section}.${name}`))
      .map((key) => [key, t(`${namespace}:${key}`, { skipInterpolation: true })] as const),
  )
  return { locale, texts: Object.fromEntries(texts) }
}

/** Every name of a law on this site → its id, for links from citations. */
export const lawIds: LawIds = Object.fromEntries([...laws].map(([name, law]) => [name, law.id]))

/** Title of an assessment in the language of the page. */
export function assessmentTitle(locale: Locale, assessment: Pick<Assessment, 'title' | 'englishTitle'>): string {
  return isChinese(locale) ? assessment.title : assessment.englishTitle
}
