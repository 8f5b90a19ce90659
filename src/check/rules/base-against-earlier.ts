import type { Figure, Reading } from '../../read/types.ts'
import { againstAs } from '../against.ts'
import { Check, isStated, subject } from '../context.ts'
import { type Interval, meet, plain, standsFor } from '../interval.ts'
import type { Rule } from '../types.ts'
import { bases } from './level-change-base.ts'

/** Years of which national censuses revised the accounts afterwards. */
const REVISED = new Set(['2004', '2008', '2013', '2018', '2023'])

export const baseAgainstEarlier: Rule = {
  id: 'base-against-earlier',
  severity: 'warning',
  on: true,
  title: { zh: '与早先的报告对不上', en: 'at odds with the earlier report' },
  about: {
    zh: '给出上年报告时：本报告写的（或由水平和变化推出的）上年数，与上年报告所写的同一指标不相交时报。上年是预计数、差别很小，或逢普查修订的年份，只作提示。',
    en: "With last year's report at hand: a value stated here for that year, or following from level and change, has to meet what that report stated. Where it was an estimate, the difference is small or a census revised the year, it is a note.",
  },
  fires: [
    {
      text: '清水市政府工作报告\n——2022年1月12日\n一、2021年工作回顾\n高新技术企业总数320家，比上年增加40家。',
      against: '清水市政府工作报告\n——2021年1月12日\n一、2020年工作回顾\n高新技术企业总数270家。',
      at: '40家',
    },
  ],
  quiet: [
    {
      text: '清水市政府工作报告\n——2022年1月12日\n一、2021年工作回顾\n高新技术企业总数320家，比上年增加50家。',
      against: '清水市政府工作报告\n——2021年1月12日\n一、2020年工作回顾\n高新技术企业总数270家。',
    },
  ],
  run(check, notes) {
    for (const earlier of check.against) {
      if (!comparable(check.reading, earlier)) continue
      const then = levels(earlier)
      for (const claim of claims(check)) {
        for (const { figure, other } of then.get(claim.key) ?? []) {
          const before = standsFor(figure)
          if (!before || before[0] === Number.NEGATIVE_INFINITY) continue
          const agreed = meet(before, claim.interval)
          notes.sum({ agreement: agreed ? 'exact' : 'no', figures: claim.figures, formula: `${claim.formula} | ${figure.text}` })
          if (agreed) continue
          const off = Math.abs(claim.nominal - figure.value!) / Math.abs(figure.value!)
          const mild = figure.status === 'estimated' || off < 0.02 || REVISED.has(claim.period)
          notes.found({
            start: claim.at.start,
            end: claim.at.end,
            severity: mild ? 'note' : 'warning',
            message: {
              zh: `“${claim.name}”${claim.period} 年：本报告 ${claim.formula}，早先的报告写 ${figure.text}${figure.status === 'estimated' ? '（预计数）' : ''}`,
              en: `${claim.name} in ${claim.period}: ${claim.formula} here, ${figure.text} in the earlier report${figure.status === 'estimated' ? ' (an estimate)' : ''}`,
            },
            working: { formula: claim.formula, figures: claim.figures, computed: claim.interval, stated: before },
            against: { name: earlier.source.name, text: other },
          })
          break
        }
      }
    }
  },
}

/** An earlier report, or the communiqué of an earlier year: both state what that year was. */
function comparable(a: Reading, b: Reading): boolean {
  const as = againstAs(a, b)
  return as === 'earlier' || (as === 'communique' && (b.report.year ?? 0) < (a.report.year ?? 0))
}

interface Claim {
  key: string
  name: string
  period: string
  interval: Interval
  nominal: number
  formula: string
  figures: string[]
  at: Figure
}

const keyOf = (figure: Figure, period: string): string =>
  [figure.indicator?.id ?? subject(figure), period, figure.place, figure.unit].join('\n')

/** Levels of a year before the report's own: stated, or following from a level and its change. */
function* claims(check: Check): Generator<Claim> {
  for (const { level, change, base, nominal } of bases(check)) {
    if (!isRead(level)) continue
    const decimals = Math.max(level.decimals ?? 0, change.decimals ?? 0)
    const scale = 10 ** level.magnitude
    const unit = level.text.replace(/^[\d.．０-９]+/, '')
    const size = change.value! < 0 ? '+' : '−'
    const formula = `${plain(level.value! / scale, decimals)} ${size} ${plain(Math.abs(change.value!) / scale, decimals)} = ${plain(nominal / scale, decimals)}${unit}`
    const period = change.baseline!
    yield {
      key: keyOf(level, period),
      name: subject(level)!,
      period,
      interval: base,
      nominal,
      formula,
      figures: [level.id, change.id],
      at: change,
    }
  }
  for (const list of check.figuresByStatement().values()) {
    for (const [i, figure] of list.entries()) {
      const level = stands(figure)
      if (!level || !isYear(figure.period)) continue
      if (figure.period !== String(check.reading.report.reviewYear ?? '')) {
        yield claim(figure, figure.period!, level, figure.value!, `${figure.text}`, [figure.id], figure)
      }
      const next = list[i + 1]
      const rate = next && ratesOf(check, figure, next)
      if (!next || !rate) continue
      const base: Interval = [level[0] / (1 + rate[1] / 100), level[1] / (1 + rate[0] / 100)]
      const nominal = figure.value! / (1 + next.value! / 100)
      const formula = `${figure.text} ÷ (1 + ${plain(next.value!, 2)}%) = ${plain(nominal / 10 ** figure.magnitude, (figure.decimals ?? 0) + 1)}${figure.text.replace(/^[\d.．０-９]+/, '')}`
      yield claim(figure, next.baseline!, base, nominal, formula, [figure.id, next.id], next)
    }
  }
}

/** An indicator of the catalogue, or a name long enough to be one thing, in arabic digits: what two reports can both mean. */
const isRead = (figure: Figure): boolean =>
  /[0-9]/.test(figure.text) && (figure.indicator?.id != null || (subject(figure)?.length ?? 0) > 4)

const isYear = (period: string | null): boolean => period !== null && /^\d{4}$/.test(period)

const claim = (
  figure: Figure,
  period: string,
  interval: Interval,
  nominal: number,
  formula: string,
  figures: string[],
  at: Figure,
): Claim => ({ key: keyOf(figure, period), name: subject(figure)!, period, interval, nominal, formula, figures, at })

/** The interval of a level that is one of a whole place; null for anything else. */
function stands(figure: Figure): Interval | null {
  if (!isStated(figure) || figure.measure !== 'level' || figure.value === null || figure.comparator !== 'eq') return null
  if (!isRead(figure) || figure.action !== null || figure.partOf !== null) return null
  return standsFor(figure)
}

/** The yearly rate right after a level of something counted or weighed: amounts of money grow at prices of their own. */
function ratesOf(check: Check, level: Figure, change: Figure): Interval | null {
  if (change.measure !== 'change' || change.value === null || change.value <= -100 || !isYear(change.baseline)) return null
  if (level.dimension === 'money' || level.dimension === 'percent' || subject(level) !== subject(change)) return null
  if (change.period !== level.period || change.start - level.end > 12 || change.comparator !== 'eq') return null
  if (Number(change.period) - Number(change.baseline) !== 1 || /[年均分别]/.test(check.between(level, change))) return null
  return standsFor(change)
}

/** What a report states of its year, by what and when. */
function levels(reading: Reading): Map<string, { figure: Figure; other: string }[]> {
  const map = new Map<string, { figure: Figure; other: string }[]>()
  const check = new Check(reading)
  for (const figure of reading.figures) {
    if (!isStated(figure) || figure.measure !== 'level' || figure.value === null || figure.period === null) continue
    if (!isRead(figure) || figure.action !== null || figure.partOf !== null) continue
    if (figure.dimension !== 'percent' && isOfPeriod(check, figure)) continue
    const key = keyOf(figure, figure.period)
    const item = { figure, other: check.clause(figure) }
    const list = map.get(key)
    if (list) list.push(item)
    else map.set(key, [item])
  }
  return map
}

/** What is made or added year by year, in a passage about several years: it may be their total. */
const isOfPeriod = (check: Check, figure: Figure): boolean =>
  /产量|新增|投资|外资|销量|收入|支出|就业/.test(figure.indicator?.text ?? '') &&
  !/\d{4}年/.test(check.clause(figure)) &&
  ofYears(check, figure)

const ofYears = (check: Check, figure: Figure): boolean => {
  const paragraph = check.text.slice(check.text.lastIndexOf('\n', figure.start) + 1, figure.end)
  return /这五年|五年来|五年间|过去五年|五年的|[“"]?十[一二三四五]五[”"]?(时期|期间|以来)/.test(paragraph)
}
