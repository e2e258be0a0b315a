import * as oauth from 'oauth4webapi'
import { HttpProblem } from '../../http/problem.ts'
import { isOwnMachine, PROVIDER_TIMEOUT_MS, type Provider, type ProviderSettings } from './provider.ts'

/** OpenID Connect: authorization code with PKCE, state and nonce, by oauth4webapi. */

/** Milliseconds for which what a provider says of itself is believed. */
const KEPT_MS = 3600_000
/** Seconds that its clock may differ from ours. */
const CLOCK_TOLERANCE = 30
const STAFF_NUMBER_LENGTH = 32

interface Known {
  readonly server: oauth.AuthorizationServer
  readonly until: number
  readonly keys: oauth.JWKSCacheInput
}

const known = new Map<string, Known>()

function unavailable(error: unknown): HttpProblem {
  console.error('The OpenID provider does not answer as it should:', error instanceof Error ? error.message : error)
  return new HttpProblem('provider-unavailable', 'Try again in a moment, or sign in by your code.')
}

function refused(error: unknown): HttpProblem {
  console.warn('A sign-in by OpenID was refused:', error instanceof Error ? error.message : error)
  return new HttpProblem('sign-in-refused', 'Begin again, or sign in by your code.')
}

/** Errors of the library that say no to this one sign-in; all others mean that the provider can't be used now. */
function isRefusal(error: unknown): boolean {
  if (error instanceof oauth.AuthorizationResponseError) return error.error !== 'server_error'
  if (error instanceof oauth.ResponseBodyError) return error.error === 'invalid_grant'
  return error instanceof oauth.OperationProcessingError && error.code !== oauth.HTTP_REQUEST_FORBIDDEN
}

/** The provider that settings name; `issuer` and `clientId` were checked to be there. */
export function oidcProvider(settings: ProviderSettings, issuer: string, clientId: string): Provider {
  const { OIDC_CLIENT_SECRET: secret = '', OIDC_NAME: name = '' } = settings
  const claim = settings.OIDC_CLAIM || 'employee_number'
  const scope = settings.OIDC_SCOPE || 'openid profile'
  const address = new URL(issuer)
  const client: oauth.Client = { client_id: clientId, [oauth.clockTolerance]: CLOCK_TOLERANCE }
  const options = () => ({
    [oauth.allowInsecureRequests]: isOwnMachine(address),
    signal: AbortSignal.timeout(PROVIDER_TIMEOUT_MS),
  })

  async function discover(): Promise<Known> {
    const now = Date.now()
    const before = known.get(issuer)
    if (before !== undefined && now < before.until) return before
    try {
      const response = await oauth.discoveryRequest(address, { ...options(), algorithm: 'oidc' })
      const server = await oauth.processDiscoveryResponse(address, response)
      const found = { server, until: now + KEPT_MS, keys: {} }
      known.set(issuer, found)
      return found
    } catch (error) {
      throw unavailable(error)
    }
  }

  function authentication({ token_endpoint_auth_methods_supported: methods }: oauth.AuthorizationServer) {
    if (secret === '') return oauth.None()
    // Basic is the default of OpenID Connect Discovery where nothing is said.
    return methods === undefined || methods.includes('client_secret_basic')
      ? oauth.ClientSecretBasic(secret)
      : oauth.ClientSecretPost(secret)
  }

  return {
    id: 'oidc',
    name: name === '' ? null : name,
    needsBinding: false,
    async begin({ state, nonce, verifier }, callback) {
      const { server } = await discover()
      if (server.authorization_endpoint === undefined) throw unavailable('no authorization_endpoint')
      const url = new URL(server.authorization_endpoint)
      const parameters = {
        client_id: clientId,
        redirect_uri: callback,
        response_type: 'code',
        scope,
        state,
        nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }
      for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value)
      return url
    },
    async finish(answer, { state, nonce, verifier }, callback) {
      const { server, keys } = await discover()
      try {
        const checked = oauth.validateAuthResponse(server, client, answer, state)
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          authentication(server),
          checked,
          callback,
          verifier,
          options(),
        )
        const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
          expectedNonce: nonce,
          requireIdToken: true,
        })
        await oauth.validateApplicationLevelSignature(server, response, { ...options(), [oauth.jwksCache]: keys })
        const claims = oauth.getValidatedIdTokenClaims(tokens)
        if (claims === undefined) throw refused('no ID token')
        return { staffNumber: staffNumberIn(claims[claim] ?? (await userInfo(server, tokens, claims.sub))) }
      } catch (error) {
        if (error instanceof HttpProblem) throw error
        throw isRefusal(error) ? refused(error) : unavailable(error)
      }
    },
  }

  /** Many providers give claims about a person only when asked, not in the ID token. */
  async function userInfo(server: oauth.AuthorizationServer, tokens: oauth.TokenEndpointResponse, subject: string) {
    if (server.userinfo_endpoint === undefined) return undefined
    const response = await oauth.userInfoRequest(server, client, tokens.access_token, options())
    return (await oauth.processUserInfoResponse(server, client, subject, response))[claim]
  }

  function staffNumberIn(value: unknown): string {
    // Not a number: it would have lost its leading zeros.
    if (typeof value === 'string' && value.trim() !== '' && value.length <= STAFF_NUMBER_LENGTH) return value.trim()
    console.error(
      `The OpenID provider gave no text of 1 to ${STAFF_NUMBER_LENGTH} characters as “${claim}” (OIDC_CLAIM).`,
    )
    throw new HttpProblem('unknown-person', 'Your account has no staff number. Sign in by your code.')
  }
}
