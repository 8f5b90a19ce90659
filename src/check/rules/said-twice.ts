import type { Figure } from '../../read/types.ts'
import { type Check, isStated, subject } from '../context.ts'
import { meet, standsFor } from '../interval.ts'
import { plausible } from '../plausible.ts'
import type { Rule } from '../types.ts'

/** Words that make of the same name another quantity. */
const TURN =
  /年均|平均|累计|人均|每|其中|预计|新增|以上|最高|最低|同口径|可比|剔除|扣除|名义|实际|本级|首次|突破|季度|月份|上半年|下半年|连续/g

/** What may stand before an indicator that is the report's own. */
const OPENS = /(^|[，,；;。：:])(预计|初步统计|据初步统计|全年|全[市省区县州旗国]|[我本][市省区县州旗国])*$/
/** A paragraph about several years, a plan or a part of the place: its numbers are of another kind. */
const SPAN = /这五年|五年来|五年间|过去五年|五年累计|[“"]?十[一二三四五]五[”"]?(时期|期间|以来)|计划|新区|园区|开发区|高新区|其中/

/** What adds up over the years of a period. */
const FLOW = /新增|就业|投资|减|外资|到位|争取|改造|建成/

const paragraph = (check: Check, figure: Figure): string =>
  check.text.slice(check.text.lastIndexOf('\n', figure.start) + 1, figure.end)

export const saidTwice: Rule = {
  id: 'said-twice',
  severity: 'warning',
  on: true,
  title: { zh: '同一件事前后说法不一', en: 'one thing said twice, differently' },
  about: {
    zh: '指标、量的种类、时期、基期、地方、单位都相同的两个数，区间不相交时报。',
    en: 'Two figures of the same indicator, kind of quantity, period, base, place and unit contradict each other when no value fits both.',
  },
  fires: [
    {
      text: '2021年政府工作报告\n一、2020年工作回顾\n（一）经济稳步恢复。粮食总产量116.8万吨。\n（二）农业基础稳固。粮食总产量118.6万吨。',
      at: '118.6万吨',
    },
  ],
  quiet: [
    {
      text: '2021年政府工作报告\n一、2020年工作回顾\n（一）经济稳步恢复。粮食总产量116.8万吨。\n（二）农业基础稳固。粮食总产量117万吨左右。',
    },
    { text: '2021年政府工作报告\n一、2020年工作回顾\n城镇新增就业3.7万人。\n二、2021年工作安排\n城镇新增就业3.5万人。' },
  ],
  run(check, notes) {
    const first = new Map<string, Figure[]>()
    for (const figure of check.figures) {
      const key = keyOf(check, figure)
      if (!key) continue
      const stated = standsFor(figure)
      if (!stated) continue
      const earlier = first.get(key)
      if (!earlier) {
        first.set(key, [figure])
        continue
      }
      earlier.push(figure)
      const other = earlier[0]!
      if (other.statement === figure.statement || earlier.length > 2) continue
      const agreed = meet(standsFor(other)!, stated)
      notes.sum({ agreement: agreed ? 'exact' : 'no', figures: [other.id, figure.id], formula: `${other.text} | ${figure.text}` })
      if (agreed) continue
      notes.found({
        start: figure.start,
        end: figure.end,
        message: {
          zh: `“${subject(figure)}”（${figure.period}）这里写 ${figure.text}，前文写 ${other.text}`,
          en: `${subject(figure)} (${figure.period}) is ${figure.text} here and ${other.text} before`,
        },
        working: {
          formula: `${other.text} ≠ ${figure.text}`,
          figures: [other.id, figure.id],
          computed: standsFor(other),
          stated,
        },
        related: [other],
      })
    }
  },
}

/** What makes two figures statements of one thing; null for figures of which the reading is not sure enough. */
function keyOf(check: Check, figure: Figure): string | null {
  if (!isStated(figure) || figure.value === null || figure.period === null || !/^\d{4}$/.test(figure.period)) return null
  if (figure.measure !== 'level' && figure.measure !== 'change') return null
  if (figure.indicator?.id == null || figure.action !== null || figure.partOf !== null) return null
  // 签约率, 满意率: a name so short is said of one thing after another
  if (subject(figure)!.length < 4) return null
  const clause = check.clause(figure)
  // the indicator opens its clause, or what is said is said of something named before it
  if (!OPENS.test(check.text.slice(check.statement(figure.statement).start, figure.indicator.start))) return null
  // a level at the end of a period is the same in whatever paragraph; growth and additions are of the period
  const ofPeriod = figure.measure === 'change' || FLOW.test(figure.indicator.text)
  if (SPAN.test(ofPeriod ? paragraph(check, figure) : clause) || !plausible(figure.indicator.id, 'city', figure)) return null
  const turns = [...new Set(clause.match(TURN) ?? [])].sort().join('')
  return [subject(figure), figure.measure, figure.unit, figure.period, figure.baseline, figure.place, turns].join('\n')
}
