import * as z from 'zod/mini'

/**
 * `content/traditional-terms.yaml`: words whose form in Traditional characters is fixed, Simplified → Traditional.
 *
 * One Simplified character often stands for several Traditional ones (复 for 復, 複 and 覆). A converter chooses by its word
 * list, which is made for everyday language and knows few terms of law; what stands here goes before its choice. Only
 * characters change: words stay those of mainland law (劳动合同 is 勞動合同, not 勞動契約), so both sides are equally long.
 *
 * @example { 复议: '復議' } // the converter alone would write 複議
 */
export const TraditionalTermsSchema = z.record(
  z.string().check(z.regex(/^\p{Script=Han}+$/u)),
  z.string().check(z.regex(/^\p{Script=Han}+$/u)),
)
export type TraditionalTerms = z.output<typeof TraditionalTermsSchema>
