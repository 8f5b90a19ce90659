/** Two documents on the same facts: what each states of one indicator, period and place, and how far apart they are. */
import { conversion } from '../catalogue/units.ts'
import type { Figure, Reading } from '../read/types.ts'
import { Check, isStated, subject } from './context.ts'
import { type Interval, meet, standsFor } from './interval.ts'

/**
 * `same` the same value · `rounding` one is the other rounded, or bounded by it · `basis` one nominal or at current prices, the other
 * real or at comparable ones · `preliminary` one of them says it is an estimate · `magnitude` they differ by a power of ten ·
 * `different` no value fits both.
 */
export type Relation = 'same' | 'rounding' | 'basis' | 'preliminary' | 'magnitude' | 'different'

export interface Compared {
  relation: Relation
  here: Figure
  there: Figure
  /** The clause of the other document. */
  clause: string
  /** What the other document's value stands for, in the unit of this one. */
  range: Interval
}

/** Words that make of the same name another quantity. */
const TURN =
  /年均|平均|累计|人均|新增|净增|以上|最高|最低|同口径|剔除|扣除|本级|首次|季度|月份|上半年|下半年|连续|市区|城区|民营|私营|外资|国有|分别高于|比重|占/g
const NOMINAL = /名义|现价|当年价/
const REAL = /实际|可比|不变价|扣除价格/

/** Prices of the words round a figure: null where they do not say. */
function basisOf(check: Check, figure: Figure): 'nominal' | 'real' | null {
  const words = check.before(figure, 16).replace(/^.*[，,；;。]/, '') + check.after(figure, 6).replace(/[，,；;。].*$/s, '')
  const wide = check.before(figure, 24)
  if (NOMINAL.test(words)) return 'nominal'
  return REAL.test(words) || /按(?:可比|不变)价格?(?:计算)?[，,]?[^，,；;。]{0,8}$/.test(wide) ? 'real' : null
}

/** What makes two figures statements of one thing; null for figures that are no fact of a year of the report's own place. */
function keyOf(check: Check, figure: Figure): string | null {
  if (!isStated(figure) || figure.value === null || figure.period === null || !/^\d{4}$/.test(figure.period)) return null
  if (figure.measure !== 'level' && figure.measure !== 'change' && figure.measure !== 'change-points') return null
  if (figure.place !== null || figure.action !== null || !/[0-9０-９]/.test(figure.text)) return null
  // a rate over several years is no rate of the year
  if (figure.baseline !== null && Number(figure.period) - Number(figure.baseline) !== 1) return null
  const name = figure.indicator?.id ?? subject(figure)
  // a part is a fact of its own where the catalogue knows its name
  if (!name || (figure.indicator?.id == null && (name.length < 5 || figure.partOf !== null))) return null
  const clause = check.clause(figure).replace(figure.indicator?.text ?? '', '')
  const turns = [...new Set(clause.match(TURN) ?? [])].sort().join('')
  return [name, figure.measure, figure.period, turns].join('\n')
}

/** The facts of a document by what they are of; of one thing said several times every time. */
function facts(check: Check): Map<string, Figure[]> {
  const map = new Map<string, Figure[]>()
  for (const figure of check.figures) {
    const key = keyOf(check, figure)
    if (!key) continue
    const list = map.get(key)
    if (list) list.push(figure)
    else map.set(key, [figure])
  }
  return map
}

/**
 * Compares what a document states with what another states of the same thing.
 * @returns one entry for each figure of `check` that has its like, in the order of the text
 */
export function compared(check: Check, other: Reading): Compared[] {
  const against = new Check(other)
  const there = facts(against)
  const out: Compared[] = []
  for (const figure of check.figures) {
    const key = keyOf(check, figure)
    const likes = key === null ? [] : (there.get(key) ?? []).flatMap(like => valued(figure, like))
    // where the other says several things under one name, the one that agrees is meant
    const best = likes.find(({ range }) => meet(standsFor(figure) ?? [0, 0], range)) ?? likes[0]
    if (!best || (likes.length > 1 && !agreesWithAll(likes) && !meet(standsFor(figure) ?? [0, 0], best.range))) continue
    const relation = relationOf(check, figure, against, best.like, best.range)
    out.push({ relation, here: figure, there: best.like, clause: against.clause(best.like), range: best.range })
  }
  return out
}

interface Valued {
  like: Figure
  range: Interval
}

const agreesWithAll = (likes: readonly Valued[]): boolean => likes.every(({ range }) => meet(range, likes[0]!.range))

/** The other figure with its interval in the unit of this one; none where the units do not convert. */
function valued(figure: Figure, like: Figure): Valued[] {
  const factor = conversion(like.unit, figure.unit)
  const range = standsFor(like)
  return factor === null || !range || !standsFor(figure) ? [] : [{ like, range: [range[0] * factor, range[1] * factor] }]
}

function relationOf(check: Check, here: Figure, against: Check, there: Figure, range: Interval): Relation {
  const mine = standsFor(here)!
  if (meet(mine, range)) {
    const factor = conversion(there.unit, here.unit)!
    return here.comparator === there.comparator && sameNumber(here.value!, there.value! * factor) ? 'same' : 'rounding'
  }
  const [a, b] = [basisOf(check, here), basisOf(against, there)]
  if (a !== b && (a === 'nominal' || b === 'nominal')) return 'basis'
  if (isPowerOfTen(here.value!, there.value! * (conversion(there.unit, here.unit) ?? 1))) return 'magnitude'
  return here.status === 'estimated' || there.status === 'estimated' ? 'preliminary' : 'different'
}

/** Whether two numbers are one, but for the error of binary arithmetic. */
export const sameNumber = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-9

function isPowerOfTen(a: number, b: number): boolean {
  if (a === 0 || b === 0 || a * b < 0) return false
  const power = Math.log10(a / b)
  return Math.abs(power) > 0.5 && Math.abs(power - Math.round(power)) < 0.002
}
