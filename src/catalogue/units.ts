/** Conversion of units, by the catalogue's table: exact within one base, refused between two. */

import { units as table } from './generated/units.generated.ts'
import { rows } from './table.ts'

export interface Unit {
  name: string
  dimension: string
  /** How many of `base` one of this unit is: a ratio of two decimals. */
  top: number
  bottom: number
  base: string
}

let byName: Map<string, Unit> | null = null

/** The unit of a name as figures write it, ％ or %; null where the catalogue has none. */
export function unitNamed(name: string): Unit | null {
  byName ??= new Map(
    rows(table).map(([name, dimension, factor, base]) => {
      const [top, bottom] = factor!.split('/').map(Number)
      return [name!, { name: name!, dimension: dimension!, top: top!, bottom: bottom ?? 1, base: base! }]
    }),
  )
  return byName.get(name === '％' ? '%' : name) ?? null
}

/**
 * How many of `to` one `from` is.
 * @returns null where the two measure different things: 人 and 人次, 家 and 个, 元 and 美元
 */
export function conversion(from: string, to: string): number | null {
  if (from === to) return 1
  const a = unitNamed(from)
  const b = unitNamed(to)
  return a && b && a.base === b.base ? (a.top * b.bottom) / (a.bottom * b.top) : null
}
