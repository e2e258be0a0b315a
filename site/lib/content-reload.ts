import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { type Problem, ProblemsError } from '../../content/domain/errors.ts'
import { readContent } from '../../content/source/content.ts'
import { watchLaws } from '../../content/source/laws-watch.ts'
import { LAWS_FOLDER } from './laws-folder.ts'
import { unreadablePage } from './problem-list.ts'

/** Path of a file as Vite names it on every system. */
function vitePath(url: URL): string {
  return fileURLToPath(url).replaceAll(sep, '/')
}

/** What makes the content unreadable; whatever else goes wrong is for the page that was asked for to say. */
function unreadable(folder: string): readonly Problem[] {
  try {
    readContent(folder, { now: Date.now(), preview: true })
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems
  }
  return []
}

/**
 * In `astro dev`, reads all content anew and reloads the page whenever a file in `content/` changes, and so the imported texts after
 * an import. While a file can't be read, every page says so in the author's words.
 */
export function reloadOnContent(): AstroIntegration {
  return {
    name: 'mingfa-content-reload',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const folder = vitePath(new URL('content/', config.root))
        const reader = vitePath(new URL('lib/content.ts', config.srcDir))
        const imported = vitePath(new URL('lib/law-library.ts', config.srcDir))
        const isContent = (file: string) => file.replaceAll(sep, '/').startsWith(folder)
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'mingfa-content-reload',
                apply: 'serve',
                configureServer(server) {
                  server.watcher.add(folder)
                  // Hundreds of folders are too many for the watcher; what it tells of is the module that reads them.
                  const stop = watchLaws(LAWS_FOLDER, () => server.watcher.emit('change', imported))
                  server.httpServer?.once('close', stop)
                  let problems: readonly Problem[] | undefined
                  server.watcher.on('all', (_event, file) => {
                    if (isContent(file)) problems = undefined
                  })
                  server.middlewares.use((request, response, next) => {
                    if (!request.headers.accept?.includes('text/html')) return next()
                    problems ??= unreadable(folder)
                    if (problems.length === 0) return next()
                    response
                      .writeHead(500, { 'content-type': 'text/html; charset=utf-8' })
                      .end(unreadablePage(problems))
                  })
                },
                hotUpdate({ file }) {
                  if (!isContent(file) && file !== imported) return undefined
                  if (this.environment.name === 'client') this.environment.hot.send({ type: 'full-reload' })
                  // Of the module that reads the imported texts, Vite knows itself what depends on it.
                  if (file === imported) return undefined
                  return [...(this.environment.moduleGraph.getModulesByFile(reader) ?? [])]
                },
              },
            ],
          },
        })
      },
    },
  }
}
