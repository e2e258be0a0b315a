import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync } from 'node:zlib'

/** A static server that counts what it sends: text with brotli, everything else as it is. */

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** An answer that has been sent. */
export interface Answer {
  readonly path: string
  /** Bytes of the body. */
  readonly bytes: number
  /** When, in milliseconds since 1970, as `performance.timeOrigin + performance.now()`. */
  readonly at: number
}

/** What a counting server offers. */
export interface CountingServer {
  readonly origin: string
  /** How long it waits before each answer. */
  delayMs: number
  /** Everything sent since the last `reset`. */
  answers(): readonly Answer[]
  reset(): void
  close(): void
}

/**
 * Serves files on a free port of the loopback.
 *
 * @param folders looked through in this order
 * @param texts path → text, before any folder
 */
export async function countingServer(
  folders: readonly string[],
  texts: ReadonlyMap<string, string>,
): Promise<CountingServer> {
  const packed = new Map<string, Buffer>()
  let sent: Answer[] = []
  const fileOf = (path: string): Buffer | undefined => {
    const text = texts.get(path)
    if (text !== undefined) return Buffer.from(text)
    const name = path.endsWith('/') ? `${path}index.html` : path
    for (const folder of folders) {
      try {
        return readFileSync(join(folder, name))
      } catch {
        // It may be in the next one.
      }
    }
    return undefined
  }
  const offered = { delayMs: 0 }
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const type = TYPES[path.endsWith('/') ? '.html' : extname(path)]
    const file = packed.get(path) ?? fileOf(path)
    if (offered.delayMs > 0) await sleep(offered.delayMs)
    if (file === undefined) {
      response.writeHead(404).end()
      return
    }
    const body = packed.has(path) || type === undefined ? file : brotliCompressSync(file)
    packed.set(path, body)
    sent.push({ path, bytes: body.length, at: performance.timeOrigin + performance.now() })
    response.writeHead(200, type === undefined ? {} : { 'content-type': type, 'content-encoding': 'br' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return Object.assign(offered, {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    answers: () => sent,
    reset: () => {
      sent = []
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  })
}
