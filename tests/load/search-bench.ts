import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../worker/build/build.ts'
import { HttpClient } from './http-client.ts'
import { foundArticles, startLibraryServer } from './library-server.ts'
import { GROUPS, type Measures, meansOf, measuresOf, plainSearch } from './search-measures.ts'
import { HAS_DATA, QUESTIONS_FILE, readQuestions } from './search-questions.ts'

/**
 * `npm run bench:search`: asks the server the real questions beside this repository and prints how many of the right articles are
 * among the first ten, beside a plain search in the same texts. Weights and synonyms were tuned on the odd lines of the file; the
 * even lines are reported apart.
 *
 * MINGFA_BUILD=skip takes the build that is there; BENCH_DATA names a folder that keeps the imported texts.
 */
const PORT = 8799

const NAME = 26

function row(name: string, ...measured: readonly Measures[]): string {
  const figures = measured.map(({ recall, ndcg, mrr }) =>
    [recall, ndcg, mrr].map((value) => value.toFixed(3)).join(' '),
  )
  return `  ${name.padEnd(NAME)} ${figures.map((text) => text.padEnd(22)).join('')}`
}

async function main(): Promise<void> {
  if (!HAS_DATA)
    throw new Error(`没有 ${QUESTIONS_FILE}，这里测不了。 / There is no ${QUESTIONS_FILE} to measure with.`)
  if (process.env['MINGFA_BUILD'] !== 'skip') await build()
  const kept = process.env['BENCH_DATA']
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'mingfa-search-'))
  const { server, statutes } = await startLibraryServer(folder, PORT)
  try {
    const current = statutes.filter(({ statedStatus }) => statedStatus === '现行有效')
    const plain = plainSearch(
      current.flatMap(({ lawId, title, articles }) =>
        articles.map(({ number, path, paragraphs }) => ({
          key: `${lawId} ${number}`,
          text: [title, ...path, ...paragraphs.flatMap(({ text, items = [] }) => [text, ...items])].join(' '),
        })),
      ),
    )
    const client = new HttpClient(server.origin, 1)
    const measured = []
    for (const question of readQuestions(statutes)) {
      const ours = measuresOf(await foundArticles(client, question.query), question.relevant)
      measured.push({ question, ours, baseline: measuresOf(plain(question.query), question.relevant) })
    }
    client.close()
    const halves = [
      ['all lines', () => true],
      ['odd lines (tuned on)', (tuned: boolean) => tuned],
      ['even lines (held out)', (tuned: boolean) => !tuned],
    ] as const
    for (const [half, of] of halves) {
      console.log(`${half}: recall@10, nDCG@10, MRR@10`)
      console.log(`  ${''.padEnd(NAME)} ${'this search'.padEnd(22)}${'plain bigrams, BM25'}`)
      for (const [group, among] of GROUPS) {
        const chosen = measured.filter(({ question }) => among(question) && of(question.tuned))
        const means = [chosen.map(({ ours }) => ours), chosen.map(({ baseline }) => baseline)].map(meansOf)
        console.log(row(`${group} (${chosen.length})`, ...means))
      }
      console.log('')
    }
  } finally {
    server.process.kill()
    await server.ended
    rmSync(kept === undefined ? folder : join(folder, 'server'), { recursive: true, force: true })
  }
}

await main()
