import type { LawLevel } from '../../domain/law.ts'
import type { StatuteEvent } from '../../domain/statute.ts'
import type { Repairs } from './repairs.ts'

/** Who issued a text, and its rank, where a source says so only in its title and history. */

const CONGRESS = /第[一二三四五六七八九十]+届(全国人民代表大会(?:常务委员会)?)(?=第|主席团)/
const BODIES = /(国务院|中央军事委员会|国家监察委员会|最高人民法院|最高人民检察院|政务院)/
const DEPARTMENT =
  /([\u4e00-\u9fa5]{2,20}?(?:部|委员会|总局|管理局|银行|署|总署|办公室|监察局))(?:令|公布|发布|公告|部务会议|局务会议|通过|\d|第)/
const LOCAL =
  /([\u4e00-\u9fa5]{2,12}(?:省|市|自治区|自治州)(?:第[一二三四五六七八九十]+届)?人民代表大会(?:常务委员会)?)/

function bodyIn(text: string): string | null {
  const own = text.replace(/^[^年]*年[^日]*日\s*/, '').replace(/^中华人民共和国(?=国务院|[\u4e00-\u9fa5]+部)/, '')
  return (
    CONGRESS.exec(own)?.[1] ??
    LOCAL.exec(own)?.[1]?.replace(/第.+届/, '') ??
    BODIES.exec(own)?.[1] ??
    DEPARTMENT.exec(own)?.[1] ??
    null
  )
}

/** The body that issued a text, by its title or the event that made it first; `undefined` when neither names it. */
export function issuerOf(title: string, history: readonly StatuteEvent[]): string | undefined {
  const inTitle = /^(?:第.+届)?(全国人民代表大会常务委员会|全国人民代表大会|国务院|最高人民法院|最高人民检察院)/.exec(
    title,
  )?.[1]
  if (inTitle !== undefined && /关于/.test(title)) return inTitle
  for (const { event } of history) {
    // A decision on many laws may amend one of another body.
    const body = bodyIn(event.replace(/《[^》]*》/g, ''))
    if (body !== null) return body
  }
  return undefined
}

/** An issuer as a source states it, without what its own reader left of the sentence around it. */
export function repairIssuer(issuer: string, repairs: Repairs, place: string): string {
  const repaired = issuer
    .replace(/^经(?=.{3})/, '')
    .replace(/部部$/, '部')
    .replace(/\s+/g, '')
  if (repaired !== issuer) repairs.note('改正制定机关的名称', place)
  return repaired
}

/** The rank of a text by who issued it (立法法 2023), or `null` when that can't be told. */
export function levelOf(title: string, issuer: string | undefined): LawLevel | null {
  if (/^中华人民共和国宪法(?:修正案.*)?$/.test(title)) return '宪法'
  // Only the congress and its standing committee make what is called so; measures (办法) are made by others.
  if (issuer === undefined) return /^中华人民共和国.*(?<!办)法典?$/.test(title) ? '法律' : null
  if (/^全国人民代表大会/.test(issuer)) return '法律'
  if (/^(国务院|政务院)/.test(issuer)) return '行政法规'
  if (/^最高人民(法院|检察院)/.test(issuer)) return '司法解释'
  if (/人民代表大会/.test(issuer)) return '地方性法规'
  return /(部|委员会|局|署|银行|办公室)$/.test(issuer) ? '部门规章' : null
}
