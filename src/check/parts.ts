/** Wholes and their parts: which numbers of a statement are said to make up which. */
import { table } from '../catalogue/index.ts'
import type { Figure } from '../read/types.ts'
import type { Check } from './context.ts'

export interface Whole {
  whole: Figure
  parts: Figure[]
  /** The words of the parts say that there are no others. */
  complete: boolean
}

/** Words between the parts and a total that sums them up: …12所、…8所，共20所. */
const TOTAL_AFTER = /^[，,、；;（(）)等]*(一共|总共|共计|合计|总计)[^，,。；;\d]{0,10}$/
const RATES = /增长|提高|下降|增加|减少|达到|累计|以上|年均|其中|新增|同比|比上/
/** A list of parts begins, at most a rate and a few words after its whole. */
const OPENS_PARTS =
  /^[^。；;]{0,24}(其中[^。；;\d０-９]{0,24}|[中里][，,：:][^。；;\d０-９]{0,16}|[：:（(][^。；;\d０-９]{0,16})$/
/** What closes a list: the last part is what the others leave. */
const REST = /其[他它余]|余下|剩余|未|滞后|欠进度|尚/
const NEXT_PART = /^[^。\n]{0,40}$/

const isPercent = (f: Figure): boolean => /[%％]/.test(f.unit)

const countable = (f: Figure): boolean =>
  f.measure === 'level' &&
  f.role === 'measure' &&
  f.value !== null &&
  f.interval !== null &&
  f.comparator === 'eq' &&
  !isPercent(f)

export const sumOf = (figures: readonly Figure[]): number => figures.reduce((sum, f) => sum + f.value!, 0)

/** Near enough to be one set, whatever the sum says. */
const near = (sum: number, whole: number): boolean => whole > 0 && Math.abs(sum - whole) / whole < 0.12

/** Every whole of a statement whose parts are listed. */
export function* wholes(check: Check, figures: readonly Figure[]): Generator<Whole> {
  yield* totalsAfter(check, figures)
  yield* listed(check, figures)
}

function* totalsAfter(check: Check, figures: readonly Figure[]): Generator<Whole> {
  for (let i = 2; i < figures.length; i++) {
    const whole = figures[i]!
    if (!countable(whole) || !TOTAL_AFTER.test(check.between(figures[i - 1]!, whole))) continue
    const parts: Figure[] = []
    for (let j = i - 1; j >= 0; j--) {
      const part = figures[j]!
      if (part.unit !== whole.unit || !countable(part)) break
      if (parts.length && !/^[^。；;]{0,20}$/.test(check.between(part, parts[0]!))) break
      parts.unshift(part)
    }
    if (parts.length > 1 && near(sumOf(parts), whole.value!)) yield { whole, parts, complete: false }
  }
}

/** A whole of which the parts follow: named as complementary, or three and more that add up to about the whole. */
function* listed(check: Check, figures: readonly Figure[]): Generator<Whole> {
  for (let i = 0; i + 2 < figures.length; i++) {
    const whole = figures[i]!
    if (!countable(whole)) continue
    const parts = partsAfter(check, figures, i)
    if (parts.length < 2) continue
    const set = complementary(check, whole, parts)
    if (set) yield { whole, parts: set, complete: true }
    else if (REST.test(wordsOf(check, parts.at(-1)!)) && parts.every(f => f.value! < whole.value!))
      yield { whole, parts, complete: true }
    else if (parts.length > 2 && whole.magnitude === 0 && near(sumOf(parts), whole.value!))
      yield { whole, parts, complete: false }
  }
}

/** The numbers of the whole's unit in the list that opens after it; shares and rates beside them are passed over. */
function partsAfter(check: Check, figures: readonly Figure[], i: number): Figure[] {
  const whole = figures[i]!
  const parts: Figure[] = []
  for (let j = i + 1; j < figures.length; j++) {
    const part = figures[j]!
    const gap = check.between(figures[j - 1]!, part)
    if (parts.length === 0) {
      const opening = check.between(whole, part)
      if (opening.length > 60 || /[。；;]/.test(opening)) break
      if (!OPENS_PARTS.test(opening.replace(/[\d.０-９．]+[%％]/, ''))) {
        // a rate between the whole and its parts: 完成186亿元、增长6.2%，其中…
        if (isPercent(part) && j === i + 1) continue
        break
      }
    } else if (!NEXT_PART.test(gap)) break
    if (isPercent(part) || part.unit !== whole.unit) {
      if (parts.length === 0) break
      continue
    }
    if (!countable(part)) break
    // 同比, 新增: what follows is no part of the list any more
    if (parts.length > 0 && RATES.test(gap.replace(/^[^，,、；;]*[，,、；;]/, '').replace(/增加值/g, ''))) break
    parts.push(part)
  }
  return parts
}

interface Complement {
  parts: RegExp[]
  whole: RegExp | null
}

let complements: Complement[] | null = null

/** The parts that a line of the catalogue says are all there are; null where none does. */
function complementary(check: Check, whole: Figure, parts: readonly Figure[]): Figure[] | null {
  complements ??= table('complements').map(row => ({
    parts: row.parts!.split('/').map(part => new RegExp(part)),
    whole: row.whole ? new RegExp(row.whole) : null,
  }))
  const about = `${check.clause(whole)}${whole.indicator?.text ?? ''}`
  for (const set of complements) {
    if (parts.length < set.parts.length || (set.whole && !set.whole.test(about))) continue
    const first = parts.slice(0, set.parts.length)
    const words = first.map(part => wordsOf(check, part))
    // each kind of part once, in any order
    const taken = set.parts.map(pattern => words.flatMap((text, k) => (pattern.test(text) ? [k] : [])))
    if (taken.every(list => list.length === 1) && new Set(taken.flat()).size === first.length) return first
  }
  return null
}

/** The words that belong to a part: those before it back to the last number or mark, and the noun after it. */
function wordsOf(check: Check, part: Figure): string {
  const before = /[^，,、；;。：:（(\d０-９]*$/.exec(check.before(part, 24))![0]
  const after = /^[^，,、；;。）)\d０-９]{0,8}/.exec(check.after(part, 8))![0]
  return `${before} ${after}`
}
