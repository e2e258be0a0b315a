import type { Site } from '../../content/domain/site.ts'
import { content } from './content.ts'
import { isChinese, type Locale } from './locale.ts'

/** The site's own name and owner, from `content/site.yaml`. */
export const site: Site = content.site

/** Name of the site in a language. */
export function siteName(locale: Locale): string {
  return isChinese(locale) ? site.name : site.englishName
}

/** 主办单位 in a language. */
export function siteOwner(locale: Locale): string {
  return isChinese(locale) ? site.owner : site.englishOwner
}

/**
 * The public address of the site.
 *
 * @param configured `site` of `astro.config.mjs`, which comes from MINGFA_ORIGIN
 * @throws {Error} in a production build (`demo: false`) whose address isn't a public https one, because canonical links,
 *   feeds and the SiteDomain tag would name a machine that nobody reaches
 */
export function siteOrigin(configured: URL | undefined): URL {
  if (configured === undefined) throw new Error('astro.config.mjs has no site. Set MINGFA_ORIGIN.')
  if (!site.demo && (configured.protocol !== 'https:' || configured.hostname === 'localhost')) {
    throw new Error(
      `content/site.yaml says demo: false, but the address of the site is ${configured.origin}. ` +
        'Set MINGFA_ORIGIN to its public https address, such as https://pufa.example.gov.cn.',
    )
  }
  return configured
}
