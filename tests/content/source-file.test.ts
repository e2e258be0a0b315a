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
    ['a list that is not closed', 'title: 标题\ntags: [一\n', ['a.yaml:3 ']],
    ['a text that is not closed', 'title: 标题\ntags: []\ninner: "一\n', ['a.yaml:4 ']],
    ['a key twice', 'title: 标题一\ntags: []\ntitle: 标题二\n', ['a.yaml:3 Map keys must be unique.']],
    [
      'a colon in a bare text',
      'title: 标题: 副标题\ntags: []\n',
      ['a.yaml:1 Nested mappings are not allowed in compact mappings.'],
    ],
    ['a tab as indentation', 'title: 标题\ntags:\n\t- 一\n', ['a.yaml:3 Tabs are not allowed as indentation.']],
    [
      'two faults',
      'title: 标题一\ntitle: 标题二\ntags: []\ntags: []\n',
      ['a.yaml:2 Map keys must be unique.', 'a.yaml:4 Map keys must be unique.'],
    ],
  ])('with %s says on which line it cannot be read', (_name, text, expected) => {
    const found = problems(readYaml('a.yaml', text, Schema))
    expect(found).toHaveLength(expected.length)
    for (const [index, line] of expected.entries()) expect(found[index]).toContain(line)
    for (const line of found) expect(line).not.toMatch(/ at line|\n/)
  })

  test.each<[string, string, string, string[]]>([
    [
      'a text that is too short',
      '标题在这里',
      '短',
      ['a.yaml:1 title: Too small: expected string to have >=3 characters.'],
    ],
    ['a number for a text', '标题在这里', '12', ['a.yaml:1 title: Invalid input: expected string, received number.']],
    ['a fault within a list', '- 二', '- 2', ['a.yaml:4 tags.1: Invalid input: expected string, received number.']],
    [
      'a fault deep inside',
      'text: 之一',
      'text: 5',
      ['a.yaml:11 inner.names.123-1.text: Invalid input: expected string, received number.'],
    ],
    [
      'a field missing',
      '  count: 3\n',
      '',
      ['a.yaml:6 inner.count: Invalid input: expected number, received undefined.'],
    ],
    ['an unknown field', '  count: 3\n', '  count: 3\n  colour: 红\n', ['a.yaml:7 inner: Unrecognized key: "colour".']],
    ['an unknown field at the top', 'tags:', 'colour: 红\ntags:', ['a.yaml:2 The file: Unrecognized key: "colour".']],
    [
      'several faults',
      'title: 标题在这里\ntags:\n  - 一',
      'title: 1\ntags:\n  - 1',
      [
        'a.yaml:1 title: Invalid input: expected string, received number.',
        'a.yaml:3 tags.0: Invalid input: expected string, received number.',
      ],
    ],
  ])('with %s says which field on which line and why', (_name, from, to, expected) => {
    expect(problems(readYaml('a.yaml', SOUND.replace(from, to), Schema))).toEqual(expected)
  })

  test.each(['', '# nothing\n', '- 一\n', '只有一句话\n'])(
    'that is no map (%j) is at fault on its first line',
    (text) => {
      expect(problems(readYaml('a.yaml', text, Schema))).toEqual([
        expect.stringMatching(/^a\.yaml:1 The file: Invalid input: expected object/),
      ])
    },
  )

  test('tells where to read about its form', () => {
    const result = readYaml('a.yaml', 'title: 1\n', Schema)
    if (!('problems' in result)) throw new Error('no problem')
    for (const { fix } of result.problems) expect(fix).toContain('content/README.md')
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
    ['a fault of YAML', '---\n# 注\ntitle: "标题\n---\n正文\n', ['p.md:3 Missing closing']],
    [
      'a fault of the schema',
      '---\n# 注\n\ntitle: 5\n---\n正文\n',
      ['p.md:4 title: Invalid input: expected string, received number.'],
    ],
    ['an unknown field', '---\ntitle: 标题\ncolour: 红\n---\n正文\n', ['p.md:3 The file: Unrecognized key: "colour".']],
    ['no front matter', '正文\n', ['p.md:1 The file has no front matter.']],
    ['front matter that does not end', '---\ntitle: 标题\n正文\n', ['p.md:1 The file has no front matter.']],
    ['a line before its front matter', '\n---\ntitle: 标题\n---\n正文\n', ['p.md:1 The file has no front matter.']],
    ['nothing', '', ['p.md:1 The file has no front matter.']],
  ])('with %s says so with the line of the file', (_name, text, expected) => {
    const found = problems(readMarkdown('p.md', text, Front))
    expect(found).toHaveLength(expected.length)
    for (const [index, line] of expected.entries()) expect(found[index]).toContain(line)
  })
})
