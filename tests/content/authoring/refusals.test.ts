import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { completeAnswers } from '../../../content/authoring/complete.ts'
import type { DraftFile } from '../../../content/authoring/drafts.ts'
import { freeId, NewIdSchema } from '../../../content/authoring/ids.ts'
import type { Kind } from '../../../content/authoring/kinds.ts'
import { writeDrafts } from '../../../content/authoring/write.ts'
import { type Problem, ProblemsError } from '../../../content/domain/errors.ts'
import { withSurroundings } from './surroundings.ts'

// Read once, since nothing is written here.
const SURROUNDINGS = withSurroundings((surroundings) => surroundings)

function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work()
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems
    throw error
  }
  return []
}

describe('an id', () => {
  test.each(['wages', 'wages-2026', 'gongzi-2', 'a'.repeat(40)])('may be %s', (id) => {
    expect(NewIdSchema.safeParse(id).success).toBe(true)
  })

  test.each([
    '',
    'Wages',
    '工资',
    'wages_1',
    '-wages',
    'wages-',
    'a--b',
    '2026',
    '../x',
    'a/b',
    'a b',
    'con',
    'nul',
    'a'.repeat(41),
  ])('may not be %j', (id) => {
    expect(NewIdSchema.safeParse(id).success).toBe(false)
  })

  test.each([
    [[], 'x'],
    [['x'], 'x-2'],
    [['x', 'x-2'], 'x-3'],
    [['x-2'], 'x'],
  ])('beside %j is suggested as %s', (taken, id) => {
    expect(freeId('x', new Set(taken))).toBe(id)
  })
})

describe('an answer is refused with its name:', () => {
  test.each<[string, Kind, Record<string, unknown>, string, string]>([
    ['an id that is taken', 'explainer', { id: 'unpaid-wages' }, 'id', '已经有人用了'],
    ['the id of a bank for a campaign', 'campaign', { id: 'wages' }, 'id', '已经有人用了'],
    ['a malformed id', 'lesson', { id: 'A B' }, 'id', '小写英文字母'],
    ['a short title', 'lesson', { title: '短' }, 'title', '至少4个字'],
    ['a title of two lines', 'lesson', { title: '第一行\n第二行' }, 'title', '写成一行'],
    ['an unknown topic', 'explainer', { topics: ['love'] }, 'topics', '没有主题“love”'],
    ['no topic', 'explainer', { topics: [] }, 'topics', '至少要有1项'],
    ['a day that does not exist', 'explainer', { asOf: '2026-02-30' }, 'asOf', '2026-12-04'],
    ['a time without minutes', 'explainer', { publishAt: '2026-12-04' }, 'publishAt', '09:00'],
    ['the drafter as reviewer', 'explainer', { drafter: '法规处', reviewer: '法规处' }, 'reviewer', '审核单位'],
    ['half a citation', 'explainer', { citations: ['劳动法第五十条'] }, 'citations', '《劳动合同法》第三十八条'],
    ['an article that is not there', 'explainer', { citations: ['《劳动法》第五百条'] }, 'citations', '劳动法'],
    ['a field that nobody knows', 'explainer', { colour: 'red' }, 'test', 'colour'],
    ['an end before the start', 'campaign', { startsOn: '2026-12-02', endsOn: '2026-12-01' }, 'endsOn', '早于'],
    ['a page that is not there', 'campaign', { handouts: ['explainers/x'] }, 'handouts', '没有材料'],
    ['a contest that is not there', 'campaign', { assessment: 'x' }, 'assessment', '没有竞赛'],
    ['an unknown setting', 'campaign', { settings: ['车站'] }, 'settings', '只能是：企业、高校'],
    ['a number for a text', 'explainer', { title: 5 }, 'title', '不是这一项要的'],
    ['an unknown law', 'responsibility', { laws: ['x'] }, 'laws', '没有法律“x”'],
    ['a day that is over', 'responsibility', { dueOn: '2026-11-22' }, 'dueOn', '已经过了'],
    ['a row that is not there', 'responsibility', { continues: 'x' }, 'continues', '没有上一年的这一行“x”'],
    ['a day to come', 'activity', { ...activity(), heldOn: '2026-11-24' }, 'heldOn', '还没有到'],
    ['no people', 'activity', { ...activity(), people: 0 }, 'people', '至少是1'],
    ['no place', 'activity', { ...activity(), place: undefined }, 'place', '没有写'],
    [
      'a duty that is not there',
      'activity',
      { ...activity(), responsibility: 'x' },
      'responsibility',
      '没有责任清单的这一行',
    ],
  ])('%s', (_name, kind, given, field, fault) => {
    const problems = problemsOf(() => completeAnswers(kind, given, SURROUNDINGS, 'test'))
    expect(problems).toHaveLength(1)
    expect(problems[0]?.place).toContain(field)
    expect(problems[0]?.fault).toContain(fault)
  })
})

function activity(): Record<string, unknown> {
  return {
    place: '云澜市',
    audience: ['农民工'],
    people: 1,
    summary: '讲了工资专用账户，当场登记投诉。',
    evidence: ['签到表。'],
  }
}

describe('writing', () => {
  const file = (path: string, before: string | null = null): DraftFile => ({ path, text: 'new', what: '', before })
  const on = (files: Readonly<Record<string, string>>, drafts: readonly DraftFile[]) =>
    withSurroundings(({ folder }) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
      const problems = problemsOf(() => writeDrafts(folder, drafts))
      const text = (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null)
      return { problems, texts: drafts.map(({ path }) => text(path)) }
    })

  test('makes all files and their folders', () => {
    expect(on({}, [file('new/a.md'), file('new/b.md')])).toEqual({ problems: [], texts: ['new', 'new'] })
  })

  test.each([
    ['a name that is taken', { 'new/b.md': 'old' }, [file('new/a.md'), file('new/b.md')], [null, 'old'], '已经有了'],
    [
      'a file that has changed',
      { 'new/b.md': 'old' },
      [file('new/a.md'), file('new/b.md', 'older')],
      [null, 'old'],
      '别人改过',
    ],
    ['a file that is gone', {}, [file('new/a.md'), file('new/b.md', 'old')], [null, null], '别人改过'],
  ])('of %s writes nothing', (_name, files, drafts, texts, fault) => {
    const result = on(files, drafts)
    expect(result.texts).toEqual(texts)
    expect(result.problems).toEqual([expect.objectContaining({ fault: expect.stringContaining(fault) })])
  })

  test('of a file that another program keeps writes nothing, and leaves nothing beside it', () => {
    withSurroundings(({ folder }) => {
      writeFileSync(join(folder, 'kept.md'), 'old')
      // A folder of that name stands for a program that doesn't let go of the file.
      mkdirSync(join(folder, 'kept.md.new'))
      const problems = problemsOf(() => writeDrafts(folder, [file('new/a.md'), file('kept.md', 'old')]))
      expect(problems.map(({ fault }) => fault)).toEqual(['这个文件现在写不进去，没有动它。'])
      expect(readFileSync(join(folder, 'kept.md'), 'utf8')).toBe('old')
      expect(['new/a.md', 'kept.md.new'].filter((path) => existsSync(join(folder, path)))).toEqual([])
    })
  })

  test('takes back what it has written when the disk fails', () => {
    withSurroundings(({ folder }) => {
      writeFileSync(join(folder, 'blocked'), 'a file where a folder should be')
      expect(() => writeDrafts(folder, [file('new/a.md'), file('blocked/b.md')])).toThrow()
      expect(existsSync(join(folder, 'new/a.md'))).toBe(false)
    })
  })
})
