import type { APIRoute, GetStaticPaths } from 'astro'
import { drawIcon, ICONS, type IconForm } from '../../offline/icons.ts'

export const getStaticPaths = (() =>
  Object.entries(ICONS).map(([name, form]) => ({ params: { name }, props: { form } }))) satisfies GetStaticPaths

/** An icon of the installed site. */
export const GET: APIRoute<{ form: IconForm }> = async ({ props }) =>
  new Response(await drawIcon(props.form), { headers: { 'content-type': 'image/png' } })
