/** Stop-watches. */
import { spawnSync } from 'node:child_process'

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!

/** Median wall time of `times` runs, in milliseconds. */
export function time(times: number, run: () => unknown): number {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    run()
    taken.push(performance.now() - start)
  }
  return median(taken)
}

/** Median wall time of `times` cold starts of node with `args`, in milliseconds. A start that fails is an error. */
export function coldStart(args: string[], times: number): number {
  return time(times, () => {
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  })
}
