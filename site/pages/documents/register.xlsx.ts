import type { APIRoute } from 'astro'
import { buildDay } from '../../lib/content.ts'
import { documentXlsx } from '../../lib/document-export.ts'
import { listedDocuments } from '../../lib/documents.ts'

/** The register of documents as a workbook. */
export const GET: APIRoute = async ({ site }) => {
  if (site === undefined) throw new Error('astro.config.mjs names no site')
  return new Response(await documentXlsx(listedDocuments, buildDay, site), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  })
}
