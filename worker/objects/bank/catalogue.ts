import type { Assessment } from '../../../content/domain/assessment.ts'
import { contentHash } from '../../../content/domain/content-hash.ts'
import type { Env } from '../../env.ts'
import { Refreshed } from '../../refreshed.ts'

/** What the worker must know of all assessments before it addresses any object. */
export interface Catalogue {
  readonly shards: number
  /** In the order of lists. */
  readonly entries: readonly { readonly assessment: Assessment; readonly release: string }[]
}

/** Id of a release: hash of configuration, bank version and questions left out. */
export function releaseId(assessment: Assessment, version: string, excluded: readonly string[]): Promise<string> {
  return contentHash([assessment, version, excluded])
}

/** The one `Bank` of a deployment. */
export function bankOf(env: Env): DurableObjectStub<import('./object.ts').Bank> {
  return env.BANK.getByName('bank')
}

const cache = new Refreshed<Catalogue>(1000)

/** The catalogue, at most two seconds old. */
export function catalogueOf(env: Env): Promise<Catalogue> {
  return cache.get('catalogue', () => bankOf(env).catalogue())
}

/** Forgets the copy, after this worker has changed the catalogue itself. */
export function forgetCatalogue(): void {
  cache.clear()
}
