import type { APIRoute, GetStaticPaths } from 'astro'
import { comparedTexts, neighbours } from '../../../../../content/domain/law-library.ts'
import { comparisonData, jsonFile } from '../../../../lib/law-json.ts'
import { library, libraryLaw } from '../../../../lib/law-library.ts'

export const getStaticPaths = (() =>
  library.flatMap((law) =>
    neighbours(law).map(({ older, newer }) => ({ params: { law: law.id, key: older.key, newer: newer.key } })),
  )) satisfies GetStaticPaths

/** Two neighbouring texts of a law compared, article by article. */
export const GET: APIRoute = ({ params, site }) => {
  const law = libraryLaw(params['law'] ?? '')
  const texts = comparedTexts(law, params['key'] ?? '', params['newer'] ?? '')
  if (texts === undefined)
    throw new RangeError(`${law.id} has no comparison of ${params['key']} with ${params['newer']}`)
  return jsonFile(comparisonData(law, texts.older, texts.newer, (path) => new URL(path, site).href))
}
