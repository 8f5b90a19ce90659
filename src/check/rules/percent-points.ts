import { table } from '../../catalogue/index.ts'
import type { Figure } from '../../read/types.ts'
import type { Check } from '../context.ts'
import type { Rule } from '../types.ts'

/** Names of shares and rates, whose change is told in points. */
/** Names that can only be amounts, known to the catalogue or not. */
const AMOUNT_NAME = /(总值|增加值|总额|投资|产值|利润|销售额|产量|用电量|收入)$/
const SHARE_NAME = /(覆盖率|普及率|入学率|入园率|巩固率|化率|占比|比重|失业率|达标率|比例|参保率|占有率)$/
/** A speed, share or rate in the clause: points are right there. */
const POINTS_FIT =
  /每|速|幅|率|比重|占|比例|拉动|贡献|高于|低于|快于|慢于|高出|高|快|低|回落|收窄|扩大|指数|浓度|税|利|点|度|比[^上去]|指标|回升|差/

let units: Map<string, string> | null = null

/** The canonical unit of an indicator of the catalogue. */
function unitOf(id: string): string {
  units ??= new Map(table('indicators').map(row => [row.id!, row.unit!]))
  return units.get(id) ?? ''
}

export const percentPoints: Rule = {
  id: 'percent-points',
  severity: 'warning',
  on: true,
  title: { zh: '% 与百分点混用', en: '% and percentage points confused' },
  about: {
    zh: '比率（覆盖率、占比等）的变化用百分点：“森林覆盖率提高3.69%”有歧义。总量的增长用 %：“生产总值增长8个百分点”应为 8%。',
    en: 'The change of a share or rate is told in points: a forest cover "up 3.69%" is ambiguous. The growth of an amount is told in per cent.',
  },
  fires: [
    { text: '森林覆盖率53.01%，比上年提高3.69%。', at: '3.69%' },
    { text: '全市地区生产总值增长8个百分点。', at: '8个百分点' },
  ],
  quiet: [
    { text: '森林覆盖率53.01%，比上年提高3.69个百分点。' },
    { text: '地区生产总值增速比全省高1.5个百分点。' },
    { text: '全员劳动生产率提高6%。' },
    { text: '高技术产业占比提高一倍。' },
  ],
  run(check, notes) {
    for (const figure of check.figures) {
      if (figure.role !== 'measure' || !figure.indicator) continue
      if (figure.measure === 'change' && /[%％]/.test(figure.unit)) share(check, figure, notes.found)
      if (figure.measure === 'change-points') amountInPoints(check, figure, notes.found)
    }
  },
}

type Out = Parameters<Rule['run']>[1]['found']

function share(check: Check, figure: Figure, found: Out): void {
  const { id, text } = figure.indicator!
  if (!SHARE_NAME.test(text) || (id !== null && unitOf(id) !== '%')) return
  // only a change that is plainly one of the rate: 覆盖率…提高3%
  const before = check.before(figure, 60)
  if (!/(提高|上升|增加|下降|降低|减少)(了|约|近)?$/.test(before) || !before.includes(text)) return
  if (
    /[达到至为]/.test(
      before
        .slice(before.lastIndexOf(text) + text.length)
        .replace(/达?\d[\d.]*%/, '')
        .slice(-4),
    )
  )
    return
  found({
    start: figure.start,
    end: figure.end,
    message: {
      zh: `“${text}”是比率，变化写 ${figure.text} 有歧义：是百分点，还是原比率的百分之几`,
      en: `${text} is a rate: a change of ${figure.text} may mean points or a share of the rate`,
    },
    proposal: {
      zh: `若是两期之差，写${figure.text.replace(/[%％]$/, '')}个百分点`,
      en: 'if it is the difference of two rates, write 个百分点',
    },
  })
}

function amountInPoints(check: Check, figure: Figure, found: Out): void {
  const { id, text } = figure.indicator!
  const unit = id === null ? null : unitOf(id)
  if (unit === null ? !AMOUNT_NAME.test(text) : unit === '' || unit === '%' || unit === '‰') return
  const clause = check.clause(figure).replace(/同比/g, '')
  if (!/(增长|增加|减少)(了)?$/.test(check.before(figure, 6))) return
  if (POINTS_FIT.test(clause.replace(figure.text, '').replace(text, '')) || POINTS_FIT.test(text)) return
  found({
    start: figure.start,
    end: figure.end,
    message: {
      zh: `“${text}”是总量，增长应写 %，不是百分点`,
      en: `${text} is an amount: its growth is told in per cent, not in points`,
    },
    proposal: { zh: figure.text.replace(/个?百分点/, '%'), en: figure.text.replace(/个?百分点/, '%') },
  })
}
