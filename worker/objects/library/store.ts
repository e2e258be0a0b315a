import {
  type LibraryBatch,
  type LibraryHeader,
  LibraryHeaderSchema,
  type LibraryPassage,
  type LibraryText,
  LibraryTextSchema,
} from '../../../content/domain/library-index.ts'
import { comparable, termsIn } from '../../../content/domain/search-terms.ts'
import { Store } from '../../sqlite/store.ts'
import { LIBRARY_MIGRATIONS, slotTables } from './migrations.ts'

/** A generation of the index: the one that answers, or the one that is being loaded. */
export interface Generation {
  readonly slot: number
  readonly version: string
  readonly ready: boolean
}

/** A passage with its place. */
export interface StoredPassage extends Omit<LibraryPassage, 'text'> {
  readonly id: number
  readonly text: number
  /** Number of its terms. */
  readonly terms: number
}

/** Where to look: filters that each are one stretch of passages. */
export interface Stretch {
  readonly kind: string | undefined
  readonly level: string | undefined
  readonly law: string | undefined
}

/** Rows have a text's place as a number and what SQLite keeps. */
type PassageRow = Record<'id' | 'text' | 'terms', number> &
  Record<'anchor' | 'headings' | 'body', string> & {
    article: string | null
  }

const PASSAGE = 'passages.id, passages.text, article, anchor, headings, body, passages.terms'

/** A term as FTS5 reads it; terms have no quotation marks. */
function quoted(term: string): string {
  return `"${term}"`
}

/** All SQL of `Library`. */
export class LibraryStore extends Store {
  constructor(storage: DurableObjectStorage) {
    super(storage, LIBRARY_MIGRATIONS)
  }

  generations(): Generation[] {
    return this.sql
      .exec<{ slot: number; version: string; ready: number }>('SELECT slot, version, ready FROM generations')
      .toArray()
      .map(({ slot, version, ready }) => ({ slot, version, ready: ready === 1 }))
  }

  header(slot: number): LibraryHeader {
    const { header } = this.sql.exec<{ header: string }>('SELECT header FROM generations WHERE slot = ?', slot).one()
    return LibraryHeaderSchema.parse(JSON.parse(header))
  }

  /** Begins a generation in an empty place. */
  begin(slot: number, header: LibraryHeader): void {
    this.empty(slot)
    this.sql.exec('INSERT INTO generations VALUES (?, ?, 0, ?)', slot, header.version, JSON.stringify(header))
  }

  empty(slot: number): void {
    this.sql.exec('DELETE FROM generations WHERE slot = ?', slot)
    for (const table of ['vocabulary', 'terms', 'passages', 'texts'])
      this.sql.exec(`DROP TABLE IF EXISTS ${table}_${slot}`)
    this.sql.exec(slotTables(slot))
  }

  /** Makes a generation the one that answers. */
  activate(slot: number): void {
    this.sql.exec('UPDATE generations SET ready = 1 WHERE slot = ?', slot)
  }

  /** Merges what the batches have left in many pieces, so that questions read less. */
  optimise(slot: number): void {
    this.sql.exec(`INSERT INTO terms_${slot}(terms_${slot}) VALUES ('optimize')`)
  }

  /** Number of texts and passages loaded. */
  received(slot: number): { readonly texts: number; readonly passages: number } {
    return this.sql
      .exec<{ texts: number; passages: number }>(
        `SELECT (SELECT coalesce(max(id) + 1, 0) FROM texts_${slot}) AS texts,
                (SELECT coalesce(max(id), 0) FROM passages_${slot}) AS passages`,
      )
      .one()
  }

  /** Adds a batch after what is there. */
  add(slot: number, { texts, passages }: Pick<LibraryBatch, 'texts' | 'passages'>): void {
    const received = this.received(slot)
    const titles = new Map<number, string>()
    for (const [index, text] of texts.entries()) {
      const id = received.texts + index
      titles.set(id, text.title)
      const values = [id, text.kind, text.law?.level ?? null, text.law?.id ?? null, 0, 0, JSON.stringify(text)]
      this.sql.exec(`INSERT INTO texts_${slot} VALUES (?, ?, ?, ?, ?, ?, ?)`, ...values)
    }
    const lasts = new Map<number, readonly [first: number, last: number]>()
    for (const [index, { text, article, anchor, headings, body }] of passages.entries()) {
      const id = received.passages + index + 1
      const title = titles.get(text) ?? this.text(slot, text).title
      titles.set(text, title)
      lasts.set(text, [lasts.get(text)?.[0] ?? id, id])
      const terms = termsIn(comparable(searchedText(title, headings, body)))
      const values = [id, text, article, anchor, headings, body, terms.length]
      this.sql.exec(`INSERT INTO passages_${slot} VALUES (?, ?, ?, ?, ?, ?, ?)`, ...values)
      this.sql.exec(`INSERT INTO terms_${slot} (rowid, terms) VALUES (?, ?)`, id, terms.join(' '))
    }
    for (const [text, [first, last]] of lasts) {
      // A text may go on from the batch before.
      this.sql.exec(
        `UPDATE texts_${slot} SET first = CASE first WHEN 0 THEN ? ELSE first END, last = ? WHERE id = ?`,
        ...[first, last, text],
      )
    }
  }

  private text(slot: number, id: number): LibraryText {
    const { data } = this.sql.exec<{ data: string }>(`SELECT data FROM texts_${slot} WHERE id = ?`, id).one()
    return LibraryTextSchema.parse(JSON.parse(data))
  }

  /** Every text, in its order. */
  texts(slot: number): LibraryText[] {
    return this.sql
      .exec<{ data: string }>(`SELECT data FROM texts_${slot} ORDER BY id`)
      .toArray()
      .map(({ data }) => LibraryTextSchema.parse(JSON.parse(data)))
  }

  /** How many passages have a term. */
  passagesWith(slot: number, term: string): number {
    const [row] = this.sql.exec<{ doc: number }>(`SELECT doc FROM vocabulary_${slot} WHERE term = ?`, term).toArray()
    return row?.doc ?? 0
  }

  /** The passages of a stretch; `null` when there are none. */
  stretch(slot: number, { kind, level, law }: Stretch): readonly [first: number, last: number] | null {
    const { first, last } = this.sql
      .exec<{ first: number | null; last: number | null }>(
        `SELECT min(first) AS first, max(last) AS last FROM texts_${slot}
         WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR level = ?2) AND (?3 IS NULL OR law = ?3)`,
        kind ?? null,
        level ?? null,
        law ?? null,
      )
      .one()
    return first === null || last === null ? null : [first, last]
  }

  /**
   * The passages with any of some terms, the best by BM25 first.
   *
   * @param begins whether a term may go on: a single character begins many pairs
   * @param texts only of these
   */
  matching(
    slot: number,
    terms: readonly string[],
    begins: boolean,
    [first, last]: readonly [number, number],
    texts: readonly number[] | null,
    limit: number,
  ): StoredPassage[] {
    const match = terms.map((term) => (begins ? `${quoted(term)}*` : quoted(term))).join(' OR ')
    const within =
      texts === null
        ? ''
        : `AND (SELECT text FROM passages_${slot} WHERE id = terms_${slot}.rowid) IN (SELECT value FROM json_each(?5))`
    return this.sql
      .exec<PassageRow>(
        `SELECT ${PASSAGE} FROM (
           SELECT rowid AS found FROM terms_${slot}
           WHERE terms_${slot} MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ${within} ORDER BY rank LIMIT ?4
         ) JOIN passages_${slot} AS passages ON passages.id = found`,
        ...[match, first, last, limit],
        ...(texts === null ? [] : [JSON.stringify(texts)]),
      )
      .toArray()
  }

  /** The passages of a law's texts with the number of an article. */
  articles(slot: number, law: string, article: string): StoredPassage[] {
    return this.sql
      .exec<PassageRow>(
        `SELECT ${PASSAGE} FROM texts_${slot} AS texts
         JOIN passages_${slot} AS passages ON passages.id BETWEEN texts.first AND texts.last
         WHERE texts.law = ? AND article = ?`,
        law,
        article,
      )
      .toArray()
  }
}

/** Everything of a passage that finds it. */
export function searchedText(title: string, headings: string, body: string): string {
  return `${title} ${headings} ${body}`
}
