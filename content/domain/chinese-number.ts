const DIGITS = '零一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/**
 * Reads a Chinese or Arabic whole number from 0 to 9999, or returns `null`.
 *
 * Accepts 〇 for 零, a leading 十 (十二 = 12), 百十 (一百十二 = 112, as older statutes write) and digit by digit
 * (一〇七 = 107). Anything else must be in the standard form, so that 十十 or 一千一 is refused, not misread.
 *
 * @example parseChineseNumber('一百零七') // 107
 */
export function parseChineseNumber(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  if (!/^[〇零一二三四五六七八九十百千]+$/.test(text)) return null
  const written = text.replaceAll('〇', '零')
  if (/^[一二三四五六七八九][零一二三四五六七八九]{1,3}$/.test(written)) {
    return Number(written.replace(/./g, (char) => `${DIGITS.indexOf(char)}`))
  }
  const standard = written.replace(/([百千零])十/g, '$1一十').replace(/^一十/, '十')
  let total = 0
  let digit: number | null = null
  for (const char of standard) {
    const unit = UNITS[char]
    if (unit === undefined) {
      digit = DIGITS.indexOf(char)
    } else {
      total += (digit ?? 1) * unit
      digit = null
    }
  }
  total += digit ?? 0
  return total <= 9999 && formatChineseNumber(total) === standard ? total : null
}

/**
 * Writes a whole number from 0 to 9999 as statutes do.
 *
 * @throws {RangeError} outside 0–9999
 * @example formatChineseNumber(107) // '一百零七'
 */
export function formatChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new RangeError(`not within 0–9999: ${value}`)
  if (value === 0) return '零'
  let text = ''
  let gap = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    text += (gap ? '零' : '') + DIGITS[digit] + name
    gap = false
  }
  return text.replace(/^一十/, '十')
}
