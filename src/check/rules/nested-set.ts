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
    zh: '“其中”引出的部分不能大于整体；单位相同、都不是下限或约数时才比。',
    en: 'What 其中 makes a part is not larger than the whole. Compared only in the same unit.',
  },
  fires: [{ text: '全年新开工项目120个，其中亿元以上项目150个。', at: '150个' }],
  quiet: [{ text: '全年新开工项目150个，其中亿元以上项目120个。' }, { text: '全年完成投资150亿元，其中工业投资增长160%。' }],
  run(check, notes) {
    for (const part of check.figures) {
      const whole = wholeOf(check, part)
      if (!whole || part.unit !== whole.unit || part.unitId !== whole.unitId || part.value === null || whole.value === null)
        continue
      if (part.measure !== 'level' || whole.measure !== 'level' || part.dimension === 'percent') continue
      if (part.role !== 'measure' || whole.role !== 'measure' || part.period !== whole.period) continue
      const a = standsFor(part)
      const b = standsFor(whole)
      if (!a || !b) continue
      const room = minus(b, a)
      const formula = `${amount(part.value)} ≤ ${amount(whole.value)}`
      notes.sum({ agreement: room[1] >= 0 ? 'exact' : 'no', figures: [whole.id, part.id], formula })
      if (room[1] >= 0) continue
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
  if (!between.includes('其中') || unopened(listed) || /[每均]/.test(check.clause(whole)) || /[由从]/.test(listed)) return null
  return whole
}

const unopened = (text: string): boolean => (text.match(/[）)]/g) ?? []).length > (text.match(/[（(]/g) ?? []).length
