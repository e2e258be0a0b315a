import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { assertNoProblems } from '../../content/domain/errors.ts'
import { type Site, SiteSchema } from '../../content/domain/site.ts'
import { readYaml } from '../../content/source/source-file.ts'
import { BuildCache } from '../lib/build-cache.ts'
import { SHARE_FOLDER } from './card.ts'
import { ShareArtist } from './drawing.ts'
import { type NamedImage, namedImage } from './page-card.ts'

/** Draws the share images that the built pages name; those of an earlier build come from the cache. */

function readSite(folder: string): Site {
  const result = readYaml('content/site.yaml', readFileSync(join(folder, 'site.yaml'), 'utf8'), SiteSchema)
  if ('value' in result) return result.value.data
  assertNoProblems(result.problems)
  throw new Error('content/site.yaml could not be read.')
}

/** Each image once. Pages in other languages that share one come after the Chinese page, whose address is the shortest. */
function namedImages(folder: string): NamedImage[] {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .toSorted((a, b) => a.length - b.length)
  const images = new Map<string, NamedImage>()
  for (const page of pages) {
    const image = namedImage(readFileSync(join(folder, page), 'utf8'))
    if (image !== undefined && !images.has(image.path)) images.set(image.path, image)
  }
  return [...images.values()]
}

/**
 * Puts the images that the pages of a built site name into it.
 *
 * @param site folder of the built site
 * @returns how many images the pages name, and how many of them had to be drawn
 */
export async function putShareImages(
  site: string,
  cache: BuildCache,
  artist: ShareArtist,
): Promise<{ named: number; drawn: number }> {
  const images = namedImages(site)
  mkdirSync(join(site, SHARE_FOLDER), { recursive: true })
  const queue = images.values()
  let drawn = 0
  const work = async () => {
    for (const { path, card } of queue) {
      const name = basename(path)
      let kept = cache.find(name)
      if (kept === undefined) {
        kept = cache.keep(name, await artist.draw(card))
        drawn += 1
      }
      copyFileSync(kept, join(site, path))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return { named: images.length, drawn }
}

/**
 * The share images of all pages, at the end of a build.
 *
 * @param folder path of `content/`
 * @param enabled false leaves them out, to measure or to look at something else
 */
export function shareImages(folder: string, enabled = process.env['MINGFA_SHARE_IMAGES'] !== 'skip'): AstroIntegration {
  let cacheFolder = ''
  return {
    name: 'mingfa-share-images',
    hooks: {
      'astro:config:done': ({ config }) => {
        cacheFolder = join(fileURLToPath(config.cacheDir), 'share-images')
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!enabled) return
        const startedAt = Date.now()
        const cache = new BuildCache(cacheFolder)
        const { named, drawn } = await putShareImages(fileURLToPath(dir), cache, new ShareArtist(readSite(folder)))
        cache.prune(startedAt)
        logger.info(`${named} images, ${drawn} drawn, ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
      },
    },
  }
}
