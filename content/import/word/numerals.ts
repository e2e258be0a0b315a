import { formatChineseNumber } from '../../domain/chinese-number.ts'

/** Numbers as Word's number formats write them (ECMA-376 part 1, 17.18.59 ST_NumberFormat). */

const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥']
const LEGAL: Readonly<Record<string, string>> = {
  零: '零',
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
  千: '仟',
}
const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(value: number): string {
  let left = value
  let text = ''
  for (const [worth, letters] of ROMAN) {
    while (left >= worth) {
      text += letters
      left -= worth
    }
  }
  return text
}

/** A … Z, AA … ZZ, AAA …, as Word counts. */
function letters(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function from(characters: readonly string[]): (value: number) => string | undefined {
  return (value) => characters[value - 1]
}

function range(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String.fromCodePoint(first + index))
}

const circled = from([...range(0x2460, 20), ...range(0x3251, 15), ...range(0x32b1, 15)])

const FORMATS: Readonly<Record<string, (value: number) => string | undefined>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) =>
    [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
  decimalHalfWidth: String,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: from(range(0x2474, 20)),
  decimalEnclosedFullstop: from(range(0x2488, 20)),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  chineseCounting: formatChineseNumber,
  chineseCountingThousand: formatChineseNumber,
  japaneseCounting: formatChineseNumber,
  taiwaneseCounting: formatChineseNumber,
  taiwaneseCountingThousand: formatChineseNumber,
  ideographDigital: (value) => [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)] ?? '').join(''),
  chineseLegalSimplified: (value) =>
    [...formatChineseNumber(value).replace(/^十/, '一十')].map((character) => LEGAL[character] ?? '').join(''),
  ideographTraditional: from(STEMS),
  ideographZodiac: from(BRANCHES),
  none: () => '',
}

/**
 * A number in a format; `null` when the format isn't known here or doesn't reach so far.
 *
 * @example numeral(12, 'chineseCounting') // '十二'
 */
export function numeral(value: number, format: string): string | null {
  if (value < 0 || value > 9999 || !Object.hasOwn(FORMATS, format)) return null
  return FORMATS[format]?.(value) ?? null
}
