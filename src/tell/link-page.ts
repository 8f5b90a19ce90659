/**
 * Links as one HTML file without scripts: targets and outcomes of all places in one table, every cell opening both sentences,
 * and what became of each promise, document by document.
 */
import type { Fact, Linked, OutcomeLink, PanelCell, PanelRow, Verdict, Wording } from '../link/index.ts'
import { comparatorText, sidesOf } from './link-page/amounts.ts'
import { history } from './link-page/history.ts'
import { STYLE } from './link-page/style.ts'
import { CLAIMED, DOCUMENT_KIND, type Label, OUTCOME_STATE, TARGET_STATE, VERDICT, VERDICTS } from './link-page/words.ts'
import { period } from './page/format.ts'
import { type Html, html, raw } from './page/html.ts'
import { indicatorName } from './page/indicators.ts'

export interface LinkPageOptions {
  /** The language that the page opens in; the other is a press away. */
  lang?: 'zh' | 'en'
  generatedBy?: string
}

/** Characters of a wording that a cell has room for: the end says how it went. */
const WORDS = 12

/** Both languages; the style shows one. */
const say = ({ zh, en }: Label): Html =>
  zh === en ? html`${zh}` : html`<span class="zh" lang="zh">${zh}</span><span class="en" lang="en">${en}</span>`

/**
 * Tells links as a page.
 * @returns a whole HTML document; write it as UTF-8
 */
export function linkPage(linked: Linked, options: LinkPageOptions = {}): string {
  const lang = options.lang ?? 'zh'
  const years = [...new Set(linked.panel.rows.map(row => row.year))].sort()
  const places = [...new Set(linked.panel.rows.map(row => row.place.name))]
  const where = places.length === 1 ? places[0]! : null
  const title = {
    zh: `${where ?? `${places.length} 个地方`} ${span(years)} 承诺与结果`,
    en: `${where ?? `${places.length} places`} ${span(years)}: promises and outcomes`,
  }
  const body = html`<input type="checkbox" id="other" class="switch" ${lang === 'en' ? raw('checked') : ''}><div class="sheet">
<header><h1>${say(title)}</h1><label for="other" class="language">${raw('<span class="zh">English</span><span class="en">中文</span>')}</label>
<p class="sum">${say({
    zh: `${linked.documents.length} 份文件，${linked.facts.length} 项数据，${linked.links.filter(l => l.outcome).length} 条对应。点开任何一格看两边的原句。对应关系由程序提出，未经人工确认的不作结论。`,
    en: `${linked.documents.length} documents, ${linked.facts.length} facts, ${linked.links.filter(l => l.outcome).length} links. Any cell opens both sentences. Links are proposed by a program; what no person has confirmed is no verdict.`,
  })}</p></header>
${panelSection(linked)}
${linked.documents.map(document => promises(linked, document.key))}
${history(linked, say)}
${documents(linked)}
<footer>${options.generatedBy && html`<p>${say({ zh: '由', en: 'Made by' })} ${options.generatedBy} ${say({ zh: '生成', en: '' })}</p>`}</footer></div>
<div class="cards">${cards(linked)}</div>`
  return `<!doctype html>\n${
    html`<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title[lang]}</title><style>${raw(STYLE)}</style></head><body>${body}</body></html>`
      .html
  }\n`
}

const span = (years: readonly number[]): string =>
  years.length === 0 ? '' : years.length === 1 ? String(years[0]) : `${years[0]}–${years.at(-1)}`

const labelOf = (id: string): Label => indicatorName(id) ?? { zh: id, en: id }
const cellId = (row: PanelRow, id: string): string => `c-${row.place.code ?? row.place.name}-${row.year}-${id}`

function panelSection({ panel }: Linked): Html {
  if (panel.rows.length === 0) return html``
  const head = panel.indicators.map(({ id }) => html`<th scope="col">${say(labelOf(id))}</th>`)
  return html`<section id="panel"><h2>${say({ zh: '目标与结果', en: 'Targets and outcomes' })}</h2>${legend()}
<div class="scroll" tabindex="0" role="region" aria-label="panel"><table><thead><tr><th scope="col">${say({ zh: '地方', en: 'Place' })}</th>${head}</tr></thead>
<tbody>${panel.rows.map(
    row =>
      html`<tr><th scope="row"><span lang="zh">${row.place.name}</span> <small>${row.year}</small></th>${panel.indicators.map(({ id }) => cell(row, id))}</tr>`,
  )}</tbody></table></div></section>`
}

const legend = (): Html =>
  html`<p class="legend">${VERDICTS.map(v => html`<span class="${v}">${say(VERDICT[v])}</span>`)}<span class="plain">${say({ zh: '上：目标，下：结果；— 没有', en: 'above: target, below: outcome; — none' })}</span></p>`

function cell(row: PanelRow, id: string): Html {
  const one = row.cells[id]!
  const aim = one.target.facts[0]
  const reached = one.outcome.facts[0]
  const empty = !aim && !reached && one.target.wordings.length + one.outcome.wordings.length === 0
  const inner = html`<span class="aim">${aim ? amount(aim) : wording(one.target.wordings[0])}</span><span class="got">${
    reached ? amount(reached) : wording(one.outcome.wordings[0], one.outcome.state === 'no-report')
  }${one.outcome.state === 'in-part' && reached && html`<small>${say(period(reached.period))}</small>`}</span>`
  const verdict = one.link?.outcome ? one.link.verdict : 'none'
  return html`<td class="${verdict}">${empty ? html`<span class="aim">—</span><span class="got">${one.outcome.state === 'no-report' ? '' : '—'}</span>` : html`<a href="#${cellId(row, id)}">${inner}</a>`}</td>`
}

const amount = (fact: Fact): Html => say(comparatorText(fact))
/** The words in short; — where a document is there and says nothing, empty where there is none. */
const wording = (words: Wording | undefined, none = false): Html | string =>
  words ? html`<span lang="zh">“${words.written.slice(-WORDS)}”</span>` : none ? '' : '—'

function cards(linked: Linked): Html[] {
  return linked.panel.rows.flatMap(row =>
    linked.panel.indicators.flatMap(({ id }) => {
      const one = row.cells[id]!
      const said = [...one.target.facts, ...one.target.wordings, ...one.outcome.facts, ...one.outcome.wordings]
      return said.length === 0 ? [] : [card(row, id, one)]
    }),
  )
}

function card(row: PanelRow, id: string, { target, outcome, link }: PanelCell): Html {
  return html`<article class="card" id="${cellId(row, id)}"><a class="close" href="#panel" aria-label="close">×</a>
<h3><span lang="zh">${row.place.name}</span> ${row.year} ${say(labelOf(id))}</h3>
${link?.outcome && verdictLine(link)}
<h4>${say({ zh: '目标', en: 'Target' })} <small>${say(TARGET_STATE[target.state])}</small></h4>${quotes([...target.facts, ...target.wordings])}
<h4>${say({ zh: '结果', en: 'Outcome' })} <small>${say(OUTCOME_STATE[outcome.state])}</small></h4>${quotes([...outcome.facts, ...outcome.wordings])}</article>`
}

function quotes(list: readonly (Fact | Wording)[]): Html[] {
  const seen = new Map<string, (Fact | Wording)[]>()
  for (const one of list) {
    const key = `${one.document} ${one.start}`
    seen.set(key, [...(seen.get(key) ?? []), one])
  }
  return [...seen.values()].map(([first, ...rest]) =>
    quote(
      first!,
      [first!, ...rest].map(one => one.mark),
    ),
  )
}

/** A sentence with the words marked that count, and where it stands. */
function quote(at: { document: string; start: number; text: string }, marks: readonly { start: number; end: number }[]): Html {
  const parts: Html[] = []
  let from = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const [start, end] = [mark.start - at.start, mark.end - at.start]
    if (start < from || end > at.text.length) continue
    parts.push(html`${at.text.slice(from, start)}<mark>${at.text.slice(start, end)}</mark>`)
    from = end
  }
  return html`<blockquote lang="zh">${parts}${at.text.slice(from)}<cite>${at.document}:${at.start}</cite></blockquote>`
}

function verdictLine(link: OutcomeLink): Html {
  const { verdict, working, pace, baseEffect, confidence, confirmed, reasons } = link
  return html`<p class="verdict ${verdict}"><b>${say(VERDICT[verdict])}</b> ${working && html`<code>${working.formula}</code>`}</p>
${working && html`<p>${say(working.words)}</p>`}${pace && html`<p>${say(paceWords(pace))}</p>`}${baseEffect && html`<p>${say(baseEffect)}</p>`}
<p class="trust">${say({ zh: '可信度', en: 'confidence' })} ${Math.round(confidence * 100)}% · ${say(CLAIMED(confirmed))} · ${reasons.map((r, i) => html`${i > 0 ? '；' : ''}${say(r)}`)} · <code>${link.id}</code></p>`
}

function paceWords({ elapsed, done, kept }: NonNullable<OutcomeLink['pace']>): Label {
  const passed = Math.round(elapsed * 100)
  const share = done === null ? null : Math.round(done * 100)
  return {
    zh: `序时进度：时间过 ${passed}%${share === null ? '' : `，完成 ${share}%`}，${kept ? '达到' : '落后于'}序时`,
    en: `pace: ${passed}% of the time passed${share === null ? '' : `, ${share}% done`}, ${kept ? 'kept' : 'behind'}`,
  }
}

/** What became of the promises of one document, numbers first. */
function promises(linked: Linked, key: string): Html {
  const own = linked.links.filter(link => link.promise.document === key)
  if (own.length === 0) return html``
  const side = sidesOf(linked)
  const document = linked.documents.find(d => d.key === key)!
  const title = {
    zh: `${document.place?.name ?? ''} ${document.year ?? ''} 的承诺`,
    en: `Promises of ${document.place?.name ?? ''} ${document.year ?? ''}`,
  }
  const count = (verdict: Verdict): number => new Set(own.filter(l => l.verdict === verdict).map(l => l.promise.mark.start)).size
  const told = own.filter(link => link.outcome)
  const silent = own.filter(link => !link.outcome)
  return html`<section class="promises"><h2>${say(title)}</h2><p class="legend">${VERDICTS.filter(v => count(v) > 0).map(
    v => html`<span class="${v}">${say(VERDICT[v])} ${count(v)}</span>`,
  )}</p>
${told.map(link => promise(link, side))}${silent.length > 0 && html`<details><summary>${say(VERDICT.silent)} ${silent.length}</summary>${silent.map(link => html`<p class="silent" lang="zh">${link.promise.mark.text}</p>`)}</details>`}</section>`
}

function promise(link: OutcomeLink, side: ReturnType<typeof sidesOf>): Html {
  const { promise: said, outcome, verdict } = link
  const number = said.kind === 'target' || said.kind === 'estimate'
  const label = number
    ? html`<b>${say(said.indicator ? labelOf(said.indicator) : { zh: said.subject, en: said.subject })}</b> <span>${say(side(said))} → ${say(side(outcome!))}</span>`
    : html`<span lang="zh">${said.mark.text}</span>`
  const part = outcome!.period && outcome!.period !== said.period ? html` <small>${say(period(outcome!.period))}</small>` : ''
  return html`<details class="promise"><summary><span class="tag ${verdict}">${say(VERDICT[verdict])}</span><span>${label}${part}</span></summary>
${verdictLine(link)}${quote(said, [said.mark])}${quote(outcome!, [outcome!.mark])}</details>`
}

function documents({ documents: all }: Linked): Html {
  return html`<section><h2>${say({ zh: '文件', en: 'Documents' })}</h2><ol class="documents">${all.map(
    d =>
      html`<li><span lang="zh">${d.place?.name ?? '—'} ${d.year ?? ''}</span> ${say(DOCUMENT_KIND[d.kind])}${d.placeInferred && say({ zh: '（地点由其他文件推定）', en: ' (place taken from the others)' })} <small>${d.key}</small></li>`,
  )}</ol></section>`
}
