import { expect, it } from 'vitest'
import { maskedName } from '../../content/domain/masked-name.ts'

it.each([
  ['张三', '张*'],
  ['张小明', '张*'],
  ['欧阳明', '欧阳*'],
  ['欧阳', '欧*'],
  ['阿依古丽·买买提', '阿*'],
  ['𠮷田', '𠮷*'],
  ['王', '王*'],
])('%s is shown as %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked)
})
