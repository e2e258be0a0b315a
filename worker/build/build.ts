import { join } from 'node:path'
import { ProblemsError } from '../../content/domain/errors.ts'
import { writeShippedLibrary } from './library-index.ts'
import { writePagesManifest } from './pages-manifest.ts'
import { writeShipped } from './shipped.ts'
import { BUILD, ROOT, run } from './tools.ts'

/** `npm run build`: content → search index → site → compressed pages → bundle of the worker, all under `.build/`. */
export async function build(): Promise<void> {
  await writeShipped(ROOT)
  writeShippedLibrary(join(BUILD, 'library.jsonl'))
  await run('astro', ['build'])
  await writePagesManifest(BUILD)
  // The bundle that Cloudflare gets is the one that workerd runs.
  await run('wrangler', ['deploy', '--dry-run', '--outdir', '.build/worker'])
}

if (import.meta.main) {
  try {
    await build()
    console.log('Built into .build/.')
  } catch (error) {
    console.error(error instanceof ProblemsError ? error.message : error)
    process.exitCode = 1
  }
}
