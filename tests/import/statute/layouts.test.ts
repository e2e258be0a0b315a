import { describe, expect, test } from 'vitest'
import { fromMarkdown, fromPlain, read, refused, repairs } from './build.ts'

const BOLD = `---
sidebar: auto
---

# 中华人民共和国灯塔法（示例）

2010年4月1日第十一届全国人民代表大会常务委员会第十四次会议通过

根据2019年3月5日第十三届全国人民代表大会常务委员会第九次会议《关于修改〈中华人民共和国灯塔法（示例）〉的决定》修正

## 第一章　总则

**第一条**　为了让船看得见灯塔，制定本法。

**第二条**　灯塔分为下列几种：

（一）海岸灯塔；

（二）岛屿灯塔：

1.有人看守的；

2.无人看守的。

前款规定的灯塔由国家建设。

## 第二章　附则

**第三条**　本法自2010年7月1日起施行。
`

const PLAIN_MARKDOWN = `# 中华人民共和国灯塔法（示例）

2010年4月1日 第十一届全国人民代表大会常务委员会第十四次会议通过
2019年3月5日 第十三届全国人民代表大会常务委员会第九次会议《关于修改〈中华人民共和国灯塔法（示例）〉的决定》修正

<!-- INFO END -->

## 第一章 总则

第一条 为了让船看得见灯塔，制定本法。

第二条 灯塔分为下列几种：
（一）海岸灯塔；
（二）岛屿灯塔：
1.有人看守的；
2.无人看守的。
前款规定的灯塔由国家建设。

## 第二章 附则

第三条 本法自2010年7月1日起施行。
`

const PLAIN = `　　　　中华人民共和国灯塔法（示例）
（2010年4月1日第十一届全国人民代表大会常务委员会第十四次会议通过　根据2019年3月5日第十三届全国人民代表大会常务委员会第九次会议《关于修改〈中华人民共和国灯塔法（示例）〉的决定》修正）

目　　录
第一章　总　　则
第二章　附　　则

第一章　总　　则
　　第一条　为了让船看得见灯塔，制定本法。
　　第二条　灯塔分为下列几种：
　　（一）海岸灯塔；
　　（二）岛屿灯塔：
　　1.有人看守的；
　　2.无人看守的。
　　前款规定的灯塔由国家建设。
第二章　附　　则
　　第三条　本法自2010年7月1日起施行。
`

describe.each([
  ['Markdown with bold numbers', fromMarkdown, BOLD],
  ['Markdown with plain numbers and an info block', fromMarkdown, PLAIN_MARKDOWN],
  ['plain text with a table of contents', fromPlain, PLAIN],
])('%s', (_, from, text) => {
  const { text: law } = read(from(text))

  test('gives title, name, rank, issuer and day of adoption', () => {
    expect(law).toMatchObject({
      title: '中华人民共和国灯塔法（示例）',
      name: '灯塔法（示例）',
      level: '法律',
      issuer: '全国人民代表大会常务委员会',
      adoptedOn: '2019-03-05',
    })
    expect(law.history.map(({ date }) => date)).toEqual(['2010-04-01', '2019-03-05'])
    expect(law.preamble).toEqual([])
  })

  test('gives articles with headings, paragraphs, items and sub-items', () => {
    expect(law.articles).toEqual([
      { number: '1', path: ['第一章 总则'], paragraphs: [{ text: '为了让船看得见灯塔，制定本法。' }] },
      {
        number: '2',
        path: ['第一章 总则'],
        paragraphs: [
          {
            text: '灯塔分为下列几种：',
            items: ['（一）海岸灯塔；', '（二）岛屿灯塔：\n1.有人看守的；\n2.无人看守的。'],
          },
          { text: '前款规定的灯塔由国家建设。' },
        ],
      },
      { number: '3', path: ['第二章 附则'], paragraphs: [{ text: '本法自2010年7月1日起施行。' }] },
    ])
  })

  test('takes no day from a last article that is older than the amendment', () => {
    expect(law).not.toHaveProperty('effectiveFrom')
  })
})

describe('what a document states of itself', () => {
  test.each([
    [
      'front matter',
      `---\ntitle: 灯塔管理条例（示例）\n施行日期: 2020-01-01\n公布日期: 2019-12-01\n制定机关: 国务院\n效力级别: 行政法规\n时效性: 有效\n---\n\n第一条 灯塔归国家所有。\n`,
    ],
    [
      'a list of fields',
      `# 灯塔管理条例（示例）\n\n- 制定机关：国务院\n- 效力级别：行政法规\n- 公布日期：2019年12月1日\n- 施行日期：2020/1/1\n- 时效性：现行有效\n\n第一条 灯塔归国家所有。\n`,
    ],
    [
      'a quoted block',
      `# 灯塔管理条例（示例）\n\n> 【制定机关】国务院\n> 【效力级别】行政法规\n> 【公布日期】2019.12.01\n> 【施行日期】2020.01.01\n> 【时效性】有效\n\n**第一条** 灯塔归国家所有。\n`,
    ],
    [
      'a table',
      `# 灯塔管理条例（示例）\n\n| 制定机关 | 国务院 |\n|---|---|\n| 效力级别 | 行政法规 |\n| 公布日期 | 2019-12-01 |\n| 施行日期 | 2020-01-01 |\n| 时效性 | 有效 |\n\n### 第一条 灯塔归国家所有。\n`,
    ],
  ])('in %s', (_, text) => {
    const { text: law, isDayStated } = read(fromMarkdown(text))
    expect(law).toMatchObject({
      title: '灯塔管理条例（示例）',
      issuer: '国务院',
      level: '行政法规',
      publishedOn: '2019-12-01',
      effectiveFrom: '2020-01-01',
      statedStatus: '现行有效',
      preamble: [],
    })
    expect(isDayStated).toBe(true)
    expect(law.articles).toEqual([{ number: '1', path: [], paragraphs: [{ text: '灯塔归国家所有。' }] }])
  })

  test('an order of publication states the day of the text below it', () => {
    const { text: law } = read(
      fromPlain(
        '灯塔管理条例（示例）\n2019年12月1日国务院令第999号公布\n《灯塔管理条例（示例）》已经通过，现予公布，自2020年3月1日起施行。\n第一条 灯塔归国家所有。\n',
      ),
    )
    expect(law.effectiveFrom).toBe('2020-03-01')
    expect(law.preamble).toEqual(['《灯塔管理条例（示例）》已经通过，现予公布，自2020年3月1日起施行。'])
  })
})

describe('Markdown', () => {
  test('tables, styles and images below the last article become text of an annex', () => {
    const { text: law } = read(
      fromMarkdown(
        `${BOLD}\n## 附表一　灯塔税额表\n\n<style>\n.t { color: red }\n</style>\n<table>\n<tr><th>高度</th><th>税额</th></tr>\n<tr><td rowspan="2">10米以下</td><td>5元<br>起</td></tr>\n</table>\n\n![灯塔图](./x.png)\n\n| 级 | 数 |\n|---|---|\n| 1 | 2 |\n`,
      ),
    )
    expect(law.annexes).toEqual([
      {
        title: '附表一　灯塔税额表',
        lines: ['高度 | 税额', '10米以下 | 5元；起', '（图：灯塔图）', '级 | 数', '1 | 2'],
      },
    ])
  })

  test('nothing of a script is taken over', () => {
    const { text: law } = read(
      fromMarkdown(BOLD.replace('为了让', '<script>alert("坏")</script><b onclick="x()">为了</b>让')),
    )
    expect(JSON.stringify(law)).not.toMatch(/script|alert|onclick/)
    expect(law.articles[0]?.paragraphs).toEqual([{ text: '为了让船看得见灯塔，制定本法。' }])
  })

  test('problems name the line of the file', () => {
    expect(refused(fromMarkdown(BOLD.replace('**第三条**', '**第一条**'))).place).toBe('法.md:29')
  })
})

describe('a text that has no articles', () => {
  test.each([
    [
      'a page of contents',
      '# 中华人民共和国灯塔法（示例）\n\n2026年3月12日第十四届全国人民代表大会第四次会议通过\n',
      '正文在别的文件里',
    ],
    [
      'a decision in points',
      '# 全国人民代表大会常务委员会关于灯塔的决定（示例）\n\n一、建灯塔。\n\n二、点灯塔。\n',
      '不分条',
    ],
    ['an approval', '# 全国人民代表大会常务委员会关于批准灯塔的决议（示例）\n\n批准建灯塔。\n', '找不到“第一条”'],
  ])('%s is refused with its reason, and leaves other texts of its law alone', (_, text, reason) => {
    const refusal = refused(fromMarkdown(text))
    expect(refusal.fault).toContain(reason)
    expect(refusal.blocks).toBe(false)
  })

  test.each([
    ['without a title', '第一条 灯塔归国家所有。\n', '找不到法律的标题'],
    ['of unknown rank', '# 灯塔守则（示例）\n\n第一条 灯塔归国家所有。\n', '属于哪一级'],
  ])('a text %s is refused', (_, text, reason) => {
    expect(refused(fromMarkdown(text)).fault).toContain(reason)
  })
})

test('a title that typesetting broke in two is one', () => {
  const { text: law } = read(
    fromPlain(
      '最高人民法院关于审理灯塔纠纷案件\n适用法律若干问题的解释（示例）\n（2020年5月6日最高人民法院公布）\n第一条 灯塔要亮。\n',
    ),
  )
  expect(law.title).toBe('最高人民法院关于审理灯塔纠纷案件适用法律若干问题的解释（示例）')
  expect(law.level).toBe('司法解释')
})

test('the year of an amendment in the title is not part of the name', () => {
  const text = BOLD.replace('# 中华人民共和国灯塔法（示例）', '# 中华人民共和国灯塔法（2019年修正）')
  expect(read(fromMarkdown(text)).text).toMatchObject({ title: '中华人民共和国灯塔法', name: '灯塔法' })
})

test('the table of contents is told', () => {
  expect(repairs(read(fromPlain(PLAIN)))).toEqual(['去掉标题里的空格', '目录不当作正文'])
})
