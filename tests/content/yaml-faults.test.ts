import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { readYaml } from '../../content/source/source-file.ts'

/** What a file that isn't YAML says: the line where the slip is, in Chinese, one problem a slip. */
function told(text: string): string[] {
  const result = readYaml('a.yaml', text, z.unknown())
  if ('value' in result) return []
  return result.problems.map(({ place, fault }) => `${place.replace('a.yaml:', '')} ${fault}`)
}

const NOT_A_FIELD = '这一行没有“名称: 内容”的样子'
const COLUMN = '行首的空格和同一组的其他行不一样多'
const AFTER = '引号或者括号后面还有内容，或者括号、引号没有成对'

describe('a slip in YAML is named in Chinese with its line', () => {
  test.each<[string, string, string[]]>([
    ['a Chinese colon', 'title：标题\nsummary: 一\n', ['1 名称后面用了中文冒号“：”：“title：标题”。']],
    ['a Chinese colon in the last line', 'title: 标题\nsummary：一\n', ['2 名称后面用了中文冒号“：”：“summary：一”。']],
    [
      'two Chinese colons',
      'a：一\nb: 二\nc: 三\nd：四\n',
      ['1 名称后面用了中文冒号“：”：“a：一”。', '4 名称后面用了中文冒号“：”：“d：四”。'],
    ],
    ['no space after a colon', 'title:标题\nsummary: 一\n', ['1 名称和英文冒号后面少了空格：“title:标题”。']],
    ['no space after a dash', 'tags:\n  - 一\n  -二\n', ['3 “-”后面少了空格：“-二”。']],
    [
      'a colon in a bare text',
      'title: 通知: 本周\n',
      ['1 一行里有两个英文冒号加空格，或者下一行多空了几格：“title: 通知: 本周”。'],
    ],
    ['a line too far right', 'a: 1\n b: 2\nc: 3\n', ['1 一行里有两个英文冒号加空格，或者下一行多空了几格：“a: 1”。']],
    ['a line too far left', 'inner:\n  a: 1\n b: 2\n', [`3 ${COLUMN}：“b: 2”。`]],
    ['an entry of a list too far left', 'list:\n  - a: 1\n - b: 2\n', [`3 ${COLUMN}：“- b: 2”。`]],
    ['an entry of a list without dash', 'list:\n  - a: 1\n   b: 2\n', [`3 ${COLUMN}，或者少了“- ”：“b: 2”。`]],
    ['a tab', 'inner:\n\ta: 1\n', ['2 行首用了制表符（Tab 键）：“a: 1”。']],
    ['a bracket before a text', 'title: [老板]拖欠工资\n', [`1 ${AFTER}：“title: [老板]拖欠工资”。`]],
    ['a quote before a text', 'title: "老板"拖欠\n', [`1 ${AFTER}：“title: "老板"拖欠”。`]],
    ['a quote that is not closed', 'a: "一\nb: 二\nc: 三\n', ['1 英文引号没有成对：少了后面的一个：“a: "一”。']],
    [
      'a brace that is not closed',
      'a:\n  - { x: 1, y: 2\n  - { x: 2 }\nb: 1\n',
      ['2 英文括号没有成对：少了后面的“]”或者“}”：“- { x: 1, y: 2”。'],
    ],
    [
      'no comma in braces',
      'c: { text: 一 sound: true }\n',
      ['1 花括号里的两项之间少了英文逗号：“c: { text: 一 sound: true }”。'],
    ],
    ['two commas', 'tags: [一,, 二]\n', ['1 多了一个英文逗号，或者逗号之间没有内容：“tags: [一,, 二]”。']],
    ["Markdown's bold", 'a: 一\ntitle: **重点**\n', ['2 内容以“*”开头：“title: **重点**”。']],
    [
      'bold beside another slip',
      'a: 一\na: 二\ntitle: **重点**\n',
      ['2 同一个名称写了两次：“a: 二”。', '3 内容以“*”开头：“title: **重点**”。'],
    ],
    ['an at sign', 'title: @明法\n', ['1 内容以“@”“`”“%”这样的符号开头：“title: @明法”。']],
    ['a backquote', 'title: `a`\n', ['1 内容以“@”“`”“%”这样的符号开头：“title: `a`”。']],
    ['an exclamation mark', 'title: !重点\n', ['1 内容以“!”或者“&”开头：“title: !重点”。']],
    ['an unknown tag', 'title: !important 一\n', ['1 内容以“!”开头：“title: !important 一”。']],
    ['a greater-than sign', 'title: >重点\n', ['1 内容以“>”或者“|”开头：“title: >重点”。']],
    ['a number sign after a quote', 'title: "a"#b\n', ['1 井号“#”前面少了空格：“title: "a"#b”。']],
    ['a backslash', 'title: "a\\重"\n', ['1 英文双引号里有反斜杠“\\”：“title: "a\\重"”。']],
    ['a second document', 'a: 1\n---\nb: 2\n', ['2 中间多了一行“---”或者“...”：“---”。']],
    ['a text that goes on in the next line', 'title: 一\n二\nb: 3\n', [`2 ${NOT_A_FIELD}：“二”。`]],
    ['a list beside a field', 'title: - 一\n', ['1 “- ”和名称写在了同一行，或者行首的空格不对：“title: - 一”。']],
    [
      'a long line',
      `title: 一: ${'长'.repeat(40)}\n`,
      [`1 一行里有两个英文冒号加空格，或者下一行多空了几格：“title: 一: ${'长'.repeat(20)}……”。`],
    ],
  ])('%s', (_name, text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  test.each([
    ['a Chinese colon within a text', 'title: 通知：本周\n'],
    ['an address', 'url: https://flk.npc.gov.cn/\n'],
    ['a quoted star', 'title: "**重点**"\n'],
    ['lines that look like fields within a long text', 'text: |\n  title：标题\n  -一\n'],
  ])('nothing is wrong with %s', (_name, text) => {
    expect(told(text)).toEqual([])
  })

  test('every fix is a Chinese sentence', () => {
    const texts = ['a：1\nb: 1\n', 'a: "一\n', 'a: [一\n', 'a: 1\na: 2\n', 'a: !b\n', 'a: 1\n\tb: 2\n']
    for (const text of texts) {
      const result = readYaml('a.yaml', text, z.unknown())
      expect('problems' in result ? result.problems.map(({ fix }) => fix) : []).toEqual([
        expect.stringMatching(/\p{Script=Han}.*。$/u),
      ])
    }
  })
})
