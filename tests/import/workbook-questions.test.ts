import { describe, expect, it } from 'vitest'
import type { Question } from '../../content/domain/question.ts'
import { importQuestions } from '../../content/import/question-rows.ts'
import type { Cell, Cells } from '../../content/import/workbook/cells.ts'
import { workbookQuestions } from '../../content/import/workbook-questions.ts'
import { HEADER, row, table } from './csv.ts'

/** `=…` is a formula, `^…` a cell that is merged with the one above, with its text. */
function cell(text: string): Cell {
  if (text.startsWith('=')) return { text: '1', kind: 'text', formula: text.slice(1) }
  if (text.startsWith('^')) return { text: text.slice(1), kind: 'text', filled: true }
  return text === '' ? { text, kind: 'empty' } : { text, kind: 'text' }
}

/** A workbook of sheets whose cells stand between `|`. */
function workbook(sheets: Readonly<Record<string, readonly string[]>>): Cells {
  return {
    file: '题库.xlsx',
    kind: 'xlsx',
    sheets: Object.entries(sheets).map(([name, lines]) => ({
      name,
      hidden: false,
      rows: lines.flatMap((line, index) =>
        line === ''
          ? []
          : [{ number: index + 1, cells: line.split('|').map((text) => cell(text.replaceAll('¶', '\n'))) }],
      ),
    })),
  }
}

async function read(sheets: Readonly<Record<string, readonly string[]>>) {
  const good = table([HEADER, row({ stem: '另一道好题？' })], 'good.csv')
  return importQuestions([...workbookQuestions(workbook(sheets)), good], { title: '题库', asOf: '2026-12-04' })
}

function short({ type, stem, options, key, group }: Question): string {
  return `${type} ${group === undefined ? '' : `[${group.stem}]`}${stem}|${options.map(({ text }) => text).join('|')} → ${key.join('')}`
}

async function questions(...lines: string[]): Promise<string[]> {
  const { content, problems } = await read({ Sheet1: lines })
  expect(problems).toEqual([])
  return content.questions.filter(({ id }) => id.startsWith('xlsx-')).map(short)
}

async function faults(...lines: string[]): Promise<string[]> {
  return (await read({ Sheet1: lines })).problems.map(({ place, fault }) => `${place}：${fault}`)
}

describe('shapes of columns', () => {
  it('with a column for each option, under a title, with blank rows', async () => {
    const { content, problems, notices } = await read({
      Sheet1: [
        '2026年普法题库',
        '序号|题目分类|难度|所属范围|试题|选项A|选项B|选项C|选项D|答案|知识点',
        '',
        '1|单选题|易|全省|甲乙？|甲|乙|丙|丁|B|合同',
        '2|^单选题|难|全省|丙丁？|1|2|3|4|D|合同',
      ],
    })
    expect(problems).toEqual([])
    expect(content.questions.slice(0, 2).map(short)).toEqual([
      'single 甲乙？|甲|乙|丙|丁 → B',
      'single 丙丁？|1|2|3|4 → D',
    ])
    expect(content.questions.map(({ difficulty }) => difficulty)).toEqual([1, 3, undefined])
    expect(notices).toEqual(['题库.xlsx“Sheet1”表：这几列没有导入：序号、所属范围、知识点。'])
  })

  it('with codes of types that the header explains', async () => {
    const header = '问题|题型(0单选 1判断 2多选)|人员类型|选项A|选项B|选项C|选项D|答案("A,B")'
    expect(
      await questions(
        header,
        '甲乙？|0|全员|甲|乙|丙|丁|C',
        '丙丁？|1|全员|错误|正确|||A',
        '戊己？|2|全员|甲|乙|丙|丁|A,B',
      ),
    ).toEqual(['single 甲乙？|甲|乙|丙|丁 → C', 'true-false 丙丁？|正确|错误 → B', 'multiple 戊己？|甲|乙|丙|丁 → AB'])
    const other = '问题|题型（1、单选题 2、多选题 3、判断题）|选项A|选项B|答案'
    expect(await questions(other, '甲乙？|1|甲|乙|A', '丙丁？|2|甲|乙|AB', '戊己？|3|||对')).toEqual([
      'single 甲乙？|甲|乙 → A',
      'multiple 丙丁？|甲|乙 → AB',
      'true-false 戊己？|正确|错误 → A',
    ])
  })

  it('with all options in one cell', async () => {
    expect(
      await questions(
        '题型|子题型|题干|选项|答案|解析|难度',
        '选择题|单选题|甲乙？|A.甲 B.乙|B|法律这样规定。|中',
        '选择题|多选题|丙丁？|A.权责明确B.尽职免责C.权责一致|AC|略|',
        '判断题||戊己？||√||',
        '填空题||最长____个月。||六/6||',
      ),
    ).toEqual([
      'single 甲乙？|甲|乙 → B',
      'multiple 丙丁？|权责明确|尽职免责|权责一致 → AC',
      'true-false 戊己？|正确|错误 → A',
      'fill-in 最长____个月。| → 六6',
    ])
  })

  it('with options below each other beside a merged question', async () => {
    const lines = ['题干|选项|答案', '甲乙？|A.甲|B', '^甲乙？|B.乙|^B', '丙丁？|A.丙¶B.丁|A']
    expect(await questions(...lines)).toEqual(['single 甲乙？|甲|乙 → B', 'single 丙丁？|丙|丁 → A'])
  })

  it('with a story that is merged down over its questions', async () => {
    const lines = ['案例|题干|A|B|答案', '张某入职。|甲乙？|甲|乙|A', '^张某入职。|丙丁？|甲|乙|B', '|戊己？|甲|乙|B']
    const { content } = await read({ Sheet1: lines })
    const groups = content.questions.map(({ group }) => group?.id)
    expect(groups[0]).toBe(groups[1])
    expect(groups.slice(2)).toEqual([undefined, undefined])
  })

  it.each(['A', ' a ', 'Ａ', '甲'])('with the answer %j', async (answer) => {
    expect(await questions('题干|A|B|答案', `甲乙？|甲|乙|${answer}`)).toEqual(['single 甲乙？|甲|乙 → A'])
  })

  it.each(['AB', 'A,B', 'A、B', 'ＡＢ', '甲；乙'])('with the answers %j', async (answer) => {
    expect(await questions('题干|A|B|C|答案', `甲乙？|甲|乙|丙|${answer}`)).toEqual(['multiple 甲乙？|甲|乙|丙 → AB'])
  })
})

describe('sheets', () => {
  it('say by their names which type their questions have; those without questions are named', async () => {
    const header = '题干|A|B|C|答案'
    const { content, problems, notices } = await read({
      说明: ['请先看这里'],
      单选题: [header, '甲乙？|甲|乙|丙|AB'],
      多选题: [header, '丙丁？|甲|乙|丙|A'],
      空: [],
    })
    expect(content.questions[0]?.type).toBe('indeterminate')
    expect(problems).toMatchObject([
      {
        file: '题库.xlsx',
        at: { sheet: '单选题', row: 2 },
        place: '题库.xlsx“单选题”表第2行“答案”列（E2）',
        fault: '写明是单选题，却有2个答案。',
      },
    ])
    expect(notices).toEqual(['题库.xlsx“说明”表：没有题干和答案的表头，没有读。'])
  })

  it('without any header are a problem', async () => {
    expect((await read({ 甲: ['1|2'], 乙: [] })).problems.map(({ fault }) => fault)).toEqual([
      '工作表“甲、乙”里都找不到有题干和答案的表头。',
    ])
  })
})

describe('wrong rows', () => {
  it.each([
    ['题干|A|B|答案', '=CONCAT(A1)|甲|乙|A', '“题干”列（A2）：这一格是公式，或者是公式的错误。'],
    ['题干|A|B|答案', '甲乙？|甲|乙|C', '“答案”列（D2）：答案里的“C”没有这个选项，或者选项是空的。'],
    ['题干|选项|答案', '甲乙？|甲|A', '“选项”列（B2）：看不出有哪几个选项。'],
    ['题干|选项|答案', '甲乙？|A.甲¶C.乙|A', '“选项”列（B2）：选项的字母是“A、C”，有重复的或者漏掉的。'],
    ['题干|选项|A|答案', '甲乙？|A.甲 B.乙|甲|A', '“选项”列（B2）：选项在这一格里写了，在各自的列里又写了。'],
    ['题干|A|B|选项M|答案', '甲乙？|甲|乙|丙|A', '“选项M”列（D2）：选项太多，最多12个。'],
    ['题干|A|B|答案|难度', '甲乙？|甲|乙|A|9', '“难度”列（E2）：“9”不是难度。'],
    ['题干|A|B|答案|解析', '甲乙？|甲|乙|A|对的', '“解析”列（E2）：解析“对的”太短，最少4个字。'],
    ['题干|题型|答案', '什么是法？|简答题|规则', '“题型”列（B2）：“简答题”这种题型不能导入。'],
    ['题干|A|B|答案', `${'问'.repeat(5000)}|甲|乙|A`, '“题干”列（A2）：太长，最多4000个字，现在有5000个字。'],
  ])('%s: %s', async (header, line, fault) => {
    expect((await faults(header, line))[0]).toBe(`题库.xlsx“Sheet1”表第2行${fault}`)
  })
})

describe('questions that ask the same', () => {
  const bank = {
    title: '旧题库',
    questions: [],
  }

  it('are found whatever their width, punctuation and characters', async () => {
    const lines = ['题干|A|B|答案', '勞動合同，应当书面订立吗?|是的|不是|A', '劳动合同应当 书面订立吗？|不是|是的|B']
    expect(await faults(...lines)).toEqual(['题库.xlsx“Sheet1”表第3行：和“题库.xlsx“Sheet1”表第2行”是同一道题。'])
  })

  it('with other options, and in other banks, are listed with both places', async () => {
    const tables = [table([HEADER, row({ stem: '下列正确的是？' }), row({ stem: '下列正确的是', A: '别的' })])]
    const { content } = await importQuestions([table([HEADER, row({ stem: '下列“正确”的是？' })], 'old.csv')], {
      title: '旧题库',
      asOf: '2026-12-04',
    })
    const banks = [{ ...bank, questions: content.questions }]
    const { problems, notices } = await importQuestions(tables, { title: '题库', asOf: '2026-12-04', banks })
    expect(problems).toEqual([])
    expect(notices.slice(-2)).toEqual([
      'law.csv 第2行、law.csv 第3行：题干“下列正确的是？”一样，选项不同，请看看是不是重复。',
      `law.csv 第2行、law.csv 第3行：题干“下列正确的是？”和题库“旧题库”的${content.questions[0]?.id}一样，请看看要不要再收。`,
    ])
  })
})
