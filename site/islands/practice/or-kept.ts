import { type Called, isPassing } from '../request.ts'

/** The code for kept questions; only those load it who keep some or have lost the network. */
type KeptCode = typeof import('./kept-practice.ts')
const loadKept = (): Promise<KeptCode> => import('./kept-practice.ts')

/**
 * What the service answers; when it can't be reached, what the kept questions give, and otherwise the failure.
 *
 * @param called the call to the service
 * @param own what the kept questions give; `null` for nothing
 */
export async function orKept<T>(
  called: Promise<Called<T>>,
  own: (code: KeptCode) => Promise<T | null>,
  load: () => Promise<KeptCode> = loadKept,
): Promise<Called<T>> {
  const answer = await called
  if (answer.ok || !isPassing(answer.failure)) return answer
  // Without the code, because it wasn't loaded before the network was lost, the failure stands.
  const value = await load().then(own, () => null)
  return value === null ? answer : { ok: true, value }
}
