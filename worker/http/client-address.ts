import type { Env } from '../env.ts'

/**
 * Whose request this is, by network address. Headers are believed only from the platform and from proxies that the
 * operator has named, because anyone can send them.
 */

/** Address of the client, and whether it talks to this machine directly over the loopback interface. */
export interface ClientAddress {
  readonly address: string
  readonly directLoopback: boolean
}

/** The address without its port: `127.0.0.1:5123` → `127.0.0.1`, `[::1]:5123` → `::1`. */
function withoutPort(peer: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(peer)
  if (bracketed) return bracketed[1] ?? peer
  return /^[^:]+:\d+$/.test(peer) ? peer.slice(0, peer.lastIndexOf(':')) : peer
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}

/** The client of a request, by the settings of the deployment. */
export function clientAddress(request: Request, env: Pick<Env, 'PLATFORM' | 'TRUSTED_PROXIES'>): ClientAddress {
  if (env.PLATFORM === 'cloudflare') {
    return { address: request.headers.get('cf-connecting-ip') ?? 'unknown', directLoopback: false }
  }
  // workerd tells the peer of the socket in `cf`.
  const peer: unknown = (request as Request<unknown, { clientIp?: unknown }>).cf?.clientIp
  const address = typeof peer === 'string' ? withoutPort(peer) : 'unknown'
  const trusted = env.TRUSTED_PROXIES.split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  if (!trusted.includes(address)) return { address, directLoopback: trusted.length === 0 && isLoopback(address) }
  // Each proxy appends the address it saw; the last one that isn't a proxy of ours is the client.
  const hops = (request.headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => withoutPort(hop.trim()))
    .filter((hop) => hop !== '')
  return { address: hops.findLast((hop) => !trusted.includes(hop)) ?? address, directLoopback: false }
}
