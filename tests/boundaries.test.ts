import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/** The one rule that shapes the code: everything flows one way. See `content/README.md`. */

const ROOT = join(import.meta.dirname, '..')
const CODE = /\.(ts|tsx|mts|js|mjs|astro)$/

/** The code in a file: all of it, or of an `.astro` file its front matter and its scripts. */
function codeOf(path: string, text: string): string[] {
  if (!path.endsWith('.astro')) return [text]
  return [/^---\r?\n([\s\S]*?)\r?\n---/g, /<script\b[^>]*>([\s\S]*?)<\/script>/g].flatMap((part) =>
    [...text.matchAll(part)].map((match) => match[1] ?? ''),
  )
}

function importedBy(code: string): string[] {
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName)
}

/** What a file imports, types included. */
function importsOf(path: string, text: string): string[] {
  return codeOf(path, text).flatMap(importedBy)
}

/** What is left of the imports when the file runs: types are gone, as Node and the bundlers take them away. */
function runningImportsOf(path: string, text: string): string[] {
  const compilerOptions = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ESNext,
    jsx: ts.JsxEmit.Preserve,
    verbatimModuleSyntax: true,
  }
  return codeOf(path, text).flatMap((code) =>
    importedBy(ts.transpileModule(code, { compilerOptions, fileName: path.replace(/\.astro$/, '.ts') }).outputText),
  )
}

function filesBelow(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

const FILES = ['content', 'worker', 'site'].flatMap(filesBelow).sort()
const TEXTS = new Map(FILES.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]))
const IMPORTS = new Map([...TEXTS].map(([path, text]) => [path, importsOf(path, text)]))
const RUNNING = new Map([...TEXTS].map(([path, text]) => [path, runningImportsOf(path, text)]))

/** Path from the root that a relative import means; `null` for a package. */
function target(from: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(dirname(from), specifier.replace(/\?.*$/, '')) : null
}

/** `file → import` for every import that `wrong` finds wrong, in the files of a folder. */
function wrongImports(folder: string, wrong: (to: string | null, specifier: string) => boolean): string[] {
  return [...IMPORTS]
    .filter(([from]) => from.startsWith(folder))
    .flatMap(([from, specifiers]) =>
      specifiers.filter((own) => wrong(target(from, own), own)).map((own) => `${from} → ${own}`),
    )
}

describe('the scan', () => {
  test.each([
    ["import a from './a.ts'", 'x.ts', ['./a.ts']],
    ["import './a.ts'", 'x.ts', ['./a.ts']],
    ["import * as z from 'zod/mini'", 'x.ts', ['zod/mini']],
    ["import {\n  a,\n  type B,\n} from './a.ts'", 'x.ts', ['./a.ts']],
    ["import type { A } from './a.ts'", 'x.ts', ['./a.ts']],
    ["export { a } from './a.ts'", 'x.ts', ['./a.ts']],
    ["export * from './a.ts'", 'x.ts', ['./a.ts']],
    ["const a = await import('./a.ts')", 'x.ts', ['./a.ts']],
    ["let a: import('./a.ts').A", 'x.ts', ['./a.ts']],
    ["// import a from './a.ts'\n/* import './b.ts' */", 'x.ts', []],
    ['const text = "import a from \'./a.ts\'"', 'x.ts', []],
    [
      "---\nimport A from './A.astro'\n---\n<p>import b from './b.ts'</p>\n<script>\nimport './c.ts'\n</script>",
      'x.astro',
      ['./A.astro', './c.ts'],
    ],
  ])('of %j', (text, path, imports) => {
    expect(importsOf(path, text)).toEqual(imports)
  })

  test.each([
    ["import a from './a.ts'\na()", 'x.ts', ['./a.ts']],
    ["import './a.ts'", 'x.ts', ['./a.ts']],
    ["import type { A } from './a.ts'", 'x.ts', []],
    ["import type { A } from './a.ts'\nimport { b } from './b.ts'\nb<A>()", 'x.ts', ['./b.ts']],
    ["import { a, type B } from './a.ts'\na<B>()", 'x.ts', ['./a.ts']],
    ["export type { A } from './a.ts'", 'x.ts', []],
    ["let a: import('./a.ts').A", 'x.ts', []],
    ["const a = await import('./a.ts')", 'x.ts', ['./a.ts']],
    ["import { A } from './A.tsx'\nexport const b = <A />", 'x.tsx', ['./A.tsx']],
    ["---\nimport type { A } from './a.ts'\nimport B from './B.astro'\n---\n<B />", 'x.astro', ['./B.astro']],
  ])('of what runs in %j', (text, path, imports) => {
    expect(runningImportsOf(path, text)).toEqual(imports)
  })

  test('finds all three parts', () => {
    for (const part of ['content/domain/', 'content/check/', 'content/source/', 'worker/objects/', 'site/']) {
      expect(FILES.filter((path) => path.startsWith(part)).length).toBeGreaterThan(0)
    }
  })

  test('follows every relative import of code to a file that it has read', () => {
    const lost = wrongImports('', (to) => to !== null && CODE.test(to) && !IMPORTS.has(to) && !to.startsWith('tests/'))
    expect(lost).toEqual([])
    const endless = wrongImports('', (to) => to !== null && !/\.[a-z]+$/.test(to))
    expect(endless).toEqual([])
  })
})

describe('imports', () => {
  test('of content/domain are zod/mini and content/domain', () => {
    expect(
      wrongImports('content/domain/', (to, own) => own !== 'zod/mini' && !to?.startsWith('content/domain/')),
    ).toEqual([])
  })

  test('of content never lead to site or worker', () => {
    expect(wrongImports('content/', (to) => to !== null && !to.startsWith('content/'))).toEqual([])
  })

  test('of site never lead to worker', () => {
    expect(
      wrongImports('site/', (to, own) => to?.startsWith('worker/') || own === 'cloudflare:workers' || false),
    ).toEqual([])
  })

  test('of worker never lead to site', () => {
    expect(wrongImports('worker/', (to) => to?.startsWith('site/') ?? false)).toEqual([])
  })

  test('of what ships never lead to tests', () => {
    expect(wrongImports('', (to) => to?.startsWith('tests/') ?? false)).toEqual([])
  })

  test('of site and content/domain take zod/mini, never the whole of zod', () => {
    const whole = (_: string | null, own: string) => own !== 'zod/mini' && /^zod(\/|$)/.test(own)
    expect([...wrongImports('site/', whole), ...wrongImports('content/domain/', whole)]).toEqual([])
  })

  test('of the readers that run in browsers too never lead to Node', () => {
    const reached = new Set(['content/import/roster/read.ts', 'content/import/workbook/copy.ts'])
    for (const from of reached) {
      for (const own of RUNNING.get(from) ?? []) {
        const to = target(from, own)
        if (to !== null) reached.add(to)
      }
    }
    const needed = [...reached].flatMap((from) => (RUNNING.get(from) ?? []).map((own) => `${from} → ${own}`))
    expect(needed.length).toBeGreaterThan(30)
    expect(needed.filter((own) => / → (?:node:|csv-(?:parse|stringify)\/sync)/.test(own))).toEqual([])
  })

  test('make no circle when the code runs', () => {
    expect(circles(RUNNING)).toEqual([])
  })

  test('make no circle of types either, but for the class that a binding names', () => {
    // `Env` names the classes of its Durable Objects and every object takes an `Env`: Cloudflare's types ask for that.
    const without = [...IMPORTS].map(([from, specifiers]) => {
      const running = RUNNING.get(from) ?? []
      const named = (own: string) => /^worker\/objects\/\w+\/object\.ts$/.test(target(from, own) ?? '')
      return [from, specifiers.filter((own) => running.includes(own) || !named(own))] as const
    })
    expect(circles(new Map(without))).toEqual([])
  })
})

/** Each circle of imports, as the files that it goes through. */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path)
    if (at !== -1) found.push([...trail.slice(at), path].join(' → '))
    if (at !== -1 || done.has(path)) return
    for (const specifier of imports.get(path) ?? []) {
      const to = target(path, specifier)
      if (to !== null && imports.has(to)) visit(to, [...trail, path])
    }
    done.add(path)
  }
  for (const path of imports.keys()) visit(path, [])
  return found
}

test.each<[string, Record<string, string[]>, string[]]>([
  ['a chain', { 'a.ts': ['./b.ts'], 'b.ts': ['./c.ts'], 'c.ts': [] }, []],
  ['a diamond', { 'a.ts': ['./b.ts', './c.ts'], 'b.ts': ['./d.ts'], 'c.ts': ['./d.ts'], 'd.ts': [] }, []],
  ['a pair', { 'a.ts': ['./b.ts'], 'b.ts': ['./a.ts'] }, ['a.ts → b.ts → a.ts']],
  ['itself', { 'a.ts': ['./a.ts'] }, ['a.ts → a.ts']],
  [
    'three below an entrance',
    { 'in.ts': ['./x/a.ts'], 'x/a.ts': ['./b.ts'], 'x/b.ts': ['../c.ts'], 'c.ts': ['./x/a.ts'] },
    ['x/a.ts → x/b.ts → c.ts → x/a.ts'],
  ],
])('a circle is seen in %s', (_name, files, expected) => {
  expect(circles(new Map(Object.entries(files)))).toEqual(expected)
})

test.skipIf(!existsSync(join(ROOT, '.git')))(
  'the root of the repository has the entries it should and no others',
  () => {
    const allowed = new Set([
      'site',
      'content',
      'worker',
      'tests',
      'astro.config.mjs',
      'wrangler.toml',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'README.md',
      'LICENSE',
    ])
    const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean)
    const entries = new Set(tracked.map((path) => path.split('/')[0] ?? ''))
    expect([...entries].filter((entry) => !entry.startsWith('.') && !allowed.has(entry))).toEqual([])
    for (const entry of ['content', 'worker', 'tests', 'package.json', 'tsconfig.json'])
      expect(entries).toContain(entry)
  },
)
