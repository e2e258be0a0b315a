import * as z from 'zod/mini'

/** A topic that groups content and questions (`content/topics.yaml`). */
export const TopicSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z-]+$/)),
  name: z.string(),
  englishName: z.string(),
})
export type Topic = z.output<typeof TopicSchema>

/** All topics, in the order in which lists show them. */
export const TopicsSchema = z.array(TopicSchema).check(z.minLength(1))
