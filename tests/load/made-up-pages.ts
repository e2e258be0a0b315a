import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { from as dictionaries } from 'opencc-js/preset/cn2t'
import { type Random, seededRandom, shuffled } from '../../content/domain/random.ts'
import type { Findable, SearchIndex } from '../../site/search/search-index.ts'
import { termsOf, wordsOf } from '../../site/search/tokenise.ts'
import { ROOT } from '../../worker/build/tools.ts'

/**
 * Explainers of matters that no shipped page is about, to see what search does on a larger site. Each word of the shipped explainers
 * has a stand-in of the same length, a Chinese word that no shipped page has, and texts are drawn from the stand-ins as the words
 * come there: a page takes about as many bytes as a written one, and the right page for a question stays the right one.
 */
export interface MadeUpPage extends Findable {
  /** Paragraphs, those of each heading. */
  readonly sections: readonly (readonly string[])[]
}

/** Those that nearly every shipped explainer has. */
const USUAL_HEADINGS = ['你能要求什么', '怎么做', '时间限制', '要带什么', '到哪里去', '别人还问']
const [KEYWORDS, OWN_HEADINGS, PARAGRAPHS, SENTENCES] = [7, 3, 3, 3] as const

function shippedText(): string {
  const folder = join(ROOT, 'content/explainers')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''))
    .join('\n')
}

/** The converter's dictionary, without words that have anything in common with the site's and without rare characters. */
function otherWords(text: string, known: ReadonlySet<string>): string[] {
  const entries = (dictionaries['cn'] ?? []).flat().filter((entry) => typeof entry === 'string')
  return entries
    .flatMap((words) => words.split('|'))
    .map((pair) => pair.slice(0, pair.indexOf(' ')))
    .filter(
      (word) =>
        word.length > 1 &&
        [...word].every((character) => text.includes(character)) &&
        !text.includes(word) &&
        !termsOf(word).some((term) => known.has(term)),
    )
}

/** The words of a text, each longer one with another word for it; what has none is left out. */
function standIns(text: string, known: ReadonlySet<string>, random: Random): string[] {
  const free = new Map<number, string[]>()
  for (const word of shuffled(otherWords(text, known), random))
    free.set(word.length, [...(free.get(word.length) ?? []), word])
  const chosen = new Map<string, string | undefined>()
  return wordsOf(text).flatMap((word) => {
    if (!chosen.has(word)) chosen.set(word, word.length === 1 ? word : free.get(word.length)?.pop())
    return chosen.get(word) ?? []
  })
}

/** Makes the same pages every time; the first ones of many are those of few. */
export function* madeUpPages(shipped: SearchIndex): Generator<MadeUpPage, never> {
  const text = shippedText()
  const known = new Set(shipped.vocabulary)
  const random = seededRandom('00000000000a11ce')
  const words = standIns(text, known, random)
  const long = words.filter((word) => word.length > 1)
  const characters = [...new Set(text.match(/\p{Script=Han}/gu))]
  const draw = (from: readonly string[]) => from[random.below(from.length)] ?? ''
  const phrase = (from: readonly string[], count: number) => Array.from({ length: count }, () => draw(from)).join('')
  const newWord = (): string => {
    const word = phrase(characters, 2)
    return known.has(word) ? newWord() : word
  }
  const sentence = () => `${phrase(words, 6)}，${phrase(words, 6)}。`
  for (let number = 1; ; number += 1) {
    // A word that no other page has, as most written pages have one.
    const own = newWord()
    const headings = [...USUAL_HEADINGS, ...Array.from({ length: OWN_HEADINGS }, () => phrase(words, 4))]
    yield {
      kind: 'explainer',
      path: `/explainers/made-up-${number}/`,
      title: `${own}${phrase(long, 3)}，${phrase(long, 3)}`,
      summary: `${phrase(words, 9)}，${phrase(words, 9)}。`,
      keywords: [own, ...Array.from({ length: KEYWORDS }, () => phrase(long, 2))],
      headings,
      articles: [],
      sections: headings.map(() =>
        Array.from({ length: PARAGRAPHS }, () => Array.from({ length: SENTENCES }, sentence).join('')),
      ),
    }
  }
}
