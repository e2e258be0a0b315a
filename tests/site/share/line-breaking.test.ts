import { describe, expect, test } from 'vitest'
import { breakLines } from '../../../site/share/line-breaking.ts'

/** Full-width characters count one, others a half. */
const measure = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2E7F' ? 1 : 0.5), 0)
const lines = (text: string, width: number, language = 'zh-CN') => breakLines(text, width, measure, language)

describe('a title', () => {
  test.each<[title: string, width: number, lines: string[]]>([
    ['工伤', 10, ['工伤']],
    ['', 10, []],
    // After a mark, though the line could hold more.
    ['老板拖欠工资，怎么要回来', 10, ['老板拖欠工资，', '怎么要回来']],
    // Between words.
    ['企业职工带薪年休假实施办法', 10, ['企业职工带薪', '年休假实施办法']],
    // A mark that would be the eleventh character takes its word along.
    ['没签劳动合同的十个月，怎么办', 10, ['没签劳动合同的', '十个月，怎么办']],
    // No line ends with what opens.
    ['保障工资支付《条例》解读', 7, ['保障工资支付', '《条例》解读']],
    // A figure keeps its unit.
    ['工资争议在30日内结案', 7, ['工资争议在', '30日内结案']],
    // A dash of two parts stays one.
    ['学法用法——从我做起', 6, ['学法用法——', '从我做起']],
  ])('"%s" in lines of %d', (title, width, expected) => {
    expect(lines(title, width)).toEqual(expected)
  })

  test('in English breaks between words, without spaces at the ends', () => {
    expect(lines('Unpaid wages: what to do', 7, 'en')).toEqual(['Unpaid wages:', 'what to do'])
  })

  test('with a word longer than a line is broken within it', () => {
    expect(lines('Donaudampfschifffahrt', 5, 'de')).toEqual(['Donaudampf', 'schifffahr', 't'])
  })

  test.each([4, 5, 6, 7, 8, 9, 10, 11, 12])(
    'loses nothing in lines of %d and keeps marks where they belong',
    (width) => {
      const title = '宪法宣传周：社区、工地、校园（含职校）、企业，“五进”讲《劳动合同法》第38条！'
      const set = lines(title, width)
      expect(set.join('')).toBe(title)
      for (const line of set) {
        expect(line).not.toMatch(/^[：、，！）》”]|[（《“]$/u)
        expect(measure(line)).toBeLessThanOrEqual(width)
      }
    },
  )
})
