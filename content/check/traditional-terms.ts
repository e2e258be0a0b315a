import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'

/** Fixed forms that change more than characters. */
export function checkTraditionalTerms({ traditionalTerms: { value, source } }: Content): Problem[] {
  return Object.entries(value).flatMap(([simplified, traditional]) =>
    [...simplified].length === [...traditional].length
      ? []
      : [
          {
            place: source.place([simplified]),
            fault: `“${simplified}”和“${traditional}”字数不同。`,
            fix: '只换字形，不换词：用词以内地法律为准。',
          },
        ],
  )
}
