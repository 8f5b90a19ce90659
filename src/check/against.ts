/** What another document is to the one that is checked, and so how the two are compared. */
import type { Reading } from '../read/types.ts'

export type Against = 'version' | 'communique' | 'earlier'

/**
 * `version` another state of the same report · `communique` the statistical communiqué of the place · `earlier` an earlier report of it.
 * @returns null where places or years say that it is none of these
 */
export function againstAs(reading: Reading, other: Reading): Against | null {
  const [one, two] = [reading.report, other.report]
  const known = one.place !== null && two.place !== null
  if (known && one.place!.name !== two.place!.name) return null
  if (two.kind === 'communique' && one.kind !== 'communique') return 'communique'
  if (known && one.kind === two.kind && one.year !== null && one.year === two.year) return 'version'
  return one.year === null || two.year === null || two.year < one.year ? 'earlier' : null
}
