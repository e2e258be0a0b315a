import type { APIRoute, GetStaticPaths } from 'astro'
import { jsonFile, lawData } from '../../lib/law-json.ts'
import { library, libraryLaw } from '../../lib/law-library.ts'

export const getStaticPaths = (() => library.map(({ id }) => ({ params: { law: id } }))) satisfies GetStaticPaths

/** A law and its texts. */
export const GET: APIRoute = ({ params, site }) =>
  jsonFile(lawData(libraryLaw(params['law'] ?? ''), (path) => new URL(path, site).href))
