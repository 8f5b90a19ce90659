/** Places as the data set names them: the code in force in the year, and the code that stands for the same place now. */
import { placeOfCode } from '../catalogue/index.ts'

/** Stands for the whole country in the data set; GB/T 2260 has no code for it. */
const country = '000000'

/** The code of a report's or a figure's place; 000000 for the whole country, null where it is not known. */
export function codeOf(place: { code: string | null; level: string | null } | null): string | null {
  return place === null ? null : place.level === 'national' ? country : place.code
}

const known = new Map<string, string>()

/**
 * The code that a division has now, by the successors of the catalogue: one place keeps one code over renumberings, renamings and
 * upgrades from county to city or district.
 * @param year in which `code` was in force
 */
export function latestCode(code: string | null, year: number | null): string | null {
  if (code === null || code === country) return code
  const key = `${code} ${year}`
  const found = known.get(key)
  if (found !== undefined) return found
  let last = code
  let place = placeOfCode(code, year) ?? placeOfCode(code)
  // no division was renumbered more often; the bound keeps a loop in the table from becoming one here
  for (let steps = 0; place?.successor && steps < 10; steps++) {
    last = place.successor
    place = placeOfCode(last)
  }
  known.set(key, last)
  return last
}
