/** The head of the page: what the document is, what is in it, and how completely it was read. */
import type { Status } from '../../read/types.ts'
import type { Context } from './context.ts'
import type { Coverage } from './coverage.ts'
import { period } from './format.ts'
import { type Html, html, raw } from './html.ts'
import { KIND, type Label, REASON, STATUS, STATUS_NOTE } from './labels.ts'
import { mark } from './value.ts'

/** The title as the document has it; where it names neither place nor year, these go before it. */
export function titleOf({ reading }: Context): string {
  const { title, place, year, kind } = reading.report
  const own = title ?? (kind === 'other' ? reading.source.name : KIND[kind].zh)
  const short = place?.name.replace(/[省市县区]$/, '') ?? ''
  return `${place && !own.includes(short) ? place.name : ''}${year !== null && !own.includes(String(year)) ? `${year}年` : ''}${own}`
}

export function masthead(context: Context, covered: Coverage): Html {
  const { reading, voice } = context
  const { report, source } = reading
  const facts: [Label, Html | string | null][] = [
    [{ zh: '地方', en: 'Place' }, report.place && `${report.place.name}${report.place.code ? ` ${report.place.code}` : ''}`],
    [
      { zh: '会期', en: 'Session' },
      report.date && html`<time datetime="${report.date}"${voice.open(period(report.date))}</time>`,
    ],
    [{ zh: '会议', en: 'Before' }, report.body],
    [{ zh: '来源', en: 'Source' }, source.name],
    [{ zh: '校验', en: 'SHA-256' }, source.sha256 && html`<code title="${source.sha256}">${source.sha256.slice(0, 16)}</code>`],
  ]
  return html`<header class="masthead"><div class="bar"><span class="seal" lang="zh" aria-hidden="true">解读</span><span class="genre"${voice.open(KIND[report.kind])}</span>
<span class="tools"><button type="button" id="lang"${voice.open({ zh: 'English', en: '中文' })}</button><button type="button" id="large" aria-pressed="false"${voice.open(
    { zh: '大字版', en: 'Large type' },
  )}</button><button type="button" id="print"${voice.open({ zh: '打印', en: 'Print' })}</button></span></div>
<h1 lang="zh">${breakable(titleOf(context))}</h1>
<dl class="facts">${facts.map(([label, fact]) => fact && html`<div><dt${voice.open(label)}</dt><dd lang="zh">${fact}</dd></div>`)}</dl>
<div class="overview">${counts(context)}${completeness(context, covered)}</div></header>`
}

function counts({ reading, voice }: Context): Html {
  const is = (status: Status) => reading.figures.filter(f => f.status === status).length
  const all: [number, Label][] = [
    [reading.figures.length, { zh: '数字', en: 'figures' }],
    [is('target'), { zh: '目标', en: 'targets' }],
    [is('estimated'), { zh: '预计', en: 'estimates' }],
    [reading.statements.length, { zh: '表述', en: 'statements' }],
    [reading.tasks.length, { zh: '任务', en: 'tasks' }],
    [reading.projects.length, { zh: '项目', en: 'projects' }],
    [reading.honours.length, { zh: '荣誉', en: 'honours' }],
  ]
  return html`<ul class="counts">${all.filter(([n]) => n > 0).map(([n, label]) => html`<li><b>${n}</b>${voice.say(label)}</li>`)}</ul>`
}

function completeness({ voice }: Context, c: Coverage): Html {
  const bars = [
    { count: c.figures, label: { zh: '作为数据', en: 'Read as data' } as Label, tone: 'data' },
    ...c.reasons.map(({ reason, count }) => ({ count, label: REASON[reason], tone: reason as string })),
  ]
  let x = 0
  const drawn = bars.map(bar => {
    const width = c.total === 0 ? 0 : (100 * bar.count) / c.total
    const rect = html`<rect class="${bar.tone}" x="${x.toFixed(2)}%" width="${width.toFixed(2)}%" height="10"/>`
    x += width
    return rect
  })
  const done = c.missed === 0
  const title = done
    ? { zh: `读全了：全文 ${c.total} 处数字，每一处都有着落`, en: `Complete: all ${c.total} numerals of the text accounted for` }
    : { zh: `还差 ${c.missed} 处数字没有着落`, en: `${c.missed} numerals not accounted for` }
  return html`<div class="completeness${!done && ' short'}"><p><b${voice.open(title)}</b></p><svg height="10" aria-hidden="true">${drawn}</svg>
<ul>${bars.map(bar => html`<li><i class="swatch ${bar.tone}"></i>${voice.say(bar.label)} ${bar.count}</li>`)}</ul></div>`
}

/** The places where a long title may go on to the next line without breaking a word. */
const breakable = (title: string): Html =>
  html`${title.split(/(?<=年|[省市县区](?=\d))|(?=政府工作报告|解读$)/).map((part, i) => html`${i > 0 && raw('<wbr>')}${part}`)}`

/** The fixed look of each kind of figure, explained once. */
export function legend(context: Context): Html {
  const { voice } = context
  const kinds: Status[] = ['actual', 'estimated', 'target', 'context']
  return html`<div class="legend"><span class="hidden"${voice.open({ zh: '图例', en: 'Key' })}</span>${kinds.map(
    status =>
      html`<span>${mark(context, status)}<b${voice.open(STATUS[status])}</b> <span class="gist"${voice.open(STATUS_NOTE[status])}</span></span>`,
  )}<span><b aria-hidden="true">▲▼</b> ${voice.say({ zh: '增减', en: 'change' })}　<b aria-hidden="true">△▽</b> ${voice.say({ zh: '目标增减', en: 'target change' })}</span></div>`
}
