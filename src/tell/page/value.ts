/** A figure's value as the page sets it: as written, with its comparator, its direction and its link. */
import type { Figure, Status } from '../../read/types.ts'
import type { Context } from './context.ts'
import { comparatorWords, direction, englishValue, period, splitValue } from './format.ts'
import { type Html, html } from './html.ts'
import { STATUS } from './labels.ts'
import { unitName } from './names.ts'

/** The value alone: `▲ 16.4%`, `超 1500 亿元`, `全省 第三`. */
export function value({ voice }: Context, f: Figure): Html {
  const { before, after } = comparatorWords(f)
  const [numeral, unit] = splitValue(f.text, f.unit)
  const english = englishValue(f, f.unit === '' ? '' : (unitName(f.unit)?.en ?? null))
  const scope = f.measure === 'rank' ? f.scope : null
  return html`<span class="value">${arrow(f)}${scope && html`<small class="scope" lang="zh">${scope}</small>`}${
    before && html`<small class="cmp"${voice.open(before)}</small>`
  }<b lang="zh">${numeral}</b>${unit && html`<small lang="zh">${unit}</small>`}${after && html`<small class="cmp"${voice.open(after)}</small>`}${
    english && html`<small class="gloss" lang="en">${english}</small>`
  }</span>`
}

/** Hollow for a target: what has not happened yet never looks as if it had. */
function arrow(f: Figure): Html | false {
  const way = direction(f)
  if (way === 0) return false
  const hollow = f.status === 'target'
  return html`<i class="arrow" aria-hidden="true">${way > 0 ? (hollow ? '△' : '▲') : hollow ? '▽' : '▼'}</i>`
}

/** The value as a link to its sentence. */
export const link = (context: Context, f: Figure, extra?: Html | false | null): Html =>
  html`<a class="fig" href="#${f.id}">${value(context, f)}${extra}</a>`

/** The mark that tells what happened from what is expected; its look is explained in the legend. */
export const mark = ({ voice }: Context, status: Status): Html =>
  html`<i class="mark ${status}" role="img" ${voice.attribute('aria-label', STATUS[status])}></i>`

/** `比2019年`, or nothing where the figure has no base. */
export function against({ voice }: Context, f: Figure): Html | false {
  if (f.baseline === null) return false
  const base = period(f.baseline)
  return html`<small class="base"${voice.open({ zh: `比${base.zh}`, en: `on ${base.en}` })}</small>`
}

/** The period in words, or nothing where the panel says it already. */
export function when({ voice }: Context, f: Figure, known: readonly string[]): Html | false {
  if (f.period === null) return html`<small class="when unknown"${voice.open({ zh: '时间不明', en: 'no period given' })}</small>`
  return !known.includes(f.period) && html`<small class="when"${voice.open(period(f.period))}</small>`
}

/** What is measured, as the report has it: the act, then its object. English adds the catalogue's name. */
export function name(context: Context, f: Figure): Html {
  const indicator = f.indicator?.text ?? null
  const act = f.action?.text ?? null
  const place = f.place !== null && !indicator?.includes(f.place) ? html`<span class="place">${f.place}</span>` : false
  const english = context.english(f)
  const gloss = english !== null && html`<small class="gloss" lang="en">${english}</small>`
  if (indicator === null && act === null)
    return html`${place}<span class="unknown"${context.voice.open({ zh: '未注明指标', en: 'indicator not stated' })}</span>`
  const verb = act !== null && !indicator?.includes(act) ? html`<span class="act">${act}</span>` : false
  return html`<span lang="zh">${place}${verb}${indicator}</span>${gloss}`
}
