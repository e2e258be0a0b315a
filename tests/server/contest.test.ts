import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { playContest } from '../load/contest-check.ts'
import { RunningServer } from './running-server.ts'

let server: RunningServer
const folder = mkdtempSync(join(tmpdir(), 'mingfa-questions-'))

/** A question file as they come: quoted commas and line breaks, loose answers, a few rows that can't be used. */
function questionFile(): string {
  const rows = Array.from({ length: 120 }, (_, index) => {
    const several = index % 3 === 0
    const answer = several ? ['AC', 'B,D', 'A、B、C', 'ＡＤ'][(index / 3) % 4] : 'abcd'[index % 4]
    const stem = `"第 ${index + 1} 题：公司说“没签合同，不算上班”，\n对吗？"`
    return `${stem},"${answer}",说法一（${index}）,"说法二，带逗号 ${index}",说法三 ${index},说法四 ${index},自编,${several ? 'True' : 'False'}`
  })
  const unusable = [
    '答案不在选项里,E,甲,乙,丙,丁,自编,False',
    ',A,甲,乙,丙,丁,自编,False',
    '没有答案,,甲,乙,丙,丁,自编,False',
  ]
  return ['input,output,A,B,C,D,source,multichoice', ...rows, ...unusable].join('\r\n')
}

beforeAll(async () => {
  writeFileSync(join(folder, 'own.csv'), questionFile())
  server = await RunningServer.start()
}, 60_000)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('plays a contest of 20 random questions from an imported file with 500 people, and every score is right', async () => {
  const summary = await playContest(server.origin, server.operatorToken, [folder])
  expect(summary).toMatchObject({ bankQuestions: 120, unusableRows: 3, people: 500, doubleSubmits: 100 })
  expect(summary.distinctScores).toBeGreaterThan(20)
}, 120_000)

// Question files that are not part of the repository: all that are in the folder that the variable names.
const real = process.env['MINGFA_QUESTIONS'] ?? join(import.meta.dirname, '../../../shared/data/questions')
const hasReal = existsSync(real) && readdirSync(real).some((file) => file.endsWith('.csv'))

it.runIf(hasReal)(
  `does the same with the files in MINGFA_QUESTIONS`,
  async () => {
    const summary = await playContest(server.origin, server.operatorToken, [real])
    expect(summary.people).toBe(500)
    expect(summary.bankQuestions).toBeGreaterThan(120)
  },
  120_000,
)
