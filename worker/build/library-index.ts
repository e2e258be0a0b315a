import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Converter } from 'opencc-js/t2cn'
import { beijingDay } from '../../content/domain/dates.ts'
import { lawMeanings } from '../../content/domain/law-words.ts'
import {
  BATCH_PASSAGES,
  type LibraryBatch,
  type LibraryHeader,
  type LibraryPassage,
} from '../../content/domain/library-index.ts'
import { comparable, termsIn } from '../../content/domain/search-terms.ts'
import { type Content, readContent } from '../../content/source/content.ts'
import { lawsFolder, readStatutes } from '../../content/source/statutes.ts'
import { type IndexedText, lawTexts, pageTexts } from './library-texts.ts'
import { ROOT } from './tools.ts'

/** Writing the search index of the library: `.build/library.jsonl`, a header and then batches, each a line. */

/** Terms that so many passages have go into the header: counting them anew takes longer than a question may. */
const FREQUENT = 64

/** Chinese characters of everyday use. */
const [FIRST, LAST] = [0x4e00, 0x9fff]

/** Every Traditional character with its Simplified form, by turns. */
function variantPairs(): string {
  const convert = Converter({ from: 't', to: 'cn' })
  return Array.from({ length: LAST - FIRST + 1 }, (_, index) => String.fromCharCode(FIRST + index))
    .flatMap((character) => {
      const simplified = convert(character)
      return simplified === character ? [] : [character + simplified]
    })
    .join('')
}

/** Passages in batches; each batch has the texts that begin in it. */
function* batches(texts: readonly IndexedText[]): Generator<LibraryBatch> {
  let batch: { from: number; texts: IndexedText['text'][]; passages: LibraryPassage[] } = {
    ...{ from: 0, texts: [], passages: [] },
  }
  for (const [index, { text, passages }] of texts.entries()) {
    batch.texts.push(text)
    for (const passage of passages) {
      if (batch.passages.length === BATCH_PASSAGES) {
        yield batch
        batch = { from: batch.from + BATCH_PASSAGES, texts: [], passages: [] }
      }
      batch.passages.push({ text: index, ...passage })
    }
  }
  yield batch
}

/** Counts terms: how many there are on average, and which are frequent. */
function countTerms(texts: readonly IndexedText[]): Pick<LibraryHeader, 'meanTerms' | 'frequent' | 'passages'> {
  const passagesWith = new Map<string, number>()
  let [terms, passages] = [0, 0]
  for (const { text, passages: own } of texts) {
    for (const { headings, body } of own) {
      const found = termsIn(comparable(`${text.title} ${headings} ${body}`))
      terms += found.length
      passages += 1
      for (const term of new Set(found)) passagesWith.set(term, (passagesWith.get(term) ?? 0) + 1)
    }
  }
  const frequent = Object.fromEntries([...passagesWith].filter(([, count]) => count >= FREQUENT))
  return { meanTerms: Math.max(1, terms / Math.max(1, passages)), frequent, passages }
}

/** What the index is made from. */
export interface LibrarySources {
  readonly content: Content
  /** Folder of imported texts. */
  readonly laws: string
  readonly now: number
}

/**
 * Writes the index to a file, whole or not at all.
 *
 * @returns its version
 */
export function writeLibrary(file: string, { content, laws: folder, now }: LibrarySources): LibraryHeader['version'] {
  const laws = content.laws.map(({ value }) => value)
  const statutes = readStatutes(folder)
  const texts = [...lawTexts(laws, statutes, beijingDay(now)), ...pageTexts(content)]
  const meanings = lawMeanings(content.lawWords.value, content.synonyms.value)
  const named = new Map([
    ...statutes.map(({ lawId, name, title }) => [lawId, [lawId, name, [title]]] as const),
    ...laws.map(({ id, name, title, aliases }) => [id, [id, name, [title, ...aliases]]] as const),
  ])
  const rest: Omit<LibraryHeader, 'version'> = {
    texts: texts.length,
    ...countTerms(texts),
    meanings: meanings.map(([said, words]) => [said, [...words]]),
    variants: variantPairs(),
    laws: [...named.values()].map(([id, name, others]) => [id, name, [...others]]),
  }
  // Written twice over, rather than kept in memory: the texts of a whole country's laws are 40 MB.
  const hash = createHash('sha256').update(JSON.stringify(rest))
  for (const batch of batches(texts)) hash.update(JSON.stringify(batch))
  const version = hash.digest('hex').slice(0, 16)
  const temporary = `${file}.part`
  const out = openSync(temporary, 'w')
  writeSync(out, `${JSON.stringify({ version, ...rest })}\n`)
  for (const batch of batches(texts)) writeSync(out, `${JSON.stringify(batch)}\n`)
  closeSync(out)
  renameSync(temporary, file)
  return version
}

/**
 * Writes the index of a deployment: what the repository publishes, and the texts imported into its data.
 *
 * @param preview with drafts, for `npm run dev`
 * @throws {ProblemsError} with every problem that makes a file unreadable
 */
export function writeShippedLibrary(file: string, preview = false): void {
  const now = Date.now()
  mkdirSync(dirname(file), { recursive: true })
  const content = readContent(join(ROOT, 'content'), { now, preview })
  writeLibrary(file, { content, laws: lawsFolder(ROOT), now })
}

/** The lines of an index: the header, then the batches. */
export function readLibraryLines(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n')
}
