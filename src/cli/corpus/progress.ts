/** One line that says how far a run is, how fast, and how long it will take; only where somebody looks. */
import type { RunProgress } from '../../corpus/index.ts'
import { clip } from '../summary/layout.ts'
import type { Terminal } from '../terminal.ts'

const pause = 200

export interface RunLine {
  show(progress: RunProgress): void
  clear(): void
}

export function runLine(terminal: Terminal, now: () => number = Date.now): RunLine {
  if (terminal.quiet || !terminal.watched) return { show() {}, clear() {} }
  const begin = now()
  let last = 0
  return {
    show(progress) {
      const at = now()
      if (at - last < pause && progress.done < progress.total) return
      last = at
      const line = clip(lineOf(progress, (at - begin) / 1000, terminal), Math.max(20, (process.stderr.columns ?? 80) - 1))
      process.stderr.write(`\r\x1b[2K${line}`)
    },
    clear: () => void process.stderr.write('\r\x1b[2K'),
  }
}

/** @param seconds since the run began */
export function lineOf(progress: RunProgress, seconds: number, terminal: Pick<Terminal, 'say'>): string {
  const { stage, done, total, before, failures } = progress
  if (stage === 'write') return terminal.say({ zh: `写出 ${done}/${total}`, en: `writing ${done}/${total}` })
  const rate = seconds > 0 ? (done - before) / seconds : 0
  const parts = [terminal.say({ zh: `解读 ${done}/${total}`, en: `read ${done}/${total}` })]
  if (rate > 0) {
    parts.push(terminal.say({ zh: `每秒 ${rate.toFixed(1)} 个`, en: `${rate.toFixed(1)} a second` }))
    parts.push(terminal.say({ zh: `还需 ${clock((total - done) / rate)}`, en: `${clock((total - done) / rate)} left` }))
  }
  if (failures > 0) parts.push(terminal.say({ zh: `失败 ${failures}`, en: `${failures} failed` }))
  return parts.join(' · ')
}

/** 75 → 1:15, 4000 → 1:06:40. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
