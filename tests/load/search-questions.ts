import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { parseCitation } from '../../content/domain/citation.ts'
import type { StatuteText } from '../../content/domain/statute.ts'
import { ROOT } from '../../worker/build/tools.ts'

/** Real questions with the articles that answer them (STARD), where they lie beside the repository. */

const DATA = join(ROOT, '../shared/data')
export const QUESTIONS_FILE = join(DATA, 'search/dev.jsonl')
export const STATUTES_FILE = join(DATA, 'statutes/national.jsonl.gz')
/** Whether the measure can be taken here. */
export const HAS_DATA = [QUESTIONS_FILE, STATUTES_FILE].every((file) => existsSync(file))

const LineSchema = z.object({
  area: z.enum(['labour', 'administrative', 'other']),
  query: z.string(),
  relevant: z.array(z.object({ law: z.string(), article: z.string() })),
})

/** A question and the articles that answer it, as `<law id> <number>`. */
export interface Question {
  readonly area: 'labour' | 'administrative' | 'other'
  readonly query: string
  readonly relevant: ReadonlySet<string>
  /** Whether it was used for tuning: the odd lines of the file. */
  readonly tuned: boolean
}

function plain(title: string): string {
  return title.normalize('NFKC').replaceAll(/[《》〈〉<>\s]/g, '')
}

/**
 * Reads the questions.
 *
 * @param statutes texts to name laws by
 * @throws {Error} when a law or an article isn't among them
 */
export function readQuestions(statutes: readonly StatuteText[]): Question[] {
  const ids = new Map(statutes.map(({ title, lawId }) => [plain(title), lawId]))
  return readFileSync(QUESTIONS_FILE, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const { area, query, relevant } = LineSchema.parse(JSON.parse(line))
      const keys = relevant.map(({ law, article }) => {
        const id = ids.get(plain(law))
        const number = parseCitation(`《法律》${article}`)?.article
        if (id === undefined || number === undefined) throw new Error(`line ${index + 1}: no ${law}${article}`)
        return `${id} ${number}`
      })
      return { area, query, relevant: new Set(keys), tuned: index % 2 === 0 }
    })
}
