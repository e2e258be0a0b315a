import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { SearchResultsSchema } from '../../content/domain/search-api.ts'
import type { StatuteText } from '../../content/domain/statute.ts'
import { importStatutes } from '../../content/import/statute/run.ts'
import { readContent } from '../../content/source/content.ts'
import { readStatutes } from '../../content/source/statutes.ts'
import { writeLibrary } from '../../worker/build/library-index.ts'
import { loadLibrary } from '../../worker/build/load-library.ts'
import { ROOT } from '../../worker/build/tools.ts'
import { type Server, startServer } from '../../worker/self-host/server.ts'
import { HttpClient } from './http-client.ts'
import { STATUTES_FILE } from './search-questions.ts'

/** A server on plain workerd that is searched in the laws of the whole country. */
export interface LibraryServer {
  readonly server: Server
  readonly statutes: readonly StatuteText[]
  /** Seconds that loading the index took. */
  readonly loadSeconds: number
}

/**
 * Imports the laws of the whole country into a folder, makes the index and loads it into a server.
 *
 * @param folder for texts, index and databases; what it has imported before is taken as it is
 */
export async function startLibraryServer(folder: string, port: number): Promise<LibraryServer> {
  const content = readContent(join(ROOT, 'content'))
  const [texts, file] = [join(folder, 'laws'), join(folder, 'library.jsonl')]
  mkdirSync(folder, { recursive: true })
  if (!existsSync(texts)) {
    const laws = content.laws.map(({ value }) => value)
    await importStatutes({ paths: [STATUTES_FILE], folder: texts, laws, dates: content.lawDates, replace: false })
  }
  writeLibrary(file, { content, laws: texts, now: Date.now() })
  const server = await startServer({ port, data: join(folder, 'server') })
  const started = performance.now()
  await loadLibrary(server.origin, server.secrets.OPERATOR_TOKEN, file)
  return { server, statutes: readStatutes(texts), loadSeconds: (performance.now() - started) / 1000 }
}

/** Articles that answer a question, the best first, as `<law id> <number>`. */
export async function foundArticles(client: HttpClient, query: string): Promise<string[]> {
  const asked = new URLSearchParams({ q: query, kind: 'article' })
  const { status, body } = await client.send('GET', `/api/search?${asked}`)
  if (status !== 200) throw new Error(`${status} for ${query}: ${body.toString()}`)
  return SearchResultsSchema.parse(JSON.parse(body.toString())).results.flatMap(({ law }) =>
    law === null ? [] : [`${law.id} ${law.article}`],
  )
}

/**
 * Milliseconds that answers took, in a closed loop of some clients.
 *
 * @param rounds how often each question is asked
 */
export async function searchTimes(
  origin: string,
  queries: readonly string[],
  clients: number,
  rounds: number,
): Promise<number[]> {
  const client = new HttpClient(origin, clients)
  const waiting = Array.from({ length: rounds }, () => queries)
    .flat()
    .values()
  const times: number[] = []
  const work = async () => {
    for (const query of waiting) {
      const started = performance.now()
      const { status } = await client.send('GET', `/api/search?${new URLSearchParams({ q: query })}`)
      if (status !== 200) throw new Error(`${status} for ${query}`)
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: clients }, work))
  client.close()
  return times
}
