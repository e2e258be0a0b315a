import type { Surroundings } from '../../../content/authoring/drafts.ts'
import { readContent } from '../../../content/source/content.ts'
import { withContent } from '../../fixtures/content.ts'

/** Noon of the day on which the tests write, in Beijing. */
export const NOW = Date.parse('2026-11-23T12:00:00+08:00')
export const TODAY = '2026-11-23'

/** A copy of the shipped content to write into. */
export function withSurroundings<T>(use: (surroundings: Surroundings) => T): T {
  return withContent({}, (folder) =>
    use({ folder, content: readContent(folder, { now: NOW, preview: true }), today: TODAY }),
  )
}
