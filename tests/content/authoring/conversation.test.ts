import { describe, expect, test } from 'vitest'
import { askAnswers, askKind } from '../../../content/authoring/ask.ts'
import { parts } from '../../../content/authoring/asking.ts'
import { completeAnswers } from '../../../content/authoring/complete.ts'
import type { Kind } from '../../../content/authoring/kinds.ts'
import type { Prompts } from '../../../content/authoring/prompts.ts'
import { withSurroundings } from './surroundings.ts'

const SURROUNDINGS = withSurroundings((surroundings) => surroundings)

/** What someone types or picks when a question starts so; names of choices for lists. `null` for a bare Enter. */
type Script = readonly (readonly [question: string, ...replies: (string | readonly string[] | boolean | null)[]])[]

/** Someone who follows a script; a line that is refused is followed by the next one. */
function scripted(script: Script): { prompts: Prompts; refused: string[]; asked: string[] } {
  const replies = new Map(script.map(([question, ...own]) => [question, [...own]]))
  const refused: string[] = []
  const asked: string[] = []
  const reply = (message: string) => {
    asked.push(message)
    const question = [...replies.keys()].find((own) => message.startsWith(own))
    return question === undefined ? null : (replies.get(question)?.shift() ?? null)
  }
  const named = <T>(choices: readonly { value: T; name: string }[], name: string): T => {
    const found = choices.find((choice) => choice.name.includes(name))
    if (found === undefined) throw new Error(`no choice "${name}" among ${choices.map((own) => own.name).join('、')}`)
    return found.value
  }
  const prompts: Prompts = {
    text: async (message, check, usual) => {
      for (;;) {
        const given = reply(message)
        const text = typeof given === 'string' ? given : (usual ?? '')
        const fault = check(text)
        if (fault === true) return text
        if (given === null) throw new Error(`${message} — ${fault}`)
        refused.push(fault)
      }
    },
    choose: async (message, choices) => {
      const given = reply(message)
      const [first] = choices
      if (first === undefined) throw new Error(`nothing to choose: ${message}`)
      return typeof given === 'string' ? named(choices, given) : first.value
    },
    chooseSome: async (message, choices, least) => {
      const given = reply(message)
      const names = Array.isArray(given) ? given : []
      if (names.length < least) throw new Error(`too few for ${message}`)
      return names.map((name) => named(choices, name))
    },
    find: async (message, choices) => named(choices, String(reply(message))),
    confirm: async (message, usual) => {
      const given = reply(message)
      return typeof given === 'boolean' ? given : usual
    },
  }
  return { prompts, refused, asked }
}

async function conversation(kind: Kind, script: Script) {
  const { prompts, refused, asked } = scripted(script)
  const said = await askAnswers(kind, { prompts, ...SURROUNDINGS })
  return { answers: completeAnswers(kind, said, SURROUNDINGS, 'test'), refused, asked }
}

describe('the conversation', () => {
  test('starts with what to make', async () => {
    expect(await askKind(scripted([['要做什么', '普法活动']]).prompts)).toBe('campaign')
  })

  test('about a campaign takes what is usual for a bare Enter', async () => {
    const { answers } = await conversation('campaign', [
      ['标题', '年底要工资，工地有人帮'],
      ['主题', ['工资支付']],
      ['搜索词', '讨薪、工地欠薪'],
      ['哪部法', '保障农民工工资'],
      ['《保障农民工工资支付条例》的哪几条', ['第三十条', '第三十四条']],
      ['在哪几类场所', ['工地']],
      ['发哪些材料', ['老板拖欠工资']],
      ['海报大字', '分包欠薪，总包先付'],
    ])
    expect(answers).toMatchObject({
      id: 'wages-2026',
      keywords: ['讨薪', '工地欠薪'],
      topics: ['wages'],
      asOf: '2026-11-23',
      publishAt: '2026-11-23 09:00',
      startsOn: '2026-11-30',
      endsOn: '2026-11-30',
      citations: ['《保障农民工工资支付条例》第三十条', '《保障农民工工资支付条例》第三十四条'],
      settings: ['工地'],
      handouts: ['explainers/unpaid-wages'],
    })
  })

  test('asks again until an answer fits', async () => {
    const { answers, refused } = await conversation('explainer', [
      ['标题', '短', '足够长的标题'],
      ['主题', ['劳动合同']],
      ['编号', 'A B', 'written-contract', 'contract-new'],
      ['法律以哪一天', '明天', '2026-11-01'],
      ['现在选', false],
    ])
    expect(answers).toMatchObject({ id: 'contract-new', title: '足够长的标题', asOf: '2026-11-01' })
    expect(refused).toEqual([
      expect.stringContaining('至少4个字'),
      expect.stringContaining('小写英文字母'),
      expect.stringContaining('已经有人用了'),
      expect.stringContaining('2026-12-04'),
    ])
  })

  test('never offers the drafting office as the reviewing one', async () => {
    const { answers } = await conversation('lesson', [
      ['标题', '足够长的标题'],
      ['主题', ['劳动合同']],
      ['起草单位', '法规处'],
      ['审核单位', '别的单位'],
      ['单位名称', '第二个处（示例）'],
      ['现在选', false],
    ])
    expect(answers).toMatchObject({ drafter: '明江省人社厅法规处（示例）', reviewer: '第二个处（示例）' })
  })

  test('offers the articles that were in force on the day', async () => {
    const script: Script = [
      ['这组题目', '学法的题目'],
      ['主题', '普法'],
      ['法律以哪一天', '2025-10-31'],
      ['哪部法', '法治宣传教育法'],
    ]
    await expect(conversation('questions', script)).rejects.toThrow('no choice "法治宣传教育法"')
  })

  test('about a duty collects measures until there are no more', async () => {
    const { answers } = await conversation('responsibility', [
      ['哪些法', ['《劳动法》', '《劳动合同法》']],
      ['对象', '农民工、班组长'],
      ['做什么', '到工地讲一次。', '回访一次，收集问题。'],
      ['还有别的措施', true, false],
      ['是不是接着', '不是'],
    ])
    expect(answers).toMatchObject({
      laws: ['labour-law', 'labour-contract-law'],
      audience: ['农民工', '班组长'],
      measures: ['到工地讲一次。', '回访一次，收集问题。'],
      dueOn: '2026-12-31',
    })
  })

  test('about an activity takes the laws of the duty that it serves', async () => {
    const { answers, asked } = await conversation('activity', [
      ['活动名称', '进工地讲工资'],
      ['地点', '云澜市某项目部'],
      ['对象', '农民工'],
      ['到场人数', '八十', '86'],
      ['完成2026年责任清单的哪一行', '工资专用账户、总包代发'],
      ['做了什么', '讲了工资专用账户，当场登记投诉两件。'],
      ['佐证', '签到表86人。'],
    ])
    expect(answers).toMatchObject({
      people: 86,
      responsibility: 'site-wages-spring',
      laws: ['migrant-wage-regulation', 'labour-inspection-regulation'],
    })
    expect(asked).not.toContain('哪些法')
  })
})

test.each([
  ['甲、乙', ['甲', '乙']],
  ['甲，乙,丙；丁;戊', ['甲', '乙', '丙', '丁', '戊']],
  [' 甲 、、 ', ['甲']],
  ['', []],
])('%j has the parts %j', (text, expected) => {
  expect(parts(text)).toEqual(expected)
})
