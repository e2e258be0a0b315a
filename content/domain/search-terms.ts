/**
 * How the server's search reads Chinese: pairs of neighbouring characters (bigrams), the same when the index is made and when it
 * is asked. SQLite's FTS5 can't cut Chinese itself: its trigrams miss words of two characters, of which the law has most.
 */

/** Runs of characters that are searched; all else only separates them. */
const RUN = /\p{Script=Han}+|[a-z0-9]+/gu

/** A text in the form in which it is compared: compatibility forms and cases folded, halves of characters replaced. */
export function comparable(text: string): string {
  return text.toWellFormed().normalize('NFKC').toLowerCase()
}

/**
 * The terms of a text in its order: pairs of Chinese characters, a lone one by itself, other words whole.
 *
 * @param text as `comparable` gives it
 * @example termsIn('续订合同2次') // ['续订', '订合', '合同', '2', '次']
 */
export function termsIn(text: string): string[] {
  return [...text.matchAll(RUN)].flatMap(([run]) => {
    if (run.length === 1 || /^[a-z0-9]/.test(run)) return [run]
    const characters = [...run]
    return characters.length === 1 ? [run] : characters.slice(1).map((next, index) => `${characters[index]}${next}`)
  })
}

/** Question words and forms of address: they say nothing about the matter, and where one stood two words aren't neighbours. */
const QUESTION_WORDS = new RegExp(
  (
    '请问|您好|怎么办|怎么样|怎么|怎样|如何|什么样的|什么样|什么|哪些|哪个|哪种|哪里|为什么|为何|是不是|是否|能不能|可不可以|能否|可否|' +
    '有没有|多少|多久|多长时间|多长|吗|呢|吧|啊|呀|么|我们|你们|他们|我|你|您|他|她|的话|如果|咋办|咋|啥'
  ).replaceAll('\n', ''),
  'gu',
)

/** What is said, and the words of the law for it. */
export type Meaning = readonly [said: string, words: readonly string[]]

/** What the law's words for the reader's weigh beside the reader's own. Tuned on the odd lines of the questions, see README. */
const MEANT_WEIGHT = 0.8

/** Who it happened to and that it has happened often stand in between: 扣了我工资 is 扣工资. */
const FILLER = /[我你他她俺咱们了]/g

/** The words of the law that a query means without saying them. */
export function meantWords(query: string, meanings: readonly Meaning[]): string[] {
  const compact = query.replace(FILLER, '')
  const words = meanings.flatMap(([said, meant]) => (query.includes(said) || compact.includes(said) ? meant : []))
  return [...new Set(words)].filter((word) => !query.includes(word))
}

/**
 * The terms that a query asks for, each with its weight: the reader's own, counted as often as they stand there, and those of
 * the law's words for them.
 *
 * @param query as `comparable` gives it
 */
export function askedTerms(query: string, meanings: readonly Meaning[]): Map<string, number> {
  const told = query.replace(QUESTION_WORDS, ' ')
  const asked = new Map<string, number>()
  // Who asks in question words only has nothing else to be found by.
  for (const term of termsIn(/[\p{Script=Han}a-z0-9]/u.test(told) ? told : query))
    asked.set(term, (asked.get(term) ?? 0) + 1)
  for (const word of meantWords(query, meanings))
    for (const term of termsIn(word)) if (!asked.has(term)) asked.set(term, MEANT_WEIGHT)
  return asked
}
