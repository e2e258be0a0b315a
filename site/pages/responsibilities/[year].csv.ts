import type { APIRoute } from 'astro'
import type { ResponsibilityList } from '../../../content/domain/responsibility.ts'
import { buildDay } from '../../lib/content.ts'
import { responsibilityLists } from '../../lib/responsibilities.ts'
import { responsibilityCsv } from '../../lib/responsibility-export.ts'

export const getStaticPaths = () =>
  responsibilityLists.map((list) => ({ params: { year: String(list.year) }, props: { list } }))

/** The list of a year for spreadsheets and programs. */
export const GET: APIRoute<{ list: ResponsibilityList }> = ({ props, site }) => {
  if (site === undefined) throw new Error('astro.config.mjs names no site')
  return new Response(responsibilityCsv(props.list, buildDay, site), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  })
}
