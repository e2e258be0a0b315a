/** The bare object that the service is compared with: one insert and one select a request, nothing else. */

export const CEILING_WORKER = `
import { DurableObject } from 'cloudflare:workers'
export class Bare extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env)
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, v TEXT)')
  }
  async run() {
    const { id } = this.ctx.storage.sql.exec('INSERT INTO t (v) VALUES (?) RETURNING id', 'x').one()
    return this.ctx.storage.sql.exec('SELECT v FROM t WHERE id = ?', id).one().v
  }
}
export default {
  async fetch(request, env) {
    return new Response(await env.BARE.getByName('bare').run())
  },
}
`

/** Configuration of the bare object's server. */
export function ceilingConfig(port: number, objects: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .bare),
    (name = "objects", disk = (path = ${JSON.stringify(objects)}, writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const bare :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-10-23",
  durableObjectNamespaces = [(className = "Bare", uniqueKey = "bare", enableSql = true)],
  durableObjectStorage = (localDisk = "objects"),
  bindings = [(name = "BARE", durableObjectNamespace = "Bare")],
);
`
}
