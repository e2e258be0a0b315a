import type { APIRoute } from 'astro'
import { hasWords, jsonPath, lawPath } from '../../content/domain/law-library.ts'
import { jsonFile } from '../lib/law-json.ts'
import { library } from '../lib/law-library.ts'

/** All laws. */
export const GET: APIRoute = ({ site }) =>
  jsonFile(
    library.map(({ id, title, name, level, curated, texts }) => ({
      uri: new URL(lawPath(id), site).href,
      json: new URL(jsonPath(id), site).href,
      id,
      title,
      name,
      level,
      englishName: curated?.englishName,
      hasWords: texts.some(hasWords),
    })),
  )
