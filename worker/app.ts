import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Env } from './env.ts'
import { openApiDocument } from './http/openapi.ts'
import { type Operation, operation, register } from './http/operation.ts'
import { requireOwnOrigin } from './http/origin.ts'
import { HttpProblem, internalErrorResponse, problemResponse } from './http/problem.ts'
import { limitRate } from './http/rate-limit.ts'
import { providerFaults } from './identity/providers/configured.ts'
import { secretFaults } from './identity/secrets.ts'
import { readItems, readMisconceptions } from './routes/analysis.ts'
import { annulQuestion, listAnnulments } from './routes/annulments.ts'
import { readAttempt, saveResponses, startAttempt, submitAttempt } from './routes/attempts.ts'
import { approveBank, compareBankVersions, listBanks, readBank, storeBank } from './routes/banks.ts'
import {
  issueCertificate,
  listCertificateKeys,
  listRevocations,
  readCertificate,
  readCertificateKey,
  readIssuer,
  readOwnCertificate,
  revokeCertificate,
} from './routes/certificates.ts'
import { openAssessment, readPaperOutlook } from './routes/operator.ts'
import { checkPracticeQuestion, listPracticeQuestions, readOfflinePractice } from './routes/practice.ts'
import { listAssessments, listUnits, readHealth } from './routes/reading.ts'
import { answerReport, listReports, readReport, sendReport } from './routes/reports.ts'
import { listResults, listUnitResults } from './routes/results.ts'
import { changePerson, issueCodes, listPeople, listRosterUnits, putRoster, readAudit } from './routes/roster.ts'
import { activateLibrary, addToLibrary, beginLibrary, search } from './routes/search.ts'
import { readSession, signInAsGuest, signInByRosterCode, signOut } from './routes/session.ts'
import {
  beginSignIn,
  bindByProgram,
  endBinding,
  finishSignIn,
  listBindings,
  listProviders,
  signInByProgram,
} from './routes/sign-in.ts'
import { readStandings } from './routes/standings.ts'
import { shipped } from './shipped.ts'

/** Every operation of the API; the router and `/api/openapi.json` are made from it. */
export const OPERATIONS: readonly Operation[] = [
  readHealth,
  listUnits,
  signInAsGuest,
  signInByRosterCode,
  readSession,
  signOut,
  listProviders,
  beginSignIn,
  finishSignIn,
  signInByProgram,
  listBindings,
  bindByProgram,
  endBinding,
  listAssessments,
  startAttempt,
  saveResponses,
  submitAttempt,
  readAttempt,
  issueCertificate,
  readIssuer,
  listCertificateKeys,
  readCertificateKey,
  listRevocations,
  readCertificate,
  readOwnCertificate,
  revokeCertificate,
  readStandings,
  listPracticeQuestions,
  readOfflinePractice,
  checkPracticeQuestion,
  sendReport,
  readReport,
  search,
  storeBank,
  listBanks,
  readBank,
  compareBankVersions,
  approveBank,
  openAssessment,
  readPaperOutlook,
  annulQuestion,
  listAnnulments,
  listResults,
  listUnitResults,
  readItems,
  readMisconceptions,
  listReports,
  answerReport,
  beginLibrary,
  addToLibrary,
  activateLibrary,
  listRosterUnits,
  putRoster,
  listPeople,
  changePerson,
  issueCodes,
  readAudit,
]

const readOpenApi = operation({
  method: 'get',
  path: '/api/openapi.json',
  summary: 'This document',
  capability: 'read',
  responses: { 200: z.unknown() },
  handle: async () => ({ status: 200, value: openApiDocument(OPERATIONS, shipped().version) }),
})

/** The service: the API under `/api/`, everything else from the built pages. */
export function createApp(): Hono<{ Bindings: Env }> {
  const app = new Hono<{ Bindings: Env }>()
  app.use('/api/*', async (context, next) => {
    const faults = [...secretFaults(context.env), ...providerFaults(context.env)]
    if (faults.length > 0)
      throw new HttpProblem('not-configured', `${faults.join(' ')} Nothing is answered until this is put right.`)
    limitRate(context.req.raw, context.env)
    requireOwnOrigin(context.req.raw, context.env)
    await next()
    context.res.headers.set('x-content-type-options', 'nosniff')
  })
  register(app, [...OPERATIONS, readOpenApi])
  app.all('/api/*', (context) => {
    const { path } = context.req
    const known = OPERATIONS.some((candidate) =>
      new RegExp(`^${candidate.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
    )
    if (known) throw new HttpProblem('method-not-allowed', 'See /api/openapi.json for the methods of this address.')
    throw new HttpProblem('not-found', 'See /api/openapi.json for what there is.')
  })
  app.all('*', (context) => context.env.ASSETS.fetch(context.req.raw))
  app.onError((error) => {
    if (error instanceof HttpProblem) return problemResponse(error)
    const errorId = crypto.randomUUID()
    console.error(`error ${errorId}`, error)
    return internalErrorResponse(errorId)
  })
  return app
}
