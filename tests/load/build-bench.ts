import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandOf, ROOT } from '../../worker/build/tools.ts'

/**
 * `npm run bench:build`: seconds and peak memory of building 1,000 and 10,000 generated explainers, beside a bare Astro project
 * that renders the same Markdown to the same number of pages with nothing around it. Share images are left out, and Traditional
 * pages in the comparison; both are kept by content between builds, so a second build of everything is measured too.
 *
 * BENCH_EXPLAINERS names other numbers: `BENCH_EXPLAINERS=1000,5000`.
 */
const COUNTS = (process.env['BENCH_EXPLAINERS'] ?? '1000,10000').split(',').map(Number)
const SAMPLE_MS = 100

interface Cost {
  readonly seconds: number
  readonly peakMegabytes: number
  readonly pages: number
}

/** Resident memory of a process and its children in bytes, on Linux. */
function residentBytes(pid: number): number {
  try {
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    return children.reduce((sum, child) => sum + residentBytes(Number(child)), own)
  } catch {
    // The process has ended meanwhile.
    return 0
  }
}

function finished(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (data) => (said += data))
    child.stderr?.on('data', (data) => (said += data))
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`astro build ended with ${code}:\n${said}`))))
  })
}

async function buildCost(folder: string, settings: Readonly<Record<string, string>> = {}): Promise<Cost> {
  const output = join(folder, 'out')
  const started = performance.now()
  const [program, ...args] = commandOf('astro', ['build', '--outDir', output])
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', MINGFA_SHARE_IMAGES: 'skip', ...settings },
  })
  let peak = 0
  const sampling = setInterval(() => {
    peak = Math.max(peak, residentBytes(child.pid ?? 0))
  }, SAMPLE_MS)
  try {
    await finished(child)
  } finally {
    clearInterval(sampling)
  }
  const seconds = (performance.now() - started) / 1000
  const pages = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  ).length
  return { seconds, peakMegabytes: peak / 2 ** 20, pages }
}

/** Explainers like the shipped ones, each with its own id, title and sections: nothing rendered for one serves another. */
function* generated(count: number): Generator<readonly [id: string, text: string]> {
  const folder = join(ROOT, 'content/explainers')
  const shipped = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
  const texts = shipped.map((file) => readFileSync(join(folder, file), 'utf8'))
  for (let number = 1; number <= count; number += 1) {
    const text = texts[number % texts.length] ?? ''
    const own = text
      .replace(/^title: .*$/m, `title: 第${number}件事怎么办`)
      .replace(/^## .*$/gm, `$&\n\n这是第${number}件事。`)
    yield [`generated-${number}`, own]
  }
}

/** This project with more explainers. */
function ourProject(folder: string, count: number): void {
  // Astro looks sources up by their real path, so they are copied; packages need not be.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const name of ['site', 'worker', 'content', 'tsconfig.json', 'package.json', 'astro.config.mjs']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  }
  for (const [id, text] of generated(count)) writeFileSync(join(folder, 'content/explainers', `${id}.md`), text)
}

/** Astro alone: a collection of the same Markdown, rendered to `copies` pages each. */
function bareProject(folder: string, count: number, copies: number): void {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('package.json', '{ "type": "module", "private": true }')
  write('astro.config.mjs', `export default { markdown: { syntaxHighlight: false } }`)
  write(
    'src/content.config.ts',
    `import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
export const collections = { pages: defineCollection({ loader: glob({ base: './pages', pattern: '*.md' }) }) }
`,
  )
  write(
    'src/pages/[copy]/[slug].astro',
    `---
import { getCollection, render } from 'astro:content'
export async function getStaticPaths() {
  const pages = await getCollection('pages')
  return Array.from({ length: ${copies} }, (_, copy) =>
    pages.map((page) => ({ params: { copy: String(copy), slug: page.id }, props: { page } })),
  ).flat()
}
const { page } = Astro.props
const { Content } = await render(page)
---
<html lang="zh-CN"><head><meta charset="utf-8"><title>{page.data.title}</title></head><body><h1>{page.data.title}</h1><Content /></body></html>
`,
  )
  for (const [id, text] of generated(count)) write(`pages/${id}.md`, text)
}

async function inFolder<T>(make: (folder: string) => void, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'mingfa-build-'))
  try {
    make(folder)
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function row(name: string, { seconds, peakMegabytes, pages }: Cost): string {
  return `  ${name.padEnd(20)} ${seconds.toFixed(1).padStart(7)} s ${peakMegabytes.toFixed(0).padStart(6)} MB ${String(pages).padStart(7)} pages`
}

for (const count of COUNTS) {
  console.log(`${count} explainers`)
  const ours = await inFolder(
    (folder) => ourProject(folder, count),
    async (folder) => {
      const compared = await buildCost(folder, { MINGFA_TRADITIONAL: 'skip' })
      console.log(row('without Traditional', compared))
      console.log(row('everything', await buildCost(folder)))
      console.log(row('everything again', await buildCost(folder)))
      return compared
    },
  )
  const copies = Math.max(1, Math.round(ours.pages / count))
  const bare = await inFolder((folder) => bareProject(folder, count, copies), buildCost)
  console.log(row('bare Astro', bare))
  const perPage = ours.seconds / ours.pages / (bare.seconds / bare.pages)
  console.log(`  ratio ${(ours.seconds / bare.seconds).toFixed(2)} in time, ${perPage.toFixed(2)} a page\n`)
}
