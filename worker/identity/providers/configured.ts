import { oidcProvider } from './oidc.ts'
import { isOwnMachine, type Provider, type ProviderSettings } from './provider.ts'
import { wechatMiniProvider, wechatOfficialProvider } from './wechat.ts'

/** The providers that a deployment's settings name. */
export function providersOf(settings: ProviderSettings): readonly Provider[] {
  const pair = (one: string | undefined, other: string | undefined, make: (one: string, other: string) => Provider) =>
    one && other ? [make(one, other)] : []
  const { OIDC_ISSUER, OIDC_CLIENT_ID } = settings
  const { WECHAT_OFFICIAL_APPID, WECHAT_OFFICIAL_SECRET, WECHAT_MINI_APPID, WECHAT_MINI_SECRET } = settings
  return [
    ...pair(OIDC_ISSUER, OIDC_CLIENT_ID, (issuer, id) => oidcProvider(settings, issuer, id)),
    ...pair(WECHAT_OFFICIAL_APPID, WECHAT_OFFICIAL_SECRET, (id, secret) =>
      wechatOfficialProvider(settings, id, secret),
    ),
    ...pair(WECHAT_MINI_APPID, WECHAT_MINI_SECRET, (id, secret) => wechatMiniProvider(settings, id, secret)),
  ]
}

const PAIRS = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
  ['WECHAT_OFFICIAL_APPID', 'WECHAT_OFFICIAL_SECRET'],
  ['WECHAT_MINI_APPID', 'WECHAT_MINI_SECRET'],
] as const satisfies readonly (readonly (keyof ProviderSettings)[])[]

/** What is wrong with the settings of the providers, each a sentence; empty when they may be used. */
export function providerFaults(settings: ProviderSettings): string[] {
  const halves = PAIRS.flatMap(([one, other]) => {
    if (!settings[one] === !settings[other]) return []
    return [settings[one] ? `${other} is missing beside ${one}.` : `${one} is missing beside ${other}.`]
  })
  const addresses = (['OIDC_ISSUER', 'WECHAT_API', 'WECHAT_AUTHORIZE'] as const).flatMap((name) => {
    const value = settings[name]
    if (!value) return []
    const url = URL.canParse(value) ? new URL(value) : null
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isOwnMachine(url))
    return isSafe ? [] : [`${name} is not an https address.`]
  })
  return [...halves, ...addresses]
}
