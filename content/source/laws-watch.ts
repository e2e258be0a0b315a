import { existsSync, type FSWatcher, mkdirSync, watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Noticing an import into the folder of imported texts, for a preview. */

/** An import writes law by law; it is over when nothing has come for so long. */
const SETTLE_MS = 500

/**
 * Says when imported texts have changed, once for each import. Only the folder itself is looked at: a law is replaced by renaming
 * its folder. The folder may come later and go again; the one it stands in is made where it is missing, for the owner alone.
 *
 * @param folder such as `.data/laws`
 * @returns ends it
 */
export function watchLaws(folder: string, changed: () => void): () => void {
  const [parent, name] = [dirname(folder), basename(folder)]
  let laws: FSWatcher | undefined
  let timer: NodeJS.Timeout | undefined
  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, SETTLE_MS)
  }
  const look = () => {
    laws?.close()
    laws = undefined
    if (!existsSync(folder)) return
    laws = watch(folder, (_event, file) => {
      // What begins with a dot is an import under way.
      if (file?.startsWith('.') !== true) settle()
    })
    // It may be gone already.
    laws.on('error', () => laws?.close())
  }
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  look()
  const data = watch(parent, (_event, file) => {
    if (file !== name) return
    look()
    settle()
  })
  return () => {
    clearTimeout(timer)
    laws?.close()
    data.close()
  }
}
