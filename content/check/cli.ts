import { join } from 'node:path'
import { formatProblem, type Problem, ProblemsError } from '../domain/errors.ts'
import { readContent } from '../source/content.ts'
import { checkContent } from './collection.ts'

/** `npm run check`: reads all content, prints every problem, and fails when there is one. */
function problemsOf(folder: string): readonly Problem[] {
  try {
    return checkContent(readContent(folder))
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems
    throw error
  }
}

const problems = problemsOf(join(import.meta.dirname, '..'))
for (const problem of problems) console.error(formatProblem(problem))
console.log(problems.length === 0 ? 'Content: no problems.' : `Content: ${problems.length} problem(s).`)
process.exitCode = problems.length === 0 ? 0 : 1
