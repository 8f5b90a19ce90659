/** Logistic regression: weights of marks from rows that are right or not. */

/** What is fitted to: the values of marks, and whether the row is right. */
export interface Marked {
  marks: readonly number[]
  right: boolean
}

const PENALTY = 3
const STEPS = 40

/** The variance of each mark: weights are held small for marks of one size. */
function variances(rows: readonly Marked[]): number[] {
  return rows[0]!.marks.map((_, i) => {
    const mean = rows.reduce((sum, r) => sum + r.marks[i]!, 0) / rows.length
    return rows.reduce((sum, r) => sum + (r.marks[i]! - mean) ** 2, 0) / rows.length
  })
}

/** Weights, the one of `always` last, by Newton's method. */
export function fitted(rows: readonly Marked[]): number[] {
  const size = rows[0]!.marks.length + 1
  const weights = new Array<number>(size).fill(0)
  const held = [...variances(rows).map(v => v * PENALTY), 0]
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((w, i) => w * held[i]!)
    const bend = weights.map((_, i) => weights.map((_, j) => (i === j ? held[i]! + 1e-6 : 0)))
    for (const { marks, right } of rows) {
      const x = [...marks, 1]
      const p = 1 / (1 + Math.exp(-x.reduce((sum, v, i) => sum + v * weights[i]!, 0)))
      for (let i = 0; i < size; i++) {
        slope[i]! += (p - (right ? 1 : 0)) * x[i]!
        for (let j = 0; j < size; j++) bend[i]![j]! += p * (1 - p) * x[i]! * x[j]!
      }
    }
    const change = solved(bend, slope)
    for (let i = 0; i < size; i++) weights[i]! -= change[i]!
    if (Math.max(...change.map(Math.abs)) < 1e-7) break
  }
  return weights
}

/** Solves a system of linear equations by elimination. */
function solved(matrix: number[][], right: number[]): number[] {
  const n = right.length
  const rows = matrix.map((row, i) => [...row, right[i]!])
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let k = i + 1; k < n; k++) if (Math.abs(rows[k]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = k
    ;[rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!]
    for (let k = 0; k < n; k++) {
      if (k === i) continue
      const by = rows[k]![i]! / rows[i]![i]!
      for (let j = i; j <= n; j++) rows[k]![j]! -= by * rows[i]![j]!
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!)
}

/** The odds of a row, as their logarithm. */
export const oddsBy = (weights: readonly number[], { marks }: Marked): number =>
  marks.reduce((sum, v, i) => sum + v * weights[i]!, weights.at(-1)!)
