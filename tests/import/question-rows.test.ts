import { describe, expect, it } from 'vitest'
import { ProblemsError } from '../../content/domain/errors.ts'
import { BankVersionSchema, bankVersionId } from '../../content/domain/question.ts'
import { answerLetters } from '../../content/import/answer.ts'
import { importQuestions } from '../../content/import/question-rows.ts'
import { HEADER, imported, outcome, row, table } from './csv.ts'

describe('answers', () => {
  it.each([
    ['B', 'B'],
    ['ABC', 'ABC'],
    ['CAB', 'ABC'],
    ['A,B', 'AB'],
    ['A、B', 'AB'],
    ['Ａ，Ｂ', 'AB'],
    ['ＡＢ', 'AB'],
    ['a b', 'AB'],
    [' abd\n', 'ABD'],
    ['A；C;D', 'ACD'],
    ['A和C', 'AC'],
    ['答案：AC', 'AC'],
    ['B.', 'B'],
    ['AAB', 'AAB'],
    ['', null],
    ['1', null],
    ['A-C', null],
    ['AZ', null],
    ['Apple', null],
    ['甲', null],
  ])('%j is read as %s', (cell, letters) => {
    expect(answerLetters(cell)?.join('') ?? null).toBe(letters)
  })

  it('can be the text of an option', async () => {
    expect(await outcome(row({ answer: '街道 办' }))).toMatchObject({ key: ['D'] })
  })

  it.each([
    [{ answer: '' }, 'output: 没有写答案。'],
    [{ answer: 'E' }, 'output: 答案里的“E”没有这个选项，或者选项是空的。'],
    [{ answer: 'AD', D: '' }, 'output: 答案里的“D”没有这个选项，或者选项是空的。'],
    [{ answer: 'ABB' }, 'output: 答案“ABB”里同一个选项写了两次。'],
    [{ answer: '=A1' }, 'output: “=A1”不是答案。'],
    [{ answer: 'AB', multi: 'False' }, 'output: 写明是单选题，却有2个答案。'],
  ])('%j is a problem', async (values, problem) => {
    expect(await outcome(row(values))).toEqual([problem])
  })
})

describe('types', () => {
  it.each([
    [{ answer: 'B' }, 'single'],
    [{ answer: 'BC' }, 'multiple'],
    [{ answer: 'B', multi: 'False' }, 'single'],
    [{ answer: 'BC', multi: 'TRUE' }, 'multiple'],
    [{ answer: 'B', multi: '1' }, 'indeterminate'],
    [{ answer: 'BC', multi: '不定项选择题' }, 'indeterminate'],
  ])('%j makes %s', async (values, type) => {
    expect(await outcome(row(values))).toMatchObject({ type })
  })

  it.each([
    ['0', 'A', 'single'],
    ['单选题', 'A', 'single'],
    ['2', 'AB', 'multiple'],
    ['多选', 'A、B', 'multiple'],
    ['不定项', 'A', 'indeterminate'],
  ])('题型 %s with answer %s makes %s', async (word, answer, type) => {
    expect(await outcome(`甲乙？,${answer},${word},1,2,3`, '题干,答案,题型,A,B,C')).toMatchObject({ type })
  })

  it.each([
    ['正确', '错误', 'A', 'A'],
    ['错误', '正确', 'A', 'B'],
    ['对', '错', 'B', 'B'],
    ['√', '×', '√', 'A'],
    ['正确', '错误', '错', 'B'],
    ['', '', '正确', 'A'],
    ['', '', 'F', 'B'],
  ])('options %j and %j with answer %s are true/false with key %s', async (A, B, answer, key) => {
    const expected = { type: 'true-false', options: [{ text: '正确' }, { text: '错误' }], key: [key], fixedOrder: true }
    expect(await outcome(row({ A, B, C: '', D: '', answer }))).toMatchObject(expected)
  })

  it.each([
    ['甲乙？,A,判断,1,2,3', '答案: 写明是判断题，选项却不是“正确”和“错误”。'],
    ['甲乙？,AB,判断,正确,错误,', '答案: 判断题的答案写的是“AB”。'],
    ['甲乙？,A,判断,,,', '答案: 判断题的答案写的是“A”。'],
    ['甲乙？,A,简答,1,2,3', '题型: “简答”这种题型不能导入。'],
  ])('refuses %s', async (line, problem) => {
    expect(await outcome(line, '题干,答案,题型,A,B,C')).toEqual([problem])
  })
})

describe('options and stems', () => {
  it('trims texts, drops empty options at the end and keeps the sense of 以上都对', async () => {
    expect(
      await outcome(row({ stem: ' 执行申请由\n谁提出？\n', A: ' 甲 ', B: '乙\u200b', C: '以上都对', D: ' ' })),
    ).toMatchObject({
      stem: '执行申请由谁提出？',
      options: [
        { id: 'A', text: '甲' },
        { id: 'B', text: '乙' },
        { id: 'C', text: '以上都对' },
      ],
      fixedOrder: true,
    })
  })

  it('takes away letters that the file repeats before every option, and only then', async () => {
    const texts = async (values: Parameters<typeof row>[0]) => {
      const question = await outcome(row(values))
      return 'options' in question ? question.options.map(({ text }) => text).join('|') : question
    }
    expect(await texts({ A: 'A.甲', B: 'B、乙', C: 'C．丙', D: 'D 、丁' })).toBe('甲|乙|丙|丁')
    expect(await texts({ A: 'A、Y用于甲', B: '乙', C: '丙', D: 'D、S用于丁' })).toBe('A、Y用于甲|乙|丙|D、S用于丁')
  })

  it.each([
    [{ stem: '' }, ['input: 没有写题干。']],
    [{ stem: '？' }, ['input: 题干只有一个字：“？”。']],
    [{ stem: '问'.repeat(4001) }, ['input: 太长，最多4000个字，现在有4001个字。']],
    [{ stem: '问'.repeat(1024 * 1024) }, ['input: 太长，最多4000个字，现在有1048576个字。']],
    [{ D: '问'.repeat(501) }, ['D: 太长，最多500个字，现在有501个字。']],
    [{ A: '' }, ['A: 选项A是空的，后面的选项却有内容。']],
    [{ C: '', D: '', A: '甲', B: '甲 ' }, ['B: 选项A和选项B的内容一样：“甲”。']],
    [{ B: '', C: '', D: '', answer: 'A' }, ['A: 只有1个选项。']],
    [{ stem: '甲\0乙？' }, ['input: 有的字已经丢失或者损坏。']],
    [{ C: '甲\ufffd乙' }, ['C: 有的字已经丢失或者损坏。']],
    [{ stem: '=HYPERLINK("http://x","甲")' }, ['input: 这一格是公式，或者是公式的错误。']],
    [{ A: "=cmd|'/c calc'!A1" }, ['A: 这一格是公式，或者是公式的错误。']],
    [{ B: '#REF!' }, ['B: 这一格是公式，或者是公式的错误。']],
    [
      { stem: '', answer: '', A: '' },
      ['input: 没有写题干。', 'A: 选项A是空的，后面的选项却有内容。', 'output: 没有写答案。'],
    ],
  ])('names all faults of row %#', async (values, problems) => {
    expect(await outcome(row(values))).toEqual(problems)
  })

  it('does not take signs for formulas', async () => {
    expect(await outcome(row({ A: '-5 ℃', B: '+10%', C: '=', D: '@甲（乙）' }))).toMatchObject({ type: 'single' })
  })
})

describe('the import as a whole', () => {
  it('leaves out repetitions whatever their punctuation, width, spaces and order of options', async () => {
    const { content, problems } = await imported([
      row({ stem: '试用期“最长”几个月？', A: '1个月', B: '6 个月' }),
      row({ stem: '试用期最长几个月', A: '６个月', B: '１个月', answer: 'A' }),
      row({ stem: '试用期最长几个月', A: '7个月', B: '1个月' }),
    ])
    expect(content.questions).toHaveLength(3)
    expect(problems).toEqual([
      {
        file: 'law.csv',
        place: 'law.csv 第3行',
        at: { sheet: null, row: 3 },
        fault: '和“law.csv 第2行”是同一道题。',
        fix: '删去其中一道。',
      },
    ])
  })

  it('trusts neither of two rows that answer the same question differently', async () => {
    const { content, problems } = await imported([row({ answer: 'A' }), row({ answer: 'B' }), row({ answer: 'B' })])
    expect(content.questions).toHaveLength(1)
    expect(problems.map(({ place, fault }) => `${place}：${fault}`)).toEqual([
      'law.csv 第2行：和“law.csv 第3行”是同一道题，答案却不一样。',
      'law.csv 第3行：和“law.csv 第2行”是同一道题，答案却不一样。',
      'law.csv 第4行：和“law.csv 第2行”是同一道题，答案却不一样。',
    ])
  })

  it.each([
    ['期限1.5年？', '期限15年？'],
    ['税率10%？', '税率10？'],
  ])('does not take %s and %s for the same', async (one, other) => {
    expect((await imported([row({ stem: one }), row({ stem: other })])).problems).toEqual([])
  })

  it('gives ids that stay when rows move, keys change and others join', async () => {
    const ids = async (lines: readonly string[]) =>
      new Map((await imported(lines)).content.questions.map(({ id, stem }) => [stem, id]))
    const [one, two] = [row({ stem: '第一题？' }), row({ stem: '第二题？' })]
    const before = await ids([one, two])
    const moved = await ids([two, row({ stem: '新题？' }), row({ stem: '第一题？', answer: 'C' })])
    for (const [stem, id] of before) expect(moved.get(stem)).toBe(id)
    expect(moved.size).toBe(before.size + 1)
    expect([...before.values()][0]).toMatch(/^law-[0-9a-f]{12}$/)
  })

  it.each([
    ['MCQ_sing (2).CSV', /^mcq-sing-2-[0-9a-f]{12}$/],
    ['普法题库.csv', /^csv-[0-9a-f]{12}$/],
    [`${'long-'.repeat(30)}.csv`, /^(long-){6}long-[0-9a-f]{12}$/],
  ])('makes a valid id from file name %s', async (file, id) => {
    const { content } = await importQuestions([table([HEADER, row()], file)], { title: '题库', asOf: '2026-12-04' })
    expect(content.questions[0]?.id).toMatch(id)
  })

  it('is an unreviewed bank version for contests only', async () => {
    const { content, files } = await imported([row(), row({ answer: 'X' }), '"broken', ''])
    const id = await bankVersionId(content)
    expect(BankVersionSchema.parse({ id, ...content })).toMatchObject({ reviewed: false, asOf: '2026-12-04' })
    expect(content.questions[0]).toMatchObject({ uses: ['contest'], citations: [], topics: [] })
    expect(files).toEqual([
      { file: 'law.csv', rows: 3, questions: 1, unusable: 2 },
      { file: 'good.csv', rows: 1, questions: 1, unusable: 0 },
    ])
  })

  it('throws all problems when no row can be used', async () => {
    const run = () =>
      importQuestions([table([HEADER, row({ answer: '' })]), table([], 'no.csv')], { title: 'x', asOf: '2026-12-04' })
    await expect(run).rejects.toThrow(ProblemsError)
    await expect(run).rejects.toThrow(
      /law\.csv 第2行“output”列：没有写答案。.*\nno\.csv：文件是空的。.*\n这次导入：没有一行能用。/,
    )
  })
})
