import type { Figure } from '../../read/types.ts'
import type { Check } from '../context.ts'
import { agreement, amount, total, written } from '../interval.ts'
import type { Rule } from '../types.ts'

/** Words between the parts and a total that sums them up: …12所、…8所，共20所. */
const TOTAL_AFTER = /^[，,、；;（(）)等]*(一共|总共|共计|合计|总计)[^，,。；;\d]{0,10}$/
/** Between a total and its complete parts: 55项任务中，完成44项，未完成11项. */
const BETWEEN_PARTS = /^[^。；;]{0,30}$/
const RATES = /增长|提高|下降|增加|减少|达到|累计|以上|年均|其中|新增|同比|比上/

export const partsTotal: Rule = {
  id: 'parts-total',
  severity: 'warning',
  on: true,
  title: { zh: '各部分之和与合计不符', en: 'the parts do not add to the total' },
  about: {
    zh: '同一单位的几个部分后跟“共、合计”，或“N项中：完成A项、推进B项、未完成C项”，各部分之和应等于合计。只在和与合计相近（差不到一成）时报：差得远的多半不是一组。',
    en: 'Parts of one unit followed by 共 or 合计 add to it, and so do the states that a number of items is split into. It fires where sum and total are within a tenth of each other: numbers further apart are rarely one set.',
  },
  fires: [
    { text: '全年新建小学12所、中学8所，合计21所。', at: '21所' },
    { text: '督查的222项任务中，超进度的10项，已完成的24项，达进度的162项，欠进度的17项，其它类8项。', at: '222项' },
  ],
  quiet: [
    { text: '全年新建小学12所、中学8所，合计20所。' },
    { text: '督查的222项任务中，超进度的10项，已完成的24项，达进度的162项，欠进度的17项，其它类9项。' },
    { text: '全年新建小学12所、中学8所，改造病房100间。' },
  ],
  run(check, notes) {
    for (const figures of check.figuresByStatement().values()) {
      for (const set of [...totalsAfter(check, figures), ...splits(check, figures)]) {
        const sum = set.parts.reduce((a, f) => a + f.value!, 0)
        const computed = total(set.parts.map(f => written(f)!))
        const agreed = agreement(written(set.whole)!, computed, sum)
        const formula = `${set.parts.map(f => amount(f.value!)).join(' + ')} = ${amount(sum)}`
        const ids = [...set.parts.map(f => f.id), set.whole.id]
        notes.sum({ agreement: agreed, figures: ids, formula })
        if (agreed !== 'no') continue
        notes.found({
          start: set.whole.start,
          end: set.whole.end,
          message: {
            zh: `各部分之和 ${formula}，合计写 ${set.whole.text}`,
            en: `the parts add to ${formula}; the total says ${set.whole.text}`,
          },
          working: { formula, figures: ids, computed, stated: written(set.whole) },
          related: set.parts,
        })
      }
    }
  },
}

interface Set_ {
  whole: Figure
  parts: Figure[]
}

const countable = (f: Figure): boolean =>
  f.measure === 'level' &&
  f.role === 'measure' &&
  f.value !== null &&
  f.interval !== null &&
  f.comparator === 'eq' &&
  f.unit !== '%'

/** Near enough to be one set, whatever the sum says. */
const near = (sum: number, whole: number): boolean => whole > 0 && Math.abs(sum - whole) / whole < 0.1

function* totalsAfter(check: Check, figures: readonly Figure[]): Generator<Set_> {
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
    if (
      parts.length > 1 &&
      near(
        parts.reduce((a, f) => a + f.value!, 0),
        whole.value!,
      )
    )
      yield { whole, parts }
  }
}

/** N items of which the states are listed: at least three parts, so that a chance agreement is rare. */
function* splits(check: Check, figures: readonly Figure[]): Generator<Set_> {
  for (let i = 0; i + 3 < figures.length; i++) {
    const whole = figures[i]!
    if (
      !countable(whole) ||
      whole.dimension !== 'count' ||
      whole.magnitude !== 0 ||
      !/^[^，,。；;]{0,16}(中[，,：:]?|里[，,]|[：:])/.test(check.after(whole, 20))
    )
      continue
    const parts: Figure[] = []
    for (let j = i + 1; j < figures.length; j++) {
      const part = figures[j]!
      const gap = check.between(figures[j - 1]!, part)
      // shares beside the counts: 完成162项，占73.0%
      if (part.unit === '%') continue
      if (
        part.unit !== whole.unit ||
        !countable(part) ||
        part.value! > whole.value! ||
        !BETWEEN_PARTS.test(gap) ||
        RATES.test(gap)
      )
        break
      parts.push(part)
    }
    const sum = parts.reduce((a, f) => a + f.value!, 0)
    if (parts.length > 2 && near(sum, whole.value!)) yield { whole, parts }
  }
}
