/** What the page asks the catalogue: the order and the names of indicators, units and topics. */
import { type TableName, table, tableNames } from '../../catalogue/index.ts'
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

const name = (row: Record<string, string>, zh: string): Label => ({
  zh: row[zh] || row.id || '',
  en: row.english || row[zh] || '',
})

/** A table by one of its columns, made when first asked for. */
function by(tableName: string, key: string, zh: string): (id: string) => Label | null {
  let known: Map<string, Label> | null = null
  return id => {
    known ??= new Map(
      (tableNames.includes(tableName as TableName) ? table(tableName as TableName) : []).map(row => [
        row[key] ?? '',
        name(row, zh),
      ]),
    )
    return known.get(id) ?? null
  }
}

/** A catalogue indicator by id. */
export const indicatorName = by('indicators', 'id', 'name')
/** A unit by its Chinese name. */
export const unitName = by('units', 'unit', 'unit')
const topic = by('topics', 'id', 'name')
/** A topic by id, as the catalogue names it; its id where the catalogue has none. */
export const topicName = (id: string): Label => topic(id) ?? { zh: id, en: id }
