/** One line on standard error that says how far long work has come; nothing where nobody looks. */
import { clip } from './summary/layout.ts'
import type { Terminal } from './terminal.ts'

export interface Progress {
  step(name: string): void
  /** Takes the line away, so that something else can be printed. */
  clear(): void
}

const pause = 100

export function progress(terminal: Terminal, total: number): Progress {
  if (terminal.quiet || !terminal.watched || total < 2) return { step() {}, clear() {} }
  let done = 0
  let shown = false
  let last = Date.now()
  return {
    step(name) {
      done++
      const now = Date.now()
      if (now - last < pause) return
      last = now
      const verb = terminal.say({ zh: '正在解读', en: 'reading' })
      process.stderr.write(
        `\r\x1b[2K${clip(`${verb} ${done}/${total} ${name}`, Math.max(20, (process.stderr.columns ?? 80) - 1))}`,
      )
      shown = true
    },
    clear() {
      if (shown) process.stderr.write('\r\x1b[2K')
      shown = false
    },
  }
}
