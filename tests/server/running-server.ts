import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Server, type ServerOptions, startServer } from '../../worker/self-host/server.ts'

/** A port that nothing uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, 'localhost', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/** A server of its own with an empty data folder, on what the build has made. */
export class RunningServer {
  readonly #options: ServerOptions
  #server: Server

  private constructor(options: ServerOptions, server: Server) {
    this.#options = options
    this.#server = server
  }

  static async start(vars: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
    const options = { port: await freePort(), data: mkdtempSync(join(tmpdir(), 'mingfa-test-')), vars }
    return new RunningServer(options, await startServer(options))
  }

  get origin(): string {
    return this.#server.origin
  }

  get data(): string {
    return this.#options.data
  }

  get pid(): number {
    return this.#server.process.pid ?? 0
  }

  get operatorToken(): string {
    return this.#server.secrets.OPERATOR_TOKEN
  }

  /** Ends the process without warning, as a power cut does. */
  async killHard(): Promise<void> {
    this.#server.process.kill('SIGKILL')
    await this.#server.ended
  }

  /** Starts again on the same data. */
  async restart(): Promise<void> {
    this.#server = await startServer(this.#options)
  }

  /** Ends the process and deletes its data. */
  async stop(): Promise<void> {
    this.#server.process.kill()
    await this.#server.ended
    rmSync(this.#options.data, { recursive: true, force: true })
  }
}
