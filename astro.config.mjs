import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { BEFORE_PAINT_HASH } from './site/display/before-paint.ts'
import { reloadOnContent } from './site/lib/content-reload.ts'
import { contentSitemap } from './site/lib/sitemap.ts'
import { traditionalPages } from './site/lib/traditional-page.ts'
import { serviceWorker } from './site/offline/service-worker.ts'
import { shareImages } from './site/share/share-images.ts'

export default defineConfig({
  site: process.env.MINGFA_ORIGIN ?? 'http://localhost:8787',
  srcDir: './site',
  publicDir: './site/public',
  outDir: './.build/site',
  cacheDir: './.build/cache',
  output: 'static',
  // In development Astro would answer 404 for addresses of the API, which have no slash, before the proxy sees them.
  trailingSlash: process.argv.includes('dev') ? 'ignore' : 'always',
  integrations: [
    // Babel has nothing to do in files without JSX.
    preact({ include: ['**/*.tsx'] }),
    reloadOnContent(),
    traditionalPages(),
    contentSitemap('./content'),
    shareImages('./content'),
    serviceWorker(),
  ],
  // One page is rendered while others are being written.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  devToolbar: { enabled: false },
  server: { port: 4321 },
  // Content is rendered by site/lib/markdown.ts; a highlighter would add inline styles that the policy below forbids.
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      scriptDirective: { hashes: [BEFORE_PAINT_HASH] },
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
      ],
    },
  },
  vite: {
    build: { sourcemap: false },
    server: { proxy: { '/api': 'http://localhost:8788' } },
  },
})
