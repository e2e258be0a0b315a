import { join, resolve } from 'node:path'
import type { StatuteText } from '../domain/statute.ts'
import type { Content } from './content.ts'
import { lawFolders, readLawStatutes } from './statutes.ts'

/**
 * Imported texts of the laws that the content has files of; the many other laws of an import aren't read.
 *
 * @param root of the repository; `MINGFA_DATA` names another folder of data than its `.data`, as for the server
 */
export function readOwnStatutes({ laws }: Pick<Content, 'laws'>, root: string): StatuteText[] {
  const folder = join(resolve(process.env['MINGFA_DATA'] ?? join(root, '.data')), 'laws')
  const own = new Set(laws.map(({ value }) => value.id))
  return lawFolders(folder)
    .filter((id) => own.has(id))
    .flatMap((id) => readLawStatutes(folder, id))
}
