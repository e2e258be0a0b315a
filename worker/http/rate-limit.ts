import type { Env } from '../env.ts'
import { clientAddress } from './client-address.ts'
import { HttpProblem } from './problem.ts'

/**
 * Requests a minute from one address, as token buckets in the memory of the process.
 *
 * A whole office may share one address, so the limit is wide; it stops scripts, not people. On Cloudflare every
 * isolate counts for itself, so a rule of the platform should stand before it.
 */

interface Bucket {
  tokens: number
  at: number
}

const ADDRESSES_KEPT = 20_000
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Reports an hour from one address: each costs an editor's time, and a queue can be filled. */
const REPORTS_AN_HOUR = 60
/** Searches a minute from one address: each costs ten milliseconds of the one object that answers them all. */
const SEARCHES_A_MINUTE = 300

const buckets = new Map<string, Bucket>()

/**
 * Takes one token of an address.
 *
 * @param most tokens that come back in a period, and the most there are
 * @param periodMs the period in milliseconds
 * @returns 0 when there was one, otherwise the seconds until there is
 */
export function takeToken(address: string, most: number, now: number, periodMs: number = MINUTE_MS): number {
  const bucket = filled(address, most, now, periodMs)
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1
    return 0
  }
  return untilNext(bucket, most, periodMs)
}

/**
 * The same without taking one, for what counts only if it goes wrong.
 *
 * @returns 0 when there is a token, otherwise the seconds until there is
 */
export function secondsToToken(address: string, most: number, now: number, periodMs: number = MINUTE_MS): number {
  const bucket = filled(address, most, now, periodMs)
  return bucket.tokens >= 1 ? 0 : untilNext(bucket, most, periodMs)
}

function untilNext({ tokens }: Bucket, most: number, periodMs: number): number {
  return Math.ceil(((1 - tokens) * periodMs) / most / 1000)
}

function filled(address: string, most: number, now: number, periodMs: number): Bucket {
  const bucket = buckets.get(address) ?? { tokens: most, at: now }
  // Set anew, so that the map is in the order of last use and the first is the one to forget.
  buckets.delete(address)
  bucket.tokens = Math.min(most, bucket.tokens + ((now - bucket.at) * most) / periodMs)
  bucket.at = now
  buckets.set(address, bucket)
  if (buckets.size > ADDRESSES_KEPT) {
    const [oldest] = buckets.keys()
    if (oldest !== undefined) buckets.delete(oldest)
  }
  return bucket
}

function limit(request: Request, env: Env, prefix: string, most: number, periodMs: number): void {
  const { address, directLoopback } = clientAddress(request, env)
  // So that a load test on the machine itself works; with a proxy in front everyone would come from there.
  if (directLoopback) return
  const wait = takeToken(`${prefix}${address}`, most, Date.now(), periodMs)
  if (wait > 0)
    throw new HttpProblem('too-many-requests', `Wait ${wait} s and try again.`, [], { 'retry-after': String(wait) })
}

/** @throws {HttpProblem} 429 when the client's address has used up its requests */
export function limitRate(request: Request, env: Env): void {
  limit(request, env, '', Math.max(1, Number(env.RATE_LIMIT) || 1200), MINUTE_MS)
}

/** @throws {HttpProblem} 429 when the client's address has used up its reports */
export function limitReports(request: Request, env: Env): void {
  limit(request, env, 'reports ', REPORTS_AN_HOUR, HOUR_MS)
}

/** @throws {HttpProblem} 429 when the client's address has used up its searches */
export function limitSearches(request: Request, env: Env): void {
  limit(request, env, 'search ', SEARCHES_A_MINUTE, MINUTE_MS)
}
