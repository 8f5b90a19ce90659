import { subject } from '../context.ts'
import { nearMiss, slipsIn } from '../near-name.ts'
import type { Rule } from '../types.ts'

export const misnamedIndicator: Rule = {
  id: 'misnamed-indicator',
  severity: 'warning',
  on: true,
  title: { zh: '统计指标名称有误', en: 'not the name of a statistical indicator' },
  about: {
    zh: '数据的指标名称与指标表中某个正式名称只差一处：重了名称里已有的词，或相邻两字颠倒。',
    en: 'The name is one slip away from an official name of the catalogue: a word of the name said twice, or two neighbours swapped.',
  },
  fires: [
    { text: '2020年工作回顾\n居民价格消费价格指数上涨3.5%。', at: '居民价格消费价格指数' },
    { text: '2020年工作回顾\n社会消费品零总售额增长5%。', at: '社会消费品零总售额' },
  ],
  quiet: [
    { text: '2020年工作回顾\n居民消费价格指数上涨3.5%。' },
    { text: '2020年工作回顾\n规模以上工业增加值增长5%，城镇居民人均可支配收入增长6%。' },
  ],
  run(check, notes) {
    const tell = (start: number, { written, official }: { written: string; official: string }) =>
      notes.found({
        start,
        end: start + written.length,
        message: {
          zh: `没有“${written}”这个统计指标，与“${official}”只差一处`,
          en: `${written} is no statistical indicator; it is one slip away from ${official}`,
        },
        proposal: { zh: official, en: official },
      })
    const done = new Set<number>()
    for (const figure of check.figures) {
      const { indicator } = figure
      const name = subject(figure)
      if (!indicator || !name || done.has(indicator.start)) continue
      done.add(indicator.start)
      notes.looked()
      const miss = nearMiss(name)
      if (miss) tell(indicator.start + indicator.text.indexOf(miss.written), miss)
    }
    // a name so wrong that it is not taken for that of the number
    for (const miss of slipsIn(check.text)) tell(miss.start, miss)
  },
}
