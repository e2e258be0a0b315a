/** The known traps of statute text as people pass it on, put right; and what was put right, to be told. */

/** What was put right in a text, or what its reader should look at again. */
export interface Repair {
  /** `repair`: put right. `doubt`: taken as it stands, to be compared with the official text. */
  readonly kind: 'repair' | 'doubt'
  /** A few words in Chinese, the same for all of its kind. */
  readonly what: string
  /** Where it stands first: file with line. */
  readonly place: string
  readonly count: number
}

/** Collects the repairs of one text. */
export class Repairs {
  readonly #found = new Map<string, { kind: Repair['kind']; what: string; place: string; count: number }>()

  note(what: string, place: string, count = 1, kind: Repair['kind'] = 'repair'): void {
    if (count === 0) return
    const own = this.#found.get(what)
    if (own === undefined) this.#found.set(what, { kind, what, place, count })
    else own.count += count
  }

  doubt(what: string, place: string): void {
    this.note(what, place, 1, 'doubt')
  }

  list(): Repair[] {
    return [...this.#found.values()]
  }
}

// Control characters, zero-width and direction marks, byte order marks, soft hyphens.
const UNSEEN = /[[\p{Cc}\p{Cf}]--[\t\n\r]]/gv
const HAN = /\p{Script=Han}/u
const ANGLES = /<([^<>\n]*)>/g
const QUOTED_TITLE = /《([^《》\n]*)《([^《》\n]*)》([^《》\n]*)》/g

/** Full-width brackets around Chinese text, where one or both of a pair are of half width; with the number of pairs changed. */
function widenBrackets(text: string): [string, number] {
  const characters = [...text]
  const open: number[] = []
  let lastHan = -1
  let count = 0
  for (const [at, character] of characters.entries()) {
    if (character === '(' || character === '（') open.push(at)
    else if (character === ')' || character === '）') {
      const from = open.pop()
      if (from === undefined || lastHan < from || (character === '）' && characters[from] === '（')) continue
      characters[from] = '（'
      characters[at] = '）'
      count += 1
    } else if (HAN.test(character)) lastHan = at
  }
  return count === 0 ? [text, 0] : [characters.join(''), count]
}

/** Between Chinese characters, or at the end of a line; not in 35:1 or in a formula. */
const HALF_MARK = /(?<=[\p{Script=Han}）》〉”])[,:;](?=\s*(?:[\p{Script=Han}（《〈“]|$))/gu
const FULL_MARKS: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；' }

function replaceCounting(
  text: string,
  pattern: RegExp,
  replacement: (...groups: string[]) => string,
): [string, number] {
  let count = 0
  const changed = text.replace(pattern, (whole: string, ...groups: string[]) => {
    const made = replacement(whole, ...groups)
    if (made !== whole) count += 1
    return made
  })
  return [changed, count]
}

/**
 * A line with its traps put right: unseen characters, 笫 for 第, brackets and marks of the wrong width, `<…>` for 〈…〉, 《…《…》…》.
 *
 * Brackets stay as they are around text without Chinese characters: `pH(25)`.
 */
export function repairLine(text: string, repairs: Repairs, place: string): string {
  let line = text
  const put = (what: string, pattern: RegExp, replacement: (...groups: string[]) => string) => {
    const [changed, count] = replaceCounting(line, pattern, replacement)
    line = changed
    repairs.note(what, place, count)
  }
  put('去掉看不见的字符', UNSEEN, () => '')
  if (/\p{Co}/u.test(line)) repairs.doubt('有字库里没有的字', place)
  if (line.includes('笫')) put('“笫”改成“第”', /笫/g, () => '第')
  if (/[()]/.test(line)) {
    const [widened, count] = widenBrackets(line)
    line = widened
    repairs.note('半角括号改成全角', place, count)
  }
  if (/[,:;]/.test(line)) put('半角标点改成全角', HALF_MARK, (mark) => FULL_MARKS[mark] ?? mark)
  if (line.includes('<'))
    put('“<>”改成“〈〉”', ANGLES, (whole, inner = '') => (HAN.test(inner) ? `〈${inner}〉` : whole))
  if (/《[^》]*《/.test(line))
    put(
      '书名号里的书名号改成“〈〉”',
      QUOTED_TITLE,
      (_, before = '', inner = '', after = '') => `《${before}〈${inner}〉${after}》`,
    )
  return line.trim()
}

/**
 * A heading without the gaps that typesetting put between its characters: `第一章　总　　则` → `第一章 总则`.
 *
 * @returns the heading with one space between its number and its name
 */
export function repairHeading(text: string, repairs: Repairs, place: string): string {
  const [, number = '', rest = ''] =
    /^(第[^\s第]{1,8}(?:分编|[编章节])|[一二三四五六七八九十]{1,3}、)?\s*(.*)$/u.exec(text.replace(/。$/, '')) ?? []
  const pieces = rest.split(/\s+/).filter((piece) => piece !== '')
  const isGapped = pieces.length > 1 && pieces.every((piece) => [...piece].length === 1)
  if (isGapped) repairs.note('去掉标题里的空格', place)
  const name = pieces.join(isGapped ? '' : ' ')
  return number === '' || name === '' || number.endsWith('、') ? number + name : `${number} ${name}`
}
