import type { APIRoute } from 'astro'
import { buildDay } from '../../lib/content.ts'
import { documentCsv } from '../../lib/document-export.ts'
import { listedDocuments } from '../../lib/documents.ts'

/** The register of documents for spreadsheets and programs. */
export const GET: APIRoute = ({ site }) => {
  if (site === undefined) throw new Error('astro.config.mjs names no site')
  return new Response(documentCsv(listedDocuments, buildDay, site), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  })
}
