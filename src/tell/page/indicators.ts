/** The order and the names of indicators. The terminal asks for them too, at every start: so they come of what reading has loaded. */
import { lexicon } from '../../catalogue/lexicon.ts'
import type { Figure } from '../../read/types.ts'
import type { Label } from './labels.ts'

/** The indicators that a report is opened for, in the order that statistical offices print them. */
const HEADLINES = [
  '地区生产总值',
  '三次产业结构',
  '规模以上工业增加值',
  '固定资产投资',
  '社会消费品零售总额',
  '进出口总额',
  '地方一般公共预算收入',
  '居民人均可支配收入',
  '城镇居民人均可支配收入',
  '农村居民人均可支配收入',
  '居民消费价格指数',
  '城镇调查失业率',
  '城镇登记失业率',
  '城镇新增就业',
  '粮食产量',
  '常住人口城镇化率',
  '高新技术企业数',
  '森林覆盖率',
  '空气质量优良天数比例',
  '单位GDP能耗',
  '人均预期寿命',
]

/** Place among the headline indicators, 0 first; null for any other. */
export function headlineRank(figure: Pick<Figure, 'indicator'>): number | null {
  const at = figure.indicator?.name ? HEADLINES.indexOf(figure.indicator.name) : -1
  return at < 0 ? null : at
}

let names: Map<string, Label> | null = null

/** A catalogue indicator by id. */
export function indicatorName(id: string): Label | null {
  names ??= new Map(lexicon().indicators.map(each => [each.id, { zh: each.name, en: each.english || each.name }]))
  return names.get(id) ?? null
}
