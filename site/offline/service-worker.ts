import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { builtLocales, CONTENT_LANGUAGE, localePath } from '../lib/locale.ts'
import { ANSWERING_LOCK, CACHES, KEPT_AT, type OfflineSettings } from './names.ts'

/** Builds `/sw.js` from `worker.ts`, with what it has to know of this version of the site. */

const FILE = 'sw.js'
const OFFLINE_PAGES: OfflineSettings['offlinePages'] = [
  localePath(CONTENT_LANGUAGE, '/offline/'),
  ...builtLocales()
    .filter((locale) => locale !== CONTENT_LANGUAGE)
    .map((locale) => localePath(locale, '/offline/')),
]

/** Hash of the hashed files' names and of the pages for what can't be had: the worker keeps both. */
function versionOf(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(join(folder, '_astro')).toSorted()) hash.update(name)
  for (const page of OFFLINE_PAGES) hash.update(readFileSync(join(folder, page, 'index.html')))
  return hash.digest('hex').slice(0, 12)
}

/**
 * The worker's code with its settings before it.
 *
 * @param code as bundled
 * @throws {Error} when it imports something: a worker of the classic kind, the only one that all browsers take, can't
 */
export function withSettings(code: string, settings: OfflineSettings): string {
  if (/(?:^|[;}\s])(?:import|export)\b(?!\s*\()/.test(code)) {
    throw new Error('site/offline/worker.ts shares a module with a page. Let it import plan.ts and types alone.')
  }
  return `const MINGFA=${JSON.stringify(settings)};${code}`
}

/** The service worker, bundled with the scripts of the pages and finished once the pages are there. Not in development. */
export function serviceWorker(): AstroIntegration {
  const source = fileURLToPath(new URL('worker.ts', import.meta.url))
  return {
    name: 'mingfa-service-worker',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'mingfa-service-worker',
                applyToEnvironment: ({ name }) => name === 'client',
                buildStart() {
                  this.emitFile({ type: 'chunk', id: source, fileName: FILE })
                },
              },
            ],
          },
        })
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir)
        const path = join(folder, FILE)
        const settings: OfflineSettings = {
          version: versionOf(folder),
          offlinePages: OFFLINE_PAGES,
          caches: CACHES,
          keptAt: KEPT_AT,
          answering: ANSWERING_LOCK,
        }
        const code = withSettings(readFileSync(path, 'utf8'), settings)
        writeFileSync(path, code)
        logger.info(`${FILE} of ${settings.version}, ${code.length} characters`)
      },
    },
  }
}
