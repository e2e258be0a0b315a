import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeShippedLibrary } from './library-index.ts'
import { loadLibrary } from './load-library.ts'
import { BUILD } from './tools.ts'

/**
 * The search of the preview: makes the index, with drafts, and loads it. `npm run dev` runs this beside itself, since with the laws of a
 * whole country it takes a processor for half a minute. PREVIEW_SERVER is the worker's address, OPERATOR_TOKEN its token.
 */

/** Apart from that of the build, which has no drafts. */
const FILE = join(BUILD, 'preview-library.jsonl')
const LOOK_MS = 500
const PATIENCE_MS = 60_000

/** Waits until the worker answers, or has had time enough to. */
async function answers(server: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(LOOK_MS)) {
    if (
      await fetch(new URL('/api/health', server)).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
  }
}

/** Loads the index. The worker starts anew when content is saved, and goes on where it was. */
async function load(tries = 3): ReturnType<typeof loadLibrary> {
  await answers(PREVIEW_SERVER)
  try {
    return await loadLibrary(PREVIEW_SERVER, OPERATOR_TOKEN, FILE)
  } catch (error) {
    if (tries === 1) throw error
    return load(tries - 1)
  }
}

const { PREVIEW_SERVER = '', OPERATOR_TOKEN = '' } = process.env
try {
  setPriority(constants.priority.PRIORITY_LOW)
  writeShippedLibrary(FILE, true)
  const { received, loaded } = await load()
  console.log(loaded ? `检索库装好了：${received}段，现在搜得到正文和法律全文。` : `检索库没有变化：${received}段。`)
} catch (error) {
  console.error('检索库没有装好，检索仍用原来的，别的照常能看。改好下面说的问题，关掉预览再打开。')
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
