import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ProblemsError } from '../../content/domain/errors.ts'
import { readContent } from '../../content/source/content.ts'
import { CONTENT, withContent } from '../fixtures/content.ts'

const PAGE = 'explainers/unpaid-wages.md'
const TEXT = readFileSync(join(CONTENT, PAGE), 'utf8')
/** 公司 in GB18030. */
const GB18030 = Buffer.from([0xb9, 0xab, 0xcb, 0xbe, 0x0a])

/** What reading says after a file has been changed. */
function problemsAfter(change: (folder: string) => void): string[] {
  return withContent({}, (folder) => {
    change(folder)
    try {
      readContent(folder)
      return []
    } catch (error) {
      if (error instanceof ProblemsError) return error.problems.map(({ place, fault }) => `${place} ${fault}`)
      throw error
    }
  })
}

describe('a file that cannot be read is named, and what to do:', () => {
  test.each<[string, string, (file: string) => void, string]>([
    ['another encoding', PAGE, (file) => writeFileSync(file, GB18030), '这个文件的编码不是 UTF-8，读出来是乱码。'],
    [
      'UTF-16, as “Unicode” of Notepad',
      'site.yaml',
      (file) => writeFileSync(file, Buffer.from('\ufeffdemo: true', 'utf16le')),
      '这个文件的编码不是 UTF-8，读出来是乱码。',
    ],
    ['a file that must be there', 'traditional-terms.yaml', (file) => rmSync(file), '没有这个文件。'],
    [
      'a copy made beside the file',
      'explainers/unpaid-wages - 副本.md',
      (file) => writeFileSync(file, TEXT),
      '文件名只能用小写英文字母、数字和短横线。',
    ],
    ['a folder of that name', 'laws/x.yaml', (file) => mkdirSync(file), '这个文件打不开（EISDIR）。'],
  ])('%s', (_, path, change, fault) => {
    expect(problemsAfter((folder) => change(join(folder, path)))).toEqual([`content/${path} ${fault}`])
  })

  test('all of them at once', () => {
    const problems = problemsAfter((folder) => {
      rmSync(join(folder, 'site.yaml'))
      writeFileSync(join(folder, PAGE), GB18030)
      writeFileSync(join(folder, 'topics.yaml'), 'wages：工资\n')
    })
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'content/site.yaml',
      'content/topics.yaml:1',
      `content/${PAGE}`,
    ])
  })
})

test('line ends and the byte order mark of Windows make no difference', () => {
  const windows = `\ufeff${TEXT.replaceAll('\n', '\r\n')}`
  const body = withContent({ [PAGE]: windows }, (folder) => {
    const page = readContent(folder).explainers.find(({ value }) => value.id === 'unpaid-wages')
    return page?.value.body
  })
  expect(body).toBe(TEXT.slice(TEXT.indexOf('\n---\n') + '\n---\n'.length))
})
