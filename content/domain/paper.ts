import type { Blueprint, Quota } from './assessment.ts'
import type { Question } from './question.ts'
import { type Random, type Seed, seededRandom, shuffled } from './random.ts'

/**
 * Papers: what one participant is asked, drawn from a bank by a blueprint and a seed.
 *
 * The same (questions, blueprint, seed) always gives the same paper, so an attempt stores only the seed. Questions that are set aside on the
 * day on which the attempt begins are left out before.
 */

/** A question on a paper with its marks and the order of its options. */
export interface PaperQuestion {
  readonly question: Question
  readonly points: number
  /** Indices into `question.options` in the order shown. */
  readonly order: readonly number[]
}

/** The questions in the order asked. */
export interface Paper {
  readonly questions: readonly PaperQuestion[]
}

/** A quota that the bank can't fill. */
export interface Shortfall {
  /** Place of the quota, counted from 1: section and line. */
  readonly section: number
  readonly line: number
  readonly wanted: number
  readonly missing: number
  readonly quota: Quota
}

/** Thrown by `drawPaper` when the bank is too small; names every quota that falls short and by how many. */
export class ShortfallError extends Error {
  readonly shortfalls: readonly Shortfall[]

  constructor(shortfalls: readonly Shortfall[]) {
    super(shortfalls.map(formatShortfall).join('\n'))
    this.name = 'ShortfallError'
    this.shortfalls = shortfalls
  }
}

function formatShortfall({ section, line, wanted, missing, quota }: Shortfall): string {
  const filters = [
    quota.types.join('/'),
    ...(quota.topics ? [`topics ${quota.topics.join('/')}`] : []),
    ...(quota.difficulty ? [`difficulty ${quota.difficulty.join('/')}`] : []),
  ]
  return `Section ${section}, quota ${line} (${filters.join(', ')}) wants ${wanted} and falls short by ${missing}.`
}

/** What is drawn as a whole: a question on its own, or a case with all its sub-questions. */
interface Unit {
  readonly questions: readonly Question[]
  readonly isCase: boolean
}

function unitsOf(questions: readonly Question[]): Unit[] {
  const cases = new Map<string, Question[]>()
  const units: Unit[] = []
  for (const question of questions) {
    const members = question.group && cases.get(question.group.id)
    if (members) {
      members.push(question)
      continue
    }
    const own = [question]
    units.push({ questions: own, isCase: question.group !== undefined })
    if (question.group) cases.set(question.group.id, own)
  }
  return units
}

function fits(unit: Unit, quota: Quota): boolean {
  const [first] = unit.questions
  if (first === undefined) return false
  if (unit.isCase ? !quota.types.includes('case') : !quota.types.includes(first.type)) return false
  if (unit.isCase && quota.subQuestions !== undefined && unit.questions.length !== quota.subQuestions) return false
  if (quota.topics && !quota.topics.some((topic) => first.topics.includes(topic))) return false
  return (
    quota.difficulty === undefined || (first.difficulty !== undefined && quota.difficulty.includes(first.difficulty))
  )
}

/** Ids of the questions, and of the cases as a whole, that fit a quota; in the order of the bank. */
export function candidatesFor(questions: readonly Question[], quota: Quota): string[] {
  return unitsOf(questions).flatMap((unit) => {
    const [first] = unit.questions
    return first !== undefined && fits(unit, quota) ? [first.group?.id ?? first.id] : []
  })
}

interface Line {
  readonly section: number
  readonly line: number
  readonly quota: Quota
}

/**
 * Gives units to quotas so that as many places as possible are filled, none twice.
 *
 * Quotas may overlap (4 on wages, 6 on anything), so a plain greedy choice could take what another quota needs;
 * augmenting paths (Kuhn's algorithm for bipartite matching) move such a unit's place elsewhere. Taking the units in
 * shuffled order makes the choice random.
 */
function assign(lines: readonly Line[], pool: readonly Unit[]): { taken: Unit[][]; missing: number[] } {
  const holder = new Array<number>(pool.length).fill(-1)
  // Where each line goes on looking for a free unit: units are never freed, only handed on, so it needn't look back.
  const cursor = lines.map(() => 0)

  const takeFree = (line: number): boolean => {
    const quota = (lines[line] as Line).quota
    for (let at = cursor[line] as number; at < pool.length; at += 1) {
      if (holder[at] === -1 && fits(pool[at] as Unit, quota)) {
        holder[at] = line
        cursor[line] = at + 1
        return true
      }
    }
    cursor[line] = pool.length
    return false
  }
  const place = (line: number, visited: Set<number>): boolean => {
    if (takeFree(line)) return true
    visited.add(line)
    const quota = (lines[line] as Line).quota
    for (const [at, unit] of pool.entries()) {
      const other = holder[at] as number
      if (other === -1 || visited.has(other) || !fits(unit, quota)) continue
      if (place(other, visited)) {
        holder[at] = line
        return true
      }
    }
    return false
  }

  const missing = lines.map((line, index) => {
    for (let filled = 0; filled < line.quota.count; filled += 1) {
      if (!place(index, new Set())) return line.quota.count - filled
    }
    return 0
  })
  const taken = lines.map((_, index) => pool.filter((_unit, at) => holder[at] === index))
  return { taken, missing }
}

/**
 * Draws a paper.
 *
 * @param questions the pool, in the order of the bank version (already filtered by use)
 * @param blueprint sections and quotas
 * @param seed 16 hex digits
 * @throws {ShortfallError} when the pool can't fill every quota without repeating a question
 */
export function drawPaper(questions: readonly Question[], blueprint: Blueprint, seed: Seed): Paper {
  const random = seededRandom(seed)
  const lines = blueprint.sections.flatMap((section, sectionIndex) =>
    section.draw.map((quota, index) => ({ section: sectionIndex + 1, line: index + 1, quota })),
  )
  const { taken, missing } = assign(lines, shuffled(unitsOf(questions), random))
  const shortfalls = lines.flatMap((line, index): Shortfall[] => {
    const short = missing[index] as number
    return short === 0 ? [] : [{ ...line, wanted: line.quota.count, missing: short }]
  })
  if (shortfalls.length > 0) throw new ShortfallError(shortfalls)

  return {
    questions: blueprint.sections.flatMap((section, index) => {
      const units = taken.flatMap((line, lineIndex) => ((lines[lineIndex] as Line).section === index + 1 ? line : []))
      return shuffled(units, random)
        .flatMap((unit) => unit.questions)
        .map((question) => ({ question, points: section.points, order: optionOrder(question, random) }))
    }),
  }
}

function optionOrder(question: Question, random: Random): number[] {
  const order = question.options.map((_, index) => index)
  return question.fixedOrder ? order : shuffled(order, random)
}

const SHOWN_IDS = 'abcdefghijkl'

/**
 * The id an option has on a paper: its place as shown. The letter in the bank stays on the server, because banks
 * tend to put the right answer in the same place.
 */
export function shownOptionId(place: number): string {
  const id = SHOWN_IDS[place]
  if (id === undefined) throw new RangeError(`an option has a place from 0 to 11, not ${place}`)
  return id
}

/** What a participant may see of a question before the result: no key, no rationale. */
export interface PublicQuestion {
  readonly id: string
  readonly type: Question['type']
  readonly stem: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
  readonly points: number
  readonly group?: { readonly id: string; readonly stem: string }
}

/** The public side of a paper's question. Names each field it shows, so that a new field stays hidden by itself. */
export function toPublicQuestion({ question, points, order }: PaperQuestion): PublicQuestion {
  return {
    id: question.id,
    type: question.type,
    stem: question.stem,
    options: order.map((index, place) => ({
      id: shownOptionId(place),
      text: (question.options[index] as Question['options'][number]).text,
    })),
    points,
    ...(question.group ? { group: question.group } : {}),
  }
}

/** Translates option ids as shown into the letters of the bank; an id that isn't shown gives `undefined`. */
export function bankOptionId({ question, order }: PaperQuestion, shownId: string): string | undefined {
  const index = shownId.length === 1 ? order[SHOWN_IDS.indexOf(shownId)] : undefined
  return index === undefined ? undefined : question.options[index]?.id
}

/** The right answer of a question as the participant's paper shows it: shown option ids, or accepted answers. */
export function shownKey({ question, order }: PaperQuestion): string[] {
  if (question.type === 'fill-in') return question.key
  return order.flatMap((index, place) =>
    question.key.includes((question.options[index] as Question['options'][number]).id) ? [shownOptionId(place)] : [],
  )
}
