import { expect, test } from 'vitest'
import { isAsked } from '../../../site/laws/list-filter.ts'

const NOTHING = { name: '', level: '', field: '', status: '' }
const LAW = { name: '工伤保险条例', level: '行政法规', field: 'social-security', status: 'in-force' }

test.each([
  [{}, true],
  [{ name: '工伤' }, true],
  [{ name: ' 《工伤 保险条例》' }, true],
  [{ name: '工会' }, false],
  [{ level: '行政法规', status: 'in-force' }, true],
  [{ level: '法律' }, false],
  [{ field: 'labour' }, false],
  [{ name: '工伤', status: 'repealed' }, false],
])('asked for %j', (question, expected) => {
  expect(isAsked({ ...NOTHING, ...question }, LAW)).toBe(expected)
})
