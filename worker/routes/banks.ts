import { BODY_LIMIT } from '../../content/domain/api.ts'
import { compareBanks } from '../../content/domain/bank-comparison.ts'
import {
  ApproveRequestSchema,
  BankComparisonQuerySchema,
  BankComparisonSchema,
  BankContentSchema,
  BankStoredSchema,
  BankUploadSchema,
  OPERATOR_BODY_LIMIT,
  type StoredBank,
  StoredBankSchema,
  StoredBanksSchema,
} from '../../content/domain/operator-api.ts'
import { missingForPublication } from '../../content/domain/question.ts'
import type { Env } from '../env.ts'
import { check } from '../http/body.ts'
import { type Asked, operation } from '../http/operation.ts'
import { HttpProblem } from '../http/problem.ts'
import { bankOf } from '../objects/bank/catalogue.ts'
import type { ListedVersion } from '../objects/bank/object.ts'
import { rosterOf } from '../objects/roster/address.ts'

/** Bank versions: stored by one, looked through and approved by another. */

/** A version as the API names it: people by their staff numbers. */
async function named(
  env: Env,
  { storedAt, approvedAt, storedBy, approvedBy, ...version }: ListedVersion,
): Promise<StoredBank> {
  const nameOf = async (actor: string | null) => (actor === null ? null : await rosterOf(env).nameOf(actor))
  return {
    ...version,
    storedAt: new Date(storedAt).toISOString(),
    storedBy: await nameOf(storedBy),
    approvedBy: await nameOf(approvedBy),
    approvedAt: approvedAt === null ? null : new Date(approvedAt).toISOString(),
  }
}

function noBank(id: string): HttpProblem {
  return new HttpProblem('not-found', `There is no bank version "${id}"; see /api/operator/banks.`)
}

/** The version that the path names. @throws {HttpProblem} 404 when there is no such */
async function bankOfPath({ env, path }: Pick<Asked, 'env' | 'path'>) {
  const id = path['id'] ?? ''
  const found = await bankOf(env).version(id)
  if (found === null) throw noBank(id)
  return found
}

export const storeBank = operation({
  method: 'post',
  path: '/api/operator/banks',
  summary: 'Store a bank version; the same content is stored once',
  capability: 'publish',
  body: { schema: BankUploadSchema, limit: OPERATOR_BODY_LIMIT },
  responses: { 201: BankStoredSchema },
  handle: async ({ env, actor, body }) => {
    const ids = new Set(body.questions.map(({ id }) => id))
    if (ids.size !== body.questions.length) {
      throw new HttpProblem('bad-request', 'Two questions have the same id.', [
        { pointer: '/questions', detail: 'Give each question its own id.' },
      ])
    }
    const errors = body.questions.flatMap((question, index) =>
      missingForPublication(question).map((field) => ({
        pointer: `/questions/${index}/${field}`,
        detail: 'A reviewed bank needs this field.',
      })),
    )
    if (body.reviewed && errors.length > 0) {
      throw new HttpProblem(
        'bad-request',
        'The bank is not complete; store it with "reviewed": false.',
        errors.slice(0, 20),
      )
    }
    const stored = await bankOf(env).addBank(actor.name, body)
    await rosterOf(env).note(actor.name, 'bank.store', stored.id, `${body.title}, ${stored.questions}`)
    return { status: 201, value: stored }
  },
})

export const listBanks = operation({
  method: 'get',
  path: '/api/operator/banks',
  summary: 'All bank versions, the newest first, and who has stored and approved them',
  capability: 'publish',
  responses: { 200: StoredBanksSchema },
  handle: async ({ env }) => {
    const versions = await bankOf(env).versions()
    return { status: 200, value: { banks: await Promise.all(versions.map((version) => named(env, version))) } }
  },
})

export const readBank = operation({
  method: 'get',
  path: '/api/operator/banks/{id}',
  summary: 'A bank version with its questions and keys',
  capability: 'publish',
  responses: { 200: BankContentSchema },
  find: bankOfPath,
  handle: async ({ env, actor, found }) => {
    await rosterOf(env).note(actor.name, 'bank.read', found.version.id, '')
    return { status: 200, value: { bank: await named(env, found.version), questions: found.questions } }
  },
})

export const compareBankVersions = operation({
  method: 'get',
  path: '/api/operator/banks/{id}/comparison',
  summary: 'What a bank version has more, no longer and otherwise than the one named by "with"',
  capability: 'publish',
  query: BankComparisonQuerySchema,
  responses: { 200: BankComparisonSchema },
  find: bankOfPath,
  handle: async ({ env, actor, url, found }) => {
    const query = check(BankComparisonQuerySchema, Object.fromEntries(url.searchParams))
    const before = await bankOf(env).version(query.with)
    if (before === null) throw noBank(query.with)
    await rosterOf(env).note(actor.name, 'bank.read', found.version.id, query.with)
    return { status: 200, value: compareBanks(before.questions, found.questions) }
  },
})

export const approveBank = operation({
  method: 'post',
  path: '/api/operator/banks/{id}/approve',
  summary: 'Approve a bank version that somebody else has stored, so that exams may draw from it',
  capability: 'approve-banks',
  body: { schema: ApproveRequestSchema, limit: BODY_LIMIT },
  responses: { 200: StoredBankSchema },
  handle: async ({ env, actor, path }) => {
    const id = path['id'] ?? ''
    const outcome = await bankOf(env).approve(actor.name, id)
    if (outcome === null) throw noBank(id)
    if ('refused' in outcome) throw new HttpProblem('conflict', outcome.refused)
    await rosterOf(env).note(actor.name, 'bank.approve', id, '')
    return { status: 200, value: await named(env, outcome) }
  },
})
