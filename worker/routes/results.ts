import { type Assessment, assessmentPhase, maxScore, showsKeysAtOnce } from '../../content/domain/assessment.ts'
import { excellentBand, standingOf, unitLines } from '../../content/domain/result-sheet.ts'
import {
  type PersonResult,
  RESULTS_PAGE,
  type ResultsOf,
  ResultsQuerySchema,
  ResultsSchema,
  type UnitResult,
  UnitResultsQuerySchema,
  UnitResultsSchema,
} from '../../content/domain/results-api.ts'
import { check } from '../http/body.ts'
import { type Asked, operation } from '../http/operation.ts'
import { HttpProblem } from '../http/problem.ts'
import { resultsOf } from '../objects/attempts/gather.ts'
import type { ParticipantResult } from '../objects/attempts/results.ts'
import { catalogueOf } from '../objects/bank/catalogue.ts'
import { rosterOf } from '../objects/roster/address.ts'
import type { ListedPerson } from '../objects/roster/object.ts'
import { requireUnit } from './roster.ts'

/** Result sheets: of people and of units, within the units of whoever asks. */

/** The assessment that the path names. @throws {HttpProblem} 404 when it has no results, as practice has none */
export async function assessmentOfPath({ env, path }: Pick<Asked, 'env' | 'path'>): Promise<Assessment> {
  const { entries } = await catalogueOf(env)
  const assessment = entries.find((entry) => entry.assessment.id === path['id'])?.assessment
  if (assessment === undefined || showsKeysAtOnce(assessment))
    throw new HttpProblem('not-found', 'There are no results of such an assessment; see /api/assessments.')
  return assessment
}

/** An assessment as results name it. */
export function resultsOfView(assessment: Assessment): ResultsOf {
  const { id, title, passMark, blueprint } = assessment
  return {
    ...{ id, title, passMark },
    maxScore: maxScore(blueprint),
    excellent: excellentBand(assessment),
    isOver: assessmentPhase(assessment, Date.now()) === 'closed',
  }
}

function personView(
  { staffNumber, name, unitPath, exemption }: ListedPerson,
  done: ParticipantResult | undefined,
): PersonResult {
  const result = done?.result ?? null
  const [isExempt, hasBegun] = [exemption !== null, done !== undefined]
  return {
    ...{ staffNumber, name, unitPath, exemption },
    standing: standingOf({ isExempt, hasBegun, result }),
    attempts: done?.attempts ?? 0,
    result: result === null ? null : { ...result, finishedAt: new Date(result.finishedAt).toISOString() },
  }
}

export const listResults = operation({
  method: 'get',
  path: '/api/desk/assessments/{id}/results',
  summary: 'People of a unit and those below it, each with the result that counts',
  capability: 'read-results',
  query: ResultsQuerySchema,
  responses: { 200: ResultsSchema },
  find: assessmentOfPath,
  handle: async (call) => {
    const { env, actor, found, url } = call
    const { unit, after = '0' } = check(ResultsQuerySchema, Object.fromEntries(url.searchParams))
    await requireUnit(call, 'read-results', unit)
    const { people, next } = await rosterOf(env).peopleForResults(
      actor.name,
      found.id,
      unit,
      Number(after),
      RESULTS_PAGE,
    )
    const done = await resultsOf(
      env,
      found.id,
      people.map(({ uuid }) => uuid),
    )
    const value = {
      assessment: resultsOfView(found),
      people: people.map((person) => personView(person, done.get(person.uuid))),
      next,
    }
    return { status: 200, value }
  },
})

export const listUnitResults = operation({
  method: 'get',
  path: '/api/desk/assessments/{id}/units',
  summary: 'Who was due, sat, passed and was excellent, in a unit and in each below it',
  capability: 'read-results',
  query: UnitResultsQuerySchema,
  responses: { 200: UnitResultsSchema },
  find: assessmentOfPath,
  handle: async (call) => {
    const { env, actor, found, url } = call
    const { unit } = check(UnitResultsQuerySchema, Object.fromEntries(url.searchParams))
    await requireUnit(call, 'read-results', unit)
    const [units, members] = await Promise.all([rosterOf(env).units(), rosterOf(env).members(unit)])
    await rosterOf(env).note(actor.name, 'unit-results.read', unit, found.id)
    const done = await resultsOf(
      env,
      found.id,
      members.map(({ uuid }) => uuid),
    )
    const people = members.map(({ uuid, ...member }) => ({
      ...member,
      hasBegun: done.has(uuid),
      result: done.get(uuid)?.result ?? null,
    }))
    const value = {
      assessment: resultsOfView(found),
      madeAt: new Date().toISOString(),
      units: unitLines(units, people, unit).map(
        ({ unit: { id, name }, ...line }): UnitResult => ({ unit: id, name, ...line }),
      ),
    }
    return { status: 200, value }
  },
})
