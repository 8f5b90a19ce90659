/** Odds from marks: each mark times its weight in likeness.tsv. */
import { rows } from '../../catalogue/table.ts'
import { likeness as table } from '../../catalogue/tables.generated.ts'

let weights: Map<string, number> | null = null

/** What makes the logarithm of the odds from values of these marks; `always` names what they begin with. */
export function oddsFrom(marks: readonly string[], always: string): (values: readonly number[]) => number {
  let of: number[] | null = null
  return values => {
    weights ??= new Map(rows(table).map(([mark, weight]) => [mark!, Number(weight)]))
    of ??= [always, ...marks].map(mark => weights!.get(mark)!)
    let odds = of[0]!
    for (let i = 0; i < values.length; i++) odds += values[i]! * of[i + 1]!
    return odds
  }
}
