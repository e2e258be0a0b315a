import { join, resolve } from 'node:path'
import { build } from '../build/build.ts'
import { loadLibrary } from '../build/load-library.ts'
import { BUILD, ROOT } from '../build/tools.ts'
import { PROVIDER_SETTINGS } from '../identity/providers/provider.ts'
import { isPortTaken, type Server, startServer } from './server.ts'

/**
 * `npm start`: builds site and worker, serves both with plain workerd, and prints the address once it answers.
 *
 * MINGFA_PORT, MINGFA_DATA, MINGFA_LISTEN=everywhere, MINGFA_BUILD=skip, and the worker's settings PUBLIC_ORIGIN,
 * TRUSTED_PROXIES, RATE_LIMIT, SHARDS and those of the providers of identities come from the environment.
 */
const SETTINGS = ['PUBLIC_ORIGIN', 'TRUSTED_PROXIES', 'RATE_LIMIT', 'SHARDS', ...PROVIDER_SETTINGS] as const

/** Loads the search index; the site answers meanwhile, and searches in the one before. A failure leaves that one in place. */
async function loadSearch(server: Server, isStopping: () => boolean): Promise<void> {
  try {
    const { received, loaded } = await loadLibrary(
      server.origin,
      server.secrets.OPERATOR_TOKEN,
      join(BUILD, 'library.jsonl'),
    )
    if (loaded) console.log(`检索库已装好：${received}段 / The search index is loaded: ${received} passages`)
  } catch (error) {
    if (isStopping()) return
    console.error('检索库没有装好，检索仍用原来的。稍后可运行 npm run library:load。')
    console.error('The search index was not loaded; the one before is searched. Run npm run library:load later.')
    console.error(error instanceof Error ? error.message : error)
  }
}

async function main(): Promise<number> {
  const port = Number(process.env['MINGFA_PORT'] ?? 8787)
  if (await isPortTaken(port)) {
    console.error(`端口 ${port} 已被占用。关闭占用它的程序，或换一个端口：MINGFA_PORT=${port + 1} npm start`)
    console.error(
      `Port ${port} is taken. Stop the program that uses it, or choose another: MINGFA_PORT=${port + 1} npm start`,
    )
    return 1
  }
  if (process.env['MINGFA_BUILD'] !== 'skip') {
    console.log('正在构建 / Building …')
    await build()
  }
  const vars = Object.fromEntries(
    SETTINGS.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name] ?? '']])),
  )
  const data = resolve(process.env['MINGFA_DATA'] ?? join(ROOT, '.data'))
  const server = await startServer({ port, data, everywhere: process.env['MINGFA_LISTEN'] === 'everywhere', vars })
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping = true
      server.process.kill('SIGTERM')
    })
  }
  console.log(`明法已启动 / Mingfa is running: ${server.origin}`)
  void loadSearch(server, () => stopping)
  const ended = await server.ended
  if (stopping) return 0
  console.error(`服务意外结束（${ended}）。数据都在，重新运行 npm start 即可。`)
  console.error(`The server ended unexpectedly (${ended}). The data is safe: run npm start again.`)
  return 1
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
