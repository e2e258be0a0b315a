import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeDrafts } from '../../../content/authoring/write.ts'
import { checkContent } from '../../../content/check/collection.ts'
import { ProblemsError } from '../../../content/domain/errors.ts'
import { WORD_KINDS, type WordKind, wordDraft } from '../../../content/import/word/draft.ts'
import { readWord } from '../../../content/import/word/read.ts'
import { readContent } from '../../../content/source/content.ts'
import { NOW, TODAY, withSurroundings } from '../../content/authoring/surroundings.ts'
import { handMade, p, relationship, run } from './documents.ts'

/** Each reads and checks all content several times. */
const SLOW = { timeout: 60_000 }
const ROOT = join(import.meta.dirname, '../../..')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const STYLES =
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
const IMAGE =
  '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><a:blip r:embed="i"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'

/** A notice with a title of its own, a heading, a citation and an image that nobody has described. */
function notice(title = '工资支付怎么监管', text = '依据《劳动法》第五十条，按月付。'): Uint8Array {
  return handMade(
    p(title, '<w:pStyle w:val="t"/>') +
      p('总体要求', '<w:pStyle w:val="1"/>') +
      p(text) +
      p(run('看图：') + IMAGE) +
      p('结尾。'),
    { styles: STYLES, links: relationship('i', 'image', 'media/a.png'), entries: { 'word/media/a.png': PNG } },
  )
}

const FOLDERS: Readonly<Record<WordKind, string>> = {
  explainer: 'explainers',
  lesson: 'lessons',
  document: 'documents',
}

describe.each(WORD_KINDS)('a Word file as %s', (kind) => {
  test('becomes a draft that the preview shows, with its image and what must be looked at', SLOW, () => {
    withSurroundings((surroundings) => {
      const { folder } = surroundings
      const imageFolder = join(folder, 'images')
      const draft = wordDraft(readWord('通知.docx', notice()), { kind, file: '通知.docx', imageFolder }, surroundings)
      writeDrafts(folder, draft.files)
      expect(readFileSync(join(imageFolder, draft.id, 'image-1.png'))).toEqual(PNG)

      const preview = readContent(folder, { now: NOW, preview: true })
      const pages = kind === 'explainer' ? preview.explainers : kind === 'lesson' ? preview.lessons : preview.documents
      const page = pages.find(({ value }) => value.id === draft.id)
      expect(page?.value).toMatchObject({ title: '工资支付怎么监管', draft: true })
      expect(page?.value.body).toContain('## 总体要求')
      expect(page?.value.body).toContain(`![【待写】这张图里是什么](/images/${draft.id}/image-1.png)`)
      expect(readFileSync(join(folder, FOLDERS[kind], `${draft.id}.md`), 'utf8')).toContain('#   《劳动法》第五十条　')

      const said = draft.problems.map(({ fault }) => fault)
      expect(said).toEqual([expect.stringContaining('image-1.png 没有说明文字'), expect.stringContaining('小标题')])
      // Headings are the author's to sort, a fictional document says so in its title, and the image stands beside the site here.
      const wrong = checkContent(preview, TODAY).filter(({ place }) => place.includes(draft.id))
      for (const problem of wrong) expect(`${problem.fault}${problem.fix}`).toMatch(/小标题|示例|打不开/)

      const released = readContent(folder, { now: NOW, preview: false })
      expect(
        [...released.explainers, ...released.lessons, ...released.documents].map(({ value }) => value.id),
      ).not.toContain(draft.id)
    })
  })
})

describe('a draft', () => {
  // Read once, since nothing is written here.
  const surroundings = withSurroundings((own) => own)
  const make = (bytes: Uint8Array, options: { kind?: WordKind; id?: string; file?: string } = {}) => {
    const { kind = 'explainer', file = '通知.docx', ...more } = options
    return wordDraft(readWord(file, bytes), { kind, file, imageFolder: '/nowhere', ...more }, surroundings)
  }

  test.each([
    ['Wage Notice 2026.docx', 'wage-notice-2026'],
    ['关于工资.docx', 'explainer-2026'],
    ['../../../etc/passwd.docx', 'etc-passwd'],
    ['2026.docx', 'explainer-2026'],
  ])('of %s is called %s', (file, id) => {
    expect(make(notice(), { file }).id).toBe(id)
  })

  test.each([
    ['too short', '短', '短'],
    ['too long', '长'.repeat(31), '长长'],
  ])('with a title that is %s asks for one', (_name, title, said) => {
    const { files, problems } = make(notice(title))
    expect(problems[0]?.fault).toContain(said)
    expect(String(files.at(-1)?.text)).toContain('title: 【待写】')
  })

  test('of a document may have a longer title', () => {
    const title = `${'关于'.repeat(16)}的通知`
    expect(String(make(notice(title), { kind: 'document' }).files.at(-1)?.text)).toContain(`title: "${title}"`)
  })

  test('of a document takes its number from the text', () => {
    const { files } = make(notice(undefined, '明人社规〔2024〕2号'), { kind: 'document' })
    expect(String(files.at(-1)?.text)).toContain('documentNumber: 明人社规〔2024〕2号')
  })

  test('warns of an image that is slow on a phone', () => {
    const heavy = new Uint8Array(300_001)
    heavy.set(PNG)
    const links = relationship('i', 'image', 'media/a.png')
    const { problems } = make(handMade(p(run('看图：') + IMAGE), { links, entries: { 'word/media/a.png': heavy } }))
    expect(problems.map(({ fault }) => fault)).toContainEqual('图片 image-1.png 有300 kB，手机上打开慢。')
  })

  test('warns of readings that a converter put into the text', () => {
    const { problems } = make(notice(undefined, '劳动者发（fā）工资。'))
    expect(problems.map(({ fault }) => fault)).toContainEqual(expect.stringContaining('拼音'))
  })

  test.each<[string, () => unknown, string]>([
    ['a taken id', () => make(notice(), { id: 'unpaid-wages' }), '已经有人用了'],
    ['a malformed id', () => make(notice(), { id: '../x' }), '编号'],
    ['no text', () => make(handMade('')), '没有可以导入的文字'],
  ])('is refused with %s', (_name, work, fault) => {
    expect(work).toThrow(ProblemsError)
    expect(work).toThrow(fault)
  })
})

describe('npm run import:word', () => {
  const command = (args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'content/import/word/cli.ts'), ...args],
      { encoding: 'utf8' },
    )
    return { status, stdout, stderr }
  }

  test('writes draft and images, and lists what to look at', SLOW, () => {
    withSurroundings(({ folder }) => {
      writeFileSync(join(folder, 'Wage Notice.docx'), notice())
      const { status, stdout } = command([
        join(folder, 'Wage Notice.docx'),
        '--content',
        folder,
        '--images',
        join(folder, 'images'),
      ])
      expect(stdout).toContain('content/explainers/wage-notice.md')
      expect(stdout).toContain('http://localhost:4321/explainers/wage-notice/')
      expect(stdout).toContain('没有说明文字')
      expect(status).toBe(0)
      expect(existsSync(join(folder, 'images/wage-notice/image-1.png'))).toBe(true)
    })
  })

  test.each<[string, readonly string[], string]>([
    ['no file', [], '用法'],
    ['a file that is not there', ['nowhere.docx'], '打不开'],
    ['an unknown kind', ['a.docx', '--kind', 'poem'], '用法'],
    ['a file of another kind', [join(ROOT, 'package.json')], '不是 Word 文件'],
  ])('refuses %s and writes nothing', SLOW, (_name, args, said) => {
    const { status, stderr } = command(args)
    expect(stderr).toContain(said)
    expect(stderr).toContain('没有写任何文件。')
    expect(status).toBe(1)
  })
})
