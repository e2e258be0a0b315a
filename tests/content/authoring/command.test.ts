import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withContent } from '../../fixtures/content.ts'

/** The command, without a terminal. */

/** A program of its own, which reads all content. */
const SLOW = { timeout: 60_000 }
const ROOT = join(import.meta.dirname, '../../..')

function command(args: readonly string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'content/authoring/new.ts'), ...args], {
    encoding: 'utf8',
    input: '',
  })
  return { code: status, out: stdout, err: stderr }
}

describe('npm run new', () => {
  test('writes what a file of answers says, and says what to do next', SLOW, () => {
    withContent({}, (folder) => {
      const answers = join(folder, 'answers.json')
      writeFileSync(answers, JSON.stringify({ kind: 'campaign', id: 'from-file', title: '来自文件的活动' }))
      const { code, out } = command(['--content', folder, '--answers', answers])
      expect(out).toContain('content/campaigns/from-file.md')
      expect(code).toBe(0)
      expect(existsSync(join(folder, 'campaigns/from-file.md'))).toBe(true)
      expect(existsSync(join(folder, 'banks/from-file.yaml'))).toBe(true)
    })
  })

  test.each([
    ['an unknown kind', ['--kind', 'poem', '--yes'], '没有“poem”这一种'],
    ['an unknown option', ['--colour', 'red'], '用法'],
    ['no kind', ['--yes'], '--kind'],
    ['a file that is not there', ['--answers', 'nowhere.json'], '读不了 nowhere.json'],
    ['an id that is taken', ['--kind', 'explainer', '--id', 'unpaid-wages', '--yes'], '已经有人用了'],
    ['a question without a terminal', ['--kind', 'explainer'], '不能问答'],
  ])('refuses %s and writes nothing', SLOW, (_name, args, said) => {
    const { code, err } = command(args)
    expect(err).toContain(said)
    expect(err).toContain('没有写任何文件。')
    expect(code).toBe(1)
  })
})
