import { createHash } from 'node:crypto'
import { buildIndex } from './build-index.ts'
import { findables } from './findables.ts'

/** The index as it is published at `/search-index.json`. */
export const publishedIndex: string = JSON.stringify(buildIndex(findables))

/** Address of the index; it changes with its content, so that it may be kept as long as one likes. */
export const publishedIndexPath = `/search-index.json?v=${createHash('sha256').update(publishedIndex).digest('hex').slice(0, 12)}`
