import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../build/tools.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

/** `npm run backup -- <file>` and `npm run restore -- <file> [--replace]`; MINGFA_DATA names another data folder than `.data`. */

const USAGE = [
  '用法：npm run backup -- <文件>        npm run restore -- <文件> [--replace]',
  'Usage: npm run backup -- <file>       npm run restore -- <file> [--replace]',
].join('\n')

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { replace: { type: 'boolean' } }, allowPositionals: true })
  const [work, file] = positionals
  const data = resolve(process.env['MINGFA_DATA'] ?? join(ROOT, '.data'))
  if (work === 'backup' && file !== undefined && positionals.length === 2) {
    const to = resolve(file)
    const { manifest, pausedMs } = await backup(data, to)
    const bytes = manifest.files.reduce((sum, one) => sum + one.bytes, 0)
    const size = `${manifest.files.length} / ${(bytes / 1e6).toFixed(1)} MB`
    console.log(`备份好了：${to}（${size}，服务停顿${Math.round(pausedMs)}毫秒）。里面有个人信息和密钥，请妥善保管。`)
    console.log(`Backed up to ${to}. It has people's data and the secrets: keep it safe.`)
  } else if (work === 'restore' && file !== undefined && positionals.length === 2) {
    const { manifest, before } = await restore(resolve(file), data, values.replace === true)
    console.log(`已恢复到 ${data}：${manifest.createdAt} 的数据，版本 ${manifest.version}。现在运行 npm start。`)
    console.log(`Restored to ${data}: the data of ${manifest.createdAt}. Run npm start now.`)
    if (before !== null) console.log(`原来的数据在 ${before}。 / What was there is in ${before}.`)
  } else {
    throw new Error(USAGE)
  }
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
