import type { ProviderSettings } from './identity/providers/provider.ts'
import type { Attempts } from './objects/attempts/object.ts'
import type { Bank } from './objects/bank/object.ts'
import type { Board } from './objects/board/object.ts'
import type { Certificates } from './objects/certificates/object.ts'
import type { Library } from './objects/library/object.ts'
import type { Reports } from './objects/reports/object.ts'
import type { Roster } from './objects/roster/object.ts'

/** Bindings and settings of a deployment, as `wrangler.toml` and `self-host/config.ts` give them. */
export interface Env extends ProviderSettings {
  readonly BANK: DurableObjectNamespace<Bank>
  readonly ATTEMPTS: DurableObjectNamespace<Attempts>
  readonly BOARD: DurableObjectNamespace<Board>
  readonly REPORTS: DurableObjectNamespace<Reports>
  readonly LIBRARY: DurableObjectNamespace<Library>
  readonly ROSTER: DurableObjectNamespace<Roster>
  readonly CERTIFICATES: DurableObjectNamespace<Certificates>
  /** The built pages. */
  readonly ASSETS: Fetcher
  /** Where the client's address comes from: `cloudflare` or `self-host`. */
  readonly PLATFORM: string
  /** The site's address as people see it; empty for the request's own. */
  readonly PUBLIC_ORIGIN: string
  /** Comma-separated addresses of proxies whose `X-Forwarded-For` is believed. */
  readonly TRUSTED_PROXIES: string
  /** Requests a minute from one address. */
  readonly RATE_LIMIT: string
  /** Number of shards of participants; read at the first start only. */
  readonly SHARDS: string
  /** Key that signs sessions: at least 32 characters. */
  readonly SESSION_SECRET?: string
  /** Bearer token of the operator; without it nobody is. */
  readonly OPERATOR_TOKEN?: string
  /** Ed25519 key that certificates are signed with: 32 random bytes in base64. Without it none is issued. */
  readonly CERTIFICATE_KEY?: string
}
