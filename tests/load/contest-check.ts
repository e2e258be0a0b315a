import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Result, StandingEntry, Standings } from '../../content/domain/api.ts'
import { beijingDay } from '../../content/domain/dates.ts'
import type { Question } from '../../content/domain/question.ts'
import { contestOn } from '../../content/import/contest.ts'
import { readQuestionFiles } from '../../content/import/question-files.ts'
import { importQuestions } from '../../content/import/question-rows.ts'
import { openAssessment, storeBank } from '../../worker/build/import-bank.ts'
import { operatorToken } from '../../worker/build/operator-client.ts'
import { checkPaper, checkResult, expectSame, sheetOf } from '../import/marking-by-text.ts'
import { type Answer, HttpClient } from './http-client.ts'
import { Participant } from './participant.ts'

/**
 * Imports real question files into a running server, plays a contest on them with many people at once, and checks every
 * result against a marking of its own: by the texts of the options, not by anything that the server calculates with.
 *
 * `node tests/load/contest-check.ts <folder> [--server http://localhost:8787] [--people 500]`; MINGFA_QUESTIONS is the
 * folder when none is given, MINGFA_DATA the server's data folder.
 */

const AT_ONCE = 32
const SETTLE_MS = 30_000
const FORBIDDEN = new Set(
  'key keys answer answers answerkey correct iscorrect rationale explanation analysis score seed'.split(' '),
)

/** How big a contest is. */
export interface ContestSize {
  readonly people: number
  readonly questions: number
}

/** What was played, for people to read. */
export interface ContestSummary {
  readonly contest: string
  readonly bankQuestions: number
  readonly unusableRows: number
  readonly people: number
  readonly doubleSubmits: number
  readonly requests: number
  readonly distinctQuestionsAsked: number
  readonly distinctScores: number
  readonly fullMarks: number
  readonly seconds: number
}

/** One contest under way. */
interface Play {
  readonly client: WatchedClient
  readonly contest: string
  readonly bank: ReadonlyMap<string, Question>
  /** Number of questions on a paper. */
  readonly questions: number
  /** Ids of all questions that somebody was asked; grows. */
  readonly asked: Set<string>
}

/** Somebody who has played. */
interface Player {
  readonly name: string
  readonly participant: Participant
  readonly result: Result
}

/** A client that fails when an answer before the submission gives something away. */
class WatchedClient extends HttpClient {
  requests = 0

  override async send(...call: Parameters<HttpClient['send']>): Promise<Answer> {
    const answer = await super.send(...call)
    this.requests += 1
    const [method, path] = call
    if (!/\/(submit|standings)\b/.test(path)) {
      const found = [...answer.body.toString().matchAll(/"(\w+)"\s*:/g)].flatMap(([, name = '']) =>
        FORBIDDEN.has(name.toLowerCase()) ? [name] : [],
      )
      expectSame(`fields given away by ${method} ${path}`, found, [])
    }
    return answer
  }
}

/** One person's contest from sign-in to result; a fifth of the people submit four times at once. */
async function play({ client, contest, bank, questions, asked }: Play, index: number): Promise<Player> {
  const name = `选手${String(index + 1).padStart(4, '0')}`
  const participant = await Participant.signIn(client, name)
  const { attempt, paper } = await participant.start(contest)
  checkPaper(paper, bank, questions)
  for (const { id } of paper.questions) asked.add(id)
  const sheet = sheetOf(paper, bank, (index % 11) / 10)
  await participant.save(attempt.id, 1, Object.fromEntries(Object.entries(sheet).slice(0, 10)))
  await participant.save(attempt.id, 2, sheet)
  if (index % 4 === 0) expectSame('paper read again', (await participant.detail(attempt.id)).paper, paper)
  // So that times differ and decide some ranks.
  if (index % 10 === 0) await sleep(1000 + (index % 3) * 1000)
  const submits = Array.from({ length: isDouble(index) ? 4 : 1 }, () => participant.submit(attempt.id))
  const [result, ...again] = await Promise.all(submits)
  if (result === undefined) throw new Error(`${name} has no result`)
  for (const other of again) expectSame('result of a repeated submission', other, result)
  checkResult(paper, bank, sheet, result)
  return { name, participant, result }
}

function isDouble(index: number): boolean {
  return index % 5 === 0
}

async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Map<number, R>()
  const queue = [...items.entries()]
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results.set(next[0], await work(next[1]))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result)
}

/** Every line of the standings, once all results have arrived. */
async function allStandings({ participant }: Player, contest: string, people: number): Promise<StandingEntry[]> {
  const deadline = Date.now() + SETTLE_MS
  while ((await participant.standings(contest)).total < people && Date.now() < deadline) await sleep(250)
  // Time for anything counted twice to show, and for copies in memory to be forgotten.
  await sleep(2000)
  const entries: StandingEntry[] = []
  for (let cursor: Standings['nextCursor'] = '0'; cursor !== null; ) {
    const page: Standings = await participant.standings(contest, `limit=200&cursor=${cursor}`)
    expectSame('total of the standings', page.total, people)
    entries.push(...page.entries)
    cursor = page.nextCursor
  }
  return entries
}

/** A result whose marks are shown. @throws {Error} when they aren't */
function shown(result: Player['result']) {
  const { score } = result
  if (score === null) throw new Error('The contest withholds its marks.')
  return { ...result, score }
}

/** The line that a player must have: rank by score, then by time; equal ones share it. */
function lineOf({ name, result }: Player, players: readonly Player[]): StandingEntry {
  const { score, timeUsedSeconds } = shown(result)
  const before = players.filter(({ result }) => {
    const other = shown(result)
    return other.score > score || (other.score === score && other.timeUsedSeconds < timeUsedSeconds)
  })
  return { rank: before.length + 1, name, score, timeUsedSeconds }
}

async function checkStandings(players: readonly Player[], contest: string): Promise<void> {
  const [first] = players
  if (first === undefined) throw new Error('Nobody has played.')
  const entries = await allStandings(first, contest, players.length)
  const ranks = entries.map(({ rank }) => rank)
  expectSame(
    'order of the standings',
    ranks,
    [...ranks].sort((a, b) => a - b),
  )
  const lines = players.map((player) => lineOf(player, players))
  const byName = (list: readonly StandingEntry[]) =>
    [...list]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ rank, name, score, timeUsedSeconds }) => [name, rank, score, timeUsedSeconds])
  const expected = byName(lines)
  for (const [index, line] of byName(entries).entries()) expectSame('line of the standings', line, expected[index])
  expectSame('number of lines in the standings', entries.length, lines.length)
  await inParallel(players, async (player) => {
    const { me } = await player.participant.standings(contest, 'limit=1')
    expectSame(`own line of ${player.name}`, byName(me === null ? [] : [me]), byName([lineOf(player, players)]))
  })
}

/**
 * Plays one contest and checks all of it.
 *
 * @param origin of a running server
 * @param files files of questions or folders
 * @throws {Error} at the first thing that isn't as it should be
 */
export async function playContest(
  origin: string,
  token: string,
  files: readonly string[],
  { people, questions }: ContestSize = { people: 500, questions: 20 },
): Promise<ContestSummary> {
  const from = performance.now()
  const contest = `check-${Date.now().toString(36)}`
  const tables = (await readQuestionFiles(files)).flatMap((source) => source.tables)
  const imported = await importQuestions(tables, { title: '全量题库', asOf: beijingDay(Date.now()) })
  const pool = imported.content.questions
  const bank = new Map(pool.map((question) => [question.id, question]))
  const version = await storeBank(origin, token, imported.content)
  await openAssessment(
    origin,
    token,
    version,
    contestOn(pool, { id: contest, title: '全量竞赛核对', questions, minutes: 20 }),
  )

  const client = new WatchedClient(origin, AT_ONCE * 4)
  try {
    const asked = new Set<string>()
    const places = Array.from({ length: people }, (_, index) => index)
    const players = await inParallel(places, (index) => play({ client, contest, bank, questions, asked }, index))
    await checkStandings(players, contest)
    const scores = players.map(({ result }) => result.score)
    return {
      contest,
      bankQuestions: pool.length,
      unusableRows: imported.files.reduce((sum, { unusable }) => sum + unusable, 0),
      people: players.length,
      doubleSubmits: places.filter(isDouble).length,
      requests: client.requests,
      distinctQuestionsAsked: asked.size,
      distinctScores: new Set(scores).size,
      fullMarks: players.filter(({ result }) => result.score === result.maxScore).length,
      seconds: Math.ceil((performance.now() - from) / 1000),
    }
  } finally {
    client.close()
  }
}

if (import.meta.main) {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({ options: { server: text, people: text }, allowPositionals: true })
  const folder = positionals[0] ?? process.env['MINGFA_QUESTIONS']
  if (folder === undefined) throw new Error('Name the folder of questions, or set MINGFA_QUESTIONS.')
  const size = { people: Number(values.people ?? 500), questions: 20 }
  console.log(await playContest(values.server ?? 'http://localhost:8787', operatorToken(), [folder], size))
}
