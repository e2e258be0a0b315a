import type { Question } from '../../content/domain/question.ts'
import type { Env } from '../env.ts'
import { bankOf } from '../objects/bank/catalogue.ts'

/** A question as people were asked it. */
export interface AskedItem {
  /** Id and variant, which no other item has. */
  readonly key: string
  /** 1, 2, … for each wording that the question has had. */
  readonly variant: number
  readonly question: Question
}

/** What of a question makes an answer to it mean what it means. */
function meaningOf({ type, stem, options, key, group }: Question): string {
  return JSON.stringify([type, stem, options, key, group?.stem])
}

/**
 * The questions that people were asked, by release: one that a later bank version words otherwise under the same id is another variant,
 * so that answers to two questions are never counted together.
 */
export class AskedItems {
  readonly #env: Env
  readonly #releases = new Map<string, ReadonlyMap<string, AskedItem>>()
  readonly #byMeaning = new Map<string, Map<string, AskedItem>>()
  readonly #inOrder: AskedItem[] = []

  constructor(env: Env) {
    this.#env = env
  }

  /** The items of a release by the ids of its questions. @throws {Error} when the bank has lost it */
  async of(release: string): Promise<ReadonlyMap<string, AskedItem>> {
    const known = this.#releases.get(release)
    if (known) return known
    const found = await bankOf(this.#env).release(release)
    if (found === null) throw new Error(`the bank does not have the release ${release}, which attempts refer to`)
    const items = new Map(found.pool.map((question) => [question.id, this.#itemOf(question)]))
    this.#releases.set(release, items)
    return items
  }

  /** All items of the releases that were asked for, in the order of their banks. */
  all(): readonly AskedItem[] {
    return this.#inOrder
  }

  #itemOf(question: Question): AskedItem {
    const meanings = this.#byMeaning.get(question.id) ?? new Map<string, AskedItem>()
    this.#byMeaning.set(question.id, meanings)
    const meaning = meaningOf(question)
    const known = meanings.get(meaning)
    if (known) return known
    const variant = meanings.size + 1
    const item = { key: `${question.id} ${variant}`, variant, question }
    meanings.set(meaning, item)
    this.#inOrder.push(item)
    return item
  }
}
