import * as z from 'zod/mini'
import { ProblemDetailsSchema } from '../../content/domain/api.ts'
import { proofOf } from '../identity/can.ts'
import type { Operation } from './operation.ts'

/**
 * The OpenAPI 3.1 document, made from the operations and the schemas that validate.
 */

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })
  return rest
}

function parameters({ path, query }: Operation): unknown[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const described = query ? (jsonSchema(query, 'input') as { properties?: Record<string, unknown> }) : {}
  const inQuery = Object.entries(described.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }))
  return [...inPath, ...inQuery]
}

function content(schema: unknown, type = 'application/json') {
  return { content: { [type]: { schema } } }
}

/** A body may be left out where none of its fields has to be there. */
function requestBody(schema: z.ZodMiniType): unknown {
  const described = jsonSchema(schema, 'input') as { required?: readonly string[] }
  return { required: (described.required ?? []).length > 0, ...content(described) }
}

function describe(operation: Operation): unknown {
  const { summary, capability, body, responses, redirects } = operation
  const proof = proofOf(capability)
  return {
    summary,
    parameters: parameters(operation),
    ...(proof === 'none'
      ? {}
      : { security: proof === 'role' ? [{ session: [] }, { operator: [] }] : [{ [proof]: [] }] }),
    ...(body ? { requestBody: requestBody(body.schema) } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(responses).map(([status, schema]) => [
          status,
          { description: status === '201' ? 'Made' : 'OK', ...content(jsonSchema(schema, 'output')) },
        ]),
      ),
      ...(redirects
        ? { 303: { description: 'Elsewhere', headers: { location: { required: true, schema: { type: 'string' } } } } }
        : {}),
      default: {
        description: 'Problem details (RFC 9457)',
        ...content({ $ref: '#/components/schemas/Problem' }, 'application/problem+json'),
      },
    },
  }
}

/** The document for a list of operations. */
export function openApiDocument(operations: readonly Operation[], version: string): unknown {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mingfa',
      version,
      description: 'Questions, attempts, standings and reports of a legal-education site.',
    },
    paths,
    components: {
      schemas: { Problem: jsonSchema(ProblemDetailsSchema, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'mingfa_session' },
        operator: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}
