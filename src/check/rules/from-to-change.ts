import { type FromTo, fromTos } from '../from-to.ts'
import { agreement, amount, type Interval, meet, minus, over, plain, standsFor, written } from '../interval.ts'
import type { Notes, Rule } from '../types.ts'

export const fromToChange: Rule = {
  id: 'from-to-change',
  severity: 'warning',
  on: true,
  title: { zh: '由甲到乙的变化与所述增幅不符', en: 'the change stated is not that from the one value to the other' },
  about: {
    zh: '“由A增加到B，增长C%（增加D、是A的E倍、年均增长F%）”：A、B 与变化量必须相符。按不变价计算的总量（生产总值、增加值）和可比口径的数不比增速。',
    en: 'In "from A to B, up C% (by D, E times A, F% a year)" the three agree. Totals at constant prices and figures on a comparable basis are left out where a rate is stated.',
  },
  fires: [
    { text: '高新技术企业由80家增加到200家，增长120%。', at: '120%' },
    { text: '森林覆盖率由49.3%提高到53.0%，提高4.7个百分点。', at: '4.7个百分点' },
    { text: '床位数从2000张增加到3000张，增加1200张。', at: '1200张' },
  ],
  quiet: [
    { text: '高新技术企业由80家增加到200家，增长150%。' },
    { text: '森林覆盖率由49.3%提高到53.0%，提高3.7个百分点。' },
    { text: '地区生产总值由1000亿元增加到1500亿元，年均增长6%。' },
    { text: '床位数从2000张增加到3000张，增加1000张。' },
  ],
  run(check, notes) {
    for (const trio of fromTos(check)) judge(trio, notes)
  },
}

function judge({ from, to, change, years, realTerms, more }: FromTo, notes: Notes): void {
  const a = written(from)
  const b = written(to)
  const stated = change && standsFor(change)
  if (!a || !b || !change || !stated || from.value === null || to.value === null || change.value === null) return
  const ids = [from.id, to.id, change.id]
  const isRate = change.measure === 'change'
  if (isRate && realTerms) return
  const ratio = over(b, a)
  let computed: Interval
  let nominal: number
  let formula: string
  const show = (x: number) => amount(x, Math.max(from.decimals ?? 0, to.decimals ?? 0, 1))
  if (change.measure === 'change-points' || change.measure === 'change-abs') {
    computed = minus(b, a)
    nominal = to.value - from.value
    formula = `${show(to.value)} − ${show(from.value)} = ${show(nominal)}`
    if (years) {
      computed = [computed[0] / years, computed[1] / years]
      nominal /= years
      formula = `(${show(to.value)} − ${show(from.value)}) ÷ ${years} = ${show(nominal)}`
    }
  } else if (change.measure === 'multiple' && ratio) {
    // 增长2.3倍 is 2.3 times more, 是…的3.3倍 the same
    const less = more ? 1 : 0
    computed = [ratio[0] - less, ratio[1] - less]
    nominal = to.value / from.value - less
    formula = `${show(to.value)} ÷ ${show(from.value)}${more ? ' − 1' : ''} = ${plain(nominal, 3)}`
  } else if (isRate && ratio && years) {
    const yearly = (x: number) => (x ** (1 / years) - 1) * 100
    computed = [yearly(ratio[0]), yearly(ratio[1])]
    nominal = yearly(to.value / from.value)
    formula = `(${show(to.value)} ÷ ${show(from.value)})^(1/${years}) − 1 = ${plain(nominal)}%`
  } else if (isRate && ratio) {
    computed = [(ratio[0] - 1) * 100, (ratio[1] - 1) * 100]
    nominal = (to.value / from.value - 1) * 100
    formula = `${show(to.value)} ÷ ${show(from.value)} − 1 = ${plain(nominal)}%`
  } else return
  // a decrease may be told by its size
  const size: Interval = nominal < 0 && change.value > 0 ? [-computed[1], -computed[0]] : computed
  const agreed = agreement(stated, size, Math.abs(nominal) * (size === computed ? Math.sign(nominal) : 1))
  notes.sum({ agreement: agreed, figures: ids, formula })
  if (agreed !== 'no') return
  // cutting digits off instead of rounding them is a habit, not a contradiction
  const step = 10 ** ((change.magnitude ?? 0) - (change.decimals ?? 0))
  const cut = meet([stated[0] - step / 2, stated[1] + step], size)
  notes.found({
    start: change.start,
    end: change.end,
    severity: cut ? 'note' : 'warning',
    message: {
      zh: `由 ${from.text} 到 ${to.text}，算得 ${formula}，文中写 ${change.text}`,
      en: `from ${from.text} to ${to.text} gives ${formula}; the text says ${change.text}`,
    },
    working: { formula, figures: ids, computed: size, stated },
    related: [from, to],
  })
}
