/** Straight lines among the paths of a page: what tables are drawn with. */
import type { Rule } from '../flow/index.ts'

export type Matrix = [number, number, number, number, number, number]

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

/** Thinner than this, a rectangle is a line. */
const thin = 2.5

/** Lines shorter than a character are parts of drawings. */
const shortest = 6

/**
 * @param args of pdf.js's constructPath: what is painted (stroke, fill …), the path as a flat array of moves
 *   (0 x y), lines (1 x y), curves (2 and six numbers, 3 and four) and closings (4)
 */
export function rulesOf(args: unknown[], matrix: Matrix, ops: Record<string, number>): Rule[] {
  const paint = args[0]
  if (paint === ops.endPath || paint === ops.clip || paint === ops.eoClip) return []
  const strokes = paint !== ops.fill && paint !== ops.eoFill
  const path = (args[1] as (ArrayLike<number> | null)[] | null)?.[0]
  if (!path || path.length > 4000) return []
  const out: Rule[] = []
  let points: [number, number][] = []
  const at = (x: number, y: number): [number, number] => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5],
  ]
  const flush = () => {
    if (strokes) for (let i = 1; i < points.length; i++) line(out, points[i - 1]!, points[i]!)
    else if (points.length >= 4) bar(out, points)
    points = []
  }
  for (let i = 0; i < path.length; ) {
    const op = path[i]!
    if (op === 0) {
      flush()
      points = [at(path[i + 1]!, path[i + 2]!)]
      i += 3
    } else if (op === 1) {
      points.push(at(path[i + 1]!, path[i + 2]!))
      i += 3
    } else if (op === 4) {
      if (points.length > 0) points.push(points[0]!)
      i += 1
    } else {
      points = []
      i += op === 2 ? 7 : op === 3 ? 5 : path.length
    }
  }
  flush()
  return out
}

function line(out: Rule[], [x0, y0]: [number, number], [x1, y1]: [number, number]): void {
  if (Math.abs(x0 - x1) < 0.5 && Math.abs(y0 - y1) >= shortest)
    out.push({ x0, x1: x0, y0: Math.min(y0, y1), y1: Math.max(y0, y1) })
  else if (Math.abs(y0 - y1) < 0.5 && Math.abs(x0 - x1) >= shortest)
    out.push({ y0, y1: y0, x0: Math.min(x0, x1), x1: Math.max(x0, x1) })
}

/** A filled rectangle that is a line in truth. */
function bar(out: Rule[], points: [number, number][]): void {
  const xs = points.map(point => point[0])
  const ys = points.map(point => point[1])
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2]
  if (y1 - y0 < thin && x1 - x0 >= shortest) out.push({ x0, x1, y0: my, y1: my })
  else if (x1 - x0 < thin && y1 - y0 >= shortest) out.push({ x0: mx, x1: mx, y0, y1 })
}
