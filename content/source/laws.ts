import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type * as z from 'zod/mini'
import { type Problem, ProblemsError } from '../domain/errors.ts'
import { type Law, LawFileSchema } from '../domain/law.ts'
import { type LawDate, LawDatesSchema } from '../domain/law-dates.ts'
import { readYaml } from './source-file.ts'

/** What content says of laws: enough for an import, which must not fail because of a mistake on some page. */
export interface LawContent {
  readonly laws: readonly Law[]
  readonly dates: readonly LawDate[]
}

/**
 * Reads the laws' files and the file of dates.
 *
 * @param folder path of `content/`
 * @throws {ProblemsError} with every problem of these files
 */
export function readLawContent(folder: string): LawContent {
  const problems: Problem[] = []
  const take = <T>(name: string, schema: z.ZodMiniType<T>): T[] => {
    const result = readYaml(`content/${name}`, readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, ''), schema)
    if ('value' in result) return [result.value.data]
    problems.push(...result.problems)
    return []
  }
  const laws = readdirSync(join(folder, 'laws'))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => take(`laws/${file}`, LawFileSchema).map((law) => ({ ...law, id: basename(file, '.yaml') })))
  const dates = existsSync(join(folder, 'law-dates.yaml')) ? take('law-dates.yaml', LawDatesSchema).flat() : []
  if (problems.length > 0) throw new ProblemsError(problems)
  return { laws, dates }
}
