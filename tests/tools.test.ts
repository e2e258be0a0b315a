import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { commandOf, ROOT, run, workerdCommandOf } from '../worker/build/tools.ts'

const root = mkdtempSync(join(tmpdir(), 'mingfa-tools-'))
afterAll(() => rmSync(root, { recursive: true }))

/** Installs a package with one program below the temporary root. */
function install(name: string, bin: unknown, file: string, text: string | Uint8Array): void {
  const folder = join(root, 'node_modules', name)
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, bin }))
  writeFileSync(join(folder, file), text)
}

describe('a program of a package', () => {
  const NODE = '#!/usr/bin/env node\nprocess.exit(0)\n'

  it.each([
    ['that is JavaScript runs on this Node', 'one', { one: './bin/one.mjs' }, 'one', 'bin/one.mjs'],
    ['without an ending, too', 'two', { two: 'bin/two', other: 'bin/other' }, 'two', 'bin/two'],
    ['that is the only one of its package', 'three', 'cli.js', 'three', 'cli.js'],
    ['that is named otherwise than its package', 'typescript', { tsc: './bin/tsc' }, 'tsc', 'bin/tsc'],
    ['of a package in a scope', '@biomejs/biome', { biome: 'bin/biome' }, 'biome', 'bin/biome'],
  ])('%s', (_, name, bin, program, file) => {
    install(name, bin, file, NODE)
    expect(commandOf(program, ['--x'], root)).toEqual([process.execPath, join(root, 'node_modules', name, file), '--x'])
  })

  it.each([
    ['ELF', Buffer.from('\x7fELF node')],
    ['nothing', ''],
    ['a shell script', '#!/bin/sh\nnode x\n'],
  ])('that is %s runs by itself', (_, text) => {
    install('native', { native: 'bin/native' }, 'bin/native', text)
    expect(commandOf('native', [], root)).toEqual([join(root, 'node_modules/native/bin/native')])
  })

  it.each(['missing', 'bare'])('that is not there is said to be installed first: %s', (name) => {
    install('bare', { other: 'x' }, 'x', '')
    expect(() => commandOf(name, [], root)).toThrow(`没有装好 ${name}。请先运行 npm ci。`)
  })

  it.each(['astro', 'biome', 'playwright', 'tsc', 'vitest', 'wrangler'])('is found in this repository: %s', (name) => {
    expect(commandOf(name)[1]).toContain(join(ROOT, 'node_modules'))
  })

  it('is workerd itself, not a script that starts it', () => {
    expect(workerdCommandOf(['serve'])).toEqual([expect.stringMatching(/workerd(\.exe)?$/), 'serve'])
  })
})

describe('running a tool', () => {
  it('gives what it says', async () => {
    expect(await run('tsc', ['--version'])).toMatch(/^Version \d/)
  })

  it('fails with what it says', async () => {
    await expect(run('tsc', ['--no-such-option'])).rejects.toThrow(/tsc --no-such-option ended with 1[\s\S]*TS5023/)
  })
})
