/**
 * Problems that a person can act on.
 *
 * Every check in this repository collects `Problem`s and throws them together as one `ProblemsError`,
 * so that an author sees everything that is wrong with an input at once.
 */

/** One thing that is wrong: where it is, what it is, and what to do about it. */
export interface Problem {
  /** Where: a file with line (`content/laws/labour-law.yaml:12`), a cell, a JSON path. */
  readonly place: string
  /** What is wrong, one Chinese sentence that quotes what stands there. */
  readonly fault: string
  /** What the reader can do about it, one or two Chinese sentences, where possible with an example. */
  readonly fix: string
}

/** What is wrong with a value, in the words of its two readers: authors read Chinese, callers of the API English. */
export interface Fault extends Omit<Problem, 'place'> {
  /** What is wrong, one English sentence. */
  readonly english: string
}

/**
 * One line of text for a problem.
 *
 * @example formatProblem({ place: 'labour-2026.csv 第14行', fault: '没有“E”这个选项。', fix: '写 A 到 D。' })
 * // 'labour-2026.csv 第14行：没有“E”这个选项。 怎么改：写 A 到 D。'
 */
export function formatProblem(problem: Problem): string {
  return `${problem.place}：${problem.fault} 怎么改：${problem.fix}`
}

/** Thrown where input can't be used; carries every problem found, in the order of the input. */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'ProblemsError'
    this.problems = problems
    // The fault is in the content: where in the code it was found would only hide it from its author.
    this.stack = `${this.name}: ${this.message}`
  }
}

/**
 * Throws a `ProblemsError` when there is any problem; otherwise does nothing.
 *
 * @throws {ProblemsError} with all of `problems`
 */
export function assertNoProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsError(problems)
}
