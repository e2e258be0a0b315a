import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { askAnswers, askKind } from '../../../content/authoring/ask.ts'
import { completeAnswers } from '../../../content/authoring/complete.ts'
import { draftFiles } from '../../../content/authoring/drafts.ts'
import { nextSteps } from '../../../content/authoring/next-steps.ts'
import type { Choice, Prompts } from '../../../content/authoring/prompts.ts'
import { writeDrafts } from '../../../content/authoring/write.ts'
import { checkContent } from '../../../content/check/collection.ts'
import { waitingReport } from '../../../content/check/unwritten.ts'
import { versionInForce } from '../../../content/domain/law.ts'
import { type Content, readContent } from '../../../content/source/content.ts'
import { broken, CONTENT, type Files, problemsWith } from '../../fixtures/content.ts'
import { SOUND } from '../../fixtures/sound-content.ts'
import { NOW, TODAY, withSurroundings } from './surroundings.ts'

/** The guide for authors, followed to the letter: a machine is an author who reads every word and knows nothing else. */

/** All content is copied and read for each. */
const SLOW = { timeout: 60_000 }
const GUIDE = readFileSync(join(CONTENT, 'GUIDE.md'), 'utf8')

function section(from: string, to: string): string {
  const start = GUIDE.indexOf(from)
  const end = GUIDE.indexOf(to, start + from.length)
  if (start === -1 || end === -1) throw new Error(`the guide has no “${from}” before “${to}”`)
  return GUIDE.slice(start, end)
}

/** Rows of the first table of a text, without its head. */
function rowsOf(text: string): string[][] {
  return [...text.matchAll(/^\| (.+) \|$/gm)].slice(1).map(([, row = '']) => row.split(' | '))
}

const quoted = (text: string) => [...text.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name)
const typed = (text: string) => /`([^`]+)`/.exec(text)?.[1]

const DIALOGUE = rowsOf(section('### 1. 回答问题', '### 2.'))
const REPLACED = rowsOf(section('### 3. 换掉【待写】', '### 4.'))
const [, QUESTIONS = ''] = /```yaml\n([\s\S]*?)```/.exec(section('### 4. 写', '### 5.')) ?? []

/** Answers each question with what the next row says; a question that the row doesn't announce ends the dialogue. */
function author(): Prompts {
  const rows = DIALOGUE.values()
  const reply = (message: string) => {
    const [question = '', action = ''] = rows.next().value ?? []
    expect(message.startsWith(question.replace(/？$/, '')), `${message} — the guide expects ${question}`).toBe(true)
    return action
  }
  const pick = <T>(choices: readonly Choice<T>[], action: string): T[] =>
    quoted(action).map((name) => {
      const place = choices.findIndex((choice) => choice.name.includes(name))
      const [, steps] = /按(\d+)次下键/.exec(action) ?? []
      if (steps !== undefined) expect(place, name).toBe(Number(steps))
      return at(choices, place).value
    })
  const at = <T>(list: readonly T[], place: number): T => {
    const found = list[place]
    if (found === undefined) throw new Error(`nothing at ${place}`)
    return found
  }
  return {
    text: async (message, check, usual) => {
      const text = typed(reply(message)) ?? usual ?? ''
      expect(check(text), message).toBe(true)
      return text
    },
    choose: async (message, choices) => {
      const action = reply(message)
      return action.startsWith('直接回车') ? at(choices, 0).value : at(pick(choices, action), 0)
    },
    chooseSome: async (message, choices) => pick(choices, reply(message)),
    find: async (message, choices) => {
      const wanted = typed(reply(message)) ?? ''
      const found = choices.filter(({ name }) => name.includes(wanted))
      expect(found, message).toHaveLength(1)
      return at(found, 0).value
    },
    confirm: async (message, usual) => {
      expect(reply(message)).toBe('直接回车')
      return usual
    },
  }
}

/** The texts with what stands in the guide's table in place of what was to be written. */
function written(draft: string): string {
  let text = draft
  let place = 0
  for (const [before = '', after = ''] of REPLACED) {
    const [old = '', own = ''] = [typed(before), typed(after)]
    place = text.indexOf(old, before.startsWith('它后面') ? place : 0)
    expect(place, old).toBeGreaterThan(-1)
    text = text.slice(0, place) + own + text.slice(place + old.length)
  }
  return text
}

/** What one has after the third chapter: two drafts, and what the command has said. */
async function followed(): Promise<{ said: string; page: string; bank: string }> {
  const surroundings = withSurroundings((own) => own)
  const prompts = author()
  const kind = await askKind(prompts)
  const given = await askAnswers(kind, { prompts, ...surroundings })
  const answers = completeAnswers(kind, given, surroundings, 'test')
  const files = draftFiles(answers, surroundings)
  const [page = '', bank = ''] = files.map(({ text }) => String(text))
  const list = bank.indexOf('questions:\n') + 'questions:\n'.length
  expect(files.map(({ path }) => path)).toEqual([PAGE, BANK])
  return { said: nextSteps(answers, files), page: written(page), bank: bank.slice(0, list) + QUESTIONS }
}

const [PAGE, BANK] = ['campaigns/wages-2026.md', 'banks/wages-2026.yaml']
const made = await followed()

describe('following the guide', () => {
  const contentWith = (files: Files, use: (content: Content) => void) =>
    withSurroundings(({ folder }) => {
      writeDrafts(
        folder,
        Object.entries(files).map(([path, text]) => ({ path, text, what: '', before: null })),
      )
      use(readContent(folder, { now: NOW, preview: true }))
    })
  const released = (text: string) => text.replace(/^draft: true\n/m, '')

  test('leads to the addresses that it names', () => {
    for (const end of ['/campaigns/wages-2026/', '/poster-site/']) expect(made.said).toContain(end)
    expect(GUIDE).toContain('`http://localhost:4321/campaigns/`')
    expect(GUIDE).toContain('`poster-site`')
    expect(made.said).toContain('写好了')
  })

  test('leads to drafts with nothing left to write and nothing wrong', SLOW, () => {
    contentWith({ [PAGE]: made.page, [BANK]: made.bank }, (content) => {
      expect(waitingReport(content, NOW)).toEqual(
        expect.arrayContaining([`content/${PAGE}：草稿，已经写完`, `content/${BANK}：草稿，已经写完`]),
      )
      expect(checkContent(content, TODAY)).toEqual([])
    })
  })

  test('leads to pages that may be published', SLOW, () => {
    contentWith({ [PAGE]: released(made.page), [BANK]: released(made.bank) }, (content) => {
      expect(checkContent(content, TODAY)).toEqual([])
      expect(content.campaigns.find(({ value }) => value.id === 'wages-2026')?.value.draft).toBe(false)
      expect(content.questionFiles.flatMap(({ value }) => value.questions.map(({ id }) => id))).toEqual(
        expect.arrayContaining(['wages-2026-001', 'wages-2026-002']),
      )
    })
  })
})

/** An article that a law has and that the site says nothing of. */
function withoutGist(): string {
  for (const { value: law } of readContent(CONTENT).laws) {
    const version = versionInForce(law, TODAY)
    for (let number = 1; version !== null && number <= version.articleCount; number += 1)
      if (version.articles[`${number}`] === undefined) return `《${law.name}》第${number}条`
  }
  throw new Error('every article has a gist')
}

describe('the table of what is said, and what it means', () => {
  const FILES: Files = {
    ...SOUND,
    [PAGE]: made.page.replace(/^draft: true\n/m, ''),
    [BANK]: made.bank.replace(/^draft: true\n/m, ''),
  }
  const page = (from: string, to: string) => () => broken(FILES, PAGE, from, to)
  const bank = (from: string, to: string) => () => broken(FILES, BANK, from, to)
  const cited = '（《保障农民工工资支付条例》第三十四条）'
  const twice = QUESTIONS.slice(0, QUESTIONS.indexOf('  - id: wages-2026-002'))

  /** What an author does wrong, by the beginning of what the first column says. */
  const MISTAKES: Readonly<Record<string, () => Files>> = {
    '还没有写完：': page('午休时间，', '【待写】午休时间，'),
    '标题（title）太长，最多30个字': page('title: 年底', `title: ${'年底'.repeat(20)}`),
    '缺少……': page('summary:', '# summary:'),
    '不认识“……”这一项': page('summary:', 'sumary:'),
    '名称后面用了中文冒号“：”': page('summary:', 'summary：'),
    引号或者括号后面还有内容: page('title: 年底', 'title: "年底"'),
    '……写得不对：“2026-2-30”': page('startsOn: 2026-11-30', 'startsOn: 2026-2-30'),
    '没有“……”这个主题': page('\ntopics: [wages]', '\ntopics: [wage]'),
    '本站没有《……》这部法律': page(cited, '（《没有这部法》第一条）'),
    '没有……第一百条：……文本只有……条': page(cited, '（《保障农民工工资支付条例》第一百条）'),
    '……还没有要旨': page(cited, `（${withoutGist()}）`),
    '……还没有施行': page('asOf: 2026-11-23', 'asOf: 2019-01-01'),
    起草单位和审核单位相同: page('reviewer: 明江省人社厅法规处（示例）', 'reviewer: 明江省人社厅劳动关系处（示例）'),
    审核早于法律的日期: page('reviewedOn: 2026-11-23', 'reviewedOn: 2026-11-01'),
    '小标题“……”不对，或者顺序不对': () => broken(FILES, 'explainers/test-page.md', '## 怎么做', '## 怎样做'),
    '和……的题目几乎一样': () => ({
      ...FILES,
      [BANK]: `${FILES[BANK]}${twice.replace('-001', '-009').replace('做木工', '做瓦工')}`,
    }),
    '……的答案（key）应当是一段文字': bank('key: B', 'key: [A, B]'),
    '有编码错误留下的乱码、看不见的空白字符': page('不用报名', '不用\u200b报名'),
    '名称不对：“……”': page('当天转给监察员', '当天转给劳动局'),
    '文件名只能用小写英文字母、数字和短横线': () => ({
      ...FILES,
      'explainers/副本.md': SOUND['explainers/test-page.md'] ?? '',
    }),
  }
  /** Said where no text of a file is wrong: `file-text.test.ts`, `refusals.test.ts`, the preview's own start. */
  const ELSEWHERE = ['这个文件的编码不是 UTF-8', '这个文件现在写不进去', '预览打不开：端口 4321 已被占用']

  /** What the first column says as a pattern: …… is anything, 、 and （…） in it are other cases. */
  const spoken = (cell: string) =>
    new RegExp(
      cell
        .replace(/（[^（）]*也一样）$/, '')
        .split('、')
        .map((own) => own.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('……', '.*'))
        .join('|'),
    )

  test.each(rowsOf(section('## 六、', '## 七、')))('%s', SLOW, (said) => {
    if (ELSEWHERE.includes(said)) return
    const mistake = Object.entries(MISTAKES).find(([start]) => said.startsWith(start))?.[1]
    expect(mistake, 'no example of it').toBeDefined()
    const faults = problemsWith(mistake?.() ?? {}, TODAY).map(({ fault }) => fault)
    expect(
      faults.filter((fault) => spoken(said).test(fault)),
      faults.join('\n'),
    ).not.toEqual([])
  })
})
