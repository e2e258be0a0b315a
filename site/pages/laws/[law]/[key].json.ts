import type { APIRoute, GetStaticPaths } from 'astro'
import { textOf } from '../../../../content/domain/law-library.ts'
import { jsonFile, textData } from '../../../lib/law-json.ts'
import { library, libraryLaw } from '../../../lib/law-library.ts'

export const getStaticPaths = (() =>
  library.flatMap(({ id, texts }) => texts.map(({ key }) => ({ params: { law: id, key } })))) satisfies GetStaticPaths

/** A text of a law, article by article. */
export const GET: APIRoute = ({ params, site }) => {
  const law = libraryLaw(params['law'] ?? '')
  const text = textOf(law, params['key'] ?? '')
  if (text === undefined) throw new RangeError(`${law.id} has no text ${params['key']}`)
  return jsonFile(textData(law, text, (path) => new URL(path, site).href))
}
