import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../content/import/workbook/read.ts'
import { question } from '../fixtures/questions.ts'
import { HEADER, row } from './csv.ts'
import { textWorkbook } from './workbook/workbooks.ts'

/** The command, against a server that answers as told. */

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'mingfa-command-'))
const file = join(folder, 'law.csv')
writeFileSync(file, [HEADER, row(), row({ stem: '乙？', answer: 'AB' })].join('\n'))
const bad = join(folder, 'bad.csv')
writeFileSync(bad, [HEADER, row(), row({ stem: '丙？', answer: 'X' })].join('\n'))
const TOKEN = 'operator-token-of-this-test-32-characters'
writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ SESSION_SECRET: 's'.repeat(32), OPERATOR_TOKEN: TOKEN }))
afterAll(() => rmSync(folder, { recursive: true }))

function command(args: readonly string[], data = folder): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'worker/build/import-bank.ts'), ...args], {
    env: { ...process.env, MINGFA_DATA: data },
  })
  const texts = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...texts })))
}

async function withServer<T>(listener: RequestListener, work: (origin: string) => Promise<T>): Promise<T> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  try {
    return await work(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
  } finally {
    server.close()
  }
}

const answering =
  (status: number, body: unknown): RequestListener =>
  (request, response) => {
    request.resume()
    request.on('end', () => response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body)))
  }

const problem = { type: 'urn:x', title: 'No.', status: 409, detail: 'The bank is full.' }

describe('npm run bank:import', () => {
  it('imports nothing when a row is wrong, and says so beside the row in a copy', async () => {
    const { code, out, err } = await command([bad, '--dry-run'])
    expect(err).toContain('bad.csv 第3行“output”列：“X”不是答案。 怎么改：写选项的字母 A 到 D，例如 AC。\n')
    expect(err).toContain('没有导入：有1处问题。')
    expect(err).toContain('Nothing was imported')
    expect(out).toContain('bad.csv: 2 题 rows, 1 可用 questions, 1 不可用 unusable')
    expect(code).toBe(1)
    const lines = readFileSync(join(folder, 'bad（问题）.csv'), 'utf8').split(/\r?\n/)
    expect(lines[0]).toContain('问题')
    expect(lines[1]).not.toContain('不是答案')
    expect(lines[2]).toContain('“X”不是答案。')
    const again = await command([bad, '--dry-run'])
    expect(again.err).toContain('bad（问题2）.csv')
  })

  it('leaves wrong rows out when asked to, and lists them', async () => {
    const { code, out, err } = await command([
      bad,
      '--dry-run',
      '--skip-bad',
      '--contest',
      'spring',
      '--questions',
      '1',
    ])
    expect(err).toBe('bad.csv 第3行“output”列：“X”不是答案。 怎么改：写选项的字母 A 到 D，例如 AC。\n')
    expect(out).toContain('跳过了上面列出的题，导入其余 1 题')
    expect(code).toBe(0)
  })

  it('writes the copy of a workbook as a workbook, beside it', async () => {
    const path = join(folder, '题库.xlsx')
    const rows = [
      ['普法题库（示例）', null, null, null],
      ['题干', '选项A', '选项B', '答案'],
      ['甲乙？', '甲', '乙', 'A'],
      ['丙丁？', '丙', '丁', 'E'],
    ]
    writeFileSync(path, textWorkbook(rows, '单选'))
    const { code, err } = await command([path, '--dry-run'])
    expect(err).toContain('题库.xlsx“单选”表第4行“答案”列（D4）：答案里的“E”没有这个选项')
    expect(err).toContain('题库（问题）.xlsx')
    expect(code).toBe(1)
    const { sheets } = await readWorkbook('copy.xlsx', readFileSync(join(folder, '题库（问题）.xlsx')))
    expect(sheets[0]?.rows.map(({ cells }) => cells[4]?.text ?? '')).toEqual([
      '',
      '问题',
      '',
      expect.stringContaining('答案里的“E”没有这个选项'),
    ])
  })

  it('imports a text', async () => {
    const text = join(folder, '题库.txt')
    writeFileSync(text, '1．试用期最长几个月？（B）\nA．三个月 B．六个月')
    const { code, out } = await command([text, '--dry-run'])
    expect(out).toContain('题库.txt: 1 题 rows, 1 可用 questions, 0 不可用 unusable')
    expect(code).toBe(0)
  })

  it('stores the bank with the token and opens the contest on it', async () => {
    const seen: { url: string | undefined; token: string | undefined; body: unknown }[] = []
    const id = '0123456789abcdef'
    const active = {
      ...{
        id: 'fedcba9876543210',
        title: '去年的题库',
        reviewed: true,
        asOf: '2025-12-04',
        questions: 1,
        isActive: true,
      },
      ...{ storedAt: '2025-12-01T00:00:00.000Z', storedBy: 'E-1' },
      ...{ approvedAt: '2025-12-02T00:00:00.000Z', approvedBy: 'E-2' },
    }
    const kept = { bank: active, questions: [question({ id: 'kept-1', stem: '乙?' })] }
    await withServer(
      (request, response) => {
        let text = ''
        request.on('data', (chunk: Buffer) => (text += chunk.toString()))
        request.on('end', () => {
          const { method, url, headers } = request
          if (method === 'GET') {
            response.writeHead(200).end(JSON.stringify(url === '/api/operator/banks' ? { banks: [active] } : kept))
            return
          }
          seen.push({ url, token: headers.authorization, body: JSON.parse(text) })
          const answer = url === '/api/operator/banks' ? { id, questions: 2 } : { id: 'spring', release: 'r' }
          response.writeHead(201).end(JSON.stringify(answer))
        })
      },
      async (origin) => {
        const args = [file, '--server', origin, '--contest', 'spring', '--title', '春季竞赛', '--questions', '2']
        const { code, out } = await command([...args, '--as-of', '2026-12-04'])
        expect(out).toContain(id)
        expect(out).toContain('和题库“去年的题库”的kept-1一样')
        expect(code).toBe(0)
      },
    )
    expect(seen).toMatchObject([
      {
        url: '/api/operator/banks',
        token: `Bearer ${TOKEN}`,
        body: { title: '春季竞赛', reviewed: false, asOf: '2026-12-04' },
      },
      { url: '/api/operator/assessments', body: { bank: id, assessment: { id: 'spring', title: '春季竞赛' } } },
    ])
  })

  it.each([
    ['a missing file', [join(folder, 'no.csv')], '没有这个文件', 'There is no such file or folder'],
    ['no file', [], '用法：npm run bank:import -- <文件或文件夹>', 'Usage: npm run bank:import -- <file or folder>'],
    [
      'an unknown option',
      [file, '--sever', 'x'],
      '用法：npm run bank:import -- <文件或文件夹>',
      'Usage: npm run bank:import -- <file or folder>',
    ],
    [
      'a wrong number',
      [file, '--questions', 'many'],
      '用法：npm run bank:import -- <文件或文件夹>',
      'Usage: npm run bank:import -- <file or folder>',
    ],
    [
      'a wrong day',
      [file, '--as-of', '2026-02-30'],
      '用法：npm run bank:import -- <文件或文件夹>',
      'Usage: npm run bank:import -- <file or folder>',
    ],
    ['no server', [file, '--server', 'http://127.0.0.1:9'], '连不上', 'Run npm start first'],
    [
      'too few questions',
      [file, '--contest', 'spring'],
      '竞赛“spring”：要出20道题，题库里只有2道。',
      'Nothing was imported.',
    ],
  ])('says in both languages what to do about %s', async (_, args, chinese, english) => {
    const { code, err } = await command(args)
    expect(err).toContain(chinese)
    expect(err).toContain(english)
    expect(err).not.toContain('    at ')
    expect(code).toBe(1)
  })

  it('does not make secrets where there are none', async () => {
    const { code, err } = await command([file], join(folder, 'elsewhere'))
    expect(err).toContain('There is no secrets.json in')
    expect(code).toBe(1)
  })

  it.each([
    ['refuses the token', 401, problem, 'Set MINGFA_DATA to the data folder'],
    ['refuses the bank', 409, problem, 'The bank is full.'],
    ['is another program', 200, '<!doctype html>', 'That is not a Mingfa server'],
  ])('says what to do when the server %s', async (_, status, body, message) => {
    await withServer(answering(status, body), async (origin) => {
      const { code, err } = await command([file, '--server', origin])
      expect(err).toContain(message)
      expect(code).toBe(1)
    })
  })
})
