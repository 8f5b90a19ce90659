/** Affine transformations, and which drawn lines may be those of a table. */
import type { Rule } from './types.ts'

/** a, b, c, d, e, f: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = [number, number, number, number, number, number]

/** First `n`, then `m`. */
export function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

/** Thinner than this, a filled rectangle is a line. */
const thin = 2.5

/** Shorter lines are parts of drawings. */
const shortest = 6

type Point = [x: number, y: number]

export function addLine([x0, y0]: Point, [x1, y1]: Point, rules: Rule[]): void {
  if (Math.abs(x0 - x1) < 0.5 && Math.abs(y0 - y1) >= shortest)
    rules.push({ x0, x1: x0, y0: Math.min(y0, y1), y1: Math.max(y0, y1) })
  else if (Math.abs(y0 - y1) < 0.5 && Math.abs(x0 - x1) >= shortest)
    rules.push({ y0, y1: y0, x0: Math.min(x0, x1), x1: Math.max(x0, x1) })
}

/** A filled shape that is a line in truth. */
export function addBar(points: Point[], rules: Rule[]): void {
  if (points.length < 4) return
  const xs = points.map(point => point[0])
  const ys = points.map(point => point[1])
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2]
  if (y1 - y0 < thin && x1 - x0 >= shortest) rules.push({ x0, x1, y0: my, y1: my })
  else if (x1 - x0 < thin && y1 - y0 >= shortest) rules.push({ x0: mx, x1: mx, y0, y1 })
}
