import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Finding a Chromium and a Chinese font; on Debian as root, installing them. */

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function installed(): string | undefined {
  const chosen = process.env['MINGFA_CHROMIUM']
  return [chosen, ...KNOWN_PLACES, chromium.executablePath()].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  )
}

/** Whether a font with Chinese characters is there; where nobody can tell, yes. */
function hasChineseFont(): boolean {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return status !== 0 || stdout.trim() !== ''
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function install(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(', ')} …`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const { status, stderr, stdout } = spawnSync('apt-get', args, { env: environment, encoding: 'utf8' })
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${stdout}\n${stderr}`)
  }
}

/**
 * Path of the browser for the end-to-end tests.
 *
 * @throws {Error} where there is none and none can be installed: the tests fail, they don't skip
 */
export function findBrowser(): string {
  const missing = [
    ...(installed() === undefined ? ['chromium'] : []),
    ...(hasChineseFont() ? [] : ['fonts-wqy-microhei']),
  ]
  if (missing.length > 0 && canInstall()) install(['fontconfig', ...missing])
  const path = installed()
  if (path !== undefined) return path
  throw new Error(
    'No Chromium was found. Install Chromium or Chrome, or name one: MINGFA_CHROMIUM=/path/to/chromium npm test\n' +
      '没有找到 Chromium。请安装 Chromium 或 Chrome，或指定路径：MINGFA_CHROMIUM=/path/to/chromium npm test',
  )
}
