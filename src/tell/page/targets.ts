/** The table of targets: what is promised in numbers, and the targets that carry none. */
import type { Claim, Figure, Reading } from '../../read/types.ts'
import type { Fact } from './facts.ts'
import { groupBy, type Lookup } from './lookup.ts'

export type TargetRow = { kind: 'fact'; fact: Fact; earlier: Figure | null } | { kind: 'claim'; claim: Claim }

/** A list of targets: the statement that sets this many of them is not one task among others. */
const A_LIST = 3

/** The facts that belong into the table: targets of a known indicator, and all of a list of which most are known. */
export function targetFacts(facts: readonly Fact[]): Fact[] {
  const targets = facts.filter(fact => fact.main.status === 'target')
  const isKnown = (fact: Fact) => fact.main.indicator?.id != null
  const lists = new Set<string>()
  for (const [statement, inside] of groupBy(targets, fact => fact.statement.id))
    if (inside.length >= A_LIST && inside.filter(isKnown).length * 2 >= inside.length) lists.add(statement)
  return targets.filter(fact => isKnown(fact) || lists.has(fact.statement.id))
}

/** The rows in the order of the text; `earlier` is what the same report says of the same indicator in its review. */
export function targetRows(facts: readonly Fact[], claims: readonly Claim[], reading: Reading, known: Lookup): TargetRow[] {
  const reviewed = groupBy(reading.figures.filter(isResult), f => `${known.statements.get(f.statement)?.question} ${likeness(f)}`)
  const rows: { at: number; row: TargetRow }[] = facts.map(fact => {
    const question = known.statements.get(fact.main.statement)?.question === 'plan-period' ? 'review-period' : 'review-year'
    const same = reviewed.get(`${question} ${likeness(fact.main)}`) ?? []
    // Two that match would need a choice, and the page does not judge: it shows neither.
    return { at: fact.main.start, row: { kind: 'fact', fact, earlier: same.length === 1 ? same[0]! : null } }
  })
  for (const claim of claims)
    if (claim.claim === 'relative-target' || claim.claim === 'unquantified-target')
      rows.push({ at: claim.start, row: { kind: 'claim', claim } })
  return rows.sort((a, b) => a.at - b.at).map(entry => entry.row)
}

const isResult = (f: Figure) =>
  f.indicator?.id != null && f.role === 'measure' && f.place === null && (f.status === 'actual' || f.status === 'estimated')

/** The same thing, measured in the same way. */
const likeness = (f: Figure) => `${f.indicator?.id ?? f.id} ${f.measure} ${f.unit}`
