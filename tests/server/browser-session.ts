/** A browser without a screen: keeps cookies by origin and follows redirects one by one. */
export class BrowserSession {
  readonly #jars = new Map<string, Map<string, string>>()

  /** Sends a request with the cookies of its origin, and keeps those that come back. */
  async send(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url)
    const jar = this.#jars.get(origin) ?? new Map<string, string>()
    this.#jars.set(origin, jar)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie === '' ? {} : { cookie }) },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }

  /** Follows redirects until an address of `stopAt`, which isn't asked. @returns that address, or the last answer */
  async follow(url: string | URL, stopAt: (url: URL) => boolean): Promise<{ url: URL; response: Response | null }> {
    let at = new URL(url)
    for (let step = 0; step < 20; step += 1) {
      if (stopAt(at)) return { url: at, response: null }
      const response = await this.send(at)
      const location = response.headers.get('location')
      if (location === null) return { url: at, response }
      at = new URL(location, at)
    }
    throw new Error(`too many redirects, the last to ${at}`)
  }
}
