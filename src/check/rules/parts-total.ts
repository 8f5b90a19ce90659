import { agreement, amount, total, written } from '../interval.ts'
import { sumOf, wholes } from '../parts.ts'
import type { Rule } from '../types.ts'

export const partsTotal: Rule = {
  id: 'parts-total',
  severity: 'warning',
  on: true,
  title: { zh: '各部分之和与合计不符', en: 'the parts do not add to the total' },
  about: {
    zh: '同一单位的几个部分后跟“共、合计”，或“N项，其中完成A项、推进B项、未完成C项”，各部分之和应等于合计。三次产业、进口和出口、约束性和预期性等不重不漏的部分（见互补表）直接比；其余只在和与合计相近（差不到八分之一）时报：差得远的多半不是一组。',
    en: 'Parts of one unit followed by 共 or 合计 add to it, and so do the states that a number of items is split into. Parts that the catalogue knows to be all there are (three sectors, imports and exports, binding and expected) are compared as they stand; others only where sum and total are within an eighth of each other: numbers further apart are rarely one set.',
  },
  fires: [
    { text: '全年新建小学12所、中学8所，合计21所。', at: '21所' },
    { text: '督查的222项任务中，超进度的10项，已完成的24项，达进度的162项，欠进度的17项，其它类8项。', at: '222项' },
    { text: '主要指标设定为23项，其中约束性指标11项，预期性指标13项。', at: '23项' },
    { text: '确定的64项任务中，达到序时进度的42项，超序时进度的5项，进度滞后的7项。', at: '64项' },
    {
      text: '全市生产总值1520亿元，增长6.1%，其中第一产业增加值200亿元，增长4%，第二产业增加值720亿元，第三产业增加值640亿元。',
      at: '1520亿元',
    },
  ],
  quiet: [
    { text: '全年新建小学12所、中学8所，合计20所。' },
    { text: '督查的222项任务中，超进度的10项，已完成的24项，达进度的162项，欠进度的17项，其它类9项。' },
    { text: '全年新建小学12所、中学8所，改造病房100间。' },
    { text: '主要指标设定为23项，其中约束性指标11项，预期性指标12项。' },
    { text: '进出口总额185.3亿美元，其中出口128.3亿美元，增长17.5%。' },
    { text: '全市生产总值1520亿元，增长6.1%，其中第一产业增加值200亿元，增长4%，第二产业增加值720亿元，第三产业增加值600亿元。' },
    { text: '重点项目105个，其中工业类30个、农业类21个、商贸流通类7个，总投资300亿元。' },
  ],
  run(check, notes) {
    for (const figures of check.figuresByStatement().values()) {
      for (const set of wholes(check, figures)) {
        const sum = sumOf(set.parts)
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
