/** How texts of a fixed form are written, in Chinese and with an example. */

/** A form: in words, and as it may stand in a file. */
export interface Format {
  readonly form: string
  readonly example: string
}

const DAY: Format = { form: '四位年-两位月-两位日', example: '2026-12-04' }
const LETTERS_AND_DIGITS = '小写英文字母、数字和短横线'

/** By the name that zod gives to a form, or by the pattern of a schema. */
const FORMATS: readonly (readonly [form: string | RegExp, Format])[] = [
  ['date', DAY],
  ['datetime', { form: '日期、字母 T、时间和 +08:00（北京时间）', example: '2026-12-04T09:00:00+08:00' }],
  ['email', { form: '电子邮箱', example: 'pufa@example.gov.cn' }],
  ['url', { form: '完整的网址，以 https:// 开头', example: 'https://flk.npc.gov.cn/' }],
  ['starts_with', { form: '本站的网址，以“/”开头', example: '/explainers/unpaid-wages/' }],
  [/^\d{4}-\d{2}-\d{2}$/, DAY],
  [
    /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/,
    {
      form: '日期、空格、几点几分（24小时制）',
      example: '2026-12-04 09:00',
    },
  ],
  [/^[a-z0-9-]+$/, { form: LETTERS_AND_DIGITS, example: 'winter-wages' }],
  [/^[a-z-]+$/, { form: '小写英文字母和短横线', example: 'labour-contract' }],
  [/^[a-z][a-z0-9-]*$/, { form: `${LETTERS_AND_DIGITS}，以字母开头`, example: 'zhou-ming' }],
  [
    /^[a-z0-9][a-z0-9-]{0,47}$/,
    {
      form: `最多48个${LETTERS_AND_DIGITS}，不以短横线开头`,
      example: 'wages-001',
    },
  ],
  [
    /^(explainers|lessons)\/[a-z0-9-]+$/,
    {
      form: 'explainers/ 或者 lessons/ 加上文件名，不带 .md',
      example: 'explainers/unpaid-wages',
    },
  ],
  [
    /^[a-z]+\/[A-Za-z0-9/#._-]+$/,
    {
      form: '种类、斜线和编号；一批案例里的一个，后面再加 #case- 和序号',
      example: 'questions/wages-001',
    },
  ],
  [/^.+〔\d{4}〕\d+号$/, { form: '机关代字、〔年份〕、序号和“号”', example: '明人社发〔2026〕3号' }],
  [/^\d{4}-\d{2}$/, { form: '四位年份-两位序号', example: '2026-03' }],
  [/^\S{2,}( \S{2,})*$/, { form: '法律里的词，每个至少两个字，几个词之间空一格', example: '拖欠 劳动报酬' }],
  [/^[A-Z]$/, { form: '一个大写英文字母', example: 'J' }],
  [/^\S{2,}( \S{2,})*$/, { form: '法律里的词，每个至少2个字，几个词之间空一格', example: '拖欠 劳动报酬' }],
  [/^[A-L]$/, { form: 'A 到 L 的一个大写英文字母', example: 'B' }],
  [
    /^[1-9]\d{0,3}(-[1-9]\d?)?$/,
    {
      form: '带英文引号的阿拉伯数字，第一百二十三条之一写成 "123-1"',
      example: '"38"',
    },
  ],
  [/^[\d-]{5,20}$/, { form: '带英文引号的5到20位数字，可以有短横线', example: '"12333"' }],
  [
    /^(\d{10}|bm\d{8})$/,
    {
      form: '带英文引号的10位数字，或者 bm 加8位数字',
      example: '"1234567890"',
    },
  ],
  [
    /^\p{Script=Han}ICP备\d{8,10}号(-\d{1,3})?$/u,
    {
      form: '省份简称、ICP备、8到10位数字和“号”',
      example: '某ICP备12345678号-1',
    },
  ],
  [
    /^\p{Script=Han}公网安备 ?\d{14}号$/u,
    {
      form: '省份简称、公网安备、14位数字和“号”',
      example: '某公网安备 12345678901234号',
    },
  ],
  [/^\p{Script=Han}+$/u, { form: '汉字，没有别的字符', example: '复议' }],
]
const BY_FORM: ReadonlyMap<string, Format> = new Map(FORMATS.map(([form, format]) => [String(form), format]))

/**
 * How a text of a form is written; `null` for a form that no file in `content/` has.
 *
 * @param name of the form in zod; `regex` for a pattern
 * @param pattern as it prints
 */
export function formatOf(name: string, pattern = ''): Format | null {
  return BY_FORM.get(name === 'regex' ? pattern : name) ?? null
}
