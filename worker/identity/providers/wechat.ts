import * as z from 'zod/mini'
import { HttpProblem } from '../../http/problem.ts'
import { PROVIDER_TIMEOUT_MS, type Provider, type ProviderSettings } from './provider.ts'

/**
 * WeChat: a code is exchanged for the openid of an account. Of everything else in the answer (session_key, access_token,
 * unionid) nothing is read, kept or passed on.
 *
 * Sources: developers.weixin.qq.com, “小程序登录 code2Session” and “网页授权”.
 */

const WECHAT_API = 'https://api.weixin.qq.com'
const WECHAT_AUTHORIZE = 'https://open.weixin.qq.com/connect/oauth2/authorize'

/** What the interface answers, as far as it is read. With errors the status is 200 too. */
const AnswerSchema = z.object({
  errcode: z.optional(z.int()),
  openid: z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/))),
})

/** 系统繁忙，此时请开发者稍候再试 */
const BUSY = -1
/** Milliseconds to wait before each further try while WeChat is busy. */
const RETRY_AFTER_MS = [200, 600] as const
/** Code 无效；code 已被使用；code 过期；用户被拦截的高风险用户 */
const REFUSED: readonly number[] = [40029, 40163, 42003, 40226]
/** 调用太频繁，请稍候再试：每个用户每分钟100次 */
const TOO_FREQUENT = 45011
const TOO_FREQUENT_SECONDS = 60

async function ask(url: URL): Promise<z.output<typeof AnswerSchema>> {
  // The address has the secret in it: neither it nor an error that may quote it goes to the log.
  const unavailable = (why: string) => {
    console.error(`WeChat (${url.pathname}): ${why}`)
    return new HttpProblem('provider-unavailable', 'Try again in a moment, or sign in by your code.')
  }
  let body: unknown
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PROVIDER_TIMEOUT_MS) })
    // JSON that is served as text/plain.
    body = JSON.parse(await response.text())
  } catch {
    throw unavailable('no answer, or none in JSON')
  }
  const parsed = AnswerSchema.safeParse(body)
  if (!parsed.success) throw unavailable('an answer that does not fit')
  return parsed.data
}

async function openidOf(url: URL): Promise<string> {
  let answer = await ask(url)
  for (const wait of RETRY_AFTER_MS) {
    if (answer.errcode !== BUSY) break
    await scheduler.wait(wait)
    answer = await ask(url)
  }
  const { errcode = 0, openid } = answer
  if (errcode === 0 && openid !== undefined) return openid
  if (REFUSED.includes(errcode))
    throw new HttpProblem('sign-in-refused', 'WeChat does not take this code. Begin again, or sign in by your code.')
  if (errcode === TOO_FREQUENT)
    throw new HttpProblem('too-many-requests', 'WeChat says that you try too often. Wait a minute.', [], {
      'retry-after': String(TOO_FREQUENT_SECONDS),
    })
  console.error(`WeChat (${url.pathname}): errcode ${errcode}`)
  throw new HttpProblem('provider-unavailable', 'Try again in a moment, or sign in by your code.')
}

function codeIn(answer: URLSearchParams): string {
  const code = answer.get('code')
  // Whoever doesn't agree is sent back without one.
  if (code === null || code === '') throw new HttpProblem('sign-in-refused', 'WeChat gave no code. Begin again.')
  return code
}

function interfaceUrl(
  { WECHAT_API: api }: ProviderSettings,
  path: string,
  query: Readonly<Record<string, string>>,
): URL {
  const url = new URL((api || WECHAT_API).replace(/\/$/, '') + path)
  url.search = new URLSearchParams({ ...query, grant_type: 'authorization_code' }).toString()
  return url
}

/** An official account (服务号): the page within WeChat asks for the openid alone. */
export function wechatOfficialProvider(settings: ProviderSettings, appid: string, secret: string): Provider {
  return {
    id: 'wechat-official',
    name: null,
    needsBinding: true,
    async begin({ state }, callback) {
      const url = new URL(settings.WECHAT_AUTHORIZE || WECHAT_AUTHORIZE)
      // WeChat takes the parameters in this order only.
      url.search = new URLSearchParams({
        ...{ appid, redirect_uri: callback, response_type: 'code', scope: 'snsapi_base', state },
      }).toString()
      url.hash = 'wechat_redirect'
      return url
    },
    finish: async (answer) => {
      const query = { appid, secret, code: codeIn(answer) }
      return { subject: await openidOf(interfaceUrl(settings, '/sns/oauth2/access_token', query)) }
    },
  }
}

/** A mini-program (小程序), which gets a code by `wx.login` and sends it. */
export function wechatMiniProvider(settings: ProviderSettings, appid: string, secret: string): Provider {
  return {
    id: 'wechat-mini',
    name: null,
    needsBinding: true,
    begin: null,
    finish: async (answer) => {
      const query = { appid, secret, js_code: codeIn(answer) }
      return { subject: await openidOf(interfaceUrl(settings, '/sns/jscode2session', query)) }
    },
  }
}
