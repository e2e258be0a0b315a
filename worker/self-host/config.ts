/**
 * The configuration of plain workerd: the bundle that Cloudflare gets, its objects on the local disk, and the built pages.
 */

import { isOwnMachine } from '../identity/providers/provider.ts'

/** What a server on this machine needs to know. */
export interface ServerSettings {
  /** Addresses to listen on, such as `127.0.0.1:8787`. */
  readonly listen: readonly string[]
  /** Folder of what is served: the built site, its compressed copies, their manifest and the bundle. */
  readonly build: string
  /** Folder of the objects' databases. */
  readonly objects: string
  /** Environment of the worker by name; see `worker/env.ts`. */
  readonly vars: Readonly<Record<string, string>>
  /** Addresses that the worker may ask: none, or those of the providers of identities that are set up. */
  readonly reaches: readonly Reach[]
}

/** Kinds of addresses as workerd tells them apart: of the internet, of this network, of this machine. */
export type Reach = 'public' | 'private' | 'local'

/** What must be asked where the settings name providers of identities; nothing otherwise. */
export function reachesOf(vars: Readonly<Record<string, string>>): Reach[] {
  const { OIDC_ISSUER = '', WECHAT_API = '', WECHAT_OFFICIAL_APPID = '', WECHAT_MINI_APPID = '' } = vars
  const asked = [OIDC_ISSUER, WECHAT_API].filter((address) => URL.canParse(address)).map((address) => new URL(address))
  const own: Reach[] = asked.some(isOwnMachine) ? ['local'] : []
  const isFar =
    asked.some((url) => !isOwnMachine(url)) || (WECHAT_API === '' && WECHAT_OFFICIAL_APPID + WECHAT_MINI_APPID !== '')
  return isFar ? [...own, 'public', 'private'] : own
}

/** Must equal that of wrangler.toml; a test compares them. */
export const COMPATIBILITY_DATE = '2026-10-23'

/** Durable Object classes by binding. The keys name the folders of their databases: never change them. */
export const OBJECTS = [
  { binding: 'BANK', className: 'Bank', uniqueKey: 'mingfa-bank' },
  { binding: 'ATTEMPTS', className: 'Attempts', uniqueKey: 'mingfa-attempts' },
  { binding: 'BOARD', className: 'Board', uniqueKey: 'mingfa-board' },
  { binding: 'REPORTS', className: 'Reports', uniqueKey: 'mingfa-reports' },
  { binding: 'LIBRARY', className: 'Library', uniqueKey: 'mingfa-library' },
  { binding: 'ROSTER', className: 'Roster', uniqueKey: 'mingfa-roster' },
  { binding: 'CERTIFICATES', className: 'Certificates', uniqueKey: 'mingfa-certificates' },
] as const

/** A text as Cap'n Proto writes it; its escapes are those of JSON for everything that occurs here. */
function text(value: string): string {
  return JSON.stringify(value)
}

/**
 * The configuration as Cap'n Proto text.
 *
 * @param settings see `ServerSettings`; `embed` paths are relative to the configuration's folder, which is `settings.build`
 */
export function workerdConfig({ listen, build, objects, vars, reaches }: ServerSettings): string {
  const namespaces = OBJECTS.map(
    ({ className, uniqueKey }) => `(className = ${text(className)}, uniqueKey = ${text(uniqueKey)}, enableSql = true)`,
  )
  const bindings = [
    ...OBJECTS.map(
      ({ binding, className }) => `(name = ${text(binding)}, durableObjectNamespace = ${text(className)})`,
    ),
    ...Object.entries(vars).map(([name, value]) => `(name = ${text(name)}, text = ${text(value)})`),
    '(name = "ASSETS", service = (name = "main", entrypoint = "Pages"))',
    '(name = "PAGES", json = embed "pages.json")',
    '(name = "PLAIN", service = "plain")',
    '(name = "COMPRESSED", service = "compressed")',
  ]
  const sockets = listen.map(
    (address, index) => `(name = "http-${index}", address = ${text(address)}, http = (), service = "main")`,
  )
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .mingfa),
    (name = "plain", disk = ${text(`${build}/site`)}),
    (name = "compressed", disk = ${text(`${build}/compressed`)}),
    (name = "objects", disk = (path = ${text(objects)}, writable = true)),
    # The worker calls nothing outside but the providers of identities that are set up.
    (name = "internet", network = (allow = [${reaches.map(text).join(', ')}], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [${sockets.join(', ')}],
);

const mingfa :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed "worker/index.js")],
  compatibilityDate = ${text(COMPATIBILITY_DATE)},
  durableObjectNamespaces = [${namespaces.join(', ')}],
  durableObjectStorage = (localDisk = "objects"),
  bindings = [
    ${bindings.join(',\n    ')}
  ],
);
`
}
