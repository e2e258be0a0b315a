import type * as z from 'zod/mini'

/** Which fields a schema knows at a place of a file. */

/** What stands below a key of a value; `undefined` where there is nothing. */
export function valueBelow(value: unknown, key: PropertyKey): unknown {
  return Object.entries(Object(value)).find(([own]) => own === String(key))?.[1]
}

/** A schema without what only says that a value may be missing, and the options of a union that a value may be meant for. */
function meant(schema: z.core.$ZodType, value: unknown): readonly z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
      return meant(def.innerType, value)
    case 'union': {
      const { discriminator } = def as Partial<z.core.$ZodDiscriminatedUnionDef>
      const fits = (option: z.core.$ZodType) => {
        if (discriminator === undefined) return true
        const marks = option._zod.propValues?.[discriminator]
        return [...(marks ?? [])].some((mark) => mark === valueBelow(value, discriminator))
      }
      return def.options.filter(fits).flatMap((option) => meant(option, value))
    }
    default:
      return [schema]
  }
}

function below(schema: z.core.$ZodType, key: PropertyKey): readonly z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object': {
      const field = Object.hasOwn(def.shape, key) ? def.shape[String(key)] : undefined
      return field === undefined ? [] : [field]
    }
    case 'array':
      return [def.element]
    case 'record':
      return [def.valueType]
    default:
      return []
  }
}

/**
 * The schemas that may apply at a path; several within a union.
 *
 * @param data the whole value; of a union, its marks (`type: single`) choose the options
 */
export function schemasAt(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  data: unknown,
): readonly z.core.$ZodType[] {
  const [key, ...rest] = path
  if (key === undefined) return meant(schema, data)
  return meant(schema, data).flatMap((own) =>
    below(own, key).flatMap((inner) => schemasAt(inner, rest, valueBelow(data, key))),
  )
}

function fieldsOf(schema: z.core.$ZodType): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'object') return Object.keys(def.shape)
  return def.type === 'record' ? [...(def.keyType._zod.values ?? [])].map(String) : []
}

/**
 * The fields that may stand beside each other at a path of a file.
 *
 * @param data the whole value
 * @example knownFields(GlossarySchema, ['terms', 0], data) // ['id', 'term', 'initial', …]
 */
export function knownFields(schema: z.core.$ZodType, path: readonly PropertyKey[], data: unknown): string[] {
  return [...new Set(schemasAt(schema, path, data).flatMap(fieldsOf))]
}
