/** When a field of a figure read is the same as the field of a gold figure. */
import type { Figure } from '../../src/read/types.ts'
import type { GoldFigure } from './gold.ts'

/** What a figure must have to be scored: its place. Peers have no more than that. */
export type Predicted = Pick<Figure, 'start' | 'end'> & Partial<Figure>

/** Only these catalogue names are scored: the indicators that a place's statistics lead with. */
export const headline: ReadonlySet<string> = new Set([
  '地区生产总值',
  '规模以上工业增加值',
  '固定资产投资',
  '社会消费品零售总额',
  '进出口总额',
  '地方一般公共预算收入',
  '居民人均可支配收入',
  '城镇居民人均可支配收入',
  '农村居民人均可支配收入',
  '居民消费价格指数',
  '城镇登记失业率',
  '城镇调查失业率',
  '城镇新增就业',
  '粮食产量',
  '常住人口城镇化率',
  '三次产业结构',
  '高新技术企业数',
  '森林覆盖率',
  '空气质量优良天数比例',
  '单位GDP能耗',
  '人均预期寿命',
])

export const headlineName = (name: string | null | undefined) => (name != null && headline.has(name) ? name : null)

const list = <T>(x: T | T[]): T[] => (Array.isArray(x) ? x : [x])

/** A phrase without what two careful annotators would write differently: spaces, 的, punctuation, width. */
const squash = (phrase: string | null | undefined) =>
  (phrase ?? '').normalize('NFKC').replace(/[\s的“”"'‘’《》,，、。.;；:：()（）\-—●]/g, '')

/** Equal up to the error of a double. */
function close(a: number | null | undefined, b: number | null | undefined): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return (a ?? null) === (b ?? null)
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}

/** How much two phrases share, as the F1 of their characters taken as bags. */
function overlap(a: string, b: string): number {
  if (a === '' || b === '') return 0
  const left = new Map<string, number>()
  for (const char of a) left.set(char, (left.get(char) ?? 0) + 1)
  let shared = 0
  for (const char of b) {
    const count = left.get(char) ?? 0
    if (count > 0) shared++
    left.set(char, count - 1)
  }
  return (2 * shared) / (a.length + b.length)
}

function sameValue(gold: GoldFigure, read: Predicted): boolean {
  if (gold.parts) return gold.parts.length === read.parts?.length && gold.parts.every((part, i) => close(part, read.parts![i]))
  if (gold.min != null || gold.max != null) return close(gold.min, read.min) && close(gold.max, read.max)
  return close(gold.value, read.value)
}

/** Qualifiers are scored on span, role, value, unit and comparator alone. */
const ofMeasures = (same: (gold: GoldFigure, read: Predicted) => boolean) => (gold: GoldFigure, read: Predicted) =>
  gold.role !== 'measure' || same(gold, read)

const phrases = (gold: GoldFigure) => list(gold.indicator ?? '').map(squash)

/** The fields that are scored, each with its comparison. */
export const fields = {
  value: sameValue,
  unit: (gold, read) => list(gold.unit).map(squash).includes(squash(read.unit)),
  comparator: (gold, read) => (gold.comparator ?? 'eq') === (read.comparator ?? 'eq'),
  role: (gold, read) => gold.role === read.role,
  measure: ofMeasures((gold, read) => gold.measure === read.measure),
  status: ofMeasures((gold, read) => gold.status === read.status),
  period: ofMeasures((gold, read) => list(gold.period ?? null).includes(read.period ?? null)),
  baseline: ofMeasures((gold, read) => (gold.baseline ?? null) === (read.baseline ?? null)),
  indicator: ofMeasures((gold, read) => phrases(gold).includes(squash(read.indicator?.text))),
  indicatorSoft: ofMeasures((gold, read) => phrases(gold).some(phrase => overlap(phrase, squash(read.indicator?.text)) >= 0.75)),
  catalogue: (gold, read) => headlineName(gold.catalogue) === headlineName(read.indicator?.name),
} satisfies Record<string, (gold: GoldFigure, read: Predicted) => boolean>

export type Field = keyof typeof fields

/** A record is right where the span and all of these are. */
export const recordFields: readonly Field[] = [
  'value',
  'unit',
  'comparator',
  'role',
  'measure',
  'status',
  'period',
  'indicatorSoft',
]
