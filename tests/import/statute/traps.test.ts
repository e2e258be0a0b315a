import { describe, expect, test } from 'vitest'
import { fromPlain, fromRecord, read, refused, repairs } from './build.ts'

/** Known traps of statute text. */

const HEAD = '中华人民共和国灯塔法（示例）\n（2019年3月5日第十三届全国人民代表大会常务委员会第九次会议通过）\n'

function law(body: string) {
  return read(fromPlain(HEAD + body))
}

function lines(body: string): string[] {
  return law(body).text.articles.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text, items = [] }) => [text, ...items]),
  )
}

function numbers(body: string): string[] {
  return law(body).text.articles.map(({ number }) => number)
}

describe('article numbers', () => {
  test.each([
    [
      'inserted articles',
      '第一百二十三条　甲。\n第一百二十三条之一　乙。\n第一百二十三条之二　丙。\n第一百二十四条　丁。',
      ['123', '123-1', '123-2', '124'],
    ],
    ['figures', '第1条 甲。\n第２条 乙。', ['1', '2']],
    ['numbers digit by digit', '第九十九条 甲。\n第一〇〇条 乙。\n第一〇一条 丙。', ['99', '100', '101']],
    ['笫', '笫一条　甲。\n笫二条　乙。', ['1', '2']],
    ['a number without a gap', '第一条甲。\n第二条乙。', ['1', '2']],
    ['unseen characters before the number', '\u200b第一条　甲。\n\ufeff第二条　乙。', ['1', '2']],
  ])('%s', (_, body, expected) => {
    expect(numbers(body)).toEqual(expected)
  })

  test('a sentence that begins with the number of an article begins none', () => {
    const body = '第一条　甲。\n第二条　乙。\n第一条规定的灯塔不在此限。\n第三条之规定，从其规定。\n第三条　丙。'
    expect(numbers(body)).toEqual(['1', '2', '3'])
    expect(lines(body)).toContain('第三条之规定，从其规定。')
  })

  test('a gap is taken as it is, and told', () => {
    const own = law('第一条　甲。\n第二条　乙。\n第五条　丙。\n第五条之二　丁。')
    expect(own.text.articles.map(({ number }) => number)).toEqual(['1', '2', '5', '5-2'])
    expect(repairs(own)).toEqual(['条号有缺口：缺第三条到第四条，第五条之二之前缺条'])
  })

  test.each([
    ['twice', '第一条　甲。\n第二条　乙。\n第二条　丙。', '第二条出现了两次。', '法.txt:5'],
    [
      'backwards',
      '第一条　甲。\n第二条　乙。\n第三条　丙。\n第二条　丁。',
      '第三条之后又是第二条，条号倒退。',
      '法.txt:6',
    ],
    ['without words', '第一条　甲。\n第二条\n第三条　丙。', '第二条没有内容。', '法.txt:4'],
  ])('a number %s refuses the law, with its line', (_, body, fault, place) => {
    expect(refused(fromPlain(HEAD + body))).toMatchObject({ place, fault, blocks: true })
  })

  test('an article that says it was deleted stays', () => {
    expect(lines('第一条　甲。\n第二条　（删去）\n第三条　丙。')).toEqual(['甲。', '（删去）', '丙。'])
  })
})

describe('characters', () => {
  test.each([
    ['“<>”改成“〈〉”', '第一条　依照《关于修改<灯塔法>的决定》办理。', '依照《关于修改〈灯塔法〉的决定》办理。'],
    [
      '书名号里的书名号改成“〈〉”',
      '第一条　依照《关于修改《灯塔法》的决定》办理。',
      '依照《关于修改〈灯塔法〉的决定》办理。',
    ],
    [
      '半角括号改成全角',
      '第一条　灯塔(以下称塔)，由塔长(包括（副）塔长)看守。',
      '灯塔（以下称塔），由塔长（包括（副）塔长）看守。',
    ],
    ['半角标点改成全角', '第一条　塔长应当:点灯,看守;报告', '塔长应当：点灯，看守；报告'],
    ['去掉看不见的字符', '第一条　灯\u200b塔\u00ad要亮\u0007。', '灯塔要亮。'],
  ])('%s', (what, body, expected) => {
    expect(lines(body)).toEqual([expected])
    expect(repairs(law(body))).toContain(what)
  })

  test.each(['比例为35:1，见 pH(25) 和 a,b;c。', '灯塔（以下称塔）〈示例〉。'])('%s stays as it is', (text) => {
    const own = law(`第一条　${text}`)
    expect(own.text.articles[0]?.paragraphs).toEqual([{ text }])
    expect(own.repairs).toEqual([])
  })

  test('items in brackets of the wrong or of two widths are items', () => {
    expect(law('第一条　分为：\n(一)甲；\n（二)乙；\n(三）丙。').text.articles[0]?.paragraphs).toEqual([
      { text: '分为：', items: ['（一）甲；', '（二）乙；', '（三）丙。'] },
    ])
  })

  test('a damaged character refuses the law', () => {
    expect(refused(fromPlain(`${HEAD}第一条　灯\ufffd要亮。`))).toMatchObject({ place: '法.txt:3', blocks: true })
  })
})

describe('headings', () => {
  test('gaps within a heading go, words of a heading stay apart', () => {
    const own = law('第一章　总　　则\n第一条　甲。\n第二章　海上 和岸上\n第二条　乙。\n附 则\n第三条　丙。')
    expect(own.text.articles.map(({ path }) => path)).toEqual([['第一章 总则'], ['第二章 海上 和岸上'], ['附则']])
    expect(repairs(own)).toEqual(['去掉标题里的空格'])
  })

  test('chapters and sections start anew', () => {
    const body = [
      '第一编　总则',
      '第一章　灯',
      '第一条　甲。',
      '第二章　塔',
      '第一节　高塔',
      '第二条　乙。',
      '第二编　分则',
      '第一分编　海',
      '第一章　船',
      '第三条　丙。',
      '第二章　港',
      '第四条　丁。',
    ].join('\n')
    expect(law(body).text.articles.map(({ path }) => path.join('/'))).toEqual([
      '第一编 总则/第一章 灯',
      '第一编 总则/第二章 塔/第一节 高塔',
      '第二编 分则/第一分编 海/第一章 船',
      '第二编 分则/第一分编 海/第二章 港',
    ])
  })

  test.each([
    ['with its word', '目录\n第一章　灯\n第一节　高\n第二节　低\n第二章　塔\n\n第一章　灯\n第一节　高\n第一条　甲。'],
    ['without it', '第一章　灯\n第一节　高\n第二节　低\n第二章　塔\n\n第一章　灯\n第一节　高\n第一条　甲。'],
    [
      'that begins with a preface',
      '目录\n序言\n第一章　灯\n第一节　高\n第二章　塔\n序言\n从前有座塔。\n第一章　灯\n第一节　高\n第一条　甲。',
    ],
  ])('a table of contents %s is no heading of the first article', (_, body) => {
    expect(law(body).text.articles.map(({ path }) => path)).toEqual([['第一章 灯', '第一节 高']])
  })

  test('contents whose headings aren’t repeated give the first article no heading', () => {
    expect(law('目录\n第一章　灯\n第二章　塔\n第一条　甲。').text.articles.map(({ path }) => path)).toEqual([[]])
  })

  test('a sentence that begins with the number of a chapter is no heading', () => {
    const own = law('第一章　灯\n第一条　甲：\n第二章规定的情形，除外。\n第二条　乙。')
    expect(own.text.articles.map(({ path }) => path)).toEqual([['第一章 灯'], ['第一章 灯']])
  })

  test('headings of a judicial interpretation count', () => {
    const own = law('一、管辖\n第一条　甲。\n二、证据\n第二条　乙。')
    expect(own.text.articles.map(({ path }) => path)).toEqual([['一、管辖'], ['二、证据']])
  })

  test('a preface stands before the first article', () => {
    expect(law('序　言\n从前有座灯塔。\n第一章　灯\n第一条　甲。').text.preamble).toEqual(['从前有座灯塔。'])
  })
})

describe('annexes', () => {
  test('hold what comes after the last article, with articles of their own', () => {
    const own = law(
      '第一条　甲。\n第二条　乙。\n附件一　灯塔名录\n第一条　东塔。\n第二条　西塔。\n附件二：\n图样\n一张图',
    )
    expect(own.text.articles.map(({ number }) => number)).toEqual(['1', '2'])
    expect(own.text.annexes).toEqual([
      { title: '附件一　灯塔名录', lines: ['第一条　东塔。', '第二条　西塔。'] },
      { title: '附件二：', lines: ['图样', '一张图'] },
    ])
  })

  test('a line that only looks like one within the text stays in its article', () => {
    const body = '第一条　申请书应当有附件：\n附件：地图\n第二条　乙。'
    expect(numbers(body)).toEqual(['1', '2'])
    expect(lines(body)).toContain('附件：地图')
  })
})

test('lines that a web page puts below the text are left out', () => {
  const own = law('第一条　甲。\n第二条　乙。\n来源：灯塔报\n责任编辑：王五')
  expect(own.text.articles.at(-1)?.paragraphs).toEqual([{ text: '乙。' }])
  expect(repairs(own)).toEqual(['去掉网页上的文字'])
})

test('a sentence that was broken over lines is joined, a list of short lines isn’t', () => {
  expect(
    lines(
      '第一条　塔长应当在每天日落以后一个小时以内点亮灯塔，并且把点灯的时间记在登\n记簿上，签上名。\n塔由下列人员看守：\n塔长，\n副塔长若干人。',
    ),
  ).toEqual([
    '塔长应当在每天日落以后一个小时以内点亮灯塔，并且把点灯的时间记在登记簿上，签上名。',
    '塔由下列人员看守：',
    '塔长，',
    '副塔长若干人。',
  ])
})

describe('a record', () => {
  const article = (no: string, text: string, path: string[] = []) => ({ no, path, text })
  const paths = (articles: object[]) => read(fromRecord({ articles })).text.articles.map(({ path }) => path)

  test('with its last article first gets it back at the end', () => {
    const own = read(
      fromRecord({ articles: [article('第三条', '丙。'), article('第一条', '甲。'), article('第二条', '乙。')] }),
    )
    expect(own.text.articles.map(({ number }) => number)).toEqual(['1', '2', '3'])
    expect(repairs(own)).toEqual(['排在最前面的末条放回最后'])
  })

  test('gives a heading that stands at the end of an article to the next ones', () => {
    expect(
      paths([
        article('第一条', '甲。\n塔的看守', ['第一章 总则']),
        article('第二条', '乙。', ['第一章 总则']),
        article('第三条', '丙。\n附 则', ['第一章 总则']),
        article('第四条', '丁。', ['第一章 总则']),
      ]),
    ).toEqual([['第一章 总则'], ['塔的看守'], ['塔的看守'], ['附则']])
  })

  test('joins a heading whose other half stands at the end of an article', () => {
    expect(
      paths([
        article('第一条', '甲。\n灯塔的看守和修理', ['第一章 总则']),
        article('第二条', '乙。', ['第二章 海岸、岛屿的']),
        article('第三条', '丙。', ['第二章 海岸、岛屿的']),
        article('第四条', '丁。', ['第三章 附则']),
      ]),
    ).toEqual([
      ['第一章 总则'],
      ['第二章 海岸、岛屿的灯塔的看守和修理'],
      ['第二章 海岸、岛屿的灯塔的看守和修理'],
      ['第三章 附则'],
    ])
  })

  test('keeps formulas, duties and quoted headings in their article', () => {
    const articles = [
      article('第一条', '税额按下式算。\n税额＝高度×单位税额'),
      article('第二条', '乙。\n塔长应当每天点灯'),
      article('第三条', '增加一节：\n第七节 监察'),
      article('第四条', '丁。'),
    ]
    expect(paths(articles)).toEqual([[], [], [], []])
  })

  test('gives what stands below the last article to an annex', () => {
    const articles = [article('第一条', '甲。'), article('第二条', '乙。\n附图：\n灯塔的式样')]
    const { text: own } = read(fromRecord({ articles }))
    expect(own.articles.at(-1)?.paragraphs).toEqual([{ text: '乙。' }])
    expect(own.annexes).toEqual([{ title: '附图：', lines: ['灯塔的式样'] }])
  })

  test.each([
    ['a number that is none', { articles: [article('某条', '甲。')] }, '条号“某条”看不懂。'],
    ['an article without words', { articles: [article('第一条', ' \u200b')] }, '第一条没有内容。'],
    ['no title', { title: undefined }, '字段“title”缺少或者写法不对。'],
    ['a day that isn’t in the calendar', { effective: '2019-02-30' }, '字段“effective”缺少或者写法不对。'],
    ['articles that aren’t a list', { articles: '第一条' }, '字段“articles”缺少或者写法不对。'],
  ])('with %s is refused', (_, fields, fault) => {
    expect(refused(fromRecord(fields))).toMatchObject({ place: '法.jsonl:1', fault, blocks: true })
  })

  test('reads dates in full-width figures, and leaves out events of days that don’t exist', () => {
    const history = [
      { date: '２０１９-03-05', event: '２０１９年３月５日 公安部令第１号发布' },
      { date: '2019-02-30', event: '2019年2月30日 修订' },
    ]
    const own = read(fromRecord({ history }))
    expect(own.text.history).toEqual([{ date: '2019-03-05', event: '2019年3月5日 公安部令第1号发布' }])
    expect(repairs(own)).toEqual(['日期里的全角数字改成半角', '沿革的日期“2019-02-30”不存在，没有收'])
  })
})
