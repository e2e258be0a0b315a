import { describe, expect, test } from 'vitest'
import {
  groupedReceipt,
  hasPersonalNumber,
  isPagePath,
  parseReceipt,
  plainText,
  receiptOf,
  textFault,
} from '../../content/domain/report.ts'
import {
  AnswerRequestSchema,
  PagePathSchema,
  ReceiptSchema,
  ReportRequestSchema,
  ReportsQuerySchema,
  ReportTextSchema,
} from '../../content/domain/report-api.ts'
import { reportRequest } from '../fixtures/reports.ts'

describe('the path of a page', () => {
  test.each([
    '/',
    '/explainers/unpaid-wages/',
    '/en/laws/labour-law/',
    '/hant/laws/labour-law/',
    '/404/',
    '/search-index.json',
    '/cases/2026-2/',
    `/${'a'.repeat(198)}/`,
  ])('may be %s', (path) => {
    expect(PagePathSchema.parse(path)).toBe(path)
    expect(isPagePath(path)).toBe(true)
  })

  test.each([
    ['nothing', ''],
    ['no slash first', 'explainers/'],
    ['another host', 'https://evil.example/'],
    ['a script', 'javascript:alert(1)'],
    ['another host without scheme', '//evil.example/'],
    ['another host by a backslash', '/\\evil.example/'],
    ['a backslash first', '\\\\evil.example'],
    ['an empty part', '/explainers//evil/'],
    ['the folder above', '/../secrets'],
    ['the folder above, further on', '/laws/../../secrets'],
    ['a hidden file', '/.data/secrets.json'],
    ['an encoded slash', '/%2F%2Fevil.example/'],
    ['an account before a host', '/@evil.example/'],
    ['a query', '/search/?q=x'],
    ['a fragment', '/laws/labour-law/#art-50'],
    ['a line break', '/laws/\n'],
    ['a tab, which browsers drop', '/\t/evil.example/'],
    ['a NUL', '/laws/\u0000'],
    ['a space', '/laws /'],
    ['Chinese', '/法律/'],
    ['a full-width slash', '/／evil.example/'],
    ['markup', '/<script>/'],
    ['201 characters', `/${'a'.repeat(199)}/`],
    ['a great length', '/a'.repeat(50_000)],
  ])('is not %s', (_name, path) => {
    expect(PagePathSchema.safeParse(path).success).toBe(false)
    expect(isPagePath(path)).toBe(false)
  })
})

describe('what is wrong', () => {
  test.each([
    ['as it is', '第三行的天数不对。', '第三行的天数不对。'],
    ['without spaces around it', ' \u3000第三行的天数不对。\n', '第三行的天数不对。'],
    ['with plain line breaks', '第一行\r\n第二行\r第三行\u2028第四行', '第一行\n第二行\n第三行\n第四行'],
    ['without controls', '第三行\u0000的天数\u001b[31m不对。\u0085', '第三行的天数[31m不对。'],
    ['without marks that turn it around', '\u202e第三行的天数不对\u2069', '第三行的天数不对'],
    ['without blanks that have no width', '\ufeff第三行\u200b的天数\u00ad不对', '第三行的天数不对'],
    ['without half a character', '第三行的天数不对\ud83d', '第三行的天数不对'],
    ['with emoji, joined ones too', '天数不对😀👨‍👩‍👧', '天数不对😀👨‍👩‍👧'],
    ['with markup, as text', '<b>天数不对</b>', '<b>天数不对</b>'],
    ['of five characters', '天数不对。', '天数不对。'],
    ['of a thousand characters', '字'.repeat(1000), '字'.repeat(1000)],
    ['of a thousand emoji', '😀'.repeat(1000), '😀'.repeat(1000)],
    ['with the hotline and an article', '请看12333和第1000000条', '请看12333和第1000000条'],
  ])('is kept %s', (_name, given, kept) => {
    expect(ReportTextSchema.parse(given)).toBe(kept)
    expect(textFault(given, 5, 1000)).toBeNull()
    expect(plainText(kept)).toBe(kept)
  })

  test.each([
    ['nothing', '', 'missing'],
    ['spaces', ' \u3000\n\t ', 'missing'],
    ['characters that nobody sees', '\u200b\u3164\u2800\u115f\ufeff\u0000', 'missing'],
    ['joiners', '\u200d'.repeat(10), 'missing'],
    ['four characters', '天数不对', 'short'],
    ['four characters set wide apart', '天 数 \n 不 对', 'short'],
    ['1,001 characters', '字'.repeat(1001), 'long'],
    ['1,001 emoji', '😀'.repeat(1001), 'long'],
    ['a mobile number', '请打13800000000找我', 'personal'],
    ['a mobile number in groups', '请打 138 0000 0000 找我', 'personal'],
    ['a mobile number alone', '13800000000', 'personal'],
    ['an identity number', '我的身份证110101199001010010', 'personal'],
    ['an identity number that ends in X', '我的身份证11010119900101001x', 'personal'],
  ] as const)('is not %s', (_name, given, fault) => {
    expect(ReportTextSchema.safeParse(given).success).toBe(false)
    expect(textFault(given, 5, 1000)).toBe(fault)
  })

  test('may be left out where that is allowed, but is otherwise checked', () => {
    expect(textFault(' ', 0, 300)).toBeNull()
    expect(textFault('字'.repeat(301), 0, 300)).toBe('long')
  })

  test('a longer row of digits is nobody’s number', () => {
    expect(hasPersonalNumber('编号 2138000000001234567890')).toBe(false)
    expect(hasPersonalNumber('编号 913800000000')).toBe(false)
  })
})

describe('a report', () => {
  test('needs page, title, kind and text, and no more', () => {
    expect(ReportRequestSchema.parse(reportRequest())).toEqual(reportRequest())
    const full = reportRequest({ quote: '一年之内都可以申请。', publishedOn: '2026-11-10' })
    expect(ReportRequestSchema.parse(full)).toEqual(full)
  })

  test.each([
    ['a name', { name: '老周' }],
    ['a telephone number', { phone: '12333' }],
    ['an e-mail address', { email: 'a@b.example' }],
    ['a status', { status: 'answered' }],
    ['a time of its own', { at: '2026-11-23T00:00:00Z' }],
    ['an unknown kind', { kind: 'spam' }],
    ['a day that does not exist', { publishedOn: '2026-02-30' }],
    ['an empty quotation', { quote: '' }],
    ['a quotation of 301 characters', { quote: '字'.repeat(301) }],
    ['a page elsewhere', { page: '//evil.example/' }],
    ['no title', { title: ' ' }],
    ['a list for a text', { text: ['天数不对。'] }],
  ])('is refused with %s', (_name, fields) => {
    expect(ReportRequestSchema.safeParse({ ...reportRequest(), ...fields }).success).toBe(false)
  })
})

describe('an answer', () => {
  test.each([
    [{ decision: 'corrected', text: '已经改正，谢谢。' }, true],
    [{ decision: 'kept', text: '已经改正，谢谢。', revise: true }, true],
    [{ decision: 'open', text: '已经改正，谢谢。' }, false],
    [{ decision: 'kept', text: '谢谢' }, false],
    [{ decision: 'kept' }, false],
    [{ decision: 'kept', text: '已经改正，谢谢。', answeredAt: 0 }, false],
  ])('%j is accepted: %s', (answer, accepted) => {
    expect(AnswerRequestSchema.safeParse(answer).success).toBe(accepted)
  })

  test.each([
    [{}, { status: 'open' }],
    [
      { status: 'answered', after: '12' },
      { status: 'answered', after: '12' },
    ],
    [{ status: 'all' }, null],
    [{ after: '0' }, null],
    [{ after: '1e3' }, null],
    [{ after: "1' OR 1" }, null],
  ])('the queue asked for as %j is %j', (query, parsed) => {
    expect(ReportsQuerySchema.safeParse(query).data ?? null).toEqual(parsed)
  })
})

describe('a receipt', () => {
  test.each([
    ['00000000000000000000', '0000000000000000'],
    ['ffffffffffffffffffff', 'ZZZZZZZZZZZZZZZZ'],
    ['00443214c74254b635cf', '0123456789ABCDEF'],
    ['84653a56d7c675be77df', 'GHJKMNPQRSTVWXYZ'],
  ])('of the bytes %s is %s', (hex, receipt) => {
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
    expect(receiptOf(bytes)).toBe(receipt)
    expect(ReceiptSchema.parse(receipt)).toBe(receipt)
    expect(parseReceipt(groupedReceipt(receipt))).toBe(receipt)
  })

  test('is copied in groups of four', () => {
    expect(groupedReceipt('0123456789ABCDEF')).toBe('0123-4567-89AB-CDEF')
  })

  test.each([
    ['0123-4567-89AB-CDEF', '0123456789ABCDEF'],
    [' 0123 4567 89ab cdef ', '0123456789ABCDEF'],
    ['oi23－4567—89ab–cdef', '0123456789ABCDEF'],
    ['０１２３４５６７８９ＡＢＣＤＥＦ', '0123456789ABCDEF'],
    ['0l23456789abcdef', '0123456789ABCDEF'],
    ['0123456789ABCDE', null],
    ['0123456789ABCDEF0', null],
    ['U123456789ABCDEF', null],
    ['0123456789ABCDE/', null],
    ['', null],
    ['-'.repeat(100_000), null],
  ])('typed as "%s" is %s', (typed, receipt) => {
    expect(parseReceipt(typed)).toBe(receipt)
  })
})
