import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import {
  LibraryBatchSchema,
  LibraryHeaderSchema,
  type LibraryState,
  LibraryStateSchema,
} from '../../content/domain/library-index.ts'
import { CommandError, operatorToken, post } from './operator-client.ts'
import { BUILD } from './tools.ts'

/**
 * `npm run library:load`: loads the search index that the build has written into a running server, in batches. `npm start` does so by
 * itself; on Cloudflare it is the step after `npm run deploy`, with `--server` and the token in OPERATOR_TOKEN.
 */

/**
 * Loads an index into a server. The index before answers until the last batch has come; what was interrupted goes on where it was.
 *
 * @param file as `writeLibrary` writes it
 * @param onProgress passages loaded so far, of how many
 * @returns the state of the index on the server, and whether there was anything to load
 * @throws {CommandError} that says what to do
 */
export async function loadLibrary(
  server: string,
  token: string,
  file: string,
  onProgress: (passages: number, all: number) => void = () => undefined,
): Promise<LibraryState & { readonly loaded: boolean }> {
  const ask = (path: string, value: unknown) =>
    post(server, token, `/api/operator/library${path}`, value, LibraryStateSchema)
  let state: LibraryState | null = null
  let all = 0
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    if (state === null) {
      const header = LibraryHeaderSchema.parse(JSON.parse(line))
      all = header.passages
      state = await ask('', header)
      if (state.state === 'ready') return { ...state, loaded: false }
      continue
    }
    const batch = LibraryBatchSchema.parse(JSON.parse(line))
    if (batch.from + batch.passages.length <= state.received) continue
    state = await ask('/batches', { version: state.version, ...batch })
    onProgress(state.received, all)
  }
  if (state === null)
    throw new CommandError(`${file} 是空的。请运行 npm run build。`, `${file} is empty. Run: npm run build`)
  return { ...(await ask('/activate', { version: state.version })), loaded: true }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { server: { type: 'string', default: 'http://localhost:8787' } } })
  const file = join(BUILD, 'library.jsonl')
  if (!existsSync(file))
    throw new CommandError(`没有 ${file}。请先运行 npm run build。`, `There is no ${file}. Run: npm run build`)
  const token = process.env['OPERATOR_TOKEN'] ?? operatorToken()
  const { received, version, loaded } = await loadLibrary(values.server, token, file, (passages, all) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${passages}/${all}`)
  })
  if (process.stdout.isTTY && loaded) process.stdout.write('\r')
  console.log(
    loaded
      ? `检索库已装好：${received}段，版本${version} / The search index is loaded: ${received} passages`
      : `检索库没有变化：${received}段，版本${version} / The search index is unchanged: ${received} passages`,
  )
}

if (import.meta.main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error)
    process.exitCode = 1
  }
}
