import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { OPERATOR_BODY_LIMIT } from '../../content/domain/operator-api.ts'
import { contestOn } from '../../content/import/contest.ts'
import { readQuestionFiles } from '../../content/import/question-files.ts'
import { type ImportedBank, importQuestions } from '../../content/import/question-rows.ts'
import { HEADER, row } from './csv.ts'

/**
 * Whole folders, read a second time by the plainest of means: every row must be a question with the very texts and
 * keys of the file, or be named in a problem. MINGFA_QUESTIONS is the folder of real files.
 */

const written = mkdtempSync(join(tmpdir(), 'mingfa-import-'))
afterAll(() => rmSync(written, { recursive: true }))
writeFileSync(
  join(written, 'a.csv'),
  [
    HEADER,
    row({ stem: '甲公司拖欠工资，\n下列说法正确的有？\n', answer: 'BD', multi: 'True' }),
    row({ stem: '"试用期"最长多久？', answer: 'C', multi: 'False' }),
    row({ answer: '' }),
    row({ stem: '试用期最长多久', answer: 'C', multi: 'False' }),
    row({ stem: '三项', D: '' }),
    row({ stem: '重项', A: '甲', B: '甲' }),
  ].join('\n'),
)
writeFileSync(join(written, 'b.csv'), `\ufeff${[HEADER, row({ stem: '乙？', multi: 'True' })].join('\r\n')}\r\n`)
writeFileSync(join(written, 'not-a-table.pdf'), 'passed over')

const real = process.env['MINGFA_QUESTIONS'] ?? join(import.meta.dirname, '../../../shared/data/questions')
const folders = [['the files of this test', written], ...(existsSync(real) ? [['the real files', real]] : [])]

/** What must not change on the way, whatever is cleaned. */
function plain(text: string): string {
  return text.replace(/[\s\p{C}]/gu, '')
}

function plainRows(file: string): string[][] {
  const rows: string[][] = parse(readFileSync(file, 'utf8').replace('\ufeff', ''), { relax_column_count: true })
  return rows
}

function questionsAsText({ content }: ImportedBank): string[] {
  return content.questions.map(({ stem, options, key }) =>
    [stem, key.join(''), ...options.map(({ text }) => text)].map(plain).join('|'),
  )
}

async function importedFrom(folder: string): Promise<ImportedBank> {
  const tables = (await readQuestionFiles([folder])).flatMap((source) => source.tables)
  return importQuestions(tables, { title: '题库', asOf: '2026-12-04' })
}

describe.each(folders)('%s', async (_, folder) => {
  const imported = await importedFrom(folder ?? '')
  const { content, problems, files } = imported

  it('lose no row and change no text or key', () => {
    const unusable = new Set(problems.map(({ place }) => /^.*? 第\d+行/.exec(place)?.[0] ?? place))
    const expected = readdirSync(folder ?? '')
      .filter((name) => name.endsWith('.csv'))
      .sort()
      .flatMap((name) =>
        plainRows(join(folder ?? '', name)).flatMap(([stem = '', answer = '', ...rest], index) =>
          index === 0 || unusable.has(`${basename(name)} 第${index + 1}行`)
            ? []
            : [[stem, answer, ...rest.slice(0, 4).filter(Boolean)].map(plain).join('|')],
        ),
      )
    expect(questionsAsText(imported)).toEqual(expected)
    const rows = files.reduce((sum, file) => sum + file.rows, 0)
    expect(content.questions.length + unusable.size).toBe(rows)
    for (const file of files) expect(file.questions + file.unusable).toBe(file.rows)
  })

  it('give ids of their own, and a body that the server takes', () => {
    expect(new Set(content.questions.map(({ id }) => id)).size).toBe(content.questions.length)
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(OPERATOR_BODY_LIMIT / 2)
  })

  it('leave out few rows, each with its reason', () => {
    expect(problems.every(({ fault, fix }) => fault.endsWith('。') && fix.endsWith('。'))).toBe(true)
    if (folder === written) expect(problems).toHaveLength(3)
    else expect(problems.length).toBeLessThan(content.questions.length / 100)
  })

  it('make a contest of both kinds of question', () => {
    const contest = contestOn(content.questions, { id: 'spring', title: '春季竞赛', questions: 4, minutes: 5 })
    expect(contest.blueprint.sections.map(({ points, draw }) => [points, draw[0]?.count])).toEqual([
      [25, 2],
      [25, 2],
    ])
    expect(contest).toMatchObject({ passMark: 60, allowUnreviewed: true, guests: true, durationSeconds: 300 })
  })
})

describe('a contest', async () => {
  const { content } = await importedFrom(written)
  const options = { id: 'spring', title: '春季竞赛', questions: 3, minutes: 5 }

  it.each([
    [{ questions: 5 }, '竞赛“spring”：要出5道题，题库里只有4道。'],
    [{ id: 'Spring 2027' }, '竞赛“Spring 2027”：编号（id）写得不对：“Spring 2027”。 怎么改：用 --contest 写'],
    [{ title: '短' }, '竞赛“spring”：标题（title）太短，最少4个字，现在有1个字：“短”。 怎么改：用 --title 写'],
    [
      { minutes: 3000 },
      '竞赛“spring”：答题秒数（durationSeconds）“180000”太大，应当不超过86400。 怎么改：用 --minutes 写',
    ],
  ])('is refused with %j', (changed, message) => {
    expect(() => contestOn(content.questions, { ...options, ...changed })).toThrow(message)
  })

  it('takes what the bank has when one kind is short', () => {
    const singles = content.questions.filter(({ type }) => type === 'single')
    const { blueprint } = contestOn(singles, { ...options, questions: 2 })
    expect(blueprint.sections.map(({ draw }) => draw[0])).toEqual([{ count: 2, types: ['single', 'true-false'] }])
  })
})

describe('files on the disk', () => {
  it('are read once however often they are named, copies with problems never', async () => {
    writeFileSync(join(written, 'a（问题）.csv'), 'passed over')
    const sources = await readQuestionFiles([written, join(written, 'b.csv')])
    expect(sources.map(({ file }) => file)).toEqual(['a.csv', 'b.csv'])
  })

  it('are missed with their path', async () => {
    await expect(readQuestionFiles([join(written, 'no.csv'), written, '/nowhere'])).rejects.toThrow(
      /no\.csv：没有这个文件或者文件夹。.*\n\/nowhere：没有这个文件或者文件夹。/,
    )
  })
})
