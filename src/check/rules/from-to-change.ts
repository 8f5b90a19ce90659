import type { Figure } from '../../read/types.ts'
import type { Check } from '../context.ts'
import { type Difference, differences, type FromTo, fromTos, type Increment, increments, yearsBetween } from '../from-to.ts'
import { agreement, amount, type Interval, meet, minus, over, plain, standsFor, written } from '../interval.ts'
import type { Notes, Rule } from '../types.ts'

export const fromToChange: Rule = {
  id: 'from-to-change',
  severity: 'warning',
  on: true,
  title: { zh: '由甲到乙的变化与所述增幅不符', en: 'the change stated is not that from the one value to the other' },
  about: {
    zh: '“由A增加到B，增长C%（增加D、是A的E倍、年均增长F%）”“A，比上年增加D，增长C%”“A，较…的B增加D”：几个数必须相符。按不变价计算的总量（生产总值、增加值）和可比口径的数，增速与现价增幅之差超出物价所能解释（每年−5～9个百分点）才报；财政收入的增速常按可比口径，只作提示。',
    en: 'In "from A to B, up C% (by D, E times A, F% a year)", "A, D more than last year, up C%" and "A, D more than the B of then" the three agree. The rate of totals at constant prices and of figures on a comparable basis may be off by what prices explain (−5 to 9 points a year); the rate of public revenue is often on such a basis, so it is a note.',
  },
  fires: [
    { text: '高新技术企业由80家增加到200家，增长120%。', at: '120%' },
    { text: '森林覆盖率由49.3%提高到53.0%，提高4.7个百分点。', at: '4.7个百分点' },
    { text: '床位数从2000张增加到3000张，增加1200张。', at: '1200张' },
    { text: '汽车产量由2015年的20万辆发展到72万辆，增长3.6倍。', at: '3.6倍' },
    { text: '教育经费374亿元，比上年增加50亿元，增长18.4%。', at: '18.4%' },
    { text: '平均浓度从74微克/立方米降至44.8微克/立方米、降幅近50%。', at: '50%' },
    {
      text: '2021年政府工作报告\n一、过去五年工作回顾\n地区生产总值由2015年的1000亿元增加到2020年的5500亿元，年均增长6%。',
      at: '6%',
    },
    { text: '地区生产总值达到720亿元，较“十三五”末的520亿元增加210亿元。', at: '210亿元' },
  ],
  quiet: [
    { text: '高新技术企业由80家增加到200家，增长150%。' },
    { text: '森林覆盖率由49.3%提高到53.0%，提高3.7个百分点。' },
    { text: '地区生产总值由1000亿元增加到1500亿元，年均增长6%。' },
    { text: '2021年政府工作报告\n一、过去五年工作回顾\n地区生产总值由2015年的1000亿元增加到2020年的1500亿元，年均增长6%。' },
    { text: '床位数从2000张增加到3000张，增加1000张。' },
    { text: '汽车产量由2015年的20万辆发展到72万辆，增长2.6倍。' },
    { text: '教育经费374亿元，比上年增加50亿元，增长15.4%。' },
    { text: '地区生产总值达到720亿元，较“十三五”末的520亿元增加200亿元、增长28.6%。' },
    { text: '高新技术企业从1628家增加到9400家、增长近5倍。' },
    { text: '平均浓度从74微克/立方米降至44.8微克/立方米、降幅近40%。' },
  ],
  run(check, notes) {
    for (const trio of fromTos(check)) judge(trio, notes)
    for (const trio of increments(check)) judgeIncrement(check, trio, notes)
    for (const trio of differences(check)) judgeDifference(trio, notes)
  },
}

/** How far prices of the whole economy have moved in a year since 2000, in points, with room to spare. */
const PRICES_UP = 9
const PRICES_DOWN = 5

function judge({ from, to, change, years, realTerms, more, revenue, rate }: FromTo, notes: Notes): void {
  const a = written(from)
  const b = written(to)
  const stated = change && statedOf(change)
  if (!a || !b || !change || !stated || from.value === null || to.value === null || change.value === null) return
  const isMultiple = change.measure === 'multiple' || change.unit === '倍'
  const isRate = !isMultiple && (change.measure === 'change' || (rate && change.dimension === 'percent'))
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
  } else if (isMultiple && ratio && !years) {
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
  const signed = Math.abs(nominal) * (size === computed ? Math.sign(nominal) : 1)
  if (realTerms && (isRate || isMultiple)) {
    // prices lie between the amounts and the rate: only what no movement of prices explains is told
    if (Number(to.period?.slice(-4) ?? 0) < 2001 || isMultiple) return
    const span = years ? 1 : (yearsBetween(from.period, to.period) ?? 5)
    const real: Interval = [size[0] - PRICES_UP * span, size[1] + PRICES_DOWN * span]
    if (meet(real, stated)) notes.looked()
    else compare({ formula, nominal: signed, computed: real, stated }, [from, to, change], notes)
    return
  }
  compare({ formula, nominal: signed, computed: size, stated, mild: revenue && isRate }, [from, to, change], notes)
}

/** What a change stands for; 近5倍 is short of five by up to a tenth. */
function statedOf(change: Figure): Interval | null {
  const stated = standsFor(change)
  return stated && change.comparator === 'approx' && stated[0] > 0
    ? [Math.min(stated[0], change.value! * 0.9), stated[1]]
    : stated
}

function judgeIncrement(check: Check, { level, added, rate }: Increment, notes: Notes): void {
  const now = written(level)
  const more = written(added)
  const stated = standsFor(rate)
  if (!now || !more || !stated) return
  const less = added.value! < 0 || /减|降/.test(check.between(level, added))
  const size = Math.abs(added.value!)
  const low = Math.min(...more.map(Math.abs))
  const high = Math.max(...more.map(Math.abs))
  const before: Interval = less ? [now[0] + low, now[1] + high] : [now[0] - high, now[1] - low]
  const share = over([low, high], before)
  if (!share) return
  const base = level.value! + (less ? size : -size)
  const show = (x: number) => amount(x, Math.max(level.decimals ?? 0, added.decimals ?? 0))
  const nominal = (size / base) * 100
  const formula = `${show(size)} ÷ (${show(level.value!)} ${less ? '+' : '−'} ${show(size)}) = ${plain(nominal)}%`
  const told: Interval = rate.value! < 0 ? [-stated[1], -stated[0]] : stated
  compare({ formula, nominal, computed: [share[0] * 100, share[1] * 100], stated: told }, [level, added, rate], notes)
}

const BASIS = { zh: '若按可比口径计算，请写明', en: 'if the rate is on a comparable basis, say so' }

function judgeDifference({ level, base, added }: Difference, notes: Notes): void {
  const [now, then, stated] = [written(level), written(base), standsFor(added)]
  if (!now || !then || !stated) return
  const gap = minus(now, then)
  const show = (x: number) => amount(x, Math.max(level.decimals ?? 0, base.decimals ?? 0))
  const nominal = level.value! - base.value!
  const formula = `${show(level.value!)} − ${show(base.value!)} = ${show(nominal)}`
  const told = stated[0] < 0 ? ([-stated[1], -stated[0]] as const) : stated
  const computed: Interval = nominal < 0 ? [-gap[1], -gap[0]] : gap
  compare({ formula, nominal: Math.abs(nominal), computed, stated: told }, [level, base, added], notes)
}

interface Sum {
  formula: string
  nominal: number
  computed: Interval
  stated: Interval
  /** There may be a reason that the text does not give. */
  mild?: boolean
}

/** The change stated, last of the figures, beside what the two others give. */
function compare({ formula, nominal, computed, stated, mild }: Sum, figures: [Figure, Figure, Figure], notes: Notes): void {
  const [one, two, change] = figures
  const ids = figures.map(f => f.id)
  const agreed = agreement(stated, computed, nominal)
  notes.sum({ agreement: agreed, figures: ids, formula })
  if (agreed !== 'no') return
  // cutting digits off instead of rounding them is a habit, not a contradiction
  const step = 10 ** ((change.magnitude ?? 0) - (change.decimals ?? 0))
  const cut = meet([stated[0] - step / 2, stated[1] + step], computed)
  notes.found({
    start: change.start,
    end: change.end,
    severity: cut || mild ? 'note' : 'warning',
    message: {
      zh: `由 ${one.text} 和 ${two.text} 算得 ${formula}，文中写 ${change.text}`,
      en: `${one.text} and ${two.text} give ${formula}; the text says ${change.text}`,
    },
    working: { formula, figures: ids, computed, stated },
    ...(mild ? { proposal: BASIS } : {}),
    related: [one, two],
  })
}
