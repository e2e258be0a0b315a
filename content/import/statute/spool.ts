import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Texts that were read and wait for the rest of their law, on disk: a corpus may be larger than memory. */
export class Spool {
  readonly #path = join(tmpdir(), `mingfa-laws-${randomUUID()}`)
  readonly #file = openSync(this.#path, 'wx+', 0o600)
  #end = 0

  /** @returns where it stands, for `get` */
  put(value: unknown): { readonly start: number; readonly length: number } {
    const bytes = Buffer.from(JSON.stringify(value))
    const start = this.#end
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at, bytes.length - at, start + at)
    this.#end += bytes.length
    return { start, length: bytes.length }
  }

  /** The JSON of a value put before. */
  get({ start, length }: { readonly start: number; readonly length: number }): string {
    const bytes = Buffer.alloc(length)
    for (let at = 0; at < length; ) {
      const read = readSync(this.#file, bytes, at, length - at, start + at)
      if (read === 0) throw new Error('the spool is cut short')
      at += read
    }
    return bytes.toString('utf8')
  }

  /** Closes and removes it. */
  close(): void {
    closeSync(this.#file)
    rmSync(this.#path, { force: true })
  }
}
