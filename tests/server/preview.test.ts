import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeLaw } from '../../content/import/statute/store.ts'
import { commandOf, end, ROOT, toolEnvironment } from '../../worker/build/tools.ts'
import { statute, statuteArticle } from '../fixtures/statutes.ts'
import { freePort } from './running-server.ts'

/** The preview of `npm run dev`, without the service, on a copy whose content is broken from the start. */

const PARTS = ['astro.config.mjs', 'content', 'package.json', 'site', 'tsconfig.json', 'worker'] as const
const WITHIN = { timeout: 30_000, interval: 500 }
const folder = mkdtempSync(join(tmpdir(), 'mingfa-preview-'))
const page = join(folder, 'content/explainers/unpaid-wages.md')
const terms = join(folder, 'content/traditional-terms.yaml')
const soundOf = (path: string) => readFileSync(path.replace(folder, ROOT), 'utf8')
const [sound, soundTerms] = [soundOf(page), soundOf(terms)]
let origin: string
let astro: ChildProcess

beforeAll(async () => {
  for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  writeFileSync(page, sound.replace('summary: ', 'summary： '))
  rmSync(terms)
  const port = await freePort()
  const [program, ...args] = commandOf('astro', ['dev', '--port', String(port)])
  // Astro serves no pages below Vitest.
  const { VITEST: _, NODE_ENV: _mode, ...environment } = toolEnvironment()
  astro = spawn(program, args, { cwd: folder, env: { ...environment, MINGFA_PREVIEW: '1' }, stdio: 'ignore' })
  origin = `http://localhost:${port}`
})

afterAll(() => {
  end(astro)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** A page as a browser asks for it; nothing while the preview starts. */
async function shown(path: string): Promise<string> {
  const response = await fetch(origin + path, { headers: { accept: 'text/html' } }).catch(() => undefined)
  return response === undefined ? '' : `${response.status} ${await response.text()}`
}

it('starts with files that cannot be read, and every page says in Chinese which, where and what to do', async () => {
  await expect.poll(() => shown('/laws/labour-law/'), WITHIN).toMatch(/^500 /)
  const text = await shown('/')
  expect(text).toContain('<html lang="zh-CN">')
  expect(text).toContain('<code>content/explainers/unpaid-wages.md:3</code><br>名称后面用了中文冒号“：”')
  expect(text).toContain('<code>content/traditional-terms.yaml</code><br>没有这个文件。')
  expect(text.match(/怎么改/g)).toHaveLength(2)
}, 60_000)

it('shows the pages once the files are mended', async () => {
  writeFileSync(page, sound)
  writeFileSync(terms, soundTerms)
  await expect.poll(() => shown('/hant/explainers/unpaid-wages/'), WITHIN).toMatch(/^200 [\s\S]*老闆拖欠工資/)
}, 60_000)

it('shows an official text once it was imported, and another one once that took its place', async () => {
  const path = '/laws/example-law/'
  for (const words of ['第一次导入的条文（示例）。', '第二次导入的条文（示例）。']) {
    const text = statute({ lawId: 'example-law', articles: [statuteArticle('1', words)] })
    writeLaw(join(folder, '.data/laws'), 'example-law', [text])
    await expect.poll(() => shown(path), WITHIN).toContain(words)
  }
}, 90_000)

it('shows the problems again when a file is broken', async () => {
  writeFileSync(page, Buffer.from([0xc0, 0xcf, 0xb0, 0xe5]))
  await expect
    .poll(() => shown('/explainers/unpaid-wages/'), WITHIN)
    .toMatch(/^500 [\s\S]*content\/explainers\/unpaid-wages\.md<\/code><br>这个文件的编码不是 UTF-8/)
}, 90_000)
