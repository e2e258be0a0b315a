import * as z from 'zod/mini'
import shippedJson from '../.build/shipped.json'
import { AssessmentSchema } from '../content/domain/assessment.ts'
import { BankVersionSchema } from '../content/domain/question.ts'
import { UnitSchema } from '../content/domain/unit.ts'

/**
 * What the software brings along: the bank made from `content/banks/`, the assessments and the units, written to
 * `.build/shipped.json` by `worker/build/shipped.ts`.
 */
export const ShippedSchema = z.strictObject({
  version: z.string(),
  bank: BankVersionSchema,
  assessments: z.array(AssessmentSchema),
  units: z.array(UnitSchema),
})
export type Shipped = z.output<typeof ShippedSchema>

let parsed: Shipped | null = null

/** The shipped content, checked at first use. */
export function shipped(): Shipped {
  parsed ??= ShippedSchema.parse(shippedJson)
  return parsed
}
