/** Lines that stand in a text more than once: captures that hold their text twice. */
import type { Repair } from '../types.ts'
import type { Line } from './lines.ts'

/** A line shorter than this may stand twice in a text. */
export const LONG = 30

export interface BodyLine extends Line {
  repeated?: boolean
}

/** For each line, the number of the first one that has its words. */
export function firstOf(lines: readonly Line[], say: (line: Line) => string): Int32Array {
  const first = new Map<string, number>()
  const out = new Int32Array(lines.length)
  for (let n = 0; n < lines.length; n++) {
    const words = say(lines[n]!)
    const earlier = first.get(words)
    if (earlier === undefined) first.set(words, n)
    out[n] = earlier ?? n
  }
  return out
}

/** Marks lines that were there before: a capture that holds its text more than once. */
export function withoutRepeats(
  lines: Line[],
  say: (line: Line) => string,
  repairs: Repair[],
  text: string,
  before: Int32Array,
  known: string | null,
): BodyLine[] {
  let run: Repair | null = null
  let repeating = false
  return lines.map((line, n) => {
    const earlier = before[n]! < n
    const long = line.end - line.start >= LONG
    if (long) repeating = earlier || (known !== null && say(line) === known)
    const repeated = long ? repeating : repeating && earlier
    if (!repeated) {
      run = null
      return line
    }
    if (run && !/[\u4e00-\u9fff]/.test(text.slice(run.end, line.start))) run.end = line.end
    else {
      run = { kind: 'repeated-body', start: line.start, end: line.end, note: 'these lines stand earlier in the text; read once' }
      repairs.push(run)
    }
    return { ...line, repeated: true }
  })
}
