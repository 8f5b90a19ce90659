import type { Figure } from '../../read/types.ts'
import { type Check, isStated } from '../context.ts'
import { yearsBetween } from '../from-to.ts'
import { amount, type Interval, over, plain, through } from '../interval.ts'
import type { Rule } from '../types.ts'

export const targetPath: Rule = {
  id: 'target-path',
  severity: 'note',
  on: true,
  title: { zh: '五年目标折合的年均增速', en: 'the yearly rate that a five-year target implies' },
  about: {
    zh: '期末目标与现有水平相比，折合每年要增长多少，与文中已实现的年均增速、当年目标并列，供判断难易。按现价与不变价的差别未作调整。',
    en: 'What a target for the end of a period asks for each year, beside the rate achieved and the target of the year. No adjustment is made between current and constant prices.',
  },
  fires: [
    {
      text: '2021年政府工作报告解读\n“十三五”时期,清水干得怎么样?\n综合实力迈上新台阶\n●全市地区生产总值突破1500亿元,按不变价计算,比“十二五”期末增长29.6%。\n“十四五”时期,清水应该怎么办?\n提升综合实力\n●奋力推动地区生产总值跨越2000亿元。',
      at: '2000亿元',
    },
  ],
  quiet: [{ text: '2021年政府工作报告\n一、2020年工作回顾\n地区生产总值1520亿元。\n二、2021年工作安排\n地区生产总值增长8%。' }],
  run(check, notes) {
    const told = new Set<string>()
    for (const target of check.figures) {
      const id = target.indicator?.id
      if (!id || target.status !== 'target' || target.measure !== 'level' || target.value === null || target.action) continue
      if (target.role !== 'measure' || target.dimension === 'percent' || told.has(id)) continue
      const level = latest(check.figures, target)
      // additions over five years are no level
      if (/新增|累计|净增|每年|改造|新建/.test(check.clause(target))) continue
      // a yearly rate of a length of life or of working hours says nothing
      if (
        target.dimension === 'time' ||
        target.dimension === 'age' ||
        !/[0-9]/.test(target.text) ||
        !/[0-9]/.test(level?.text ?? '')
      )
        continue
      const end = endOf(target.period)
      const years = level && end ? yearsBetween(level.period, end) : null
      if (!level || !years || years < 2 || target.value <= level.value!) continue
      told.add(id)
      const yearly = (x: number) => (x ** (1 / years) - 1) * 100
      const rate = yearly(target.value / level.value!)
      const computed = through(over(target.interval!, level.interval!)!, yearly)
      const formula = `(${amount(target.value)} ÷ ${amount(level.value!)})^(1/${years}) − 1 = ${plain(rate, 1)}%`
      const beside = achieved(check, id, level)
      notes.found({
        start: target.start,
        end: target.end,
        message: {
          zh: `由 ${level.text} 到 ${target.text}，${years} 年年均要增长 ${plain(rate, 1)}%${beside ? `；过去${beside.years}年年均 ${plain(beside.rate, 1)}%` : ''}`,
          en: `from ${level.text} to ${target.text} in ${years} years asks for ${plain(rate, 1)}% a year${beside ? `; over the past ${beside.years} years it was ${plain(beside.rate, 1)}%` : ''}`,
        },
        working: {
          formula: beside ? `${formula}；${beside.formula}` : formula,
          figures: [level.id, target.id, ...(beside ? [beside.figure.id] : [])],
          computed,
          stated: beside ? beside.interval : null,
        },
        related: beside ? [level, beside.figure] : [level],
      })
    }
  },
}

const endOf = (period: string | null): string | null => (period ? (/(\d{4})$/.exec(period)?.[1] ?? null) : null)

/** The level stated last before the target's period begins. */
function latest(figures: readonly Figure[], target: Figure): Figure | null {
  const fits = figures.filter(
    f =>
      isStated(f) &&
      f.measure === 'level' &&
      f.value !== null &&
      f.value > 0 &&
      f.interval !== null &&
      f.indicator?.id === target.indicator!.id &&
      f.unit === target.unit &&
      f.place === target.place &&
      f.period !== null &&
      /^\d{4}$/.test(f.period),
  )
  return fits.sort((a, b) => Number(b.period) - Number(a.period) || a.start - b.start)[0] ?? null
}

/** The yearly rate behind a growth over several years up to the level. */
function achieved(check: Check, id: string, level: Figure) {
  for (const figure of check.figures) {
    if (figure.indicator?.id !== id || figure.measure !== 'change' || !isStated(figure) || figure.value === null) continue
    const years = yearsBetween(figure.baseline, figure.period)
    if (figure.period !== level.period || !years || years < 2) continue
    const each = /年均|每年|递增/.test(check.before(figure, 12))
    const yearly = (x: number) => (each ? x : ((1 + x / 100) ** (1 / years) - 1) * 100)
    const interval: Interval = through(figure.interval!, yearly)
    const rate = yearly(figure.value)
    return {
      figure,
      years,
      rate,
      interval,
      formula: each ? figure.text : `(1 + ${figure.text})^(1/${years}) − 1 = ${plain(rate, 1)}%`,
    }
  }
  return null
}
