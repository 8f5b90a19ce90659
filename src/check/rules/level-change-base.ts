import type { Figure } from '../../read/types.ts'
import { type Check, isStated, subject } from '../context.ts'
import { amount, type Interval, meet, minus, plain, standsFor } from '../interval.ts'
import type { Notes, Rule } from '../types.ts'

export const levelChangeBase: Rule = {
  id: 'level-change-base',
  severity: 'warning',
  on: true,
  title: { zh: '水平、变化与基数不符', en: 'level, change and base do not agree' },
  about: {
    zh: '“270家，比上期增加170家”推出基数100家（作为推算值保存，附来源）；文中别处写有同一指标同一时期的数，两者区间不相交时报。',
    en: '"270, up by 170" gives a base of 100, kept as derived with its lineage. Where the report states the same indicator for that period, the two have to agree.',
  },
  fires: [
    {
      text: '2020年政府工作报告\n一、过去五年工作回顾\n2015年高新技术企业总数120家。\n2020年高新技术企业总数270家，比2015年增加170家。',
      at: '120家',
    },
  ],
  quiet: [
    {
      text: '2020年政府工作报告\n一、过去五年工作回顾\n2015年高新技术企业总数100家。\n2020年高新技术企业总数270家，比2015年增加170家。',
    },
    { text: '森林覆盖率53.01%，比“十二五”期末提高3.69个百分点。' },
  ],
  run(check, notes) {
    const levels = levelsByKey(check)
    for (const { level, change, base, nominal } of bases(check)) {
      notes.looked()
      const decimals = Math.max(level.decimals ?? 0, change.decimals ?? 0)
      const show = (x: number) => (level.magnitude >= 4 ? amount(x, decimals) : plain(x, decimals))
      const formula = `${show(level.value!)} ${change.value! < 0 ? '+' : '−'} ${show(Math.abs(change.value!))} = ${show(nominal)}`
      notes.derive({
        indicator: subject(level)!,
        indicatorId: level.indicator?.id ?? null,
        place: level.place,
        period: change.baseline,
        value: Number(nominal.toPrecision(12)),
        interval: base,
        unit: level.unit,
        formula,
        figures: [level.id, change.id],
      })
      for (const other of levels.get(key(subject(level)!, change.baseline, level)) ?? []) {
        compare(notes, { level, change, base, other, formula, show, nominal })
      }
    }
  },
}

export interface Base {
  level: Figure
  change: Figure
  base: Interval
  nominal: number
}

/** Every level followed by its change in the unit itself, with the base that follows. */
export function* bases(check: Check): Generator<Base> {
  for (const figures of check.figuresByStatement().values()) {
    for (let i = 0; i < figures.length; i++) {
      const change = figures[i]!
      if ((change.measure !== 'change-abs' && change.measure !== 'change-points') || change.value === null) continue
      if (!change.baseline || !isStated(change)) continue
      const level = figures.slice(0, i).findLast(f => f.measure === 'level' && f.role === 'measure')
      if (!level || !isStated(level) || level.value === null || level.action !== null) continue
      if (!subject(level) || subject(level) !== subject(change) || level.period !== change.period) continue
      if (level.place !== change.place || level.partOf !== null) continue
      const same = change.measure === 'change-points' ? level.dimension === 'percent' : level.unit === change.unit
      // the change right after the level; other numbers between them may have changed what is spoken of
      if (!same || change.start - level.end > 24 || /[。；;]/.test(check.between(level, change))) continue
      if (/分别|全国|全省|计划|目标|高于|低于|平均|可比|口径/.test(check.between(level, change))) continue
      const one = standsFor(level)
      const two = standsFor(change)
      if (!one || !two || !one.every(Number.isFinite) || !two.every(Number.isFinite)) continue
      yield { level, change, base: minus(one, two), nominal: level.value - change.value }
    }
  }
}

const key = (name: string, period: string | null, figure: Figure): string =>
  `${name}\n${period}\n${figure.place ?? ''}\n${figure.unit}`

function levelsByKey(check: Check): Map<string, Figure[]> {
  const map = new Map<string, Figure[]>()
  for (const figure of check.figures) {
    const name = subject(figure)
    if (!name || figure.measure !== 'level' || figure.role !== 'measure' || figure.period === null) continue
    if (figure.status === 'target' || figure.action !== null || figure.partOf !== null) continue
    const k = key(name, figure.period, figure)
    const list = map.get(k)
    if (list) list.push(figure)
    else map.set(k, [figure])
  }
  return map
}

interface Pair extends Base {
  other: Figure
  formula: string
  show(x: number): string
}

function compare(notes: Notes, { level, change, base, other, formula, nominal }: Pair): void {
  const stated = standsFor(other)
  if (!stated || other.id === level.id || other.id === change.id) return
  const ids = [level.id, change.id, other.id]
  const agreed = meet(stated, base) ? (stated[0] <= nominal && nominal <= stated[1] ? 'exact' : 'rounding') : 'no'
  notes.sum({ agreement: agreed, figures: ids, formula })
  if (agreed !== 'no') return
  notes.found({
    start: other.start,
    end: other.end,
    message: {
      zh: `由 ${level.text} 和变化 ${change.text} 推出 ${change.baseline} 年为 ${formula}，这里写 ${other.text}`,
      en: `${level.text} with a change of ${change.text} gives ${formula} for ${change.baseline}; here it says ${other.text}`,
    },
    working: { formula, figures: ids, computed: base, stated },
    related: [level, change],
  })
}
