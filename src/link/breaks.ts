/** Definition breaks: where one indicator took another's place, or came to mean something else. */

import { breaks as table } from '../catalogue/generated/breaks.generated.ts'
import { rows } from '../catalogue/table.ts'
import type { Break } from './types.ts'

let all: readonly Break[] | null = null

/** All breaks that the catalogue knows. */
export function breaks(): readonly Break[] {
  all ??= rows(table).map(([from, to, year, zh, en]) => ({
    from: from!,
    to: to!,
    year: Number(year),
    note: { zh: zh!, en: en! },
  }))
  return all
}

/** The breaks at which an indicator began or changed its meaning, after one year and up to another. */
export const breaksBetween = (indicator: string, after: number, upTo: number): Break[] =>
  breaks().filter(b => b.to === indicator && b.year > after && b.year <= upTo)

/** The indicators that this one took the place of, the nearest first, each with the break between. */
export const predecessors = (indicator: string): Break[] => breaks().filter(b => b.to === indicator && b.from !== indicator)
