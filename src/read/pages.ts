/** Page numbers of what was read, from the map of the document. */
import type { MapRun } from './types.ts'

const paged = (map: readonly MapRun[]): boolean => map.some(([, , page]) => page !== null)

/**
 * @param map a reading's or document's map, in the order of the text
 * @returns gives the page (from 1) on which the character at an offset stands, or the next that has a place; null where
 *   the format knows no pages
 */
export function pagesOf(map: readonly MapRun[]): (offset: number) => number | null {
  if (!paged(map)) return () => null
  return offset => {
    let low = 0
    let high = map.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (map[middle]![1] <= offset) low = middle + 1
      else high = middle
    }
    return map[low]![2]
  }
}

interface Placed {
  start: number
  page?: number | undefined
}

/** Gives items the page that they begin on, where the document has pages. */
export function withPages(map: readonly MapRun[], ...lists: readonly Placed[][]): void {
  const pageOf = pagesOf(map)
  if (!paged(map)) return
  for (const list of lists)
    for (const item of list) {
      const page = pageOf(item.start)
      if (page !== null) item.page = page
    }
}
