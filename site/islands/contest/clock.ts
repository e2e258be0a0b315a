/**
 * The contest's clock: the server's time carried on by `performance.now()`, because a device's own clock may be wrong.
 *
 * All times in milliseconds; `perf` is a reading of `performance.now()`.
 */

/** What the server's clock showed at a reading of ours. */
export interface ServerClock {
  readonly server: number
  readonly perf: number
}

/** A clock set by `serverNow` of an answer that arrived at `perf`. */
export function clockFrom(serverNow: string, perf: number): ServerClock {
  return { server: Date.parse(serverNow), perf }
}

/** Whole seconds until a deadline, never negative; `null` without deadline. */
export function secondsLeft(clock: ServerClock, deadline: string | null, perf: number): number | null {
  if (deadline === null) return null
  return Math.max(0, Math.ceil((Date.parse(deadline) - clock.server - (perf - clock.perf)) / 1000))
}

const DRIFT_SECONDS = 2

/**
 * The clock after the server said how much is left: set anew when it is off by more than two seconds, as after the
 * device slept, when some browsers stop `performance.now()`.
 */
export function corrected(
  clock: ServerClock,
  deadline: string | null,
  remainingSeconds: number | null,
  perf: number,
): ServerClock {
  const left = secondsLeft(clock, deadline, perf)
  if (deadline === null || left === null || remainingSeconds === null) return clock
  if (Math.abs(left - remainingSeconds) <= DRIFT_SECONDS) return clock
  return { server: Date.parse(deadline) - remainingSeconds * 1000, perf }
}

/**
 * The announcement due when the time left goes from `before` to `now`, or `null`. After a jump over several, the last.
 *
 * @param marks seconds left at which the time is announced; not every second, which would drown the question
 */
export function announcementDue(before: number | null, now: number | null, marks: readonly number[]): number | null {
  if (before === null || now === null || now === 0) return null
  const due = marks.filter((mark) => before > mark && now <= mark)
  return due.length === 0 ? null : Math.min(...due)
}

/** Seconds as minutes and seconds, hours only where there are some: `4:05`, `1:00:00`. */
export function formatSeconds(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
