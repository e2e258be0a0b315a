import type { ShareCard } from './card.ts'

/** The share image that a built page names, with what it is to show. */
export interface NamedImage {
  /** Address on this site, such as `/share/3f9a1c20b7d4e586.png`. */
  readonly path: string
  readonly card: ShareCard
}

const TAG = /<meta property="((?:og|article):[\w:]+)" content="([^"]*)">/g
const ENTITY = /&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(ENTITY, (_, decimal, hexadecimal, name) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal))
      : (NAMED[String(name).toLowerCase()] ?? ''),
  )
}

/**
 * Reads the tags that `components/ShareTags.astro` wrote into a page.
 *
 * @param html a built page
 * @returns nothing for a page without a share image, such as the one for unknown addresses
 */
export function namedImage(html: string): NamedImage | undefined {
  const head = html.slice(0, html.indexOf('</head>'))
  const tags = new Map([...head.matchAll(TAG)].map(([, name = '', content = '']) => [name, decoded(content)]))
  const [address, title, siteName, locale] = ['image', 'title', 'site_name', 'locale'].map((name) =>
    tags.get(`og:${name}`),
  )
  if (address === undefined || title === undefined || siteName === undefined || locale === undefined) return undefined
  const card = { language: locale.replace('_', '-'), section: tags.get('article:section'), title, siteName }
  return { path: new URL(address).pathname, card }
}
