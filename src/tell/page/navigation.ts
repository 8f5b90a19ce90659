/** Tabs and filters. Without the script the tabs are plain links and the filters stay hidden. */
import type { Figure } from '../../read/types.ts'
import type { Context } from './context.ts'
import { period } from './format.ts'
import { type Html, html } from './html.ts'
import { type Label, MEASURE, QUESTIONS, STATUS } from './labels.ts'
import type { Panel } from './model.ts'
import { topicName } from './names.ts'

const OTHER_TABS: [string, Label][] = [
  ['source', { zh: '原文', en: 'Source text' }],
  ['ledger', { zh: '数字核对', en: 'Numerals' }],
]

export function navigation(context: Context, parts: readonly Panel[]): Html {
  const { voice } = context
  const everything = parts.map(p => `p-${p.id}`).join(' ')
  return html`<div class="controls" id="controls"><nav class="tabs" id="tabs" ${voice.attribute('aria-label', { zh: '四个问题', en: 'The four questions' })}><div role="tablist">${parts.map(
    p =>
      html`<a role="tab" class="question" id="t-${p.id}" href="#p-${p.id}" aria-controls="p-${p.id}"><b${voice.open(QUESTIONS[p.id])}</b><small>${
        p.period && html`<span${voice.open(period(p.period))}</span>`
      } <span class="count">${p.figures.length}</span></small></a>`,
  )}${
    parts.length > 1 &&
    html`<a role="tab" id="t-all" href="#main" aria-controls="${everything}"><b${voice.open({ zh: '全部', en: 'All' })}</b></a>`
  }${OTHER_TABS.map(([id, label]) => html`<a role="tab" id="t-${id}" href="#p-${id}" aria-controls="p-${id}"><b${voice.open(label)}</b></a>`)}</div></nav>
${filters(context)}</div>`
}

function filters({ reading, voice }: Context): Html {
  const present = <K extends keyof Figure>(key: K, all: object) =>
    Object.entries(all).filter(([id]) => reading.figures.some(f => f[key] === id)) as [string, Label][]
  const topics = [...new Set(reading.statements.flatMap(s => s.topics.slice(0, 1)))].map(
    id => [id, topicName(id)] as [string, Label],
  )
  const choice = (id: string, label: Label, options: [string, Label][]) =>
    options.length > 1 &&
    html`<select id="${id}" ${voice.attribute('aria-label', label)}><option value=""${voice.open({ zh: `${label.zh}不限`, en: `Any ${label.en.toLowerCase()}` })}</option>${options.map(
      ([value, text]) => html`<option value="${value}"${voice.open(text)}</option>`,
    )}</select>`
  return html`<form class="filters" id="filters" role="search" hidden><label class="search"><span class="hidden"${voice.open({ zh: '搜索', en: 'Search' })}</span><input type="search" id="search" autocomplete="off" ${voice.attribute(
    'placeholder',
    { zh: '搜索指标、数字、原句', en: 'Search in the Chinese text' },
  )}><kbd aria-hidden="true">/</kbd></label>${choice('f-status', { zh: '性质', en: 'Kind' }, present('status', STATUS))}${choice(
    'f-measure',
    { zh: '类别', en: 'Measure' },
    present('measure', MEASURE),
  )}${choice('f-topic', { zh: '主题', en: 'Topic' }, topics)}<output id="shown" for="search f-status f-measure f-topic"></output><button type="reset" id="reset" hidden${voice.open(
    { zh: '清除', en: 'Clear' },
  )}</button><button type="button" id="csv"${voice.open({ zh: '下载表格', en: 'Download CSV' })}</button></form>`
}
