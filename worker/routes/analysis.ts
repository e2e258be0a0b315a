import { type Assessment, assessmentPhase } from '../../content/domain/assessment.ts'
import { type AnalysisResult, ItemAnalysis, type ItemStatistics } from '../../content/domain/item-analysis.ts'
import { MisconceptionMap, type MissedArticle, type Place } from '../../content/domain/misconceptions.ts'
import {
  type AnalysedItem,
  ARTICLES_SHOWN,
  ITEMS_PAGE,
  ItemsQuerySchema,
  ItemsSchema,
  MisconceptionsQuerySchema,
  MisconceptionsSchema,
} from '../../content/domain/results-api.ts'
import type { Unit } from '../../content/domain/unit.ts'
import { unitsWithin } from '../../content/domain/unit-path.ts'
import type { Env } from '../env.ts'
import { check } from '../http/body.ts'
import { type Asked, operation, requireScope } from '../http/operation.ts'
import { HttpProblem } from '../http/problem.ts'
import { may } from '../identity/can.ts'
import { eachMarked, guestsOf } from '../objects/attempts/gather.ts'
import { bankOf } from '../objects/bank/catalogue.ts'
import { rosterOf, unitsOf } from '../objects/roster/address.ts'
import { Refreshed } from '../refreshed.ts'
import { type AskedItem, AskedItems } from './asked-items.ts'
import { assessmentOfPath, resultsOfView } from './results.ts'
import { requireUnit } from './roster.ts'

/** What answers say of the questions and of the law: item analysis and the misconception map. */

/** Parts of the same analysis that are read one after the other come from one gathering of the answers. */
const analyses = new Refreshed<Analysed>(10_000, 8)

interface Analysed extends Omit<AnalysisResult, 'items'> {
  readonly items: readonly AnalysedItem[]
}

interface Query {
  readonly unit: string
  readonly who: 'staff' | 'guests'
}

/** Guests say themselves where they belong, so only who looks after everyone reads of them. @throws {HttpProblem} 403 */
async function requireReading(call: Asked, { unit, who }: Query): Promise<void> {
  await requireUnit(call, 'read-results', unit)
  if (who === 'guests') requireScope(call, 'read-results', await rosterOf(call.env).rootPath())
}

/** Participants, and where each belongs: the unit itself or the one right below it. */
async function placesOf(env: Env, assessment: string, { unit, who }: Query): Promise<Map<string, Place | null>> {
  if (who === 'guests')
    return new Map((await guestsOf(env, assessment)).map(({ participant }) => [participant, null] as const))
  const [units, members] = await Promise.all([unitsOf(env), rosterOf(env).members(unit)])
  const regions = new Map(units.map(({ id, region }) => [id, region]))
  const tops = topsOf(units, unit)
  // Whoever is exempt is in no figure of this either.
  return new Map(
    members
      .filter(({ isExempt }) => !isExempt)
      .map(({ uuid, unit: own }) => [uuid, { unit: tops.get(own) ?? own, region: regions.get(own) ?? '' }] as const),
  )
}

/** The unit right below `root`, or `root` itself, that each unit of its tree belongs to. */
function topsOf(units: readonly Unit[], root: string): Map<string, string> {
  const tops = new Map([[root, root]])
  for (const { id, parent } of units)
    if (parent === root) for (const below of unitsWithin(units, id)) tops.set(below, id)
  return tops
}

async function annulledOf(env: Env, assessment: string): Promise<Set<string>> {
  return new Set((await bankOf(env).annulmentsOf(assessment)).map(({ question }) => question))
}

function itemView({ variant, question }: AskedItem, { chosen, item: _, ...statistics }: ItemStatistics): AnalysedItem {
  const { id, type, stem, options, key, citations, difficulty, group } = question
  return {
    ...{ id, variant, type, citations },
    stem: group === undefined ? stem : `${group.stem}\n${stem}`,
    options: options.map((option) => ({
      ...option,
      isKey: key.includes(option.id),
      chosen: chosen.get(option.id) ?? 0,
    })),
    ...(difficulty === undefined ? {} : { difficulty }),
    ...statistics,
  }
}

/** Gathers the answers of these people and analyses them. */
async function analysed(env: Env, assessment: string, query: Query): Promise<Analysed> {
  const [places, annulled] = await Promise.all([placesOf(env, assessment, query), annulledOf(env, assessment)])
  const asked = new AskedItems(env)
  const analysis = new ItemAnalysis()
  await eachMarked(env, assessment, [...places.keys()], async (batch) => {
    for (const { release, answers } of batch) {
      const items = await asked.of(release)
      analysis.add(
        answers.map(({ item, ...answer }) => ({
          ...answer,
          item: items.get(item)?.key ?? item,
          isAnnulled: annulled.has(item),
        })),
      )
    }
  })
  const { items, ...result } = analysis.result()
  const byKey = new Map(items.map((statistics) => [statistics.item, statistics]))
  return {
    ...result,
    items: asked.all().flatMap((item) => {
      const statistics = byKey.get(item.key)
      return statistics === undefined ? [] : [itemView(item, statistics)]
    }),
  }
}

/**
 * Keys leave before the assessment is over only to those who may read its bank anyway.
 *
 * @throws {HttpProblem} 403
 */
function requireKeys({ actor }: Asked, assessment: Assessment): void {
  if (assessmentPhase(assessment, Date.now()) === 'closed' || may(actor, 'publish')) return
  throw new HttpProblem(
    'not-allowed',
    'Until the assessment is over, its item analysis is for those who may read its bank.',
  )
}

export const readItems = operation({
  method: 'get',
  path: '/api/desk/assessments/{id}/items',
  summary: 'Item analysis: facility, discrimination and chosen options of each question, and Cronbach’s alpha',
  capability: 'read-results',
  query: ItemsQuerySchema,
  responses: { 200: ItemsSchema },
  find: assessmentOfPath,
  handle: async (call) => {
    const { env, actor, found, url } = call
    const query = check(ItemsQuerySchema, Object.fromEntries(url.searchParams))
    const { unit, who, after = '0' } = query
    await requireReading(call, query)
    requireKeys(call, found)
    await rosterOf(env).note(actor.name, 'items.read', unit, `${found.id}: ${who}`)
    const { people, alpha, items } = await analyses.get(`${found.id} ${unit} ${who}`, () =>
      analysed(env, found.id, query),
    )
    const [from, to] = [Number(after), Number(after) + ITEMS_PAGE]
    const value = {
      assessment: resultsOfView(found),
      people,
      ...(typeof alpha === 'number' ? { alpha, noAlpha: null } : { alpha: null, noAlpha: alpha }),
      total: items.length,
      items: items.slice(from, to),
      next: to < items.length ? String(to) : null,
    }
    return { status: 200, value }
  },
})

function articleView({ units, ...article }: MissedArticle, names: ReadonlyMap<string, string>) {
  return { ...article, units: units.map((each) => ({ ...each, name: names.get(each.unit) ?? each.unit })) }
}

export const readMisconceptions = operation({
  method: 'get',
  path: '/api/desk/assessments/{id}/misconceptions',
  summary: 'The articles that were most often missed, by unit and region',
  capability: 'read-results',
  query: MisconceptionsQuerySchema,
  responses: { 200: MisconceptionsSchema },
  find: assessmentOfPath,
  handle: async (call) => {
    const { env, actor, found, url } = call
    const query = check(MisconceptionsQuerySchema, Object.fromEntries(url.searchParams))
    await requireReading(call, query)
    await rosterOf(env).note(actor.name, 'misconceptions.read', query.unit, `${found.id}: ${query.who}`)
    const [places, annulled, units] = await Promise.all([
      placesOf(env, found.id, query),
      annulledOf(env, found.id),
      unitsOf(env),
    ])
    const asked = new AskedItems(env)
    const map = new MisconceptionMap()
    let people = 0
    await eachMarked(env, found.id, [...places.keys()], async (batch) => {
      people += batch.length
      for (const { participant, release, answers } of batch) {
        const items = await asked.of(release)
        const cited = answers
          .filter(({ item }) => !annulled.has(item))
          .map(({ item: question, outcome }) => ({
            ...{ question, outcome },
            citations: items.get(question)?.question.citations ?? [],
          }))
        map.add(places.get(participant) ?? null, cited)
      }
    })
    const articles = map.articles()
    const names = new Map(units.map(({ id, name }) => [id, name]))
    const value = {
      assessment: resultsOfView(found),
      people,
      total: articles.length,
      articles: articles.slice(0, ARTICLES_SHOWN).map((article) => articleView(article, names)),
    }
    return { status: 200, value }
  },
})
