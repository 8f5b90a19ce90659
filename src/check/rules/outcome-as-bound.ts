import { isStated } from '../context.ts'
import type { Rule } from '../types.ts'

export const outcomeAsBound: Rule = {
  id: 'outcome-as-bound',
  severity: 'note',
  on: true,
  title: { zh: '结果与目标写法相同', en: 'an outcome worded as the target is' },
  about: {
    zh: '成绩只写“控制在4.5%以内”，与目标一字不差：读者看不出实际是多少。',
    en: 'An outcome is given as a bound, the same as the target: the reader does not learn the value.',
  },
  fires: [
    {
      text: '2021年政府工作报告\n一、2020年工作回顾\n城镇登记失业率控制在4.5%以内。\n二、2021年工作安排\n今年主要预期目标是：城镇登记失业率控制在4.5%以内。',
      at: '4.5%',
    },
  ],
  quiet: [
    {
      text: '2021年政府工作报告\n一、2020年工作回顾\n城镇登记失业率3.1%。\n二、2021年工作安排\n今年主要预期目标是：城镇登记失业率控制在4.5%以内。',
    },
  ],
  run(check, notes) {
    const targets = check.figures.filter(f => f.status === 'target' && f.indicator?.id && f.value !== null)
    for (const figure of check.figures) {
      if (!isStated(figure) || !figure.indicator?.id || figure.value === null) continue
      if (figure.comparator !== 'le' && figure.comparator !== 'lt') continue
      const target = targets.find(
        t =>
          t.indicator!.id === figure.indicator!.id &&
          t.measure === figure.measure &&
          t.comparator === figure.comparator &&
          t.value === figure.value &&
          t.unit === figure.unit,
      )
      if (!target) continue
      notes.found({
        start: figure.start,
        end: figure.end,
        message: {
          zh: `“${figure.indicator.text}”的结果只写上限 ${figure.text}，与目标相同，没有给出实际数`,
          en: `the outcome of ${figure.indicator.text} is given as the bound ${figure.text}, the same as the target; the value itself is not stated`,
        },
        related: [target],
      })
    }
  },
}
