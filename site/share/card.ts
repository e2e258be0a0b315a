import { createHash } from 'node:crypto'
import type { Site } from '../../content/domain/site.ts'

/**
 * What a share image shows, and where it stands. Pure; the pages name images by it, the build draws them.
 */

/** Size of every share image in pixels: what WeChat, Weibo and others cut least from. */
export const SHARE_IMAGE_SIZE = { width: 1200, height: 630 } as const

/** Folder of the images in the built site. */
export const SHARE_FOLDER = 'share'

/** The texts of a share image, all in one language. */
export interface ShareCard {
  /** BCP 47 tag: breaks lines by its words and chooses the words around the title. */
  readonly language: string
  /** Name of the column; the page of a column, and home, have none. */
  readonly section: string | undefined
  readonly title: string
  readonly siteName: string
}

/** What the image says of the site around the title. */
export type ShareSite = Pick<Site, 'demo' | 'owner' | 'englishOwner' | 'contact'>

/** To be raised with every change to `drawing.ts` that shows, so that images made before it are made anew. */
const DRAWING = 2

/**
 * Address of the image of a card: a hash of everything in it, so that an image that is there never changes, and pages with
 * the same card share one.
 *
 * @example shareImagePath(card, site) // '/share/3f9a1c20b7d4e586.png'
 */
export function shareImagePath({ language, section, title, siteName }: ShareCard, site: ShareSite): string {
  const { demo, owner, englishOwner, contact } = site
  const drawn = [DRAWING, language, section, title, siteName, demo, owner, englishOwner, contact.phone]
  const hash = createHash('sha256').update(JSON.stringify(drawn)).digest('hex').slice(0, 16)
  return `/${SHARE_FOLDER}/${hash}.png`
}
