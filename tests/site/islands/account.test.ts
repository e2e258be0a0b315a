import { describe, expect, it } from 'vitest'
import { codeOfFragment, returnPath, signInAddress, signInLink } from '../../../site/islands/account/addresses.ts'

describe('where signing in leads back to', () => {
  it.each([
    ['?from=%2Fcontests%2Fa%2F', '/contests/a/'],
    ['?from=/contests/open/%3Fid%3Dx%23q-3', '/contests/open/?id=x#q-3'],
    ['?from=/a/../console/', '/console/'],
  ])('%s', (search, path) => {
    expect(returnPath(search)).toBe(path)
  })

  it.each([
    '',
    '?from=',
    '?from=contests/',
    '?from=https://example.org/',
    '?from=//example.org/',
    '?from=/%5Cexample.org/',
    '?from=/%09/example.org/',
    '?from=/.//example.org/',
    '?from=javascript:alert(1)',
  ])('nowhere for %j', (search) => {
    expect(returnPath(search)).toBeNull()
  })

  it('is the page that asked', () => {
    const address = signInAddress('en', { pathname: '/en/contests/open/', search: '?id=a&b=1' })
    expect(address.startsWith('/en/sign-in/?')).toBe(true)
    expect(returnPath(address.slice(address.indexOf('?')))).toBe('/en/contests/open/?id=a&b=1')
  })
})

describe('the link of a slip', () => {
  it('carries the code in its fragment, where the page finds it', () => {
    const { pathname, search, hash } = new URL(signInLink('https://mingfa.example', '7K3M-9QPX-2TAB'))
    expect([pathname, search, codeOfFragment(hash)]).toEqual(['/sign-in/', '', '7K3M-9QPX-2TAB'])
  })

  it.each(['', '#', '#main', '#code='])('brings no code with %j', (hash) => {
    expect(codeOfFragment(hash)).toBe('')
  })
})
