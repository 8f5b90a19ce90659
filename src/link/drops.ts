/** Targets that were dropped, and targets that were changed without a word. */
import type { Reading } from '../read/types.ts'
import { type Document, documentsOf, placeKey } from './documents.ts'
import type { Amount } from './outcomes/amounts.ts'
import { outcomes } from './outcomes/index.ts'
import { outcomeOf } from './outcomes/outcome.ts'
import { type Pledge, pledgesOf } from './outcomes/promised.ts'
import { pairs } from './outcomes/words.ts'
import type { Outcome, OutcomeLink, Promised, Words } from './types.ts'

/**
 * `dropped`: no later document tells what came of it, and the next year's report sets no target of the kind again.
 * `raised`, `lowered`: another document sets another number for the same time. `softened`, `hardened`: the same number in other
 * words (以上 → 左右).
 */
export type DropKind = 'dropped' | 'raised' | 'lowered' | 'softened' | 'hardened'

export interface Drop {
  kind: DropKind
  promise: Promised
  /** Where it stands otherwise; null for what was dropped. */
  later: Outcome | null
  words: Words
}

/** How far a comparator binds. */
const BINDS: Record<string, number> = { gt: 3, ge: 3, lt: 3, le: 3, eq: 2, range: 1, approx: 1 }

/**
 * Lists dropped and changed targets.
 * @param readings of any number of places and years
 * @param options.links the outcomes of these readings, where they are known already
 * @param options.all also targets of things that are no indicator of the catalogue (2500座大棚)
 * @returns in the order of the documents and of their texts
 */
export function drops(readings: readonly Reading[], options: { all?: boolean; links?: readonly OutcomeLink[] } = {}): Drop[] {
  const silent = new Set(
    (options.links ?? outcomes(readings))
      .filter(link => link.verdict === 'silent' && link.promise.kind !== 'task')
      .map(link => link.promise.document + link.promise.mark.start),
  )
  const groups = new Map<string, { document: Document; pledges: Pledge[] }[]>()
  for (const document of documentsOf(readings)) {
    const key = placeKey(document.place)
    groups.set(key, [
      ...(groups.get(key) ?? []),
      { document, pledges: pledgesOf(document).filter(p => p.promise.kind === 'target' || p.promise.kind === 'claim') },
    ])
  }
  return [...groups.values()].flatMap(group =>
    group.flatMap(({ document, pledges }, i) => {
      const later = group.slice(i + 1)
      const next = later.filter(
        ({ document: d }) => d.year !== null && document.year !== null && d.year === document.year + 1 && d.kind !== 'notice',
      )
      return pledges.flatMap((pledge): Drop[] => {
        const change = changeOf(pledge, later)
        if (change) return [change]
        if (!options.all && pledge.promise.indicator === null && pledge.promise.kind !== 'claim') return []
        if (next.length === 0 || !silent.has(pledge.promise.document + pledge.promise.mark.start)) return []
        if (next.some(n => n.pledges.some(p => sameTarget(pledge, p)))) return []
        const names = next.map(n => n.document.title ?? n.document.key).join('、')
        return [
          {
            kind: 'dropped',
            promise: pledge.promise,
            later: null,
            words: { zh: `${names}既未报告结果，也未再列目标`, en: `${names}: no outcome, and no such target again` },
          },
        ]
      })
    }),
  )
}

/** Whether two promises set a target for the same thing, whatever the year. */
function sameTarget(a: Pledge, b: Pledge): boolean {
  if (a.promise.indicator !== null || b.promise.indicator !== null) return a.promise.indicator === b.promise.indicator
  if (!a.amount || !b.amount) return !a.amount && !b.amount && alike(a.clause, b.clause)
  return a.amount.fact.dimension === b.amount.fact.dimension && alike(a.amount.subject, b.amount.subject)
}

/** Most pairs of the shorter stand in the longer. */
function alike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [pairs(a), new Set(pairs(b))] : [pairs(b), new Set(pairs(a))]
  return short.length > 0 && short.filter(p => long.has(p)).length / short.length >= 0.75
}

/** The first later document that sets the same target, for the same time, otherwise. */
function changeOf(pledge: Pledge, later: readonly { document: Document; pledges: Pledge[] }[]): Drop | null {
  const { amount } = pledge
  if (!amount || amount.fact.indicator === null || amount.fact.value === null) return null
  for (const { document, pledges } of later) {
    for (const { amount: other } of pledges) {
      if (!other || !isSame(amount, other)) continue
      const kind = kindOf(amount, other)
      if (!kind) return null
      return {
        kind,
        promise: pledge.promise,
        later: outcomeOf(document, other),
        words: {
          zh: `${amount.fact.name}（${amount.fact.period}）：先为${said(amount)}，后为${said(other)}`,
          en: `${amount.fact.name} (${amount.fact.period}): first ${said(amount)}, then ${said(other)}`,
        },
      }
    }
  }
  return null
}

const isSame = (a: Amount, b: Amount): boolean =>
  a.fact.indicator === b.fact.indicator &&
  a.fact.measure === b.fact.measure &&
  a.fact.period === b.fact.period &&
  a.fact.unit === b.fact.unit &&
  a.kinds === b.kinds &&
  a.deed === b.deed &&
  placeKey(a.fact.place) === placeKey(b.fact.place) &&
  b.fact.value !== null

function kindOf({ fact: a }: Amount, { fact: b }: Amount): DropKind | null {
  if (b.value! > a.value!) return 'raised'
  if (b.value! < a.value!) return 'lowered'
  const by = BINDS[b.comparator]! - BINDS[a.comparator]!
  // a notice in its brackets leaves out 以上 and 左右: a number without such words is no change of them
  if (b.comparator === 'eq') return null
  return by < 0 ? 'softened' : by > 0 ? 'hardened' : null
}

const SAID: Record<string, string> = { ge: '以上', gt: '以上', le: '以内', lt: '以内', approx: '左右' }
const said = ({ fact }: Amount): string => fact.written + (SAID[fact.comparator] ?? '')
