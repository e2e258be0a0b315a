import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type ReadResult, readMarkdown, readYaml } from '../../content/source/source-file.ts'

const Schema = z.strictObject({
  title: z.string().check(z.minLength(3)),
  tags: z.array(z.string()),
  inner: z.optional(
    z.strictObject({ count: z.int(), names: z.record(z.string(), z.strictObject({ text: z.string() })) }),
  ),
})

function problems<T>(result: ReadResult<T>): string[] {
  return 'problems' in result ? result.problems.map(({ place, fault }) => `${place} ${fault}`) : []
}
function value<T>(result: ReadResult<T>): T {
  if ('value' in result) return result.value
  throw new Error(result.problems.map(({ fault }) => fault).join('\n'))
}

const SOUND = `title: 标题在这里
tags:
  - 一
  - 二
inner:
  count: 3
  names:
    "38":
      text: 三十八
    "123-1":
      text: 之一
`

describe('a YAML file', () => {
  test('gives its data', () => {
    expect(value(readYaml('a.yaml', SOUND, Schema)).data).toEqual({
      title: '标题在这里',
      tags: ['一', '二'],
      inner: { count: 3, names: { '38': { text: '三十八' }, '123-1': { text: '之一' } } },
    })
  })

  test.each<[PropertyKey[], number]>([
    [['title'], 1],
    [['tags', 0], 3],
    [['tags', 1], 4],
    [['inner', 'count'], 6],
    [['inner', 'names', '38', 'text'], 9],
    [['inner', 'names', '123-1', 'text'], 11],
    [['tags', 7], 3],
    [['inner', 'count', 'deeper'], 6],
    [['nowhere'], 1],
    [[], 1],
  ])('has %j, or what stands nearest to it, on line %i', (keys, line) => {
    expect(value(readYaml('a.yaml', SOUND, Schema)).source.place(keys)).toBe(`a.yaml:${line}`)
  })

  test.each<[string, string, string[]]>([
    [
      'a list that is not closed',
      'title: 标题\ntags: [一\n',
      ['a.yaml:2 英文括号没有成对：少了后面的“]”或者“}”：“tags: [一”。'],
    ],
    [
      'a text that is not closed',
      'title: 标题\ntags: []\ninner: "一\nmore: 二\n',
      ['a.yaml:3 英文引号没有成对：少了后面的一个：“inner: "一”。'],
    ],
    ['a key twice', 'title: 标题一\ntags: []\ntitle: 标题二\n', ['a.yaml:3 同一个名称写了两次：“title: 标题二”。']],
    [
      'a colon in a bare text',
      'title: 标题: 副标题\ntags: []\n',
      ['a.yaml:1 一行里有两个英文冒号加空格，或者下一行多空了几格：“title: 标题: 副标题”。'],
    ],
    ['a tab as indentation', 'title: 标题\ntags:\n\t- 一\n', ['a.yaml:3 行首用了制表符（Tab 键）：“- 一”。']],
    [
      'two faults',
      'title: 标题一\ntitle: 标题二\ntags: []\ntags: []\n',
      ['a.yaml:2 同一个名称写了两次：“title: 标题二”。', 'a.yaml:4 同一个名称写了两次：“tags: []”。'],
    ],
  ])('with %s says on which line it cannot be read', (_name, text, expected) => {
    expect(problems(readYaml('a.yaml', text, Schema))).toEqual(expected)
  })

  test.each<[string, string, string, string[]]>([
    ['a text that is too short', '标题在这里', '短', ['a.yaml:1 标题（title）太短，最少3个字，现在有1个字：“短”。']],
    ['a number for a text', '标题在这里', '12', ['a.yaml:1 标题（title）应当是一段文字，现在是数字“12”。']],
    ['a fault within a list', '- 二', '- 2', ['a.yaml:4 tags第2项应当是一段文字，现在是数字“2”。']],
    [
      'a fault deep inside',
      'text: 之一',
      'text: 5',
      ['a.yaml:11 inner的names的123-1的文字（text）应当是一段文字，现在是数字“5”。'],
    ],
    ['a field missing', '  count: 3\n', '', ['a.yaml:6 inner缺少数量（count）。']],
    ['an unknown field', '  count: 3\n', '  count: 3\n  colour: 红\n', ['a.yaml:7 inner里不认识“colour”这一项。']],
    ['an unknown field at the top', 'tags:', 'colour: 红\ntags:', ['a.yaml:2 不认识“colour”这一项。']],
    [
      'several faults',
      'title: 标题在这里\ntags:\n  - 一',
      'title: 1\ntags:\n  - 1',
      ['a.yaml:1 标题（title）应当是一段文字，现在是数字“1”。', 'a.yaml:3 tags第1项应当是一段文字，现在是数字“1”。'],
    ],
  ])('with %s says which field on which line and why', (_name, from, to, expected) => {
    expect(problems(readYaml('a.yaml', SOUND.replace(from, to), Schema))).toEqual(expected)
  })

  test.each([
    ['', '空的'],
    ['# nothing\n', '空的'],
    ['- 一\n', '一列内容'],
    ['只有一句话\n', '文字“只有一句话”'],
  ])('that is no map (%j) is at fault on its first line', (text, kind) => {
    expect(problems(readYaml('a.yaml', text, Schema))).toEqual([
      `a.yaml:1 文件的内容应当是一组“名称: 内容”，现在是${kind}。`,
    ])
  })
})

describe('a Markdown file', () => {
  const Front = z.strictObject({ title: z.string() })
  const file = (eol: string) =>
    ['---', '# a comment', 'title: 标题', '---', '', '第一段。', '', '第二段《劳动法》。', ''].join(eol)

  test.each([
    ['Unix', '\n'],
    ['Windows', '\r\n'],
  ])('with the line ends of %s is cut into front matter and body', (_name, eol) => {
    const { data, body, placeInBody, source } = value(readMarkdown('p.md', file(eol), Front))
    expect(data).toEqual({ title: '标题' })
    expect(body).toBe(['', '第一段。', '', '第二段《劳动法》。', ''].join(eol))
    expect(source.place(['title'])).toBe('p.md:3')
    expect(placeInBody(0)).toBe('p.md:5')
    expect(placeInBody(body.indexOf('第一段'))).toBe('p.md:6')
    expect(placeInBody(body.indexOf('《'))).toBe('p.md:8')
  })

  test('counts a line of dashes in the body as body', () => {
    const text = '---\ntitle: 标题\n---\n一\n---\n二\n'
    const { body, placeInBody } = value(readMarkdown('p.md', text, Front))
    expect(body).toBe('一\n---\n二\n')
    expect(placeInBody(body.indexOf('二'))).toBe('p.md:6')
  })

  test.each<[string, string, string[]]>([
    [
      'a fault of YAML',
      '---\n# 注\ntitle: "标题\n---\n正文\n',
      ['p.md:3 英文引号没有成对：少了后面的一个：“title: "标题”。'],
    ],
    [
      'a fault of the schema',
      '---\n# 注\n\ntitle: 5\n---\n正文\n',
      ['p.md:4 标题（title）应当是一段文字，现在是数字“5”。'],
    ],
    ['an unknown field', '---\ntitle: 标题\ncolour: 红\n---\n正文\n', ['p.md:3 不认识“colour”这一项。']],
    ['no front matter', '正文\n', ['p.md:1 文件的第一行不是“---”，看不到标题等说明。']],
    [
      'front matter that does not end',
      '---\ntitle: 标题\n正文\n',
      ['p.md:1 文件开头的说明没有结束，少了第二行“---”。'],
    ],
    [
      'a line before its front matter',
      '\n---\ntitle: 标题\n---\n正文\n',
      ['p.md:1 文件的第一行不是“---”，看不到标题等说明。'],
    ],
    ['nothing', '', ['p.md:1 文件的第一行不是“---”，看不到标题等说明。']],
  ])('with %s says so with the line of the file', (_name, text, expected) => {
    expect(problems(readMarkdown('p.md', text, Front))).toEqual(expected)
  })
})
