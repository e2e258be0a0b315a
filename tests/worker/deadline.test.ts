import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { AttemptDetailSchema, type Started, SubmittedSchema } from '../../content/domain/api.ts'
import { CONTEST, sheetFor, Visitor } from './visitor.ts'

function objectOf({ attempt }: Started) {
  return env.ATTEMPTS.getByName(`shard-${attempt.id.split('-')[0]}`)
}

/** Makes an attempt so old that its deadline and grace have passed by `seconds`. */
async function passDeadline(started: Started, seconds: number): Promise<void> {
  await runInDurableObject(objectOf(started), (_, { storage }) => {
    const ago = Date.now() - seconds * 1000
    storage.sql.exec(
      'UPDATE attempts SET started_at = ?, deadline = ?, cut_off = ? WHERE state = 0',
      ago - 1_205_000,
      ago - 5000,
      ago,
    )
    storage.sql.exec("UPDATE schedule SET due_at = ? WHERE job = 'deadlines'", ago)
  })
}

async function detailOf(visitor: Visitor, { attempt }: Started) {
  return AttemptDetailSchema.parse(await (await visitor.send('GET', `/api/attempts/${attempt.id}`)).json())
}

it('is handed in by the alarm with the sheet kept, though the browser is gone', async () => {
  const visitor = await Visitor.signIn()
  const started = await visitor.start()
  await visitor.send('PUT', `/api/attempts/${started.attempt.id}/responses`, { seq: 1, responses: sheetFor(started) })
  await passDeadline(started, 1)
  const { evictDurableObject } = await import('cloudflare:test')
  await evictDurableObject(objectOf(started))
  expect(await runDurableObjectAlarm(objectOf(started))).toBe(true)
  const state = await runInDurableObject(objectOf(started), (_, { storage }) =>
    storage.sql.exec<{ state: number }>('SELECT state FROM attempts').toArray(),
  )
  expect(state).toEqual([{ state: 2 }])
  const detail = await detailOf(visitor, started)
  expect(detail.attempt.state).toBe('expired')
  expect(detail.result?.timeUsedSeconds).toBe(1200)
  expect(detail.result?.questions?.some(({ outcome }) => outcome !== 'unanswered')).toBe(true)
})

it('takes no answer after deadline and grace, even before the alarm has come', async () => {
  const visitor = await Visitor.signIn()
  const started = await visitor.start()
  await passDeadline(started, 0)
  const late = await visitor.send('PUT', `/api/attempts/${started.attempt.id}/responses`, {
    seq: 1,
    responses: sheetFor(started),
  })
  expect(late.status).toBe(409)
  const submitted = await visitor.send('POST', `/api/attempts/${started.attempt.id}/submit`, {
    responses: sheetFor(started),
  })
  expect(SubmittedSchema.parse(await submitted.json()).result.score).toBe(0)
})

it('lets the next attempt start when the last has run out', async () => {
  const visitor = await Visitor.signIn()
  const started = await visitor.start()
  await passDeadline(started, 0)
  const next = await visitor.send('POST', `/api/assessments/${CONTEST}/attempts`, {})
  expect(next.status).toBe(201)
})
