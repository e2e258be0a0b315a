/**
 * Lines of a title: words stay whole, no line starts with a mark that closes or ends with one that opens (避头尾), and the
 * lines are about as long as each other, broken after a mark where that costs little.
 */

/** Width of a text in the unit of the line's width. */
export type Measure = (text: string) => number

/** May not start a line (GB/T 15834: marks that close, stop or join). */
const NO_START = /^[\p{Pe}\p{Pf}、。，．：；？！…—～·%‰℃!,.:;?/]/u
/** May not end a line. */
const NO_END = /[\p{Ps}\p{Pi}]$/u
const PAUSE = /[，、。：；？！—,.:;?!]$/u
const FIGURE = /\d$/u
/** One character after a figure is its unit: 38条, 60日. */
const UNIT = /^\p{Script=Han}$/u

/** What a line may be broken between. */
function units(text: string, language: string): string[] {
  const joined: string[] = []
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const before = joined.at(-1)
    const stays =
      before !== undefined &&
      (NO_START.test(segment) || NO_END.test(before) || (FIGURE.test(before) && UNIT.test(segment)))
    if (stays) joined[joined.length - 1] = before + segment
    else joined.push(segment)
  }
  return joined
}

/** The pieces of a unit that is longer than a line. */
function split(unit: string, width: number, measure: Measure): string[] {
  if (measure(unit) <= width) return [unit]
  const pieces = ['']
  for (const { segment } of new Intl.Segmenter().segment(unit)) {
    const longer = (pieces.at(-1) ?? '') + segment
    if (measure(longer) <= width || longer === segment) pieces[pieces.length - 1] = longer
    else pieces.push(segment)
  }
  return pieces
}

/** A way to break what comes before some place. */
interface Way {
  readonly lines: readonly string[]
  readonly cost: number
}

/** What an uneven line costs; a break at a pause is worth a quarter of a line. */
function lineCost(line: string, width: number, measure: Measure): number {
  const slack = 1 - measure(line) / width
  return slack * slack - (PAUSE.test(line) ? 0.0625 : 0)
}

/**
 * Breaks a text into as few lines as it needs.
 *
 * @param width of a line, in the unit of `measure`
 * @param language BCP 47 tag whose words stay whole
 * @example breakLines('老板拖欠工资，怎么要回来', 10, (text) => text.length, 'zh-CN') // ['老板拖欠工资，', '怎么要回来']
 */
export function breakLines(text: string, width: number, measure: Measure, language: string): string[] {
  const parts = units(text.trim(), language).flatMap((unit) => split(unit, width, measure))
  // best[count].get(end): the cheapest way to set the parts before `end` in `count` lines.
  let best = new Map<number, Way>([[0, { lines: [], cost: 0 }]])
  while (!best.has(parts.length)) {
    const next = new Map<number, Way>()
    for (const [start, way] of best) {
      for (let end = start + 1; end <= parts.length; end += 1) {
        const line = parts.slice(start, end).join('').trim()
        if (measure(line) > width && end > start + 1) break
        const cost = way.cost + lineCost(line, width, measure)
        if (cost < (next.get(end)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(end, { lines: [...way.lines, line], cost })
      }
    }
    best = next
  }
  return [...(best.get(parts.length)?.lines ?? [])]
}
