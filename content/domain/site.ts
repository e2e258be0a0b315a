import * as z from 'zod/mini'

/**
 * Who publishes the site, and the numbers that authorities have issued to it.
 *
 * Source: 政府网站发展指引 (footer: owner, contact, 网站标识码, ICP number, 公安 number, 党政机关 mark, 找错) and
 * 政府网站网页标签规范 (`SiteIDCode`).
 */

/** Numbers and addresses that others issue; nobody may invent one. */
export const IssuedSchema = z.strictObject({
  /** 网站标识码: 10 digits, or `bm` and 8 digits for ministries. */
  siteCode: z.string().check(z.regex(/^(\d{10}|bm\d{8})$/)),
  /** ICP number, such as 京ICP备05070218号-1. */
  icp: z.string().check(z.regex(/^\p{Script=Han}ICP备\d{8,10}号(-\d{1,3})?$/u)),
  /** 公网安备 number: province, 14 digits. */
  publicSecurity: z.string().check(z.regex(/^\p{Script=Han}公网安备 ?\d{14}号$/u)),
  /** Page of the 党政机关 mark at its registry. */
  partyMarkUrl: z.url({ protocol: /^https?$/ }),
  /** Address of 政府网站找错 for this site. */
  mistakesUrl: z.url({ protocol: /^https?$/ }),
})
export type Issued = z.output<typeof IssuedSchema>

const Common = {
  /** Name of the site: `SiteName`, titles, feeds. */
  name: z.string().check(z.minLength(2), z.maxLength(20)),
  englishName: z.string().check(z.minLength(2)),
  /** 主办单位. */
  owner: z.string().check(z.minLength(4)),
  englishOwner: z.string().check(z.minLength(4)),
  contact: z.strictObject({
    phone: z.string().check(z.regex(/^[\d-]{5,20}$/)),
    address: z.optional(z.string().check(z.minLength(6))),
    email: z.optional(z.email()),
  }),
}

/** `content/site.yaml`: a demonstration has no issued number, a real site has all of them. */
export const SiteSchema = z.discriminatedUnion('demo', [
  z.strictObject({ demo: z.literal(true), ...Common }),
  z.strictObject({ demo: z.literal(false), ...Common, issued: IssuedSchema }),
])
export type Site = z.output<typeof SiteSchema>
