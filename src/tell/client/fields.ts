/** A figure's fields in words: what was read, and from which words. */
import type { PageFigure } from '../page/data.ts'
import { grouped, period } from '../page/format.ts'
import { COMMITMENT, type Label, MEASURE, STATUS, STATUS_NOTE } from '../page/labels.ts'

export interface Field {
  name: Label
  /** What was read; a plain string is a quote or a number, the same in both languages. */
  value: Label | string
  /** Where it was read from. */
  from?: Label
  /** Id of another figure to lead to. */
  to?: string
}

const COMPARATOR: Record<PageFigure['comparator'], Label> = {
  eq: { zh: '等于', en: 'equal to' },
  ge: { zh: '不低于（≥）', en: 'at least (≥)' },
  gt: { zh: '高于（>）', en: 'more than (>)' },
  le: { zh: '不超过（≤）', en: 'at most (≤)' },
  lt: { zh: '低于（<）', en: 'less than (<)' },
  approx: { zh: '大约（≈）', en: 'about (≈)' },
  range: { zh: '区间', en: 'a range' },
}

/** The fields worth showing, in the order a reader asks: what, how much, whether it happened, when. */
export function fields(f: PageFigure): Field[] {
  const out: (Field | null)[] = [
    f.indicator ? { name: { zh: '指标', en: 'Indicator' }, value: f.indicator.text, ...catalogued(f.indicator) } : null,
    f.action ? { name: { zh: '动作', en: 'Act' }, value: f.action.text } : null,
    { name: { zh: '数值', en: 'Value' }, value: amount(f) },
    f.comparator === 'eq' ? null : { name: { zh: '口径', en: 'Bound' }, value: COMPARATOR[f.comparator] },
    rounding(f),
    { name: { zh: '性质', en: 'Kind' }, value: join(STATUS[f.status], STATUS_NOTE[f.status]) },
    f.commitment ? { name: { zh: '力度', en: 'Strength' }, value: COMMITMENT[f.commitment] } : null,
    { name: { zh: '类别', en: 'Measure' }, value: MEASURE[f.measure] },
    f.role === 'qualifier'
      ? { name: { zh: '用途', en: 'Role' }, value: { zh: '只说明指的是哪些', en: 'only says which things are meant' } }
      : null,
    f.period ? { name: { zh: '时间', en: 'Period' }, value: period(f.period), from: origin(f.periodSource) } : null,
    f.baseline ? { name: { zh: '比较基期', en: 'Base' }, value: period(f.baseline), from: origin(f.baselineSource) } : null,
    f.place ? { name: { zh: '地方', en: 'Place' }, value: f.place } : null,
    f.scope ? { name: { zh: '排名范围', en: 'Ranked in' }, value: f.scope } : null,
    f.partOf ? { name: { zh: '其中', en: 'Part of' }, value: { zh: '看整体', en: 'see the whole' }, to: f.partOf } : null,
    { name: { zh: '位置', en: 'Characters' }, value: `${f.start}–${f.end}` },
  ]
  return out.filter(field => field !== null)
}

const join = (a: Label, b: Label): Label => ({ zh: `${a.zh}：${b.zh}`, en: `${a.en}: ${b.en}` })

function catalogued(indicator: NonNullable<PageFigure['indicator']>): Pick<Field, 'from'> {
  if (indicator.name === undefined) return {}
  const same = indicator.name === indicator.text
  if (same && indicator.en === undefined) return {}
  return { from: { zh: same ? '' : `规范名称：${indicator.name}`, en: indicator.en ?? `canonical name: ${indicator.name}` } }
}

/** Where a period was read from: words of the text, or the part of the report that the figure stands in. */
function origin(source: string | undefined): Label {
  if (source === undefined) return { zh: '', en: '' }
  if (source === 'section') return { zh: '由所在部分推定', en: 'from the part of the report it stands in' }
  return { zh: `据“${source}”`, en: `from “${source}”` }
}

function amount(f: PageFigure): string {
  const unit = f.unit === '' || /^[%％‰]/.test(f.unit) ? f.unit : ` ${f.unit}`
  if (f.parts) return f.parts.join(' : ')
  if (f.min !== undefined && f.max !== undefined) return `${grouped(String(f.min))} – ${grouped(String(f.max))}${unit}`
  return f.exact !== undefined
    ? `${grouped(f.exact)}${unit}`
    : f.value !== undefined
      ? `${grouped(String(f.value))}${unit}`
      : f.text
}

/** The values that round to what is written; of no use for counts, which are exact. */
function rounding(f: PageFigure): Field | null {
  if (!f.interval || f.measure === 'rank' || f.measure === 'duration') return null
  const [low, high] = f.interval
  if (low === high || (high - low <= 1 && Number.isInteger(f.value) && !/[%％‰点倍]/.test(f.unit))) return null
  return { name: { zh: '舍入前可能是', en: 'Before rounding' }, value: `${tidy(low)} – ${tidy(high)}` }
}

/** A float without the dust of its binary form. */
const tidy = (n: number) => grouped(String(Number(n.toPrecision(12))))
