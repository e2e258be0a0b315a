import { expect, it } from 'vitest'
import { type OfflinePractice, OfflinePracticeSchema } from '../../content/domain/practice-api.ts'
import { shipped } from '../../worker/shipped.ts'
import { bank, call, openContest } from './visitor.ts'

const fetchOffline = (headers: Record<string, string> = {}) => call('GET', '/api/practice/offline', { headers })

async function offlineQuestions(): Promise<OfflinePractice['questions']> {
  return OfflinePracticeSchema.parse(await (await fetchOffline()).json()).questions
}

it('gives out the questions for practice alone, with keys, and no question that a contest or an exam may ask', async () => {
  const questions = await offlineQuestions()
  expect(questions.length).toBeGreaterThan(100)
  const all = shipped().bank.questions
  const given = new Set(questions.map(({ id }) => id))
  const others = all.filter(({ uses }) => uses.some((use) => use !== 'practice'))
  expect(others.length).toBeGreaterThan(100)
  expect(others.filter(({ id }) => given.has(id))).toEqual([])
  const text = JSON.stringify(questions)
  for (const { id, stem } of others) expect(text.includes(JSON.stringify(stem)), id).toBe(false)
})

it('stays small enough for a phone', async () => {
  expect((await (await fetchOffline()).text()).length).toBeLessThan(400_000)
})

it('is sent again only when it has changed', async () => {
  const first = await fetchOffline()
  const etag = first.headers.get('etag') ?? ''
  expect([first.headers.get('cache-control'), etag]).toEqual(['no-cache', expect.stringMatching(/^"[0-9a-f]{16}"$/)])
  const again = await fetchOffline({ 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const weak = await fetchOffline({ 'if-none-match': `W/${etag}` })
  expect(weak.status).toBe(304)
  expect((await fetchOffline({ 'if-none-match': '"0000000000000000"' })).status).toBe(200)
})

it('no longer has a question that a contest made at run time takes, and says that it has changed', async () => {
  const before = await fetchOffline()
  const [taken] = OfflinePracticeSchema.parse(await before.json()).questions
  if (taken === undefined) throw new Error('there is no question')
  const [first, ...rest] = bank(4).questions
  if (first === undefined) throw new Error('there is no question')
  const group = taken.group ? { group: taken.group } : {}
  await openContest(
    { id: 'takes-one', opensAt: '2099-01-01T00:00:00+08:00' },
    bank(4, { questions: [{ ...first, ...group, stem: taken.stem }, ...rest] }),
  )
  const after = await fetchOffline({ 'if-none-match': before.headers.get('etag') ?? '' })
  expect(after.status).toBe(200)
  const { questions } = OfflinePracticeSchema.parse(await after.json())
  expect(questions.map(({ id }) => id)).not.toContain(taken.id)
})
