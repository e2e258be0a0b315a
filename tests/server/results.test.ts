import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result, Started } from '../../content/domain/api.ts'
import { CodesSchema, RosterOutcomeSchema } from '../../content/domain/roster-api.ts'
import { ask } from '../../worker/build/operator-client.ts'
import { ROOT } from '../../worker/build/tools.ts'
import { CITY, COUNTY, entry, OTHER_CITY, PROVINCE, upload } from '../fixtures/roster.ts'
import { RunningServer } from './running-server.ts'

/** `npm run results` against a server on plain workerd. */

const CONTEST = 'hr-law-contest'
/** More than one part of the list. */
const OTHERS = 600

let server: RunningServer
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingfa-results-test-'))
  server = await RunningServer.start()
  const exemption = { reason: '产假', approver: '李科长（示例）' }
  const others = Array.from({ length: OTHERS }, (_, index) => entry(`P-${index}`, { unitPath: OTHER_CITY.path }))
  const people = [entry('A-1', { name: '=1+1' }), entry('A-2', { unitPath: CITY.path }), entry('A-3', { exemption })]
  await ask(
    server.origin,
    server.operatorToken,
    'PUT',
    '/api/roster',
    RosterOutcomeSchema,
    upload([...people, ...others]),
  )
}, 60_000)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Takes the contest without an answer. */
async function sits(staffNumber: string): Promise<Result> {
  const asked = { unit: CITY.id, staffNumbers: [staffNumber] }
  const { codes } = await ask(server.origin, server.operatorToken, 'POST', '/api/roster/codes', CodesSchema, asked)
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(`${server.origin}${path}`, { method: 'POST', body: JSON.stringify(body), headers: { cookie } })
  const signedIn = await post('/api/session/roster-code', { code: codes[0]?.code })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const started = (await (await post(`/api/assessments/${CONTEST}/attempts`, {}, cookie)).json()) as Started
  const response = await post(`/api/attempts/${started.attempt.id}/submit`, {}, cookie)
  return ((await response.json()) as { result: Result }).result
}

/** Runs the command. @returns what it says */
async function results(...given: string[]): Promise<string> {
  const program = [join(ROOT, 'worker/build/results.ts'), ...given, '--server', server.origin]
  const { stdout } = await promisify(execFile)(process.execPath, program, {
    env: { ...process.env, MINGFA_DATA: server.data },
  })
  return stdout
}

async function sheetOf(file: string, name: string): Promise<unknown[][]> {
  const { sheets } = await readXlsx(readFileSync(file))
  return sheets.find((sheet) => sheet.name === name)?.rows ?? []
}

describe('npm run results', () => {
  it('writes everyone of the roster into a workbook for its owner alone', async () => {
    const { score } = await sits('A-1')
    const out = join(folder, 'all.xlsx')
    const said = await results(CONTEST, '--out', out)
    expect(said).toContain(`${OTHERS + 3}人的成绩`)
    expect(said).toContain('参考率 0.17%，及格率 0.00%')
    expect(statSync(out).mode & 0o077).toBe(0)
    const people = await sheetOf(out, '成绩')
    expect(people.filter(([, number]) => /^[AP]-\d+$/.test(String(number)))).toHaveLength(OTHERS + 2)
    expect(people.find(([, number]) => number === 'A-1')?.slice(2, 6)).toEqual(['=1+1', COUNTY.path, '参考', score])
    const units = await sheetOf(out, '单位汇总')
    expect(units.find(([name]) => name === PROVINCE)?.slice(0, 7)).toEqual([
      ...[PROVINCE, OTHERS + 3, 1, OTHERS + 2],
      ...[1, OTHERS + 1, 0],
    ])
    expect((await sheetOf(out, '免考人员')).some(([, number]) => number === 'A-3')).toBe(true)
  }, 30_000)

  it('writes one unit and those below it', async () => {
    const out = join(folder, 'city.xlsx')
    await results(CONTEST, '--unit', CITY.id, '--out', out)
    const numbers = (await sheetOf(out, '成绩')).map(([, number]) => number)
    expect(numbers.filter((number) => /^[AP]-/.test(String(number)))).toEqual(['A-1', 'A-2'])
  })

  it.each([
    ['no assessment', [], '用法'],
    ['no file to write', [CONTEST], '用法'],
    ['a file that is there', [CONTEST, '--out', 'there.xlsx'], '已经有了'],
    ['an unknown unit', [CONTEST, '--unit', 'mars', '--out', 'new.xlsx'], '没有单位“mars”'],
    ['an unknown assessment', ['nowhere', '--out', 'new.xlsx'], 'There are no results of such an assessment'],
  ])('says what is wrong and writes nothing: %s', async (_, given, says) => {
    writeFileSync(join(folder, 'there.xlsx'), 'kept')
    const inFolder = given.map((each) => (each.endsWith('.xlsx') ? join(folder, each) : each))
    await expect(results(...inFolder)).rejects.toThrow(says)
    expect(() => statSync(join(folder, 'new.xlsx'))).toThrow('ENOENT')
    expect(readFileSync(join(folder, 'there.xlsx'), 'utf8')).toBe('kept')
  })
})
