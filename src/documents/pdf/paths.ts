/** Straight lines among the paths of a page: what tables are drawn with. */
import { addBar, addLine, type Matrix, type Rule } from '../flow/index.ts'

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
    if (strokes) for (let i = 1; i < points.length; i++) addLine(points[i - 1]!, points[i]!, out)
    else addBar(points, out)
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
