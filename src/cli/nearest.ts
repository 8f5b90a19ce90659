/**
 * The known word that a mistyped one probably means, or null: at most two slips (a letter more, less,
 * other, or two swapped), at most one in words of up to four letters; or the beginning of just one.
 */
export function nearest(word: string, known: string[]): string | null {
  const beginnings = known.filter(each => word.length > 2 && each.startsWith(word))
  if (beginnings.length === 1) return beginnings[0]!
  let best: string | null = null
  let least = word.replace(/^-+/, '').length <= 4 ? 2 : 3
  for (const each of known) {
    const slips = distance(word, each)
    if (slips < least) {
      least = slips
      best = each
    }
  }
  return best
}

/** Optimal string alignment distance. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length]!
}
