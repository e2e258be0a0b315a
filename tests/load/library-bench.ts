import { join } from 'node:path'
import { searchTimes, startLibraryServer } from './library-server.ts'
import { databaseBytes, processorMs, quantile } from './measure.ts'
import { HAS_DATA, readQuestions } from './search-questions.ts'

/** Search in the laws of the whole country, where their texts lie beside the repository. */

/** Each question is asked so often, so that 95 % of the answers are some hundreds. */
const ROUNDS = 3

/**
 * Measures how long answers take, with one client and with 32, and what the index takes up.
 *
 * @param line how a figure is printed
 */
export async function libraryBench(
  folder: string,
  port: number,
  line: (name: string, value: string) => string,
): Promise<void> {
  if (!HAS_DATA) return console.log('Search: no texts of laws beside the repository, not measured\n')
  const { server, statutes, loadSeconds } = await startLibraryServer(folder, port)
  try {
    const queries = readQuestions(statutes).map(({ query }) => query)
    const articles = statutes.reduce((sum, text) => sum + text.articles.length, 0)
    console.log(`Search in ${articles} articles of ${statutes.length} texts, ${queries.length} real questions`)
    console.log(line('index loaded in s', loadSeconds.toFixed(1)))
    console.log(
      line(
        'MB of the index on disk',
        (databaseBytes(join(folder, 'server/objects/mingfa-library'), []) / 1e6).toFixed(1),
      ),
    )
    for (const clients of [1, 32]) {
      const before = processorMs(server.process.pid ?? 0)
      const times = await searchTimes(server.origin, queries, clients, ROUNDS)
      const figures = [0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(1)).join(' / ')
      console.log(line(`p50 / p95 / p99 ms, ${clients} at once`, figures))
      const cpu = (processorMs(server.process.pid ?? 0) - before) / times.length
      console.log(line(`server CPU ms per search, ${clients} at once`, cpu.toFixed(1)))
    }
    console.log('')
  } finally {
    server.process.kill()
    await server.ended
  }
}
