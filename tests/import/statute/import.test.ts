import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { describe, expect, test } from 'vitest'
import { LawIds, pinyinId } from '../../../content/import/statute/law-ids.ts'
import { fullLines, reportLines } from '../../../content/import/statute/report.ts'
import { readStatutes } from '../../../content/source/statutes.ts'
import { filesOf, importInto, record, temporary, withFiles } from './build.ts'

const MARKDOWN = `# 中华人民共和国灯塔法（示例）

2019年3月5日第十三届全国人民代表大会常务委员会第九次会议通过

## 第一章　总　则

**第一条**　为了让船看得见灯塔，制定本法。

**第二条**　本法自2019年7月1日起施行。
`

describe('an import', () => {
  test('writes a file a text, and nothing the second time', async () => {
    const source = await withFiles({ 'a.jsonl': record(), 'b/c.md': MARKDOWN.replaceAll('灯塔', '浮标') })
    const folder = temporary()
    const first = await importInto(folder, [source])
    expect(first).toMatchObject({
      files: 2,
      texts: 2,
      articles: 4,
      laws: 2,
      writtenFiles: 2,
      writtenLaws: 2,
      refused: [],
    })
    const written = filesOf(folder)
    expect(Object.keys(written).sort()).toEqual([
      'deng-ta-fa-shi-li/2019-07-01.json',
      'fu-biao-fa-shi-li/2019-07-01.json',
    ])

    const second = await importInto(folder, [source])
    expect(second).toMatchObject({ fates: { new: 0, unchanged: 2 }, writtenFiles: 0, writtenLaws: 0 })
    expect(filesOf(folder)).toEqual(written)
    expect(reportLines(second, 1, null).at(-1)).toBe('没有写任何文件。')
  })

  test('takes the same text from two sources once', async () => {
    const folder = temporary()
    await importInto(folder, [await withFiles({ 'a.jsonl': record() })])
    const written = filesOf(folder)
    const report = await importInto(folder, [await withFiles({ 'a.md': MARKDOWN })])
    expect(report.fates).toMatchObject({ unchanged: 1, differs: 0 })
    expect(filesOf(folder)).toEqual(written)
  })

  test('keeps what is there where the words differ, and says in which articles; --replace takes the new words', async () => {
    const folder = temporary()
    await importInto(folder, [await withFiles({ 'a.jsonl': record() })])
    const written = filesOf(folder)
    const other = await withFiles({ 'a.md': MARKDOWN.replace('看得见灯塔', '看得见塔') })
    const report = await importInto(folder, [other])
    expect(report.differing).toEqual([
      { place: 'a.md', title: '中华人民共和国灯塔法（示例）', difference: '第一条和已经导入的文本不同' },
    ])
    expect(filesOf(folder)).toEqual(written)

    const replaced = await importInto(folder, [other], { replace: true })
    expect(replaced).toMatchObject({ fates: { replaced: 1 }, writtenFiles: 1 })
    expect(readStatutes(folder)[0]?.articles[0]?.paragraphs[0]?.text).toContain('看得见塔')
  })

  test('adds a version beside those that are there', async () => {
    const folder = temporary()
    await importInto(folder, [await withFiles({ 'a.jsonl': record() })])
    const report = await importInto(folder, [
      await withFiles({ 'b.jsonl': record({ published: '2024-01-05', effective: '2024-05-01' }) }),
    ])
    expect(report).toMatchObject({ fates: { new: 1 }, writtenFiles: 1 })
    expect(readStatutes(folder).map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2019-07-01', '2024-05-01'])
  })

  test('writes nothing of a law of which a text can’t be placed', async () => {
    const source = await withFiles({
      'a.jsonl': record(),
      'b.md': MARKDOWN.replace('**第二条**', '**第一条**'),
      'c.md': MARKDOWN.replaceAll('灯塔', '浮标'),
    })
    const folder = temporary()
    const report = await importInto(folder, [source])
    expect(report.refused).toMatchObject([{ place: 'b.md:9', fault: '第一条出现了两次。', blocks: true }])
    expect(report.heldBack).toEqual([{ place: 'a.jsonl:1', title: '中华人民共和国灯塔法（示例）' }])
    expect(readStatutes(folder).map(({ name }) => name)).toEqual(['浮标法（示例）'])
  })

  test('a page of contents does not hold its law back', async () => {
    const source = await withFiles({
      'a.jsonl': record(),
      'b.md': '# 中华人民共和国灯塔法（示例）\n\n2019年3月5日第十三届全国人民代表大会常务委员会第九次会议通过\n',
    })
    const folder = temporary()
    const report = await importInto(folder, [source])
    expect(report).toMatchObject({ refused: [{ blocks: false }], writtenLaws: 1 })
  })

  test('the last of two statuses that a source states of the same text is the one', async () => {
    const source = await withFiles({ 'a.jsonl': `${record({ status: '已被修改' })}\n${record()}\n` })
    const folder = temporary()
    for (const written of [1, 0])
      expect(await importInto(folder, [source])).toMatchObject({ texts: 2, writtenFiles: written })
    expect(readStatutes(folder)).toMatchObject([{ statedStatus: '现行有效' }])
  })

  test('knows a text without any day by its words', async () => {
    const undated = MARKDOWN.replace(/^2019.*$/m, '').replace('本法自2019年7月1日起施行。', '灯塔由国家建设。')
    const articles = [
      { no: '第一条', text: '为了让船看得见灯塔，制定本法。' },
      { no: '第二条', text: '灯塔由国家建设。' },
    ]
    const dated = await withFiles({ 'a.jsonl': record({ articles }) })
    const source = await withFiles({ 'a.md': undated })
    for (const [first, second] of [
      [dated, source],
      [source, dated],
    ] as const) {
      const folder = temporary()
      await importInto(folder, [first])
      await importInto(folder, [second])
      expect(Object.keys(filesOf(folder))).toEqual(['deng-ta-fa-shi-li/2019-07-01.json'])
    }
  })

  test('an interrupted run leaves the law as it was, and the next one puts the folder right', async () => {
    const source = await withFiles({ 'a.jsonl': record() })
    const folder = temporary()
    await importInto(folder, [source])
    const written = filesOf(folder)
    // Between the two renames, with a new folder that was only begun.
    renameSync(join(folder, 'deng-ta-fa-shi-li'), join(folder, '.old-deng-ta-fa-shi-li'))
    mkdirSync(join(folder, '.new-deng-ta-fa-shi-li'))
    writeFileSync(join(folder, '.new-deng-ta-fa-shi-li', '2024-05-01.json'), '{"law')
    expect(readStatutes(folder)).toEqual([])
    expect(await importInto(folder, [source])).toMatchObject({ writtenFiles: 0 })
    expect(filesOf(folder)).toEqual(written)
  })

  test.skipIf(process.getuid?.() === 0)('a law that can’t be written stays as it was', async () => {
    const folder = temporary()
    await importInto(folder, [await withFiles({ 'a.jsonl': record() })])
    const written = filesOf(folder)
    chmodSync(folder, 0o500)
    const source = await withFiles({ 'b.jsonl': record({ effective: '2024-05-01', published: '2024-01-05' }) })
    await expect(importInto(folder, [source])).rejects.toThrow()
    chmodSync(folder, 0o700)
    expect(filesOf(folder)).toEqual(written)
  })

  test('waits for no other import: the second one says so, and a lock that a killed one left doesn’t count', async () => {
    const source = await withFiles({ 'a.jsonl': record() })
    const folder = temporary()
    const [one, other] = await Promise.allSettled([importInto(folder, [source]), importInto(folder, [source])])
    expect(one.status).toBe('fulfilled')
    expect(other).toMatchObject({ reason: { problems: [{ fault: '另一个导入正在进行。' }] } })
    writeFileSync(join(folder, '.import'), '999999999')
    expect(await importInto(folder, [source])).toMatchObject({ fates: { unchanged: 1 } })
    expect(Object.keys(filesOf(folder))).toEqual(['deng-ta-fa-shi-li/2019-07-01.json'])
  })

  test('a file that someone changed is named, with what to do', async () => {
    const folder = temporary()
    await importInto(folder, [await withFiles({ 'a.jsonl': record() })])
    writeFileSync(join(folder, 'deng-ta-fa-shi-li', '2019-07-01.json'), '{}')
    expect(() => readStatutes(folder)).toThrow(
      /deng-ta-fa-shi-li\/2019-07-01\.json：这份导入的法律文本损坏了.*重新导入/,
    )
  })
})

describe('hostile and broken files', () => {
  test.each<[string, Record<string, string | Uint8Array>, string]>([
    ['an empty file', { 'a.md': '' }, 'a.md：文件是空的。'],
    ['white space', { 'a.txt': ' \n\n\u3000' }, 'a.txt：文件是空的。'],
    ['half a line of JSON', { 'a.jsonl': record().slice(0, 50) }, 'a.jsonl:1：这一行不是完整的 JSON。'],
    ['a line of something else', { 'a.jsonl': '[]\n' }, 'a.jsonl:1：字段“整行”缺少或者写法不对。'],
    [
      'a cut archive',
      { 'a.jsonl.gz': gzipSync(record()).subarray(0, 60) },
      'a.jsonl.gz：压缩文件损坏，或者没有下载完整。',
    ],
    ['no archive', { 'a.jsonl.gz': record() }, 'a.jsonl.gz：压缩文件损坏，或者没有下载完整。'],
    [
      'JSON that isn’t UTF-8',
      { 'a.jsonl': Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d) },
      'a.jsonl：第1行附近不是 UTF-8 编码。',
    ],
    [
      'a packed file as text',
      { 'a.txt': Uint8Array.of(0x50, 0x4b, 3, 4) },
      'a.txt：这是 Word 文件或者压缩文件，不是文本。',
    ],
    ['UTF-16', { 'a.txt': Uint8Array.of(0xff, 0xfe, 0x2c, 0x7b) }, 'a.txt：文件的编码是 UTF-16，读不了。'],
    ['text as Word', { 'a.docx': '第一条' }, 'a.docx：'],
    ['old Word', { 'a.doc': '第一条' }, 'a.doc：这种格式读不了。'],
    [
      'a line without end',
      { 'a.txt': `灯塔法\n第一条 ${'塔'.repeat(30_000)}` },
      'a.txt:2：这一行太长，不像是法律文本。',
    ],
  ])('%s is refused, and nothing is written', async (_, files, told) => {
    const folder = join(temporary(), 'laws')
    const report = await importInto(folder, [await withFiles(files)])
    expect(reportLines(report, 1, null).join('\n')).toContain(told)
    expect(report.writtenFiles).toBe(0)
    expect(existsSync(folder)).toBe(false)
  })

  test('nothing of a damaged file is taken, since nobody knows what is missing', async () => {
    const lines = Array.from({ length: 400 }, (_, index) => record({ title: `中华人民共和国第${index}灯塔法（示例）` }))
    const whole = gzipSync(lines.join('\n'), { level: 0 })
    const source = await withFiles({ 'a.jsonl.gz': whole.subarray(0, whole.length - 2000), 'b.md': MARKDOWN })
    const folder = temporary()
    const report = await importInto(folder, [source])
    expect(report.refused).toMatchObject([{ place: 'a.jsonl.gz', endsFile: true }])
    expect(report.writtenLaws).toBe(1)
  })

  test('a file larger than any law isn’t read', async () => {
    const folder = temporary()
    const report = await importInto(folder, [await withFiles({ 'a.md': 'x'.repeat(16_000_001) })])
    expect(report.refused).toMatchObject([{ fault: '文件太大，不像是一部法律。' }])
  })

  test.each([
    ['open comments', '<!--'],
    ['open images', '![x'],
    ['open emphasis', '**x'],
    ['open tables', '<table><tr><td>'],
    ['open brackets', '（(<《'],
    ['dates', '2019年3月5日 '],
  ])(
    'a million characters of %s take no time',
    async (_, piece) => {
      const line = piece.repeat(Math.floor(900 / piece.length))
      const text = `# 中华人民共和国灯塔法\n\n${`${line}\n`.repeat(1100)}\n第一条 甲。\n`
      const source = await withFiles({ 'a.md': text })
      const started = performance.now()
      await importInto(temporary(), [source])
      expect(performance.now() - started).toBeLessThan(10_000)
    },
    60_000,
  )

  test('names of laws never become names of other folders', async () => {
    const source = await withFiles({
      'a.jsonl': [
        record({ title: '../../../etc/passwd' }),
        record({ title: '☠☠☠' }),
        record({ title: '.old-法' }),
      ].join('\n'),
    })
    const folder = temporary()
    const report = await importInto(folder, [source])
    expect(report.writtenLaws).toBe(3)
    expect(readdirSync(folder).every((name) => /^[a-z0-9][a-z0-9-]*$/.test(name))).toBe(true)
  })

  test('GB18030 is read', async () => {
    // 灯塔法 / 第一条 灯塔要亮。 in GB18030.
    const bytes = Uint8Array.from(
      Buffer.from('d6d0bbaac8cbc3f1b9b2bacdb9fab5c6cbfeb7a80ab5dad2bbccf520b5c6cbfed2aac1c1a1a30a', 'hex'),
    )
    const folder = temporary()
    await importInto(folder, [await withFiles({ 'a.txt': bytes })])
    expect(readStatutes(folder)).toMatchObject([
      { title: '中华人民共和国灯塔法', articles: [{ number: '1', paragraphs: [{ text: '灯塔要亮。' }] }] },
    ])
  })

  test('a path that leads nowhere and a format that is none are told', async () => {
    const folder = temporary()
    const source = await withFiles({ 'a.xyz': 'x', LICENSE: 'MIT' })
    const report = await importInto(folder, [join(source, 'nowhere.md'), join(source, 'a.xyz'), source])
    expect(report.refused.map(({ fault }) => fault)).toEqual(['打不开。', '看不出是什么格式。'])
  })
})

test('a Word file of the official database is read', async () => {
  const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)] })
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ alignment: 'center', children: [new TextRun('中华人民共和国灯塔法（示例）')] }),
          new Paragraph({
            alignment: 'center',
            children: [new TextRun('（2019年3月5日第十三届全国人民代表大会常务委员会第九次会议通过）')],
          }),
          paragraph('目　　录'),
          paragraph('第一章　总　　则'),
          paragraph('第二章　附　　则'),
          paragraph('第一章　总　　则'),
          paragraph('　　第一条　灯塔分为：'),
          paragraph('　　（一）海岸灯塔；'),
          new Paragraph({
            children: [new TextRun('　　（二）岛屿灯塔。'), new TextRun({ text: '　　塔由国家建设。', break: 1 })],
          }),
          paragraph('第二章　附　　则'),
          paragraph('　　第二条　本法自2019年7月1日起施行。'),
        ],
      },
    ],
  })
  const source = await withFiles({ 'a.docx': new Uint8Array(await Packer.toBuffer(document)) })
  const folder = temporary()
  const report = await importInto(folder, [source])
  expect(report.refused).toEqual([])
  expect(readStatutes(folder)).toMatchObject([
    {
      title: '中华人民共和国灯塔法（示例）',
      adoptedOn: '2019-03-05',
      effectiveFrom: '2019-07-01',
      articles: [
        {
          path: ['第一章 总则'],
          paragraphs: [
            { text: '灯塔分为：', items: ['（一）海岸灯塔；', '（二）岛屿灯塔。'] },
            { text: '塔由国家建设。' },
          ],
        },
        { path: ['第二章 附则'] },
      ],
    },
  ])
})

describe('ids', () => {
  const law = { id: 'lighthouse-law', title: '中华人民共和国灯塔法', name: '灯塔法', aliases: ['塔法'] }

  test.each(['中华人民共和国灯塔法', '灯塔法', '塔法', '中华人民共和国 灯塔法', '灯塔法（2019年修正）'])(
    'of %s is that of the law’s file',
    (title) => {
      expect(new LawIds([law], []).idOf(title)).toBe('lighthouse-law')
    },
  )

  test('are pinyin, readable and never long', () => {
    expect(pinyinId('中华人民共和国水法', false)).toBe('shui-fa')
    expect(pinyinId('绿色出行条例', false)).toBe('lv-se-chu-xing-tiao-li')
    const long = pinyinId('关于审理利用信息网络侵害灯塔权益民事纠纷案件适用法律若干问题的规定', false)
    expect(long).toMatch(/^guan-yu-shen-li-[a-z-]+-[0-9a-f]{6}$/)
    expect(long.length).toBeLessThanOrEqual(60)
  })

  test('of laws with the same syllables differ, and stay the same in later imports', () => {
    const ids = new LawIds([], [])
    const [first, second] = [ids.idOf('水法'), ids.idOf('税法')]
    expect(first).toBe('shui-fa')
    expect(second).toMatch(/^shui-fa-[0-9a-f]{6}$/)
    const later = new LawIds([], [{ lawId: second, name: '税法' }])
    expect(later.idOf('税法')).toBe(second)
    expect(later.idOf('水法')).toBe('shui-fa')
  })

  test('never take the id of another law’s file', () => {
    expect(new LawIds([{ ...law, id: 'shui-fa' }], []).idOf('水法')).toMatch(/^shui-fa-[0-9a-f]{6}$/)
  })
})

describe('the command', { timeout: 60_000 }, () => {
  const run = (folder: string, ...args: string[]) =>
    spawnSync(process.execPath, ['content/import/statute/cli.ts', ...args], {
      env: { ...process.env, MINGFA_DATA: folder },
      encoding: 'utf8',
    })

  test('tells in Chinese what it did, writes the full list, and ends well', async () => {
    const source = await withFiles({ 'a.jsonl': record({ issuer: '公安部部' }) })
    const folder = temporary()
    const list = join(folder, 'list.txt')
    const { status, stdout } = run(folder, source, '--list', list)
    expect(status).toBe(0)
    expect(stdout).toMatch(/改正制定机关的名称：1处/)
    expect(stdout).toMatch(/新写入\s+1份/)
    expect(stdout).toMatch(/写了1部法律，1个文件。/)
    expect(filesOf(folder)['list.txt']).toContain('改正　中华人民共和国灯塔法（示例）　a.jsonl:1')
    rmSync(list)
    expect(Object.keys(filesOf(folder))).toEqual(['laws/deng-ta-fa-shi-li/2019-07-01.json'])
  })

  test('fails when a law couldn’t be placed, and without a path says how it is used', async () => {
    const source = await withFiles({ 'a.md': MARKDOWN.replace('**第二条**', '**第一条**') })
    const failed = run(temporary(), source)
    expect(failed.status).toBe(1)
    expect(failed.stdout).toContain('a.md:9：第一条出现了两次。 怎么改：对照官方文本')
    const { status, stderr } = run(temporary())
    expect(status).toBe(1)
    expect(stderr).toContain('用法：npm run laws:import')
  })
})

test('a long report shows the beginning and where the rest is', async () => {
  const lines = Array.from({ length: 60 }, (_, index) => record({ title: `第${index}灯塔法（示例）`, articles: [] }))
  const report = await importInto(temporary(), [await withFiles({ 'a.jsonl': lines.join('\n') })])
  expect(reportLines(report, 1, null).join('\n')).toContain('……还有20条，加上 --list <文件> 可以看到全部。')
  expect(fullLines(report)).toHaveLength(60)
})
