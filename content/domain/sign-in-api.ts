import * as z from 'zod/mini'

/** The part of the contract that is about signing in by somebody else's account: OpenID Connect and WeChat. */

/** Providers of identities outside the roster, each off unless the deployment's settings name it. */
export const ProviderIdSchema = z.enum(['oidc', 'wechat-official', 'wechat-mini'])
export type ProviderId = z.output<typeof ProviderIdSchema>

/**
 * `GET /api/session/providers`. `via` says how: by a form here (`guest`, `roster-code`), by going to the provider and coming
 * back (`redirect`), or by a code that a program brings along (`program`: a WeChat mini-program).
 */
export const ProvidersSchema = z.strictObject({
  providers: z.array(
    z.strictObject({
      id: z.union([z.literal(['guest', 'roster-code']), ProviderIdSchema]),
      via: z.literal(['form', 'redirect', 'program']),
      /** What its button says; `null` where the site has its own words. */
      name: z.nullable(z.string()),
      /** Whether a person binds their account once before it lets them in. */
      needsBinding: z.boolean(),
    }),
  ),
})

const ORIGIN = 'https://site.invalid'
const PATH_LENGTH = 500

/** A page of this site: path, query and fragment. Whatever a browser would take for another site is refused. */
export const SitePathSchema = z.string().check(
  z.maxLength(PATH_LENGTH),
  z.refine((path) => {
    // Browsers read `\` as `/` and drop tabs and line breaks within addresses.
    if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path)) return false
    // `/.//other.example` has become `//other.example` once its dots are resolved.
    const { origin, pathname } = new URL(path, ORIGIN)
    return origin === ORIGIN && !pathname.startsWith('//') && !pathname.startsWith('/api/')
  }, 'is the path of a page of this site, such as /contests/'),
)

/** `POST /api/session/providers/{provider}/begin` */
export const BeginRequestSchema = z.strictObject({
  /** Where to go once in. */
  returnTo: z.prefault(SitePathSchema, '/'),
  /** The sign-in page; a problem is told there, as `?problem=<kind>&from=<returnTo>`. */
  page: z.prefault(SitePathSchema, '/sign-in/'),
  /** Binds the account to whoever is signed in, instead of signing in. */
  bind: z.prefault(z.boolean(), false),
})
/** The address at the provider to go to next. */
export const BegunSchema = z.strictObject({ location: z.url() })

/** `POST /api/session/providers/{provider}/code` and `PUT /api/session/bindings/{provider}`: the code that `wx.login` gave. */
export const ProgramCodeSchema = z.strictObject({ code: z.string().check(z.regex(/^[\x21-\x7e]{1,256}$/)) })

/** Providers whose account is bound to whoever is signed in. */
export const BindingsSchema = z.strictObject({ bound: z.array(ProviderIdSchema) })
export type Bindings = z.output<typeof BindingsSchema>
