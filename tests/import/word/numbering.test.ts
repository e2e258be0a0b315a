import { describe, expect, test } from 'vitest'
import { numeral } from '../../../content/import/word/numerals.ts'
import { handMade, imported, item, p } from './documents.ts'

/** A level as numbering.xml writes it. */
function lvl(at: number, format: string, text: string, more = '<w:start w:val="1"/>'): string {
  return `<w:lvl w:ilvl="${at}">${more}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
}

const OFFICIAL = [
  lvl(0, 'chineseCounting', '%1、'),
  lvl(1, 'chineseCounting', '（%2）'),
  lvl(2, 'decimal', '%3．'),
  lvl(3, 'decimal', '（%4）'),
].join('')

/** Definitions by their place; lists 1, 2 … name them in turn unless given. */
function numbering(definitions: readonly string[], lists?: string): string {
  const all = definitions.map((levels, at) => `<w:abstractNum w:abstractNumId="${at}">${levels}</w:abstractNum>`)
  const nums = definitions.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`)
  return `${all.join('')}${lists ?? nums.join('')}`
}

/** The lines of a document whose paragraphs are all called 项. */
function lines(body: string, definitions: string): string[] {
  return imported(handMade(body, { numbering: definitions })).markdown.split(/\n+/)
}

const repeat = (count: number, list = 1, level = 0) => item('项', list, level).repeat(count)

describe('the number of a paragraph', () => {
  test.each<[string, string, string, string[]]>([
    [
      '一、 and （一）',
      numbering([OFFICIAL]),
      item('甲') + item('乙', 1, 1) + item('丙', 1, 1) + item('丁'),
      ['一、甲', '（一）乙', '（二）丙', '二、丁'],
    ],
    [
      'third and fourth levels',
      numbering([OFFICIAL]),
      item('甲') + item('乙', 1, 1) + item('丙', 1, 2) + item('丁', 1, 3),
      ['一、甲', '（一）乙', '1．丙', '（1）丁'],
    ],
    [
      'deeper levels anew after a higher one',
      numbering([OFFICIAL]),
      repeat(1) + repeat(2, 1, 1) + repeat(1) + repeat(1, 1, 1),
      ['一、项', '（一）项', '（二）项', '二、项', '（一）项'],
    ],
    [
      'a level that is skipped',
      numbering([lvl(0, 'decimal', '%1') + lvl(1, 'decimal', '%1.%2') + lvl(2, 'decimal', '%1.%2.%3')]),
      item('甲') + item('乙', 1, 2),
      ['1 甲', '1.1.1 乙'],
    ],
    [
      '第一条 past ten',
      numbering([lvl(0, 'chineseCountingThousand', '第%1条')]),
      repeat(11),
      [...'一二三四五六七八九十'].map((n) => `第${n}条　项`).concat('第十一条　项'),
    ],
    [
      'chapters with articles that go on',
      numbering([
        lvl(0, 'chineseCountingThousand', '第%1章') +
          lvl(1, 'chineseCountingThousand', '第%2条', '<w:start w:val="1"/><w:lvlRestart w:val="0"/>'),
      ]),
      repeat(1) + repeat(2, 1, 1) + repeat(1) + repeat(1, 1, 1),
      ['第一章　项', '第一条　项', '第二条　项', '第二章　项', '第三条　项'],
    ],
    [
      'a level that only the highest one sets back',
      numbering([
        lvl(0, 'decimal', '%1、') +
          lvl(1, 'decimal', '%2）') +
          lvl(2, 'decimal', '(%3)', '<w:start w:val="1"/><w:lvlRestart w:val="1"/>'),
      ]),
      repeat(1) + repeat(1, 1, 1) + repeat(1, 1, 2) + repeat(1, 1, 1) + repeat(1, 1, 2) + repeat(1) + repeat(1, 1, 2),
      ['1、项', '1）项', '(1)项', '2）项', '(2)项', '2、项', '(1)项'],
    ],
    [
      'another start',
      numbering([lvl(0, 'chineseCounting', '%1、', '<w:start w:val="5"/>')]),
      repeat(2),
      ['五、项', '六、项'],
    ],
    [
      'Arabic figures in a legal level',
      numbering([lvl(0, 'chineseCounting', '%1、') + lvl(1, 'decimal', '%1.%2', '<w:start w:val="1"/><w:isLgl/>')]),
      repeat(2) + repeat(1, 1, 1),
      ['一、项', '二、项', '2.1 项'],
    ],
    [
      'two lists of one definition, which go on',
      numbering(
        [OFFICIAL],
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>',
      ),
      repeat(2) + repeat(1, 2),
      ['一、项', '二、项', '三、项'],
    ],
    [
      'a list that starts anew',
      numbering(
        [OFFICIAL],
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
      ),
      repeat(2) + repeat(2, 2),
      ['一、项', '二、项', '一、项', '二、项'],
    ],
    [
      'a level of its own in a list',
      numbering(
        [OFFICIAL],
        `<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">${lvl(0, 'ideographTraditional', '%1、')}</w:lvlOverride></w:num>`,
      ),
      repeat(2),
      ['甲、项', '乙、项'],
    ],
    [
      'two definitions, each counting for itself',
      numbering([OFFICIAL, OFFICIAL]),
      repeat(2) + repeat(1, 2) + repeat(1),
      ['一、项', '二、项', '一、项', '三、项'],
    ],
    [
      'a paragraph that takes its style’s number away',
      numbering([OFFICIAL]),
      item('甲') + item('乙', 0) + item('丙'),
      ['一、甲', '乙', '二、丙'],
    ],
    ['a list that is nowhere defined', numbering([OFFICIAL]), item('甲', 7), ['甲']],
    ['no number at all', numbering([lvl(0, 'none', '附则')]), repeat(1), ['附则　项']],
  ])('%s', (_name, definitions, body, expected) => {
    expect(lines(body, definitions)).toEqual(expected)
  })

  test('comes from the style when the paragraph has none', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="条二"/><w:basedOn w:val="a"/></w:style>'
    const body = ['a', 'b'].map((id) => p('项', `<w:pStyle w:val="${id}"/>`)).join('')
    const { markdown } = imported(handMade(body, { styles, numbering: numbering([OFFICIAL]) }))
    expect(markdown).toBe('一、项\n\n二、项')
  })

  test('follows a definition that points to a numbering style', () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="n"><w:name w:val="公文"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    const definitions = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="n"/></w:abstractNum>${numbering([]).slice(0, 0)}<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="n"/>${OFFICIAL}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`
    expect(imported(handMade(repeat(2), { styles, numbering: definitions })).markdown).toBe('一、项\n\n二、项')
  })

  test('becomes Arabic, and is listed, in a format that nobody here knows', () => {
    const { markdown, losses } = imported(handMade(repeat(1), { numbering: numbering([lvl(0, 'hebrew1', '%1、')]) }))
    expect(markdown).toBe('1、项')
    expect(losses).toEqual([expect.stringContaining('hebrew1')])
  })

  test('makes Markdown’s own lists of 1. and of bullets', () => {
    const definitions = numbering([lvl(0, 'decimal', '%1.'), lvl(0, 'bullet', '●') + lvl(1, 'bullet', '○')])
    const body = repeat(2) + repeat(1, 2) + repeat(1, 2, 1)
    expect(imported(handMade(body, { numbering: definitions })).markdown).toBe('1. 项\n2. 项\n- 项\n  - 项')
  })
})

describe('a numeral', () => {
  test.each<[number, string, string | null]>([
    [10, 'chineseCounting', '十'],
    [21, 'chineseCountingThousand', '二十一'],
    [101, 'chineseCountingThousand', '一百零一'],
    [10, 'chineseLegalSimplified', '壹拾'],
    [105, 'chineseLegalSimplified', '壹佰零伍'],
    [20, 'ideographDigital', '二〇'],
    [12, 'ideographZodiac', '亥'],
    [11, 'ideographTraditional', null],
    [1, 'decimalEnclosedCircle', '①'],
    [21, 'decimalEnclosedCircleChinese', '㉑'],
    [36, 'decimalEnclosedCircle', '㊱'],
    [51, 'decimalEnclosedCircle', null],
    [3, 'decimalEnclosedParen', '⑶'],
    [3, 'decimalEnclosedFullstop', '⒊'],
    [12, 'decimalFullWidth', '１２'],
    [3, 'decimalZero', '03'],
    [27, 'upperLetter', 'AA'],
    [2, 'lowerLetter', 'b'],
    [1994, 'upperRoman', 'MCMXCIV'],
    [4, 'lowerRoman', 'iv'],
    [1, 'toString', null],
    [10_000, 'decimal', null],
  ])('%i as %s is %s', (value, format, expected) => {
    expect(numeral(value, format)).toBe(expected)
  })
})
