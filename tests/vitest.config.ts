import { randomBytes } from 'node:crypto'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const secret = () => randomBytes(32).toString('base64url')

/** Two kinds of tests: rules and readers in Node, the service inside workerd with real storage. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          root: `${import.meta.dirname}/..`,
          include: ['tests/{domain,content,export,import,site}/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        // Servers of their own on plain workerd, as `npm start` runs them; one file at a time, since they share the cores.
        test: {
          name: 'server',
          root: `${import.meta.dirname}/..`,
          include: ['tests/server/**/*.test.ts'],
          fileParallelism: false,
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: { SESSION_SECRET: secret(), OPERATOR_TOKEN: secret(), CERTIFICATE_KEY: secret() },
            },
          }),
        ],
        test: { name: 'worker', root: `${import.meta.dirname}/..`, include: ['tests/worker/**/*.test.ts'] },
      },
    ],
  },
})
