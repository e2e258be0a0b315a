import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { HttpClient } from '../load/http-client.ts'
import { RunningServer } from './running-server.ts'

it('serves a document that is valid OpenAPI 3.1', async () => {
  const server = await RunningServer.start()
  const client = new HttpClient(server.origin, 1)
  try {
    const { body } = await client.send('GET', '/api/openapi.json')
    const validator = new Validator()
    expect(await validator.validate(JSON.parse(body.toString()))).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
  } finally {
    client.close()
    await server.stop()
  }
}, 60_000)
