import type { Figure } from '../../read/types.ts'
import { type Check, isStated, subject } from '../context.ts'
import { REAL, yearsBetween } from '../from-to.ts'
import { agreement, amount, type Interval, meet, over, plain, standsFor } from '../interval.ts'
import type { Notes, Rule } from '../types.ts'

const HEAD = '2021年政府工作报告\n一、2020年工作回顾\n'

export const growthTwoLevels: Rule = {
  id: 'growth-two-levels',
  severity: 'warning',
  on: true,
  title: { zh: '增速与前后两个数不符', en: 'a rate at odds with the two levels stated' },
  about: {
    zh: '同一指标的两个年份的数都在文中（可在不同段落），又写了后一年比前一年的增速时，三者应相符。按不变价或可比口径计算的总量（生产总值、增加值、收入等）不比。“由甲到乙”写在一处的另有规则。',
    en: 'Where a report states an indicator for two years, in whatever parts of it, and the growth from the one to the other, the three agree. Totals at constant prices or on a comparable basis are left out. "From A to B" in one place has a rule of its own.',
  },
  fires: [
    {
      text: `${HEAD}2019年高新技术企业80家。\n推进科技创新。2020年高新技术企业100家，比2019年增长20%。`,
      at: '20%',
    },
  ],
  quiet: [
    { text: `${HEAD}2019年高新技术企业80家。\n推进科技创新。2020年高新技术企业100家，比2019年增长25%。` },
    { text: `${HEAD}2019年地区生产总值1000亿元。\n2020年地区生产总值1080亿元，比2019年增长3%。` },
  ],
  run(check, notes) {
    const levels = levelsOf(check)
    for (const change of check.figures) {
      if (change.measure !== 'change' || change.value === null || !isStated(change) || change.comparator === 'range') continue
      const name = subject(change)
      if (!name || !isYear(change.period) || !isYear(change.baseline) || change.partOf !== null) continue
      const years = yearsBetween(change.baseline, change.period)
      if (!years || /年均|平均每年|每年|同口径|可比/.test(check.clause(change)) || REAL.test(name + check.clause(change)))
        continue
      const now = levels.get(key(change, change.period))
      const then = levels.get(key(change, change.baseline))
      if (now && then) judge(notes, change, now, then)
    }
  },
}

const isYear = (period: string | null): period is string => period !== null && /^\d{4}$/.test(period)

const key = (figure: Figure, period: string): string => [figure.indicator?.id ?? subject(figure), period, figure.place].join('\n')

/** Levels said of a year once, or always alike; a thing of which a report gives two values is another rule's matter. */
function levelsOf(check: Check): Map<string, Figure> {
  const map = new Map<string, Figure | null>()
  for (const figure of check.figures) {
    const name = subject(figure)
    if (figure.measure !== 'level' || figure.value === null || !name || !isYear(figure.period) || !isStated(figure)) continue
    if (figure.action !== null || figure.partOf !== null || figure.dimension === 'percent' || !/\d/.test(figure.text)) continue
    const at = key(figure, figure.period)
    const known = map.get(at)
    if (known === undefined) map.set(at, figure)
    else if (known && (known.value !== figure.value || known.unit !== figure.unit)) map.set(at, null)
  }
  return new Map([...map].filter((entry): entry is [string, Figure] => entry[1] !== null))
}

function judge(notes: Notes, change: Figure, now: Figure, then: Figure): void {
  const [a, b, stated] = [standsFor(then), standsFor(now), standsFor(change)]
  const ratio = a && b && over(b, a)
  if (!ratio || !stated || then.unit !== now.unit || then.value === 0) return
  const computed: Interval = [(ratio[0] - 1) * 100, (ratio[1] - 1) * 100]
  const nominal = (now.value! / then.value! - 1) * 100
  const size: Interval = nominal < 0 && change.value! > 0 ? [-computed[1], -computed[0]] : computed
  const show = (x: number) => amount(x, Math.max(now.decimals ?? 0, then.decimals ?? 0, 1))
  const formula = `${show(now.value!)} ÷ ${show(then.value!)} − 1 = ${plain(nominal)}%`
  const ids = [then.id, now.id, change.id]
  const agreed = agreement(stated, size, size === computed ? nominal : -nominal)
  notes.sum({ agreement: agreed, figures: ids, formula })
  if (agreed !== 'no') return
  // digits cut off instead of rounded are a habit, not a contradiction
  const step = 10 ** ((change.magnitude ?? 0) - (change.decimals ?? 0))
  const cut = meet([stated[0] - step / 2, stated[1] + step], size)
  notes.found({
    start: change.start,
    end: change.end,
    severity: cut ? 'note' : 'warning',
    message: {
      zh: `${change.baseline} 年 ${then.text}、${change.period} 年 ${now.text}，算得 ${formula}，文中写 ${change.text}`,
      en: `${then.text} in ${change.baseline} and ${now.text} in ${change.period} give ${formula}; the text says ${change.text}`,
    },
    working: { formula, figures: ids, computed: size, stated },
    related: [then, now],
  })
}
