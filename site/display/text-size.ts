/**
 * Elder mode (长辈版) as the reader chose it: off, or one of three sizes of text.
 *
 * Source: 互联网网站适老化通用设计规范 — text of at least 18 points that grows to 30, and an entry that is always there.
 */

/** Off, or the step of the text's size. */
export type ElderSize = 0 | 1 | 2 | 3

/** Where the choice is kept in the browser. */
export const ELDER_KEY = 'mingfa.elder'

/** The choice as it was kept; anything unknown is off. */
export function elderSize(kept: string | null): ElderSize {
  return kept === '1' || kept === '2' || kept === '3' ? (Number(kept) as 1 | 2 | 3) : 0
}

/** The size one step larger or smaller; elder mode stays on. */
export function nextSize(size: ElderSize, step: 1 | -1): ElderSize {
  const next = size + step
  return next === 1 || next === 2 ? next : next < 1 ? 1 : 3
}
