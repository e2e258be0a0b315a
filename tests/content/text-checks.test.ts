import { describe, expect, test } from 'vitest'
import { LONGEST_SENTENCE, longSentences } from '../../content/check/reading-level.ts'
import { dice } from '../../content/check/similar-questions.ts'
import { broken, lineOf, problemsWith } from '../fixtures/content.ts'
import { SOUND } from '../fixtures/sound-content.ts'

const PAGE = 'explainers/test-page.md'
const BODY = '先做这一步。'

/** The problems of the sound content with one sentence of a page replaced. */
function problemsOf(sentence: string) {
  return problemsWith(broken(SOUND, PAGE, BODY, sentence))
}

describe('a damaged text', () => {
  test.each([
    ['the reading that a converter put after a character', '劳动者发（fā）工资。', '拼音'],
    ['half-width brackets around the reading', '重(chóng)新签合同。', '拼音'],
    ['a character that is lost', '劳动合同�要签。', '无法显示'],
    ['a well-known mojibake', '锟斤拷工资。', '乱码'],
    ['UTF-8 read as Latin-1', 'å\u008a³动合同', '乱码'],
    ['an entity', '工资&nbsp;照发。', '网页代码'],
    ['a zero-width space', '工资\u200b照发。', '看不见'],
    ['a character of a private font', '工资\uE123照发。', '一种字体'],
    ['笫 for 第', '见劳动法笫五十条。', '笫'],
  ])('with %s is found with its line', (_name, sentence, fault) => {
    const files = broken(SOUND, PAGE, BODY, sentence)
    expect(problemsWith(files)).toEqual([
      expect.objectContaining({ place: lineOf(files, PAGE, sentence), fault: expect.stringContaining(fault) }),
    ])
  })

  test.each(['按月（30天）发工资。', '缴费（社保）记录。', '打12333（免费）。', '12306（App）能查。', 'café 打工。'])(
    'is not seen in %s',
    (sentence) => {
      expect(problemsOf(sentence)).toEqual([])
    },
  )
})

describe('a wrong name', () => {
  test.each([
    ['按《劳动仲裁法》申请。', '《劳动争议调解仲裁法》'],
    ['人力资源与社会保障局受理。', '人力资源和社会保障'],
    ['到劳动局投诉。', '人社局'],
    ['法制宣传日到了。', '法治宣传'],
    ['向工商局反映。', '市场监督管理部门'],
  ])('in “%s” is answered with the right one', (sentence, right) => {
    expect(problemsOf(sentence)).toEqual([expect.objectContaining({ fix: expect.stringContaining(right) })])
  })

  test('is not seen in the right one', () => {
    expect(problemsOf('按劳动争议调解仲裁的法律，到人力资源和社会保障局问。')).toEqual([])
  })
})

describe('a long sentence', () => {
  const words = (count: number) => '字'.repeat(count)

  test.each([
    [`${words(LONGEST_SENTENCE)}。`, 0],
    [`${words(LONGEST_SENTENCE + 1)}。`, 1],
    [`${words(LONGEST_SENTENCE)}。${words(LONGEST_SENTENCE)}？`, 0],
    // A citation is passed over by readers, so it doesn't count.
    [`${words(LONGEST_SENTENCE - 1)}（《劳动合同法》第三十八条第一款第二项、第四十六条）。`, 0],
    [`**${words(LONGEST_SENTENCE)}**`, 0],
    ['', 0],
  ])('of %s is listed %i times', (text, count) => {
    expect(longSentences(text)).toHaveLength(count)
  })
})

describe('two questions', () => {
  test.each([
    ['abc', 'abc', 1],
    ['abc', 'xyz', 0],
    ['', '', 1],
    ['', 'a', 0],
    ['abcd', 'abxy', 0.5],
  ])('%s and %s have the likeness %f', (a, b, expected) => {
    expect(dice(new Set(a), new Set(b))).toBe(expected)
  })

  test('that differ in a few characters are found', () => {
    const bank = SOUND['banks/test-bank.yaml'] ?? ''
    const [, stem = ''] = /stem: (.+)/.exec(bank) ?? []
    const twice = bank.replace(
      /( {2}- id: )(\S+)([\s\S]*?)(?=\n {2}- id: |$)/,
      (whole, start, id, rest) =>
        `${whole}\n${start}${id}-again${rest.replace(stem, `${stem.slice(0, -1)}呢${stem.at(-1)}`)}`,
    )
    const faults = problemsWith({ ...SOUND, 'banks/test-bank.yaml': twice }).map(({ fault }) => fault)
    expect(faults).toEqual([expect.stringContaining('几乎一样')])
  })
})
