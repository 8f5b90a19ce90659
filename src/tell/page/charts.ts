/**
 * Charts drawn by ourselves: SVG with positions in percent, so that one drawing fits a phone and a sheet
 * of paper without its letters or dots being stretched. Bounds are regions, never points.
 */
import type { Figure } from '../../read/types.ts'
import { type Chart, ends } from './chart-model.ts'
import type { Context } from './context.ts'
import { period } from './format.ts'
import { type Html, html, raw } from './html.ts'
import { link, mark, name } from './value.ts'

/** Fades and the hatch of estimates, defined once for all charts of the page. */
export const definitions = raw(`<svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<linearGradient id="fade-right"><stop class="tone" offset="0"/><stop class="tone" offset="1" stop-opacity="0"/></linearGradient>
<linearGradient id="fade-left"><stop class="tone" offset="0" stop-opacity="0"/><stop class="tone" offset="1"/></linearGradient>
<linearGradient id="fade-both"><stop class="tone" offset="0" stop-opacity="0"/><stop class="tone" offset=".5"/><stop class="tone" offset="1" stop-opacity="0"/></linearGradient>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="5" height="5"/><rect class="hatch-line" width="2.4" height="5"/></pattern>
</defs></svg>`)

const percent = (x: number) => `${Number(x.toFixed(3))}%`

/** Growth rates as lollipops: a stem from zero, a dot at the value, a region where the text gives a bound. */
export function growth(context: Context, chart: Chart): Html {
  const { voice } = context
  const [from, to] = chart.domain
  const at = (value: number) => (100 * (value - from)) / (to - from)
  const over = period(chart.period)
  const base = chart.baseline === null ? null : period(chart.baseline)
  const caption = {
    zh: `${over.zh}增减幅度（%）${base ? `，比${base.zh}` : ''}`,
    en: `Change in ${over.en}, %${base ? `, on ${base.en}` : ''}`,
  }
  const grid = chart.ticks.map(
    tick =>
      html`<line class="${tick === 0 ? 'zero' : 'grid'}" x1="${percent(at(tick))}" x2="${percent(at(tick))}" y1="0" y2="100%"/>`,
  )
  return html`<figure class="chart"><figcaption><span${voice.open(caption)}</span>${key(context, chart)}</figcaption><ul>${chart.rows.map(
    f => html`<li data-f="${f.id}"><span class="name">${mark(context, f.status)}${name(context, f)}</span>
<svg class="track" aria-hidden="true">${grid}${lollipop(f, at)}</svg>${link(context, f)}</li>`,
  )}<li class="axis" aria-hidden="true"><span></span><svg class="track">${chart.ticks.map(
    tick => html`<text x="${percent(at(tick))}" y="13">${tick}</text>`,
  )}</svg><span></span></li></ul>${
    chart.more > 0 &&
    html`<p class="note"${voice.open({ zh: `另有 ${chart.more} 项见下面各条。`, en: `${chart.more} more in the lists below.` })}</p>`
  }</figure>`
}

/** What the regions of this chart mean; nothing where it has none. */
function key({ voice }: Context, chart: Chart): Html | false {
  const has = (...all: Figure['comparator'][]) => chart.rows.some(f => all.includes(f.comparator))
  const open = has('ge', 'gt', 'le', 'lt')
  const soft = has('approx')
  if (!open && !soft) return false
  return html`<small>${open && html`<span><i class="swatch open"></i>${voice.say({ zh: '以上、以内', en: 'or more, or less' })}</span>`}${
    soft &&
    html`<span><i class="swatch soft"></i>${voice.say({ zh: '左右，宽度只是示意', en: 'about; the width is only a sign' })}</span>`
  }</small>`
}

function lollipop(f: Figure, at: (value: number) => number): Html {
  const [low, high] = ends(f)!.map(at) as [number, number]
  const zero = at(0)
  const stem = html`<line class="stem ${f.status}" x1="${percent(Math.min(zero, low))}" x2="${percent(Math.max(zero, low))}" y1="50%" y2="50%"/>`
  if (f.min !== null) return html`${region(low, high, '', 'band')}${tick(low)}${tick(high)}`
  return html`${stem}${bound(f, low)}<circle class="dot ${f.status}" cx="${percent(low)}" cy="50%" r="5.5"/>`
}

/** The side on which other values keep the promise too. 左右 has no stated width: a soft band, explained in the legend. */
function bound(f: Figure, x: number): Html | false {
  switch (f.comparator) {
    case 'ge':
    case 'gt':
      return region(x, 100, 'fade-right', 'open')
    case 'le':
    case 'lt':
      return region(0, x, 'fade-left', 'open')
    case 'approx':
      return region(x - 6, x + 6, 'fade-both', 'soft')
    default:
      return false
  }
}

const region = (from: number, to: number, fade: string, kind: string): Html =>
  html`<rect class="region ${kind}" x="${percent(from)}" width="${percent(to - from)}"${fade && raw(` fill="url(#${fade})"`)}/>`
const tick = (x: number): Html => html`<line class="edge" x1="${percent(x)}" x2="${percent(x)}" y1="18%" y2="82%"/>`

/** Whether a figure is a share of a whole: a percentage between 0 and 100 that is the indicator's own value. */
export const isShare = (f: Figure): boolean =>
  f.measure === 'level' && /^[%％]$/.test(f.unit) && f.value !== null && f.value >= 0 && f.value <= 100

/** A share as a bar of which the track is the whole. */
export function share(f: Figure): Html {
  const x = f.value!
  const open = f.comparator === 'ge' || f.comparator === 'gt'
  return html`<svg class="share" height="6" aria-hidden="true"><rect class="whole" width="100%" height="6"/>${
    open && html`<rect class="rest" x="${percent(x)}" width="${percent(100 - x)}" height="6"/>`
  }<rect class="bar ${f.status}" width="${percent(x)}" height="6"/></svg>`
}

/** Names of the parts where the genre fixes them: three figures of the structure of industry. */
const INDUSTRIES = [
  { zh: '第一产业', en: 'Primary' },
  { zh: '第二产业', en: 'Secondary' },
  { zh: '第三产业', en: 'Tertiary' },
]

/** A structure a:b:c as one stacked bar, each part with its value. */
export function structure({ voice }: Context, f: Figure): Html {
  const parts = f.parts ?? []
  const sum = parts.reduce((a, b) => a + b, 0)
  if (sum <= 0) return html``
  const named = parts.length === 3 && /产业/.test(`${f.indicator?.name ?? ''}${f.indicator?.text ?? ''}`)
  let x = 0
  const bars = parts.map((part, i) => {
    const width = (100 * part) / sum
    const bar = html`<svg x="${percent(x)}" width="${percent(width)}" height="24"><rect class="part p${i % 4}" width="100%" height="24"/>${
      width > 9 && html`<text class="p${i % 4}" x="50%" y="16.5">${part}</text>`
    }</svg>`
    x += width
    return bar
  })
  return html`<span class="structure ${f.status}"><svg height="24" aria-hidden="true">${bars}</svg>${
    named &&
    html`<span class="parts">${parts.map((part, i) => html`<span><i class="swatch p${i}"></i>${voice.say(INDUSTRIES[i]!)} ${part}</span>`)}</span>`
  }</span>`
}
