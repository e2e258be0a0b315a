import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Refusal } from './source-text.ts'

/** Which files an import reads. */

const KINDS = [
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.txt', 'plain'],
  ['.docx', 'word'],
  ['.jsonl', 'json-lines'],
  ['.jsonl.gz', 'json-lines'],
  ['.ndjson', 'json-lines'],
  ['.ndjson.gz', 'json-lines'],
] as const
/** Formats of files. */
export type SourceKind = (typeof KINDS)[number][1]

/** A file to read. */
export interface SourceFile {
  readonly path: string
  /** As the reader of messages knows it: below the folder that was named. */
  readonly name: string
  readonly kind: SourceKind
  readonly bytes: number
}

const OLD_WORD = /\.(doc|wps|rtf|pdf|xlsx?)$/i

function kindOf(name: string): SourceKind | null {
  const lower = name.toLowerCase()
  return KINDS.find(([ending]) => lower.endsWith(ending))?.[1] ?? null
}

function refused(name: string, fault: string, fix: string): Refusal {
  return { place: name, fault, fix, blocks: false }
}

function wrongKind(name: string): Refusal {
  return OLD_WORD.test(name)
    ? refused(name, '这种格式读不了。', '用 Word 或者 WPS 打开，另存为“Word 文档（.docx）”，再导入。')
    : refused(name, '看不出是什么格式。', '导入 .md、.txt、.docx、.jsonl 或者 .jsonl.gz 文件。')
}

/**
 * The files that paths name, those in folders in the order of their names. A folder may hold other files; statutes in a format
 * that can't be read are told.
 */
export function sourcesIn(paths: readonly string[]): { readonly files: SourceFile[]; readonly refused: Refusal[] } {
  const files = new Map<string, SourceFile>()
  const problems: Refusal[] = []
  const add = (path: string, name: string, isNamed: boolean) => {
    const kind = kindOf(name)
    if (kind === null) {
      if (isNamed || OLD_WORD.test(name)) problems.push(wrongKind(name))
    } else files.set(path, { path, name, kind, bytes: statSync(path).size })
  }
  for (const named of paths) {
    const path = resolve(named)
    let isFolder: boolean
    try {
      isFolder = statSync(path).isDirectory()
    } catch {
      problems.push(refused(named, '打不开。', '看看路径对不对；文件名里有空格的，两边加英文双引号。'))
      continue
    }
    if (!isFolder) {
      add(path, named, true)
      continue
    }
    for (const entry of filesBelow(path))
      add(join(entry.parentPath, entry.name), relative(path, join(entry.parentPath, entry.name)), false)
  }
  return { files: [...files.values()], refused: problems }
}

function filesBelow(folder: string): Dirent[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && !entry.name.startsWith('.') && !entry.name.startsWith('~$') && entry.name !== 'README.md',
    )
    .sort((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1))
}
