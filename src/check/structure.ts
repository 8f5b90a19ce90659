/** The sum of a structure, with each part as exact as it is written. */
import type { Figure } from '../read/types.ts'
import { type Agreement, agreement, type Interval, total } from './interval.ts'

/** @param figure a structure a:b:c */
export function standsIn(figure: Figure): { computed: Interval; agreed: Agreement } {
  const parts = figure.text.match(/\d+(?:[.．·]\d+)?/g) ?? []
  const written = parts.length === figure.parts!.length ? parts : figure.parts!.map(String)
  const intervals = written.map((text, i): Interval => {
    const half = 0.5 * 10 ** -(/[.．·](\d+)/.exec(text)?.[1]?.length ?? 0)
    return [figure.parts![i]! - half, figure.parts![i]! + half]
  })
  const computed = total(intervals)
  const nominal = figure.parts!.reduce((a, b) => a + b, 0)
  return { computed, agreed: agreement([100, 100], computed, nominal) }
}
