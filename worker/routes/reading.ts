import { HealthSchema, UnitsSchema } from '../../content/domain/api.ts'
import { AssessmentsSchema } from '../../content/domain/assessment-api.ts'
import { summaryOf } from '../../content/domain/assessment-summary.ts'
import { operation } from '../http/operation.ts'
import { catalogueOf } from '../objects/bank/catalogue.ts'
import { unitsOf } from '../objects/roster/address.ts'
import { shipped } from '../shipped.ts'

/** What anyone may read: health, units, assessments. */

export const readHealth = operation({
  method: 'get',
  path: '/api/health',
  summary: 'Whether the service answers, and its version',
  capability: 'read',
  responses: { 200: HealthSchema },
  handle: async () => ({ status: 200, value: { status: 'ok', version: shipped().version } }),
})

export const listUnits = operation({
  method: 'get',
  path: '/api/units',
  summary: 'Units that participants can belong to',
  capability: 'read',
  responses: { 200: UnitsSchema },
  handle: async ({ env }) => {
    const units = await unitsOf(env)
    return {
      status: 200,
      value: { units: units.map(({ id, name, parent, region }) => ({ id, name, parent, region })) },
    }
  },
})

export const listAssessments = operation({
  method: 'get',
  path: '/api/assessments',
  summary: 'All assessments',
  capability: 'read',
  responses: { 200: AssessmentsSchema },
  handle: async ({ env }) => {
    const { entries } = await catalogueOf(env)
    return { status: 200, value: { assessments: entries.map(({ assessment }) => summaryOf(assessment)) } }
  },
})
