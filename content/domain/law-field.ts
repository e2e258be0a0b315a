import * as z from 'zod/mini'

/** Fields that the list of laws is grouped by: an order for readers, not a legal classification. */

export const LawFieldSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  name: z.string(),
  englishName: z.string(),
  /** A law whose name has one of these words is of this field, unless one before it has claimed it. */
  words: z.array(z.string().check(z.minLength(1))),
})
export type LawField = z.output<typeof LawFieldSchema>

/** All fields in the order in which they are asked; the last one takes what no other has claimed. */
export const LawFieldsSchema = z.array(LawFieldSchema).check(
  z.minLength(1),
  z.refine((fields) => fields.findIndex(({ words }) => words.length === 0) === fields.length - 1, {
    error: 'the last field, and no other, has no words',
    params: {
      fault: '只有最后一组、并且必须是最后一组没有词（words: []）。',
      fix: '给别的组写上词；最后留一组“其他”，写 words: []。',
    },
  }),
)

/**
 * The field of a law, by its name.
 *
 * @example fieldOf(fields, '工伤保险条例').id // 'social-security'
 */
export function fieldOf(fields: readonly LawField[], name: string): LawField {
  const found = fields.find(({ words }) => words.length === 0 || words.some((word) => name.includes(word)))
  if (found === undefined) throw new RangeError(`no field for ${name}`)
  return found
}
