import type { APIRoute } from 'astro'
import { createI18n } from '../../lib/i18n.ts'
import { type Locale, localePath, localeStaticPaths, TRADITIONAL } from '../../lib/locale.ts'
import { siteName } from '../../lib/site.ts'
import { toTraditional } from '../../lib/traditional.ts'
import { PAGE_GROUND } from '../../offline/grounds.ts'
import { ICONS } from '../../offline/icons.ts'

export const getStaticPaths = localeStaticPaths

const SHORTCUTS = ['explainers', 'remedies', 'practice'] as const

/**
 * Web app manifest of a language: what the site is once installed. Each language is an installation of its own; the scope is the
 * whole site, since every page leads to the other languages.
 */
export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) => {
  const { t } = createI18n(locale)
  const home = localePath(locale, '/')
  const manifest = JSON.stringify({
    id: home,
    name: siteName(locale),
    short_name: siteName(locale),
    lang: locale,
    start_url: home,
    scope: '/',
    display: 'standalone',
    theme_color: PAGE_GROUND.light,
    background_color: PAGE_GROUND.light,
    icons: Object.entries(ICONS).map(([name, { size, maskable }]) => ({
      src: `/icons/${name}.png`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      ...(maskable ? { purpose: 'maskable' } : {}),
    })),
    shortcuts: SHORTCUTS.map((key) => ({ name: t(`site:nav.${key}`), url: localePath(locale, `/${key}/`) })),
  })
  return new Response(locale === TRADITIONAL ? toTraditional(manifest) : manifest, {
    headers: { 'content-type': 'application/manifest+json' },
  })
}
