import { createHash } from 'node:crypto'
import { ELDER_KEY } from './text-size.ts'

/**
 * The one inline script of the site: sets `data-elder` on the root before anything is painted, so that a page in elder mode
 * doesn't first appear small and then jump. A file of its own would hold up the first paint of every page for everyone.
 */
export const BEFORE_PAINT = `try{const s=localStorage.getItem('${ELDER_KEY}');if(/^[123]$/.test(s))document.documentElement.dataset.elder=s}catch{}`

/** The hash that the content security policy allows it by. */
export const BEFORE_PAINT_HASH = `sha256-${createHash('sha256').update(BEFORE_PAINT).digest('base64')}` as const
