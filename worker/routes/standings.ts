import { type Scope, type Standings, StandingsQuerySchema, StandingsSchema } from '../../content/domain/api.ts'
import { type Assessment, showsScores } from '../../content/domain/assessment.ts'
import type { Env } from '../env.ts'
import { check } from '../http/body.ts'
import { operation } from '../http/operation.ts'
import { HttpProblem } from '../http/problem.ts'
import { catalogueOf } from '../objects/bank/catalogue.ts'
import type { StandingsPage } from '../objects/board/object.ts'
import { Refreshed } from '../refreshed.ts'

/** Standings: entries from a copy in memory, the caller's own line from the board. */

/** Entries fetched at once; a request takes its part of them. */
const STRETCH = 200
/** Together with the gathering of results this stays below two seconds. */
const stretches = new Refreshed<StandingsPage>(700)

/** The stretch of standings that starts at `offset`; groups come whole. */
function stretchOf(env: Env, assessment: Assessment, scope: Scope, offset: number): Promise<StandingsPage> {
  const start = scope === 'people' ? offset - (offset % STRETCH) : 0
  const board = env.BOARD.getByName(assessment.id)
  return stretches.get(`${assessment.id} ${scope} ${start}`, async () =>
    scope === 'people' ? board.people(start, STRETCH) : board.groups(scope, assessment.unitRanking),
  )
}

export const readStandings = operation({
  method: 'get',
  path: '/api/assessments/{id}/standings',
  summary: 'Standings of people, units or regions',
  capability: 'read',
  query: StandingsQuerySchema,
  responses: { 200: StandingsSchema },
  handle: async ({ env, path, url, actor }) => {
    const { entries } = await catalogueOf(env)
    const assessment = entries.find((entry) => entry.assessment.id === path['id'])?.assessment
    if (assessment === undefined || assessment.kind === 'practice') {
      throw new HttpProblem('not-found', 'There are no standings of such an assessment; see /api/assessments.')
    }
    if (!showsScores(assessment, Date.now())) {
      throw new HttpProblem('withheld', 'Standings are shown after the close; see /api/assessments.')
    }
    const query = check(StandingsQuerySchema, Object.fromEntries(url.searchParams))
    const [limit, offset] = [Number(query.limit), Number(query.cursor ?? 0)]
    const page = await part(limit, offset, (at) => stretchOf(env, assessment, query.scope, at))
    const me =
      query.scope === 'people' && actor.session !== null
        ? await env.BOARD.getByName(assessment.id).standingOf(actor.session.participant.id)
        : null
    const next = offset + page.entries.length
    const value: Standings = {
      entries: [...page.entries],
      total: page.total,
      me,
      updatedAt: new Date(page.updatedAt).toISOString(),
      nextCursor: page.entries.length > 0 && next < page.total ? String(next) : null,
    }
    return { status: 200, value }
  },
})

/** `limit` entries from `offset`, which may lie across two stretches. */
async function part(
  limit: number,
  offset: number,
  stretch: (offset: number) => Promise<StandingsPage>,
): Promise<StandingsPage> {
  const first = await stretch(offset)
  const within = offset % STRETCH
  const entries = first.entries.slice(
    first.entries.length > STRETCH || first.total === first.entries.length ? offset : within,
  )
  if (entries.length >= limit || within + limit <= STRETCH || first.total === first.entries.length) {
    return { ...first, entries: entries.slice(0, limit) }
  }
  const second = await stretch(offset - within + STRETCH)
  return { ...first, entries: [...entries, ...second.entries].slice(0, limit) }
}
