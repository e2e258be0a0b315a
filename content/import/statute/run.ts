import type { Law } from '../../domain/law.ts'
import type { LawDate } from '../../domain/law-dates.ts'
import { type StatuteText, StatuteTextSchema, statuteKey } from '../../domain/statute.ts'
import { lawFolders, readLawNames, readLawStatutes } from '../../source/statutes.ts'
import { KnownDays } from './known-days.ts'
import { LawIds } from './law-ids.ts'
import { type Arrival, type Arrived, mergeTexts } from './merge.ts'
import { readSource } from './read-source.ts'
import { type Repair, Repairs } from './repairs.ts'
import { Repeals } from './repeals.ts'
import type { Outcome, Refusal, SourceText } from './source-text.ts'
import { type SourceFile, sourcesIn } from './sources.ts'
import { Spool } from './spool.ts'
import { recover, whileAlone, writeLaw } from './store.ts'

/**
 * Imports official texts: reads all sources, then writes the laws one by one. Texts wait on disk in between, since the versions
 * of a law may come from many files, and a law is written whole or not at all.
 */

/** What an import needs to know. */
export interface ImportOptions {
  /** Files and folders. */
  readonly paths: readonly string[]
  /** Where laws are written: `.data/laws`. */
  readonly folder: string
  /** Those of `content/laws/`. */
  readonly laws: readonly Law[]
  readonly dates: readonly LawDate[]
  /** Whether a text of the same version with other words takes the place of the one that is there. */
  readonly replace?: boolean
  /** Told how far the sources are read. */
  readonly onProgress?: (progress: Progress) => void
}

/** How far an import is. */
export interface Progress {
  readonly bytes: number
  readonly totalBytes: number
  readonly texts: number
  readonly articles: number
}

/** A text as messages speak of it. */
export interface Named {
  readonly place: string
  readonly title: string
}

/** What an import did. */
export interface ImportReport {
  readonly files: number
  /** Read: every version counts. */
  readonly texts: number
  readonly articles: number
  readonly laws: number
  readonly fates: Readonly<Record<Arrived['fate'], number>>
  /** Texts whose source states no day of effect in a field of its own. */
  readonly withoutStatedDay: number
  /** Texts of these laws that are undated after the import. */
  readonly undated: number
  /** Texts, read now or earlier, whose end is known now because a law that is there repeals them. */
  readonly ended: number
  readonly writtenFiles: number
  readonly writtenLaws: number
  readonly refused: readonly Refusal[]
  /** Texts that were read, but not written because another text of their law was refused. */
  readonly heldBack: readonly Named[]
  readonly differing: readonly (Named & { readonly difference: string })[]
  readonly repairs: readonly (Repair & { readonly title: string })[]
}

interface Waiting {
  readonly place: string
  readonly title: string
  readonly file: string
  readonly stands: { readonly start: number; readonly length: number }
}

/** One import, from its first file to its last law. */
class Import {
  readonly #options: ImportOptions
  readonly #ids: LawIds
  readonly #days: KnownDays
  readonly #spool = new Spool()
  readonly #waiting = new Map<string, Waiting[]>()
  readonly #refused: Refusal[]
  readonly #blocked = new Set<string>()
  readonly #files: readonly SourceFile[]
  readonly #repairs: (Repair & { title: string })[] = []
  #texts = 0
  #articles = 0
  #withoutStatedDay = 0

  constructor(options: ImportOptions) {
    this.#options = options
    const { files, refused } = sourcesIn(options.paths)
    this.#files = files
    this.#refused = refused
    this.#ids = new LawIds(options.laws, readLawNames(options.folder))
    this.#days = new KnownDays(options.dates, options.laws)
  }

  async run(): Promise<ImportReport> {
    try {
      await this.#read()
      return this.#write()
    } finally {
      this.#spool.close()
    }
  }

  async #read(): Promise<void> {
    const totalBytes = this.#files.reduce((sum, { bytes }) => sum + bytes, 0)
    let bytes = 0
    const tell = () => this.#options.onProgress?.({ bytes, totalBytes, texts: this.#texts, articles: this.#articles })
    for (const file of this.#files) {
      const own = readSource(file, (more) => {
        bytes += more
      })
      for await (const outcome of own) {
        this.#take(file, outcome)
        tell()
      }
    }
    tell()
  }

  #take(file: SourceFile, outcome: Outcome): void {
    if ('refused' in outcome) {
      const { refused } = outcome
      this.#refused.push(refused)
      if (refused.blocks && refused.title !== undefined) this.#blocked.add(this.#ids.idOf(refused.title))
      if (refused.endsFile) this.#forget(file)
      return
    }
    const { read } = outcome
    const text = this.#completed(read)
    this.#texts += 1
    this.#articles += text.articles.length
    const waiting = this.#waiting.get(text.lawId) ?? []
    waiting.push({
      place: read.place,
      title: text.title,
      file: file.path,
      stands: this.#spool.put(text),
    })
    this.#waiting.set(text.lawId, waiting)
  }

  /** What was read of a file that turned out to be damaged isn't taken: nobody knows what is missing. */
  #forget(file: SourceFile): void {
    for (const [lawId, waiting] of this.#waiting) {
      const others = waiting.filter((own) => own.file !== file.path)
      if (others.length === 0) this.#waiting.delete(lawId)
      else this.#waiting.set(lawId, others)
    }
  }

  /** A text with its law's id and the days that content knows. */
  #completed({ text, place, repairs, isDayStated }: SourceText): StatuteText {
    const more = new Repairs()
    const { effectiveFrom: stated, ...rest } = text
    if (!isDayStated) this.#withoutStatedDay += 1
    // What editors have checked goes before what a source states, and the difference is told.
    const known = this.#days.dayOf(text.title, text)
    if (known !== null && stated !== undefined && known.day !== stated)
      more.doubt(`施行日期不一致：来源写${stated}，按 ${known.where} 记为${known.day}`, place)
    const effectiveFrom = known?.day ?? stated
    for (const repair of [...repairs, ...more.list()]) this.#repairs.push({ ...repair, title: text.title })
    // In the order of the schema's fields, so that files of different sources look alike.
    return StatuteTextSchema.parse({
      lawId: this.#ids.idOf(text.title),
      ...rest,
      ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    })
  }

  #write(): ImportReport {
    const { folder } = this.#options
    const fates = { new: 0, unchanged: 0, dated: 0, replaced: 0, differs: 0 }
    const heldBack: Named[] = []
    const differing: (Named & { difference: string })[] = []
    let undated = 0
    let ended = 0
    let writtenFiles = 0
    let writtenLaws = 0
    const waiting = new Map([...this.#waiting].filter(([lawId]) => !this.#blocked.has(lawId)))
    for (const [lawId, held] of this.#waiting)
      if (!waiting.has(lawId)) heldBack.push(...held.map(({ place, title }) => ({ place, title })))
    const there = new Set(lawFolders(folder))
    const laws = new Set([...waiting.keys(), ...there])
    const after = (lawId: string) => {
      const before = there.has(lawId) ? readLawStatutes(folder, lawId) : []
      return { before, ...this.#merged(before, waiting.get(lawId) ?? []) }
    }
    // A law ends by the words of another, read now or earlier, so every text that stays is heard before the first is written.
    const repeals = new Repeals()
    for (const lawId of laws) for (const text of after(lawId).texts) repeals.add(text)
    for (const lawId of laws) {
      const { before, texts: merged, arrived } = after(lawId)
      for (const { fate, place, text, difference } of arrived) {
        fates[fate] += 1
        if (difference !== undefined) differing.push({ place, title: text.title, difference })
      }
      const texts = merged.map((text) => repeals.ended(text))
      const ends = new Map(before.map((text) => [statuteKey(text), text.repealedOn]))
      const isOther = (text: StatuteText) => text.repealedOn !== ends.get(statuteKey(text))
      ended += texts.filter((text) => text.repealedOn !== undefined && isOther(text)).length
      if (waiting.has(lawId)) undated += texts.filter(({ effectiveFrom }) => effectiveFrom === undefined).length
      else if (!texts.some(isOther)) continue
      const written = writeLaw(folder, lawId, texts)
      writtenFiles += written
      writtenLaws += written > 0 ? 1 : 0
    }
    return {
      files: this.#files.length,
      texts: this.#texts,
      articles: this.#articles,
      laws: this.#waiting.size,
      fates,
      withoutStatedDay: this.#withoutStatedDay,
      undated,
      ended,
      writtenFiles,
      writtenLaws,
      refused: this.#refused,
      heldBack,
      differing,
      repairs: this.#repairs,
    }
  }

  #merged(before: readonly StatuteText[], waiting: readonly Waiting[]): ReturnType<typeof mergeTexts> {
    const arrivals = waiting.map(({ place, stands }): Arrival => {
      return { place, text: StatuteTextSchema.parse(JSON.parse(this.#spool.get(stands))) }
    })
    return mergeTexts(before, arrivals, this.#options.replace ?? false)
  }
}

/**
 * Imports the texts that are found at `paths`. Writes all texts of a law or none; a second run of the same import writes nothing.
 *
 * @throws {ProblemsError} when what was imported before was damaged, or another import is under way
 */
export async function importStatutes(options: ImportOptions): Promise<ImportReport> {
  return whileAlone(options.folder, () => {
    recover(options.folder)
    return new Import(options).run()
  })
}
