import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod/mini'
import { ProblemsError } from '../domain/errors.ts'
import { type StatuteText, StatuteTextSchema, statuteKey } from '../domain/statute.ts'

/** Imported official texts of a deployment: `.data/laws/<lawId>/<statuteKey>.json`, written by `npm run laws:import`. */

/**
 * Folder of the imported texts.
 *
 * @param root of the repository; `MINGFA_DATA` names another folder of data than its `.data`, as for the server
 */
export function lawsFolder(root: string): string {
  return join(resolve(process.env['MINGFA_DATA'] ?? join(root, '.data')), 'laws')
}

/** Folders of laws, in the order of their ids. What begins with a dot is an import under way. */
export function lawFolders(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
}

function damaged(folder: string, lawId: string, file: string): ProblemsError {
  return new ProblemsError([
    {
      place: `${lawId}/${file}`,
      fault: '这份导入的法律文本损坏了，或者被改动过。',
      fix: `删去 ${join(folder, lawId)} 这个文件夹，用 npm run laws:import 重新导入这部法律。`,
    },
  ])
}

function readJson(folder: string, lawId: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, lawId, file), 'utf8'))
  } catch {
    throw damaged(folder, lawId, file)
  }
}

function readText(folder: string, lawId: string, file: string): StatuteText {
  const parsed = StatuteTextSchema.safeParse(readJson(folder, lawId, file))
  if (!parsed.success || parsed.data.lawId !== lawId || `${statuteKey(parsed.data)}.json` !== file)
    throw damaged(folder, lawId, file)
  return parsed.data
}

function textFiles(folder: string, lawId: string): string[] {
  return readdirSync(join(folder, lawId))
    .filter((file) => file.endsWith('.json'))
    .sort()
}

const NamedSchema = z.object({ name: z.string() })

/**
 * Ids and names of the imported laws, without a check of their texts.
 *
 * @throws {ProblemsError} when a file isn't one of an import
 */
export function readLawNames(folder: string): { readonly lawId: string; readonly name: string }[] {
  return lawFolders(folder).flatMap((lawId) => {
    const [file] = textFiles(folder, lawId)
    if (file === undefined) return []
    const named = NamedSchema.safeParse(readJson(folder, lawId, file))
    if (!named.success) throw damaged(folder, lawId, file)
    return [{ lawId, name: named.data.name }]
  })
}

/**
 * The imported texts of one law, in the order of their keys.
 *
 * @throws {ProblemsError} when a file was damaged or changed
 */
export function readLawStatutes(folder: string, lawId: string): StatuteText[] {
  return textFiles(folder, lawId).map((file) => readText(folder, lawId, file))
}

/**
 * Reads the imported official texts of a deployment.
 *
 * @param folder such as `.data/laws`, with a folder a law and a file a text; one that isn't there has no texts
 * @throws {ProblemsError} when a file was damaged or changed
 */
export function readStatutes(folder: string): StatuteText[] {
  return lawFolders(folder).flatMap((lawId) => readLawStatutes(folder, lawId))
}
