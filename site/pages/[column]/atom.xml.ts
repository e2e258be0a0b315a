import type { APIRoute, GetStaticPaths } from 'astro'
import { atomFeed, type FeedPage } from '../../lib/feed.ts'
import { campaigns, explainers, lessons, type PageKind } from '../../lib/pages.ts'

const COLUMNS: Readonly<Record<PageKind, readonly FeedPage[]>> = {
  explainer: explainers,
  lesson: lessons,
  campaign: campaigns,
}

export const getStaticPaths = (() =>
  Object.entries(COLUMNS).map(([kind, pages]) => ({
    params: { column: `${kind}s` },
    props: { kind, pages },
  }))) satisfies GetStaticPaths

/** The feed of a column, for people who follow it. Content has one language, and so have its feeds. */
export const GET: APIRoute<{ kind: PageKind; pages: readonly FeedPage[] }> = ({ props, site }) => {
  if (site === undefined) throw new Error('astro.config.mjs names no site')
  return new Response(atomFeed(props.kind, props.pages, site), { headers: { 'content-type': 'application/atom+xml' } })
}
