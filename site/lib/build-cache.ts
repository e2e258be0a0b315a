import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Files that are costly to make, kept between builds. The name of each says what it was made from, so that a kept one never is
 * out of date; the folder may be removed at any time.
 */
export class BuildCache {
  readonly #folder: string

  /** @param folder made when it isn't there */
  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
  }

  /**
   * Path of a kept file, or undefined. A file that is found counts as used, see `prune`.
   *
   * @param name with everything that the file depends on, such as a hash
   */
  find(name: string): string | undefined {
    const path = join(this.#folder, name)
    if (!existsSync(path)) return undefined
    const now = new Date()
    utimesSync(path, now, now)
    return path
  }

  /** Keeps a file; returns its path. */
  keep(name: string, data: string | Uint8Array): string {
    const path = join(this.#folder, name)
    // Renamed when whole, because another build may look at the same time.
    const unfinished = `${path}.${process.pid}`
    writeFileSync(unfinished, data)
    renameSync(unfinished, path)
    return path
  }

  /**
   * Removes what hasn't been used or made since a time, so that the folder doesn't grow for ever.
   *
   * @param since start of this build, in ms since 1970
   */
  prune(since: number): void {
    for (const name of readdirSync(this.#folder)) {
      const path = join(this.#folder, name)
      if (statSync(path).mtimeMs < since) rmSync(path)
    }
  }
}
