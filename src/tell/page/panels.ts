/** One panel a question: headline cards, charts, targets, then everything by the report's own headings. */
import type { Figure } from '../../read/types.ts'
import { growth, isShare, share, structure } from './charts.ts'
import type { Context } from './context.ts'
import { extras } from './extras.ts'
import { before, type Fact, figuresOf } from './facts.ts'
import { period } from './format.ts'
import { type Html, html, raw } from './html.ts'
import { COMMITMENT, QUESTIONS, STATUS } from './labels.ts'
import type { Group, Panel } from './model.ts'
import type { TargetRow } from './targets.ts'
import { against, link, mark, name, value, when } from './value.ts'

const ids = (figures: readonly Figure[]) => figures.map(f => f.id).join(' ')

export function panel(context: Context, p: Panel): Html {
  const { voice } = context
  return html`<section class="panel" id="p-${p.id}" role="tabpanel" aria-labelledby="t-${p.id}" tabindex="-1" data-question="${p.id}">
<header class="panel-head"><h2${voice.open(QUESTIONS[p.id])}</h2>${p.period && html`<p class="panel-period"${voice.open(period(p.period))}</p>`}
<p class="panel-sum">${summary(context, p)}</p></header>
${misplaced(context, p)}
${p.cards.length > 0 && html`<ul class="cards">${p.cards.map(fact => card(context, fact, p))}</ul>`}
${
  (p.charts.length > 0 || p.targets.length > 0) &&
  html`<div class="pair">${p.charts.length > 0 && html`<div class="charts">${p.charts.map(chart => growth(context, chart))}</div>`}${p.targets.length > 0 && targets(context, p)}</div>`
}
<div class="groups">${p.groups.map(g => group(context, g, p.usual))}</div>
${extras(context, p)}
<p class="nothing" hidden${voice.open({ zh: '这一部分没有符合筛选的内容。', en: 'Nothing in this part matches the filter.' })}</p>
</section>`
}

function summary({ voice }: Context, p: Panel): Html {
  const targets = p.figures.filter(f => f.status === 'target').length
  const estimated = p.figures.filter(f => f.status === 'estimated').length
  const zh = [
    `${p.statements.length} 条表述`,
    `${p.figures.length} 个数字`,
    targets && `目标 ${targets} 个`,
    estimated && `预计 ${estimated} 个`,
  ]
  const en = [
    `${p.statements.length} statements`,
    `${p.figures.length} figures`,
    targets && `${targets} targets`,
    estimated && `${estimated} estimates`,
  ]
  return voice.say({ zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join(', ') })
}

function misplaced({ voice }: Context, p: Panel): Html | false {
  const n = p.misplaced.length
  if (n === 0) return false
  return html`<p class="remark">${voice.say({
    zh: `这一部分里有 ${n} 条说的是今后的打算，原文把它们放在回顾的标题下：`,
    en: `${n} statements in this part are plans; the text has them under a heading of review: `,
  })}<a href="#${p.misplaced[0]!.id}"${voice.open({ zh: '看第一条', en: 'see the first' })}</a></p>`
}

function card(context: Context, fact: Fact, p: Panel): Html {
  const { main } = fact
  const old = before(fact)
  return html`<li class="card ${main.status}" data-f="${ids(figuresOf(fact))}">
<a class="lead" href="#${main.id}"><span class="name">${name(context, main)}</span>${value(context, main)}</a>
${main.measure === 'structure' && structure(context, main)}${isShare(main) && share(main)}
${
  (fact.others.length > 0 || main.baseline !== null) &&
  html`<p class="more">${main.baseline !== null && against(context, main)}${fact.others.map(f =>
    link(context, f, f === old ? html` ${when(context, f, [])}` : against(context, f)),
  )}</p>`
}
<p class="foot">${mark(context, main.status)}<span${context.voice.open(STATUS[main.status])}</span>${when(context, main, p.period === null ? [] : [p.period])}</p></li>`
}

function targets(context: Context, p: Panel): Html {
  const { voice } = context
  const facts = p.targets.flatMap(row => (row.kind === 'fact' ? [row.fact.main] : []))
  const base = facts.find(f => f.baseline !== null)?.baseline ?? null
  const show: Columns = {
    // A column that would say the same in every row says nothing.
    strength: facts.some(f => f.commitment !== null && f.commitment !== 'plain'),
    earlier: p.targets.some(row => row.kind === 'fact' && row.earlier !== null),
    when: facts.some(f => f.period === null || !p.usual.includes(f.period) || (f.baseline !== null && f.baseline !== base)),
    known: p.usual,
  }
  const head = [
    { zh: '指标', en: 'Indicator' },
    { zh: '目标', en: 'Target' },
    show.strength && { zh: '力度', en: 'Strength' },
    show.when && { zh: '时间', en: 'When' },
    show.earlier && EARLIER,
  ].filter(label => label !== false)
  return html`<section class="targets"><h3>${voice.say({ zh: '目标', en: 'Targets' })}${
    !show.when &&
    base !== null &&
    html`<small${voice.open({ zh: `增减比${period(base).zh}`, en: `changes on ${period(base).en}` })}</small>`
  }</h3><div class="scroll"><table><thead><tr>${head.map(
    label => html`<th scope="col"${voice.open(label)}</th>`,
  )}</tr></thead><tbody>${p.targets.map(row => targetRow(context, row, show))}</tbody></table></div></section>`
}

const EARLIER = { zh: '回顾部分的同一指标', en: 'Same in the review' }

interface Columns {
  strength: boolean
  earlier: boolean
  when: boolean
  known: readonly string[]
}

function targetRow(context: Context, row: TargetRow, show: Columns): Html {
  const { voice } = context
  if (row.kind === 'claim') {
    const { claim } = row
    const label = claim.claim === 'relative-target' ? { zh: '相对目标', en: 'relative' } : { zh: '没有数字', en: 'no number' }
    const said = html`<a class="quote" lang="zh" href="#${claim.statement}">${claim.text}</a>`
    const rest = 1 + Number(show.when) + Number(show.strength) + Number(show.earlier)
    return html`<tr class="no-number" data-s="${claim.statement}"><th scope="row" lang="zh">${claim.indicator?.text ?? said}</th><td colspan="${rest}">${
      claim.indicator && html`${said} `
    }<small class="tag"${voice.open(label)}</small></td></tr>`
  }
  const { main } = row.fact
  return html`<tr data-f="${ids(figuresOf(row.fact))}"><th scope="row">${name(context, main)}</th>
<td class="num">${figuresOf(row.fact).map(f => link(context, f))}</td>
${show.strength && html`<td>${main.commitment && main.commitment !== 'plain' && html`<small class="tag ${main.commitment}"${voice.open(COMMITMENT[main.commitment])}</small>`}</td>`}
${show.when && html`<td class="time">${when(context, main, [])} ${against(context, main)}</td>`}
${show.earlier && html`<td class="num earlier">${row.earlier && link(context, row.earlier, html` ${when(context, row.earlier, show.known)}`)}</td>`}</tr>`
}

function group(context: Context, g: Group, known: readonly string[]): Html {
  const { voice } = context
  const heading = g.section.heading
  const without = { zh: `${g.plain.length} 条没有数字`, en: `${g.plain.length} without figures` }
  const plain = html`<ul lang="zh">${g.plain.map(s => html`<li data-s="${s.id}"><a href="#${s.id}">${s.text}</a></li>`)}</ul>`
  if (g.facts.length + g.qualifiers.length === 0)
    return html`<details class="group plain bare"><summary>${heading && html`<h3 lang="zh">${heading.text}</h3>`}<small${voice.open(without)}</small></summary>${plain}</details>`
  return html`<section class="group">${
    heading
      ? html`<h3 lang="zh"><a href="#${g.section.id}">${heading.text}</a></h3>`
      : html`<h3 class="quiet"${voice.open({ zh: '标题之外', en: 'Under no heading' })}</h3>`
  }${g.facts.length > 0 && html`<ul class="rows">${g.facts.map((fact, i) => row(context, fact, fact.statement !== g.facts[i - 1]?.statement, known))}</ul>`}${
    g.qualifiers.length > 0 &&
    html`<p class="qualifiers"><span${voice.open({ zh: '只说明范围的数字', en: 'Figures that only say which' })}</span>${g.qualifiers.map(
      f => html`<span data-f="${f.id}">${link(context, f)}</span>`,
    )}</p>`
  }${g.plain.length > 0 && html`<details class="plain"><summary${voice.open(without)}</summary>${plain}</details>`}</section>`
}

function row(context: Context, fact: Fact, first: boolean, known: readonly string[]): Html {
  const { main } = fact
  return html`<li${!first && raw(' class="same"')} data-f="${ids(figuresOf(fact))}"><span class="name">${mark(context, main.status)}${name(context, main)}${when(context, main, known)}</span><span class="values">${link(
    context,
    main,
    against(context, main),
  )}${fact.others.map(f => link(context, f, against(context, f)))}${isShare(main) && share(main)}</span>${main.measure === 'structure' && structure(context, main)}</li>`
}
