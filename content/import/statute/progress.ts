import { progress as bar } from '@clack/prompts'
import type { Progress } from './run.ts'

/** Shows how far an import is: a bar on a terminal, a line now and then elsewhere. */

const STEPS = 100
const LINE_EVERY_MS = 5000

/** Told of progress, and of the end. */
export interface ProgressDisplay {
  update(progress: Progress): void
  end(message: string): void
}

function said({ texts, articles }: Progress): string {
  return `读到${texts}份文本，${articles}条`
}

function terminalBar(): ProgressDisplay {
  const own = bar({ max: STEPS, size: 30 })
  let shown = 0
  let last = 0
  own.start('正在读取')
  return {
    update(progress) {
      const step = Math.floor((progress.bytes / Math.max(progress.totalBytes, 1)) * STEPS)
      const now = performance.now()
      if (step <= shown && now - last < 100) return
      last = now
      own.advance(Math.max(0, step - shown), said(progress))
      shown = Math.max(shown, step)
    },
    end: (message) => own.stop(message),
  }
}

function plainLines(write: (line: string) => void): ProgressDisplay {
  let last = performance.now()
  return {
    update(progress) {
      if (performance.now() - last < LINE_EVERY_MS) return
      last = performance.now()
      write(`${Math.floor((progress.bytes / Math.max(progress.totalBytes, 1)) * 100)}%，${said(progress)}`)
    },
    end: write,
  }
}

/** @param isTerminal whether a person watches */
export function progressDisplay(isTerminal: boolean, write: (line: string) => void): ProgressDisplay {
  return isTerminal ? terminalBar() : plainLines(write)
}
