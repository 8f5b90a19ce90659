/** How like two texts are: characters in the same order, and figures. */
import { read } from '../../../src/read/index.ts'

/** Share of the first text's visible characters that the second holds in the same order. */
export function inOrder(expected: string, got: string): number {
  const a = expected.replace(/\s/g, '')
  const b = got.replace(/\s/g, '')
  return a.length === 0 ? 1 : common(a, b) / a.length
}

/** Length of the longest common subsequence: a greedy walk with bounded look-ahead gives a lower bound of it. */
function common(a: string, b: string): number {
  let [i, j, same] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      i++
      j++
      same++
      continue
    }
    let step = 1
    // The nearest place where four characters agree again.
    for (; step < 400; step++) {
      const inB = b.indexOf(a.slice(i, i + 4), j)
      if (inB !== -1 && inB - j <= step) {
        j = inB
        break
      }
      const inA = a.indexOf(b.slice(j, j + 4), i)
      if (inA !== -1 && inA - i <= step) {
        i = inA
        break
      }
    }
    if (step === 400) {
      i++
      j++
    }
  }
  return same
}

/** Figures as written, in order, without the spaces in them. */
export function figuresOf(text: string): string[] {
  return read(text).figures.map(figure => figure.text.replace(/\s/g, ''))
}
