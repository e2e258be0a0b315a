import type { StatuteText } from '../domain/statute.ts'
import type { Content } from './content.ts'
import { lawFolders, lawsFolder, readLawStatutes } from './statutes.ts'

/**
 * Imported texts of the laws that the content has files of; the many other laws of an import aren't read.
 *
 * @param root of the repository, see `lawsFolder`
 */
export function readOwnStatutes({ laws }: Pick<Content, 'laws'>, root: string): StatuteText[] {
  const folder = lawsFolder(root)
  const own = new Set(laws.map(({ value }) => value.id))
  return lawFolders(folder)
    .filter((id) => own.has(id))
    .flatMap((id) => readLawStatutes(folder, id))
}
