import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/**
 * In `astro dev`, reads all content anew and reloads the page whenever a file in `content/` changes.
 */
export function reloadOnContent(): AstroIntegration {
  return {
    name: 'mingfa-content-reload',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const folder = fileURLToPath(new URL('content/', config.root))
        const reader = fileURLToPath(new URL('lib/content.ts', config.srcDir))
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'mingfa-content-reload',
                apply: 'serve',
                configureServer: (server) => void server.watcher.add(folder),
                hotUpdate({ file }) {
                  if (!file.replaceAll('/', sep).startsWith(folder)) return undefined
                  if (this.environment.name === 'client') this.environment.hot.send({ type: 'full-reload' })
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
