import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { ActivityListSchema } from '../../content/domain/activity.ts'
import { AssessmentFileSchema } from '../../content/domain/assessment.ts'
import { RuleFileSchema } from '../../content/domain/calculators/rule.ts'
import { CampaignFrontMatterSchema } from '../../content/domain/campaign.ts'
import { CaseBatchFileSchema } from '../../content/domain/case-batch.ts'
import { CleanUpFileSchema } from '../../content/domain/clean-up.ts'
import { ClocksSchema } from '../../content/domain/clock.ts'
import { InstantSchema, IsoDateSchema } from '../../content/domain/dates.ts'
import { DecisionListSchema } from '../../content/domain/decision.ts'
import { DocumentFrontMatterSchema } from '../../content/domain/document.ts'
import { EnglishExplainerFrontMatterSchema, ExplainerFrontMatterSchema } from '../../content/domain/explainer.ts'
import { GlossarySchema } from '../../content/domain/glossary.ts'
import { LawFileSchema } from '../../content/domain/law.ts'
import { LawDatesSchema } from '../../content/domain/law-dates.ts'
import { LawFieldsSchema } from '../../content/domain/law-field.ts'
import { LawWordsSchema } from '../../content/domain/law-words.ts'
import { LecturerListSchema } from '../../content/domain/lecturer.ts'
import { LessonFrontMatterSchema } from '../../content/domain/lesson.ts'
import { NoticeListSchema } from '../../content/domain/notice.ts'
import { PublishAtSchema } from '../../content/domain/publication.ts'
import { QuestionFileSchema } from '../../content/domain/question-file.ts'
import { RemedyFileSchema } from '../../content/domain/remedy.ts'
import { ResponsibilityListSchema } from '../../content/domain/responsibility.ts'
import { ReviewFileSchema } from '../../content/domain/review.ts'
import { SiteSchema } from '../../content/domain/site.ts'
import { SynonymsSchema } from '../../content/domain/synonyms.ts'
import { TopicsSchema } from '../../content/domain/topic.ts'
import { TraditionalTermsSchema } from '../../content/domain/traditional-terms.ts'
import { UnitSchema } from '../../content/domain/unit.ts'
import { fieldName, shownPath } from '../../content/source/field-names.ts'
import { formatOf } from '../../content/source/formats.ts'
import { issueTexts } from '../../content/source/issue-text.ts'
import { nearest } from '../../content/source/nearest.ts'

/** What a schema finds wrong with a value, as `fault fix`. */
function told(schema: z.ZodMiniType, data: unknown): string[] {
  const issues = schema.safeParse(data, { reportInput: true }).error?.issues ?? []
  return issueTexts(issues, schema, data).map(({ fault, fix }) => `${fault} ${fix}`)
}

const text = (...checks: z.core.$ZodCheck<string>[]) => z.strictObject({ title: z.string().check(...checks) })
const list = (...checks: z.core.$ZodCheck<string[]>[]) =>
  z.strictObject({ topics: z.array(z.string()).check(...checks) })
const number = (...checks: z.core.$ZodCheck<number>[]) => z.strictObject({ people: z.number().check(...checks) })
const Kinds = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('partial'), each: z.optional(z.number()) }),
  z.strictObject({ kind: z.literal('all') }),
])

describe('an issue in plain Chinese', () => {
  test.each<[string, z.ZodMiniType, unknown, string]>([
    [
      'a long text',
      text(z.maxLength(3)),
      { title: '一二三四' },
      '标题（title）太长，最多3个字，现在有4个字：“一二三四”。 删到3个字以内。',
    ],
    [
      'a long text, whose start is quoted',
      text(z.maxLength(3)),
      { title: '长'.repeat(30) },
      `标题（title）太长，最多3个字，现在有30个字：“${'长'.repeat(24)}……”。 删到3个字以内。`,
    ],
    [
      'a long English text',
      text(z.maxLength(3)),
      { title: 'four' },
      '标题（title）太长，最多3个字符，现在有4个字符：“four”。 删到3个字符以内。',
    ],
    [
      'a short text',
      text(z.minLength(3)),
      { title: '短' },
      '标题（title）太短，最少3个字，现在有1个字：“短”。 补到3个字以上。',
    ],
    [
      'an empty text',
      text(z.minLength(3)),
      { title: '' },
      '标题（title）是空的。 写上内容，例如 title: ……；用不着的，删去这一行。',
    ],
    [
      'a missing text',
      text(),
      {},
      '缺少标题（title）。 加上一行，写标题，例如 title: ……（冒号是英文的，后面空一格）。',
    ],
    [
      'a text without content',
      text(),
      { title: null },
      '标题（title）是空的。 写上内容，例如 title: ……；用不着的，删去这一行。',
    ],
    [
      'a number for a text',
      text(),
      { title: 12333 },
      '标题（title）应当是一段文字，现在是数字“12333”。 两边加上英文双引号，例如 title: "12333"。',
    ],
    [
      'a truth for a text',
      text(),
      { title: true },
      '标题（title）应当是一段文字，现在是“true”。 两边加上英文双引号，例如 title: "true"。',
    ],
    [
      'a list for a text',
      text(),
      { title: ['B'] },
      '标题（title）应当是一段文字，现在是一列内容。 只写一个，去掉方括号和“- ”，例如 title: B。',
    ],
    [
      'a map for a text',
      text(),
      { title: { a: 1 } },
      '标题（title）应当是一段文字，现在是一组“名称: 内容”。 两边加上英文双引号，例如 title: "……"。',
    ],
    [
      'few entries',
      list(z.minLength(2)),
      { topics: ['wages'] },
      '主题（topics）太少，最少2项，现在有1项。 补到2项以上。写在方括号里的，各项用英文逗号隔开，例如 [工资, 加班]。',
    ],
    [
      'many entries',
      list(z.maxLength(1)),
      { topics: ['wages', 'hours'] },
      '主题（topics）太多，最多1项，现在有2项。 删到1项以内。',
    ],
    [
      'another number of entries',
      list(z.length(3)),
      { topics: ['wages'] },
      '主题（topics）应当正好3项，现在有1项。 补到3项，不多不少。',
    ],
    [
      'more entries than there are to be',
      list(z.length(1)),
      { topics: ['wages', 'hours'] },
      '主题（topics）应当正好1项，现在有2项。 删到1项，不多不少。',
    ],
    [
      'a text for a list',
      list(),
      { topics: '工资，加班' },
      '主题（topics）应当是一列内容，现在是文字“工资，加班”。 放进英文方括号，各项用英文逗号隔开，例如 topics: [工资, 加班]。',
    ],
    [
      'dashes without space',
      list(),
      { topics: '-工资 -加班' },
      '主题（topics）应当是一列内容，现在是文字“-工资 -加班”。 每项单独一行，“-”后面空一格，例如 - 身份证。',
    ],
    [
      'an empty entry',
      list(),
      { topics: [null] },
      '主题（topics）第1项是空的。 写上内容，例如 - ……；用不着的，删去这一行。',
    ],
    [
      'a text for a number',
      number(),
      { people: '30人' },
      '人数（people）应当是数字，现在是文字“30人”。 只写阿拉伯数字，不带单位和引号，例如 people: 30。',
    ],
    [
      'half a person',
      z.strictObject({ people: z.int() }),
      { people: 1.5 },
      '人数（people）应当是整数，现在是数字“1.5”。 改成整数，例如 people: 2。',
    ],
    ['a large number', number(z.lte(30)), { people: 50 }, '人数（people）“50”太大，应当不超过30。 改成不超过30的数。'],
    ['a small number', number(z.gte(1)), { people: 0 }, '人数（people）“0”太小，应当不小于1。 改成不小于1的数。'],
    [
      'a number at a bound that does not belong to it',
      number(z.gt(0)),
      { people: 0 },
      '人数（people）“0”太小，应当大于0。 改成大于0的数。',
    ],
    [
      'no multiple',
      number(z.multipleOf(0.25)),
      { people: 21.7 },
      '人数（people）“21.7”不是0.25的倍数。 改成0.25的倍数，例如 people: 21.75。',
    ],
    [
      'a word for a truth',
      z.strictObject({ draft: z.boolean() }),
      { draft: '是' },
      '草稿（draft）应当是“true”（是）或者“false”（不是），现在是文字“是”。 改成 true 或者 false，不加引号，例如 draft: true。',
    ],
    [
      'a text for a map',
      z.strictObject({ poster: text() }),
      { poster: '标题' },
      '海报（poster）应当是一组“名称: 内容”，现在是文字“标题”。 照着同一文件夹里别的文件，另起一行，多空两格，一行写一个“名称: 内容”。',
    ],
    [
      'an unknown choice',
      z.strictObject({ setting: z.enum(['企业', '高校']) }),
      { setting: '月球' },
      '场所（setting）不能写“月球”。 改成这里面的一个：企业、高校。',
    ],
    [
      'a choice misspelt',
      z.strictObject({ type: z.enum(['single', 'multiple']) }),
      { type: 'singel' },
      '题型（type）不能写“singel”。 是不是“single”？改成这里面的一个：single、multiple。',
    ],
    [
      'a missing choice',
      z.strictObject({ type: z.enum(['single', 'multiple']) }),
      {},
      '缺少题型（type）。 加上一行，写题型，例如 type: single（冒号是英文的，后面空一格）。',
    ],
    [
      'a missing mark of a union',
      Kinds,
      {},
      '缺少种类（kind）。 加上一行，写种类，例如 kind: partial（冒号是英文的，后面空一格）。',
    ],
    [
      'an unknown mark of a union',
      Kinds,
      { kind: 'half' },
      '种类（kind）不能写“half”。 改成这里面的一个：partial、all。',
    ],
    ['a field that only another option knows', Kinds, { kind: 'all', each: 1 }, '不认识“each”这一项。 删去这一项。'],
    [
      'a choice of two lists',
      z.strictObject({ types: z.union([z.enum(['single']), z.literal('case')]) }),
      { types: '单选' },
      '题型（types）不能写“单选”。 改成这里面的一个：single、case。',
    ],
    [
      'a day in Chinese',
      z.strictObject({ asOf: IsoDateSchema }),
      { asOf: '2026年11月1日' },
      '法律以哪一天为准（asOf）写得不对：“2026年11月1日”。 写成四位年-两位月-两位日，例如 asOf: 2026-12-04。',
    ],
    [
      'a day that does not exist',
      z.strictObject({ asOf: IsoDateSchema }),
      { asOf: '2026-02-30' },
      '法律以哪一天为准（asOf）“2026-02-30”：没有这一天。 对照日历改正日期。',
    ],
    [
      'a missing day',
      z.strictObject({ asOf: IsoDateSchema }),
      {},
      '缺少法律以哪一天为准（asOf）。 加上一行，写法律以哪一天为准，例如 asOf: 2026-12-04（冒号是英文的，后面空一格）。',
    ],
    [
      'a minute without its hour',
      z.strictObject({ publishAt: PublishAtSchema }),
      { publishAt: '2026-11-02' },
      '发布时间（publishAt）写得不对：“2026-11-02”。 写成日期、空格、几点几分（24小时制），例如 publishAt: 2026-12-04 09:00。',
    ],
    [
      'a minute of a day that does not exist',
      z.strictObject({ publishAt: PublishAtSchema }),
      { publishAt: '2026-02-30 09:00' },
      '发布时间（publishAt）“2026-02-30 09:00”：没有这一天。 对照日历改正日期。',
    ],
    [
      'an instant without offset',
      z.strictObject({ opensAt: InstantSchema }),
      { opensAt: '2026-11-01 09:00' },
      '开始时间（opensAt）写得不对：“2026-11-01 09:00”。 写成日期、字母 T、时间和 +08:00（北京时间），例如 opensAt: 2026-12-04T09:00:00+08:00。',
    ],
    [
      'an article number in words',
      z.strictObject({ articles: LawFileSchema.shape.versions.def.element.shape.articles }),
      { articles: { 第五十条: { heading: '工资', gist: '工资按月支付给本人。' } } },
      '条文（articles）里的“第五十条”写得不对。 写成带英文引号的阿拉伯数字，第一百二十三条之一写成 "123-1"，例如 "38"。',
    ],
    ['an unknown field', text(), { title: '标题', author: '某人' }, '不认识“author”这一项。 删去这一项。'],
    [
      'an unknown field, where others may still be written',
      z.strictObject({ title: z.optional(z.string()), draft: z.optional(z.boolean()) }),
      { author: '某人' },
      '不认识“author”这一项。 删去这一项。这里还能写：标题（title）、草稿（draft）。',
    ],
    [
      'a field misspelt',
      text(),
      { titel: '标题' },
      '不认识“titel”这一项。 是不是标题（title）？把“titel”改成“title”；不是的，删去这一项。',
    ],
    [
      'a field in Chinese',
      text(),
      { 标题: '标题' },
      '不认识“标题”这一项。 是不是标题（title）？把“标题”改成“title”；不是的，删去这一项。',
    ],
    [
      'a field with its value in braces',
      text(),
      { 'title：标题': null },
      '不认识“title：标题”这一项。 写成名称、英文冒号、空格、内容，例如 title: 标题。',
    ],
    [
      'a field deep inside',
      z.strictObject({ choices: z.array(text(z.minLength(2))) }),
      { choices: [{ title: '标题' }, { title: '短' }] },
      '选项（choices）第2项的标题（title）太短，最少2个字，现在有1个字：“短”。 补到2个字以上。',
    ],
    [
      'a refinement with its own words',
      z.string().check(z.refine(() => false, { error: 'No.', params: { fault: '不行。', fix: '改掉。' } })),
      '一',
      '不行。 改掉。',
    ],
    [
      'a refinement with a message alone',
      text(z.refine(() => false, '不行。')),
      { title: '一' },
      '标题（title）“一”：不行。 对照同一文件夹里别的文件改正。',
    ],
  ])('%s', (_name, schema, data, expected) => {
    expect(told(schema, data)).toEqual([expected])
  })

  test('names every unknown field at its own place', () => {
    const schema = text()
    const data = { title: '标题', author: '某人', colour: '红' }
    const issues = schema.safeParse(data, { reportInput: true }).error?.issues ?? []
    expect(issueTexts(issues, schema, data).map(({ path }) => path)).toEqual([['author'], ['colour']])
  })

  test('does not call a field missing twice that is missing without a misspelt one', () => {
    const schema = z.strictObject({ title: z.string(), summary: z.string() })
    expect(told(schema, { titel: '标题' }).map((line) => line.split('。')[0])).toEqual([
      '缺少摘要（summary）',
      '不认识“titel”这一项',
    ])
  })
})

describe('a path', () => {
  test.each<[PropertyKey[], string]>([
    [[], ''],
    [['title'], '标题（title）'],
    [[2, 'name'], '第3项的名称（name）'],
    [['cases', 0, 'number'], '案例（cases）第1项的案例序号（number）'],
    [['notices', 0, 'number'], '普法提示（notices）第1项的文号（number）'],
    [['articles', '38', 'gist'], '条文（articles）的38的要旨（gist）'],
  ])('%j reads %s', (path, expected) => {
    expect(shownPath(path)).toBe(expected)
  })
})

describe('the nearest word', () => {
  const known = ['title', 'summary', 'topics', 'wages']
  test.each([
    ['titel', 'title'],
    ['Summary', 'summary'],
    ['sumary', 'summary'],
    ['topic', 'topics'],
    ['weather', null],
    ['', null],
  ])('to %j is %s', (written, expected) => {
    expect(nearest(written, known)).toBe(expected)
  })
})

/** Every kind of file in `content/`. */
const FILES: Readonly<Record<string, z.ZodMiniType>> = {
  activities: ActivityListSchema,
  assessments: AssessmentFileSchema,
  rules: RuleFileSchema,
  campaigns: CampaignFrontMatterSchema,
  cases: CaseBatchFileSchema,
  'clean-ups': CleanUpFileSchema,
  clocks: ClocksSchema,
  decisions: DecisionListSchema,
  documents: DocumentFrontMatterSchema,
  explainers: ExplainerFrontMatterSchema,
  'explainers/en': EnglishExplainerFrontMatterSchema,
  glossary: GlossarySchema,
  laws: LawFileSchema,
  'law-dates': LawDatesSchema,
  'law-fields': LawFieldsSchema,
  'law-words': LawWordsSchema,
  lecturers: LecturerListSchema,
  lessons: LessonFrontMatterSchema,
  notices: NoticeListSchema,
  banks: QuestionFileSchema,
  remedies: RemedyFileSchema,
  responsibilities: ResponsibilityListSchema,
  reviews: ReviewFileSchema,
  site: SiteSchema,
  synonyms: SynonymsSchema,
  topics: TopicsSchema,
  'traditional-terms': TraditionalTermsSchema,
  units: z.array(UnitSchema),
}

/** All schemas within a schema, itself included. */
function within(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return [schema, ...Object.values(def.shape).flatMap(within)]
    case 'array':
      return [schema, ...within(def.element)]
    case 'record':
      return [schema, ...within(def.keyType), ...within(def.valueType)]
    case 'union':
      return [schema, ...def.options.flatMap(within)]
    case 'optional':
    case 'nullable':
    case 'prefault':
      return [schema, ...within(def.innerType)]
    default:
      return [schema]
  }
}

describe.each(Object.entries(FILES))('a file of %s', (_kind, file) => {
  const schemas = within(file)

  test('has a Chinese name for every field', () => {
    const fields = schemas.flatMap((schema) => {
      const { def } = (schema as z.core.$ZodTypes)._zod
      if (def.type === 'object') return Object.keys(def.shape)
      return def.type === 'record' ? [...(def.keyType._zod.values ?? [])].map(String) : []
    })
    expect(fields.filter((field) => !/\p{Script=Han}/u.test(fieldName(field) ?? ''))).toEqual([])
  })

  test('has an example for every form of text, which is of that form', () => {
    const wrong = schemas.flatMap((schema) => {
      const { def } = (schema as z.core.$ZodTypes)._zod
      if (def.type !== 'string') return []
      const checks = (def.checks ?? []).map(({ _zod }) => _zod.def as z.core.$ZodCheckStringFormatDef)
      return [def as z.core.$ZodStringFormatDef, ...checks].flatMap(({ format, pattern }) => {
        if (format === undefined) return []
        const example = formatOf(format, String(pattern))?.example.replaceAll('"', '')
        return example !== undefined && z.safeParse(schema, example).success ? [] : [`${format} ${pattern}`]
      })
    })
    expect(wrong).toEqual([])
  })
})
