import type { APIRoute, GetStaticPaths } from 'astro'
import { caseBatchPages } from '../../lib/case-batches.ts'
import { atomFeed, type FeedKind, type FeedPage } from '../../lib/feed.ts'
import { noticePages } from '../../lib/notices.ts'
import { COLUMN_OF, campaigns, documents, explainers, lessons, remedies } from '../../lib/pages.ts'

const FEEDS: readonly (readonly [kind: FeedKind, pages: readonly FeedPage[]])[] = [
  ['explainer', explainers],
  ['lesson', lessons],
  ['campaign', campaigns],
  ['remedy', remedies],
  ['document', documents],
  ['case', caseBatchPages],
  ['notice', noticePages],
]

export const getStaticPaths = (() =>
  FEEDS.map(([kind, pages]) => ({
    params: { column: COLUMN_OF[kind] },
    props: { kind, pages },
  }))) satisfies GetStaticPaths

/** The feed of a column, for people who follow it. Content has one language, and so have its feeds. */
export const GET: APIRoute<{ kind: FeedKind; pages: readonly FeedPage[] }> = ({ props, site }) => {
  if (site === undefined) throw new Error('astro.config.mjs names no site')
  return new Response(atomFeed(props.kind, props.pages, site), { headers: { 'content-type': 'application/atom+xml' } })
}
