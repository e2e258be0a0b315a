import { type Campaign, type CampaignKit, SETTING_IDS } from '../../content/domain/campaign.ts'
import { CONTENT_LANGUAGE, isChinese, type Locale, localePath, localeStaticPaths } from './locale.ts'
import { campaigns, pagePath } from './pages.ts'

/** The posters of campaigns: one a kit, and so one a setting. */

/** A poster with what it belongs to. */
export interface Poster {
  readonly campaign: Campaign
  readonly kit: CampaignKit
}

/** Address of the poster of a setting, without language. */
export function posterPath(campaign: Campaign, { setting }: CampaignKit): string {
  return `${pagePath('campaign', campaign.id)}poster-${SETTING_IDS[setting]}/`
}

/** A page for each poster in every language, for `pages/[...locale]/campaigns/[slug]/poster-[setting].astro`. */
export function posterStaticPaths() {
  const posters: Poster[] = campaigns.flatMap((campaign) => campaign.kits.map((kit) => ({ campaign, kit })))
  return localeStaticPaths().flatMap(({ params, props }) =>
    posters.map((poster) => ({
      params: { ...params, slug: poster.campaign.id, setting: SETTING_IDS[poster.kit.setting] },
      props: { ...props, ...poster },
    })),
  )
}

/** Where a poster leads. */
export interface PosterTarget {
  /** What the code contains: the target, and from which campaign and setting, to count by posters and not by persons. */
  readonly url: string
  /** What people type who can't scan: the target alone, without protocol. */
  readonly typed: string
}

/**
 * Where the poster of a setting leads: always a page in Chinese, as the poster is.
 *
 * @param origin public address of the site
 * @example posterTarget(campaign, kit, 'zh-CN', new URL('https://pufa.example')).url
 * // 'https://pufa.example/explainers/unpaid-wages/?from=winter-wages-2026-site'
 */
export function posterTarget({ campaign, kit }: Poster, locale: Locale, origin: URL): PosterTarget {
  const language = isChinese(locale) ? locale : CONTENT_LANGUAGE
  const url = new URL(localePath(language, kit.poster.target), origin)
  const typed = `${url.host}${url.pathname}${url.search}`
  url.searchParams.set('from', `${campaign.id}-${SETTING_IDS[kit.setting]}`)
  return { url: url.href, typed }
}
