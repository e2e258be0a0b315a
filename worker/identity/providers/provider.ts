import type { ProviderId } from '../../../content/domain/sign-in-api.ts'

/**
 * What a provider of identities is: begin leads to it, finish turns what comes back into whom it means. Nobody is ever
 * matched by name.
 */

/** Settings of the providers by their names in the environment; a provider is off while its own are empty. */
export interface ProviderSettings {
  /** Address of the OpenID provider, exactly as it calls itself. */
  readonly OIDC_ISSUER?: string
  readonly OIDC_CLIENT_ID?: string
  /** Empty for a public client. */
  readonly OIDC_CLIENT_SECRET?: string
  /** The claim that is a person's staff number; `employee_number` if empty. */
  readonly OIDC_CLAIM?: string
  /** Scopes that are asked for; `openid profile` if empty. */
  readonly OIDC_SCOPE?: string
  /** What the button says; empty for the site's own words. */
  readonly OIDC_NAME?: string
  readonly WECHAT_OFFICIAL_APPID?: string
  readonly WECHAT_OFFICIAL_SECRET?: string
  readonly WECHAT_MINI_APPID?: string
  readonly WECHAT_MINI_SECRET?: string
  /** Address of WeChat's interface, or of a gateway before it; `https://api.weixin.qq.com` if empty. */
  readonly WECHAT_API?: string
  /** Page where WeChat asks; `https://open.weixin.qq.com/connect/oauth2/authorize` if empty. */
  readonly WECHAT_AUTHORIZE?: string
}

/** Names of all settings, in the order in which they are documented. */
export const PROVIDER_SETTINGS = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_CLAIM',
  'OIDC_SCOPE',
  'OIDC_NAME',
  'WECHAT_OFFICIAL_APPID',
  'WECHAT_OFFICIAL_SECRET',
  'WECHAT_MINI_APPID',
  'WECHAT_MINI_SECRET',
  'WECHAT_API',
  'WECHAT_AUTHORIZE',
] as const satisfies readonly (keyof ProviderSettings)[]

/** What only this browser and this server know of a sign-in under way. */
export interface Challenge {
  readonly state: string
  readonly nonce: string
  /** Of PKCE (RFC 7636). */
  readonly verifier: string
}

/** Whom a provider vouches for: a person by their staff number, or an account that a person has to have bound. */
export type Identity = { readonly staffNumber: string } | { readonly subject: string }

/** A provider that is configured. */
export interface Provider {
  readonly id: ProviderId
  readonly name: string | null
  /** Whether it gives accounts rather than staff numbers. */
  readonly needsBinding: boolean
  /**
   * The address to send the browser to, which comes back to `callback`; `null` where a program brings a code by itself.
   * @throws {HttpProblem} `provider-unavailable`
   */
  readonly begin: ((challenge: Challenge, callback: string) => Promise<URL>) | null
  /**
   * Turns what came back into whom it means.
   *
   * @param challenge of the same sign-in; what came back has its state
   * @throws {HttpProblem} `sign-in-refused`, `provider-unavailable` or `too-many-requests`
   */
  readonly finish: (answer: URLSearchParams, challenge: Challenge, callback: string) => Promise<Identity>
}

/** Milliseconds that a provider has for an answer. */
export const PROVIDER_TIMEOUT_MS = 8000

/** Whether an address is this machine's own, the only one that may be asked without TLS. */
export function isOwnMachine({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
