import type { Figure } from '../../read/types.ts'
import type { Check } from '../context.ts'
import { amount, minus, standsFor } from '../interval.ts'
import type { Rule } from '../types.ts'

export const nestedSet: Rule = {
  id: 'nested-set',
  severity: 'warning',
  on: true,
  title: { zh: '部分大于整体', en: 'a part larger than its whole' },
  about: {
    zh: '“其中”引出的部分不能大于整体；单位相同时才比。整体是下限（“超过50个”）的，部分大出一半才报。',
    en: 'What 其中 makes a part is not larger than the whole. Compared only in the same unit; where the whole is a lower bound, it fires when the part is larger by half.',
  },
  fires: [
    { text: '全年新开工项目120个，其中亿元以上项目150个。', at: '150个' },
    { text: '进出口总值264.5亿美元，年均增长10.1%，其中出口984.9亿美元。', at: '984.9亿美元' },
    { text: '全年实施项目超过50个，其中亿元以上项目200个。', at: '200个' },
  ],
  quiet: [
    { text: '全年实施项目超过50个，其中亿元以上项目20个。' },
    { text: '全年新开工项目150个，其中亿元以上项目120个。' },
    { text: '全年完成投资150亿元，其中工业投资增长160%。' },
  ],
  run(check, notes) {
    for (const part of check.figures) {
      const named = wholeOf(check, part)
      const whole = named?.unit === part.unit ? named : wholeBefore(check, part)
      if (!whole || part.unit !== whole.unit || part.unitId !== whole.unitId || part.value === null || whole.value === null)
        continue
      if (part.measure !== 'level' || whole.measure !== 'level' || part.dimension === 'percent') continue
      if (part.role !== 'measure' || whole.role !== 'measure') continue
      if (whole === named && part.period !== whole.period) continue
      const a = standsFor(part)
      const b = standsFor(whole)
      if (!a || !b) continue
      const formula = `${amount(part.value)} ≤ ${amount(whole.value)}`
      const fits = minus(b, a)[1] >= 0 && !beyondBound(part, whole)
      notes.sum({ agreement: fits ? 'exact' : 'no', figures: [whole.id, part.id], formula })
      if (fits) continue
      notes.found({
        start: part.start,
        end: part.end,
        message: {
          zh: `其中的 ${part.text} 大于整体 ${whole.text}`,
          en: `${part.text} is said to be part of ${whole.text}`,
        },
        working: {
          formula: `${amount(part.value)} > ${amount(whole.value)}`,
          figures: [whole.id, part.id],
          computed: a,
          stated: b,
        },
        related: [whole],
      })
    }
  },
}

/** What a part is a part of: through parts named before it in the same list, and through numbers that only qualify. */
function wholeOf(check: Check, part: Figure): Figure | null {
  let whole = part
  for (let steps = 0; whole.partOf !== null && steps < 20; steps++) {
    const next = check.figure(whole.partOf)
    if (!next || next.statement !== part.statement) break
    whole = next
  }
  if (whole === part) return null
  const between = check.between(whole, part)
  const listed = between.slice(between.indexOf('其中'))
  // a bracket that closed ended the list of parts; a rate is no whole; a value that has grown is the whole no longer
  if (
    !between.includes('其中') ||
    unopened(listed) ||
    /[每均都]|全部(超|达|突破|在)/.test(check.clause(whole)) ||
    /[由从]/.test(listed)
  )
    return null
  return whole
}

/** The last number of the part's unit before 其中, where nothing but rates and other units stands between. */
function wholeBefore(check: Check, part: Figure): Figure | null {
  const figures = check.figuresByStatement().get(part.statement) ?? []
  const i = figures.indexOf(part)
  const previous = figures[i - 1]
  // the first number after 其中 only
  if (!previous || !/其中[^。；;]{0,24}$/.test(check.between(previous, part))) return null
  for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
    const whole = figures[j]!
    if (whole.unit !== part.unit) continue
    const between = check.between(whole, part)
    const listed = between.slice(between.indexOf('其中'))
    if (between.length > 60 || /[。；;\n]/.test(between) || unopened(listed) || /[由从]/.test(listed)) return null
    return /[每均都]|全部(超|达|突破|在)/.test(check.clause(whole)) || whole.measure !== 'level' ? null : whole
  }
  return null
}

/** 超过50个，其中80个: a whole with a lower bound is no larger by half than its bound, or the bound would be another. */
const beyondBound = (part: Figure, whole: Figure): boolean =>
  (whole.comparator === 'ge' || whole.comparator === 'gt') && part.comparator !== 'le' && part.value! > whole.value! * 1.5

const unopened = (text: string): boolean => (text.match(/[）)]/g) ?? []).length > (text.match(/[（(]/g) ?? []).length
