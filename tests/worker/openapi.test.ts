import { expect, it } from 'vitest'
import { call } from './visitor.ts'

interface Document {
  readonly openapi: string
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, { content: Record<string, { schema: object }> }> }>
  >
}

it('describes every operation of the contract in OpenAPI 3.1, with schemas of its responses', async () => {
  const document = await (await call('GET', '/api/openapi.json')).json<Document>()
  expect(document.openapi).toBe('3.1.0')
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  expect(operations).toEqual(
    expect.arrayContaining([
      'get /api/health',
      'get /api/units',
      'post /api/session/guest',
      'get /api/assessments',
      'post /api/assessments/{id}/attempts',
      'put /api/attempts/{id}/responses',
      'post /api/attempts/{id}/submit',
      'get /api/attempts/{id}',
      'get /api/assessments/{id}/standings',
    ]),
  )
  for (const methods of Object.values(document.paths)) {
    for (const { responses } of Object.values(methods)) {
      const good = Object.entries(responses).filter(([status]) => status !== 'default')
      expect(good.length).toBeGreaterThan(0)
      for (const [status, { content }] of good)
        if (status !== '303') expect(content['application/json']?.schema).toMatchObject({ type: 'object' })
      expect(responses['default']?.content['application/problem+json']).toBeDefined()
    }
  }
})

it('describes the limits that are checked', async () => {
  const text = await (await call('GET', '/api/openapi.json')).text()
  expect(text).toContain('"additionalProperties":false')
  expect(text).not.toContain('undefined')
})
