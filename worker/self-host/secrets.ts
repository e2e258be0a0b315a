import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

const SecretsSchema = z.strictObject({
  SESSION_SECRET: z.string().check(z.minLength(32)),
  OPERATOR_TOKEN: z.string().check(z.minLength(32)),
})
/** Secrets of a deployment by the names the worker knows them by. */
export type Secrets = z.output<typeof SecretsSchema>

/**
 * The secrets of a deployment, made at the first start and kept in `<data>/secrets.json`, readable by the owner only.
 *
 * @throws {Error} when the file is damaged
 */
export function readSecrets(data: string): Secrets {
  const path = join(data, 'secrets.json')
  if (!existsSync(path)) {
    mkdirSync(data, { recursive: true, mode: 0o700 })
    const secrets: Secrets = {
      SESSION_SECRET: randomBytes(32).toString('base64url'),
      OPERATOR_TOKEN: randomBytes(32).toString('base64url'),
    }
    writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  }
  const parsed = SecretsSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!parsed.success)
    throw new Error(`${path} is damaged. Restore it from a backup; without it everyone has to sign in again.`)
  return parsed.data
}
