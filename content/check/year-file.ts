import { basename } from 'node:path'
import type { Problem } from '../domain/errors.ts'
import type { Sourced } from '../source/content.ts'

/**
 * A problem for a list of a year in a file that doesn't bear the year's name.
 *
 * @param fault what is wrong, given the name that the file has
 */
export function checkYearFile(
  { value, source }: Sourced<{ readonly year: number }>,
  fault: (file: string) => string,
): Problem[] {
  const file = basename(source.path)
  const expected = `${value.year}.yaml`
  return file === expected
    ? []
    : [{ place: source.place(['year']), fault: fault(file), fix: `一年一个文件，文件名是 ${expected}。` }]
}
