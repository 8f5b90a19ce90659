import type { Figure } from '../../read/types.ts'
import type { Check } from '../context.ts'
import { standsIn } from '../structure.ts'
import type { Rule } from '../types.ts'

const ABOUT_SHARES = /结构|构成|比重|占比|比例|比/
const OF_INDUSTRIES = /三次产业|一二三|[一二]、[二三]|三产|产业(结构|比例|比重|增加值比|比)/

export const structureSum: Rule = {
  id: 'structure-sum',
  severity: 'error',
  on: true,
  title: { zh: '结构之和不是 100', en: 'a structure does not add to 100' },
  about: {
    zh: '三个及以上部分的结构（三次产业结构等）各部分之和应为 100；每部分按所写小数位取区间，区间内仍凑不到 100 才报。',
    en: 'The parts of a structure of three or more add to 100. Each part stands for the interval of its decimals; the rule fires only when no values inside add to 100.',
  },
  fires: [
    { text: '三次产业结构调整为14.2:45.3:41.5。', at: '14.2:45.3:41.5' },
    { text: '三次产业比重由12.0:50.1:37.9优化为10.2:48.0:42.8。', at: '10.2:48.0:42.8' },
    { text: '粮、经、饲比例由76.7：22.0：1.3调整为73.5：43.7：2.8。', at: '73.5：43.7：2.8' },
  ],
  quiet: [
    { text: '三次产业结构调整为14.2:45.3:40.5。' },
    { text: '三次产业结构为14.2:45.3:40.4。' },
    { text: '三次产业结构为10:48:43。' },
    { text: '师生、医患、床位之比为1:2:3。' },
  ],
  run(check, notes) {
    for (const figure of check.figures) {
      if (figure.measure !== 'structure' || !figure.parts || figure.parts.length < 3) continue
      const about = `${figure.indicator?.text ?? ''}${check.before(figure, 48)}`
      const named = figure.indicator?.id === 'industry-structure' || OF_INDUSTRIES.test(about) || besideWhole(check, figure)
      const nominal = figure.parts.reduce((a, b) => a + b, 0)
      // what is far from 100 is a ratio of another kind
      if (!(named ? nominal > 30 && nominal < 300 : nominal > 90 && nominal < 110)) continue
      if (!named && !ABOUT_SHARES.test(about)) continue
      const { computed, agreed } = standsIn(figure)
      const formula = `${figure.parts.join(' + ')} = ${Number(nominal.toFixed(4))}`
      notes.sum({ agreement: agreed, figures: [figure.id], formula })
      if (agreed !== 'no') continue
      notes.found({
        start: figure.start,
        end: figure.end,
        message: {
          zh: `结构各部分之和为 ${Number(nominal.toFixed(4))}，不是 100`,
          en: `the parts add to ${Number(nominal.toFixed(4))}, not to 100`,
        },
        working: { formula, figures: [figure.id], computed, stated: [100, 100] },
      })
    }
  },
}

/** Whether the statement holds another structure of as many parts that adds to 100: the two are one before and after. */
function besideWhole(check: Check, figure: Figure): boolean {
  const others = check.figuresByStatement().get(figure.statement) ?? []
  return others.some(
    f => f !== figure && f.measure === 'structure' && f.parts?.length === figure.parts!.length && standsIn(f).agreed !== 'no',
  )
}
