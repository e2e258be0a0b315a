import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

const SecretsSchema = z.strictObject({
  SESSION_SECRET: z.string().check(z.minLength(32)),
  OPERATOR_TOKEN: z.string().check(z.minLength(32)),
  CERTIFICATE_KEY: z.string().check(z.minLength(32)),
})
/** As the file may be: of deployments, and backups, from before there were certificates. */
const StoredSchema = z.strictObject({
  ...SecretsSchema.shape,
  CERTIFICATE_KEY: z.optional(SecretsSchema.shape.CERTIFICATE_KEY),
})
/** Secrets of a deployment by the names the worker knows them by. */
export type Secrets = z.output<typeof SecretsSchema>

/** A secret by chance. */
function made(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * The secrets of a deployment, made at the first start and kept in `<data>/secrets.json`, readable by the owner only. One that the software has come
 * to need since is added.
 *
 * @throws {Error} when the file is damaged
 */
export function readSecrets(data: string): Secrets {
  const path = join(data, 'secrets.json')
  if (!existsSync(path)) {
    mkdirSync(data, { recursive: true, mode: 0o700 })
    const secrets: Secrets = { SESSION_SECRET: made(), OPERATOR_TOKEN: made(), CERTIFICATE_KEY: made() }
    writeFileSync(path, textOf(secrets), { mode: 0o600, flag: 'wx' })
  }
  const parsed = StoredSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!parsed.success)
    throw new Error(`${path} is damaged. Restore it from a backup; without it everyone has to sign in again.`)
  const { CERTIFICATE_KEY, ...others } = parsed.data
  if (CERTIFICATE_KEY !== undefined) return { ...others, CERTIFICATE_KEY }
  const secrets: Secrets = { ...others, CERTIFICATE_KEY: made() }
  // Written beside it and renamed, so that a power cut leaves the one file or the other.
  writeFileSync(`${path}.new`, textOf(secrets), { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return secrets
}

function textOf(secrets: Secrets): string {
  return `${JSON.stringify(secrets, null, 2)}\n`
}
