import type { Figure, PlaceLevel } from '../../read/types.ts'
import type { Check } from '../context.ts'
import { plausible } from '../plausible.ts'
import type { Rule } from '../types.ts'

export const implausibleMagnitude: Rule = {
  id: 'implausible-magnitude',
  severity: 'warning',
  on: true,
  title: { zh: '量级不合常理', en: 'a magnitude out of all likelihood' },
  about: {
    zh: '指标表给出各级各指标的合理区间（只为抓数量级错误，取得很宽）；数值连同其取整区间都在区间之外时报。一县、一区的数不按上级的区间比，累计、新增的数不比。',
    en: 'The catalogue gives for each indicator and level a range, wide enough to catch slips of a power of ten only. It fires where the number, rounding included, lies outside. Parts, sums over years and additions are not compared.',
  },
  fires: [
    { text: '清水市政府工作报告\n2020年工作回顾\n全市人均公园绿地面积达114平方米。', at: '114平方米' },
    { text: '清水市政府工作报告\n2020年工作回顾\n全市城镇化率达到564%。', at: '564%' },
    { text: '清水市政府工作报告\n2020年工作回顾\n城镇登记失业率控制在45%以内。', at: '45%' },
  ],
  quiet: [
    { text: '清水市政府工作报告\n2020年工作回顾\n全市人均公园绿地面积达14平方米。' },
    { text: '清水市政府工作报告\n2020年工作回顾\n全市新增公园绿地114平方米。' },
    { text: '国务院政府工作报告\n2020年工作回顾\n粮食产量13390亿斤，增产113亿斤。' },
  ],
  run(check, notes) {
    const level = check.reading.report.place?.level ?? null
    for (const figure of check.figures) {
      const range = rangeFor(check, figure, level)
      if (!range || !figure.interval) continue
      notes.looked()
      const [low, high] = figure.interval
      const measured: readonly [number, number] = [low * range.factor, high * range.factor]
      // an upper bound is wrong only above the range: 控制在45%以内
      const bound = figure.comparator === 'le' || figure.comparator === 'lt'
      if ((bound || measured[1] >= range.low) && measured[0] <= range.high) continue
      const name = figure.indicator!.name ?? figure.indicator!.text
      notes.found({
        start: figure.start,
        end: figure.end,
        message: {
          zh: `“${name}”写 ${figure.text}，${range.what.zh}合理区间是 ${range.text}`,
          en: `${name} is ${figure.text}; the plausible range${range.what.en} is ${range.text}`,
        },
        working: {
          formula: `${figure.text} ∉ ${range.text}`,
          figures: [figure.id],
          computed: measured,
          stated: [range.low, range.high],
        },
      })
    }
  },
}

const PART_OF_YEAR = /季度|个月|\d月|上半年|五年|年来|期间|时期|累计/
/** What may stand before an indicator that is that of the whole place. */
const OWN = /(^|[，,；;。：:、])(预计|初步统计|全年|年末|全[市省区县州旗国]|[我本][市省区县州旗国]|实现|完成|城市|城区)*$/
const SKIP = /累计|五年|年均|其中|净增|人均|单位|每|户均|亩均|季度|月份?，|占|计划|总投资|最高|单个|增加|突破|增产|减产|增收|减收/

function rangeFor(check: Check, figure: Figure, level: PlaceLevel | null) {
  if (figure.role !== 'measure' || figure.value === null || figure.place || figure.partOf || figure.status === 'context')
    return null
  if (!figure.indicator?.id) return null
  // the ranges hold since 1999, and for whole years: a sum over years or a part of one is another quantity
  if (figure.period !== null && (!/^\d{4}$/.test(figure.period) || Number(figure.period) < 1999)) return null
  if ((check.reading.report.year ?? 2000) < 1999 || PART_OF_YEAR.test(check.statement(figure.statement).text)) return null
  if (!OWN.test(check.text.slice(check.statement(figure.statement).start, figure.indicator.start))) return null
  // 万亿元 without digits has lost them; what is added up over years is told apart by no word
  if (!/\d/.test(figure.text) || /新增|净增/.test(figure.indicator.text)) return null
  if (figure.measure === 'level') {
    if (figure.action || !level || level === 'township') return null
    const clause = check.clause(figure).replace(figure.indicator.text, '')
    if (SKIP.test(clause)) return null
    return plausible(figure.indicator.id, level, figure)
  }
  return null
}
