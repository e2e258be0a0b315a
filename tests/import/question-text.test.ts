import { describe, expect, it } from 'vitest'
import type { Question } from '../../content/domain/question.ts'
import { findOptions, optionsInCell } from '../../content/import/option-marks.ts'
import { type ImportedBank, importQuestions } from '../../content/import/question-rows.ts'
import { questionTables } from '../../content/import/question-tables.ts'
import { handMade, item, p } from './word/documents.ts'

/** Reads a text together with one good question, so that there is always something to import. */
async function read(text: string, file = 'a.txt'): Promise<ImportedBank> {
  const encoded = new TextEncoder()
  const good = encoded.encode('1.另一道好题？ A.甲 B.乙 答案：A')
  const tables = [...(await questionTables(file, encoded.encode(text))), ...(await questionTables('good.txt', good))]
  return importQuestions(tables, { title: '题库', asOf: '2026-12-04' })
}

/** A question in one line: `单选 stem|options → key`. */
function short({ type, stem, options, key, group }: Question): string {
  const story = group === undefined ? '' : `[${group.stem}]`
  return `${type} ${story}${stem}|${options.map(({ text }) => text).join('|')} → ${key.join('')}`
}

async function questions(text: string): Promise<string[]> {
  const { content, problems } = await read(text)
  expect(problems.map(({ place, fault }) => `${place}：${fault}`)).toEqual([])
  return content.questions.filter(({ id }) => id.startsWith('a-')).map(short)
}

async function faults(text: string): Promise<string[]> {
  return (await read(text)).problems.map(({ place, fault }) => `${place}：${fault}`)
}

describe('options in one text', () => {
  it.each([
    ['A.甲 B.乙 C.丙', '甲|乙|丙'],
    ['A．甲\nB．乙', '甲|乙'],
    ['A、甲；B、乙；C、丙', '甲|乙|丙'],
    ['(A)甲 (B)乙', '甲|乙'],
    ['（Ａ）甲（Ｂ）乙', '甲|乙'],
    ['Ａ．甲　Ｂ．乙', '甲|乙'],
    ['A.权责明确B.尽职免责C.权责一致', '权责明确|尽职免责|权责一致'],
    ['a. 甲 b. 乙', '甲|乙'],
    ['B.乙\nA.甲', '甲|乙'],
    ['A.以上都对\nB.A、C两项\nC.丙', '以上都对|A、C两项|丙'],
    ['甲；乙；丙', '甲|乙|丙'],
    ['甲\n乙', '甲|乙'],
    ['甲|乙', '甲|乙'],
  ])('%j are %s', (cell, texts) => {
    const found = optionsInCell(cell)
    expect('fault' in found ? found.fault : found.map(({ text }) => text).join('|')).toBe(texts)
  })

  it.each([
    ['甲', '看不出有哪几个选项。'],
    ['A.甲\nB.乙\nB.丙', '选项的字母是“A、B、B”，有重复的或者漏掉的。'],
    ['A.甲\nC.丙', '选项的字母是“A、C”，有重复的或者漏掉的。'],
    [
      Array.from({ length: 26 }, (_, at) => `${String.fromCharCode(65 + at)}.第${at}项`).join('\n'),
      '有26个选项，最多12个。',
    ],
    [Array.from({ length: 27 }, (_, at) => `第${at}项`).join('\n'), '有27个选项，最多12个。'],
  ])('%j are refused', (cell, fault) => {
    const found = optionsInCell(cell)
    expect('fault' in found && found.fault).toBe(fault)
  })

  it.each(['甲（A）与乙（B）签订合同', '由A、B两家公司分担', '维生素B和维生素C'])('there are none in %s', (stem) => {
    expect(findOptions(stem)).toBeNull()
  })
})

describe('questions of a text', () => {
  it.each([
    [
      'an answer in the stem',
      '1. 试用期最长（ B ）。\nA. 三个月\nB. 六个月',
      ['single 试用期最长（　）。|三个月|六个月 → B'],
    ],
    [
      'an answer behind the options',
      '1、最长几个月？ A、三个月 B、六个月\n答案：B',
      ['single 最长几个月？|三个月|六个月 → B'],
    ],
    [
      'all in one line',
      '1.最长几个月？（　）A.三个月B.六个月 【答案】B【解析】法律这样规定。',
      ['single 最长几个月？（　）|三个月|六个月 → B'],
    ],
    ['several keys', '1.有哪些？（ＡＣ）\nA.甲\nB.乙\nC.丙', ['multiple 有哪些？（　）|甲|乙|丙 → AC']],
    [
      'marks for right and wrong',
      '一、判断题\n1.应当签书面合同。（√）\n2.可以不签。（×）\n3.甲乙（错误）\n4、丙。 √\n5.（×）丙丁',
      [
        'true-false 应当签书面合同。|正确|错误 → A',
        'true-false 可以不签。|正确|错误 → B',
        'true-false 甲乙|正确|错误 → B',
        'true-false 丙。|正确|错误 → A',
        'true-false 丙丁|正确|错误 → B',
      ],
    ],
    ['a blank', '1.试用期最长____。\n答案：六个月/6个月', ['fill-in 试用期最长____。| → 六个月6个月']],
    [
      'numbers before years',
      '1.2008年施行的法律是？（A）\nA.甲\nB.乙\n2.2026年呢？（B）\nA.丙\nB.丁',
      ['single 2008年施行的法律是？（　）|甲|乙 → A', 'single 2026年呢？（　）|丙|丁 → B'],
    ],
    [
      'a list in a stem',
      '1.正确的有：\n（1）甲\n（2）乙\nA.（1）\nB.（2）\n答案：A',
      ['single 正确的有：\n（1）甲\n（2）乙|（1）|（2） → A'],
    ],
    [
      'a list in a rationale',
      '1.甲乙？（A）\nA.甲\nB.乙\n解析：\n1.理由一。\n2.理由二。\n2.丙丁？（B）\nA.丙\nB.丁',
      ['single 甲乙？（　）|甲|乙 → A', 'single 丙丁？（　）|丙|丁 → B'],
    ],
    [
      'no numbers',
      '甲乙？\nA.甲\nB.乙\n答案：A\n丙丁？\nA.丙\nB.丁\n答案：B',
      ['single 甲乙？|甲|乙 → A', 'single 丙丁？|丙|丁 → B'],
    ],
  ])('with %s are read', async (_, text, expected) => {
    expect(await questions(text)).toEqual(expected)
  })

  it('take their type from the heading', async () => {
    const text =
      '一、单项选择题（每题1分，共1题）\n1.甲乙？（A）\nA.甲\nB.乙\n二、多项选择题\n1.丙丁？（AB）\nA.丙\nB.丁\n三、不定项选择题\n1.戊己？（A）\nA.戊\nB.己'
    expect((await questions(text)).map((line) => line.split(' ')[0])).toEqual(['single', 'multiple', 'indeterminate'])
    expect(await faults('一、单选题\n1.甲乙？（AB）\nA.甲\nB.乙')).toEqual([
      'a.txt 第2行（第1题）：写明是单选题，却有2个答案。',
    ])
  })

  it('take their type from the stem', async () => {
    expect(await questions('1.【多选题】甲乙？（A）\nA.甲\nB.乙')).toEqual(['indeterminate 甲乙？（　）|甲|乙 → A'])
  })

  it('keep rationale and difficulty', async () => {
    const { content } = await read('1.甲乙？（A）\nA.甲\nB.乙\n解析：因为法律\n这样规定。\n难度：难')
    expect(content.questions[0]).toMatchObject({ rationale: '因为法律这样规定。', difficulty: 3 })
  })

  it('share a story', async () => {
    const expected = [
      'single [张某入职后没签合同。]怎么办？（　）|甲|乙 → A',
      'true-false [张某入职后没签合同。]可以索赔。|正确|错误 → A',
    ]
    const sub = (one: string, two: string) => `${one}怎么办？（A）\nA.甲\nB.乙\n${two}可以索赔。（√）`
    expect(await questions(`一、案例分析题\n张某入职后没签合同。\n${sub('1.', '2.')}`)).toEqual(expected)
    expect(await questions(`1.张某入职后没签合同。\n${sub('（1）', '（2）')}`)).toEqual(expected)
    const many = await questions(
      `案例一：\n张某入职后没签合同。\n${sub('1.', '2.')}\n案例二：\n李某。\n${sub('3.', '4.')}`,
    )
    expect(many).toHaveLength(4)
    expect(many[3]).toContain('李某')
    const range = await questions(`张某入职。回答第1-2题。\n${sub('1.', '2.')}\n3.与案例无关？（B）\nA.甲\nB.乙`)
    expect(range.map((line) => line.includes('['))).toEqual([true, true, false])
  })
})

describe('answers at the end', () => {
  const three = '1.甲乙？\nA.甲\nB.乙\n2.丙丁？\nA.丙\nB.丁\n3.戊己？\nA.戊\nB.己\n'
  const keys = async (answers: string) =>
    (await questions(three + answers)).map((line) => line.split('→ ')[1]).join(',')

  it.each([
    ['1-3 ABA', 'A,B,A'],
    ['参考答案：1-3 ABA', 'A,B,A'],
    ['答案：1.A 2.B 3.AB', 'A,B,AB'],
    ['参考答案\n1-3：ABA', 'A,B,A'],
    ['参考答案：\n1~3 A AB B', 'A,AB,B'],
    ['答案\n1.A 2.AB 3.B', 'A,AB,B'],
    ['答案\n1.A2.AB3.B', 'A,AB,B'],
    ['答案\n1、A\n2、B 解析：法律这样规定。\n3、A', 'A,B,A'],
    ['参考答案\n题号\t1\t2\t3\n答案\tA\tB\tAB', 'A,B,AB'],
    ['参考答案及解析\n1.【答案】A【解析】法律规定。\n2.【答案】B\n3.【答案】A', 'A,B,A'],
  ])('%j give %s', async (answers, expected) => {
    expect(await keys(answers)).toBe(expected)
  })

  it('may leave out questions that have theirs in the stem', async () => {
    const text = '1.甲乙？（A）\nA.甲\nB.乙\n2.丙。\n3.丁戊？\nA.丁\nB.戊\n4.己。（√）\n5.庚。\n参考答案\n2.√ 3.AB 5.×'
    expect((await questions(text)).map((line) => line.split('→ ')[1])).toEqual(['A', 'A', 'AB', 'A', 'B'])
  })

  it('belong to the questions of their heading', async () => {
    const text =
      '一、单选题\n1.甲乙？\nA.甲\nB.乙\n二、判断题\n1.丙。\n2.丁。\n参考答案\n一、单选题\n1.B\n二、判断题\n1.√ 2.×'
    expect((await questions(text)).map((line) => line.split('→ ')[1])).toEqual(['B', 'A', 'B'])
  })

  it('belong to the questions of the heading with the same numeral', async () => {
    const text =
      '一、单选题\n1.甲乙？（A）\nA.甲\nB.乙\n二、判断题\n2.丙。\n三、案例分析题\n张某。\n1.丁戊？\nA.丁\nB.戊\n参考答案\n二、2.×\n三、1.B'
    expect((await questions(text)).map((line) => line.split('→ ')[1])).toEqual(['A', 'B', 'B'])
  })

  it.each([
    ['1-2 AB', ['a.txt 第7行（第3题）：第3题没有答案，答案表里也没有。']],
    ['1-3 AB', Array.from({ length: 3 }, () => 'a.txt 第10行：“1-3”要有3个答案，这里有2个。')],
    ['1-4 ABAB', ['a.txt 第10行：答案表里有第4题，前面没有这道题。']],
    ['1-3 ABC', ['a.txt 第10行：答案里的“C”没有这个选项，或者选项是空的。']],
  ])('%j that do not fit are problems', async (answers, expected) => {
    expect(await faults(three + answers)).toEqual(expected)
  })

  it('that differ from those of the questions are problems', async () => {
    expect(await faults('1.甲乙？（A）\nA.甲\nB.乙\n参考答案\n1.B')).toEqual([
      'a.txt 第1行（第1题）：答案是“A”，a.txt 第5行 的答案表里是“B”。',
    ])
  })
})

describe('hostile texts', () => {
  it.each([
    ['', 'a.txt：文件是空的。'],
    ['\n \n', 'a.txt：找不到题目。'],
    ['这不是题目，只是一段话。', 'a.txt 第1行：没有写答案。'],
    [`1.${'问'.repeat(5000)}？（A）\nA.甲\nB.乙`, 'a.txt 第1行（第1题）：太长，最多4000个字，'],
    ['1.甲乙？（AE）\nA.甲\nB.乙', 'a.txt 第1行（第1题）：答案里的“E”没有这个选项，或者选项是空的。'],
    ['1.甲（A）乙（B）？\nA.甲\nB.乙', 'a.txt 第1行（第1题）：题干里有2处括号写着答案。'],
    ['1.甲乙？（A）\nA.甲\nB.乙\n答案：B', 'a.txt 第1行（第1题）：题干里的答案是“A”，后面写的是“B”。'],
    ['1.甲乙？\nA.=HYPERLINK("http://x","甲")\nB.乙\n答案：A', 'a.txt 第2行选项A：这一格是公式，或者是公式的错误。'],
    ['1.____和____？\n答案：甲', 'a.txt 第2行：题干里有2个空，一道填空题只能有一个。'],
  ])('%j are refused with their place', async (text, fault) => {
    const own = await faults(text)
    expect(own[0]?.startsWith(fault)).toBe(true)
  })

  it('keep HTML as text', async () => {
    expect(await questions('1.<script>alert(1)</script>？（A）\nA.<b>甲</b>\nB.乙')).toEqual([
      'single <script>alert(1)</script>？（　）|<b>甲</b>|乙 → A',
    ])
  })

  it('do not take for ever', async () => {
    const started = performance.now()
    await read('（1）A.'.repeat(50_000)).catch(() => undefined)
    await read('1.甲\n'.repeat(3000)).catch(() => undefined)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

it('reads Word files, with their own numbers', async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
  const body = [p('一、单选题'), item('甲乙？（A）'), p('A.甲'), p('B.乙'), item('丙丁？（B）'), p('A.丙　B.丁')].join(
    '',
  )
  const tables = await questionTables('题库.docx', handMade(body, { numbering }))
  const { content, problems } = await importQuestions(tables, { title: '题库', asOf: '2026-12-04' })
  expect(problems).toEqual([])
  expect(content.questions.map(short)).toEqual(['single 甲乙？（　）|甲|乙 → A', 'single 丙丁？（　）|丙|丁 → B'])
  expect(content.questions[0]?.id).toMatch(/^docx-[0-9a-f]{12}$/)
})
