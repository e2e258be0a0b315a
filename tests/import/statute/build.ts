import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from 'vitest'
import { readDocument } from '../../../content/import/statute/document.ts'
import { markdownLines } from '../../../content/import/statute/markdown.ts'
import { plainLines } from '../../../content/import/statute/plain.ts'
import { readRecord } from '../../../content/import/statute/record.ts'
import { type ImportOptions, importStatutes } from '../../../content/import/statute/run.ts'
import type { Outcome, Refusal, SourceText } from '../../../content/import/statute/source-text.ts'

/** Made-up laws in the forms in which real ones come. No words of a real law stand in these tests. */

/** What is read of an outcome; fails with the reason when it was refused. */
export function read(outcome: Outcome): SourceText {
  if ('refused' in outcome) throw new Error(`${outcome.refused.place}: ${outcome.refused.fault}`)
  return outcome.read
}

/** Why an outcome was refused; fails when it was read. */
export function refused(outcome: Outcome): Refusal {
  if ('read' in outcome) throw new Error(`read: ${outcome.read.text.title}`)
  return outcome.refused
}

export function fromMarkdown(text: string): Outcome {
  const { lines, fields } = markdownLines('法.md', text)
  return readDocument('法.md', lines, fields)
}

export function fromPlain(text: string): Outcome {
  return readDocument('法.txt', plainLines('法.txt', text))
}

/** A line of a .jsonl file about a made-up law. */
export function record(fields: object = {}): string {
  return JSON.stringify({
    title: '中华人民共和国灯塔法（示例）',
    level: '法律',
    issuer: '全国人民代表大会常务委员会',
    published: '2019-03-05',
    effective: '2019-07-01',
    status: '现行有效',
    history: [{ date: '2019-03-05', event: '2019年3月5日 第十三届全国人民代表大会常务委员会第九次会议通过' }],
    articles: [
      { no: '第一条', path: ['第一章 总则'], text: '为了让船看得见灯塔，制定本法。' },
      { no: '第二条', path: ['第一章 总则'], text: '本法自2019年7月1日起施行。' },
    ],
    ...fields,
  })
}

export function fromRecord(fields: object = {}): Outcome {
  return readRecord('法.jsonl:1', record(fields))
}

/** What is told of repairs, without places. */
export function repairs({ repairs: list }: SourceText): string[] {
  return list.map(({ what }) => what)
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is gone after the test. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingfa-statute-'))
  folders.push(folder)
  return folder
}

/** A folder with these files. */
export async function withFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = temporary()
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Imports paths into a folder, with no content of the site. */
export function importInto(folder: string, paths: readonly string[], options: Partial<ImportOptions> = {}) {
  return importStatutes({ paths, folder, laws: [], dates: [], ...options })
}

/** Files below a folder with their text. */
export function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        join(entry.parentPath, entry.name).slice(folder.length + 1),
        readFileSync(join(entry.parentPath, entry.name), 'utf8'),
      ]),
  )
}
