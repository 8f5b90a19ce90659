/** What years show that one report does not: dropped and changed targets, projects from stage to stage, what is said anew. */
import type { LifeLine, LifePoint, Linked } from '../../link/index.ts'
import { type Html, html } from '../page/html.ts'
import { DROP, type Label, STAGE } from './words.ts'

type Say = (label: Label) => Html

export const history = (linked: Linked, say: Say): Html[] => [dropped(linked, say), projects(linked, say), anew(linked, say)]

function dropped({ drops }: Linked, say: Say): Html {
  if (drops.length === 0) return html``
  return html`<section><details><summary><h2 class="inline">${say({ zh: '没有下文和改动过的目标', en: 'Targets dropped or changed' })} ${drops.length}</h2></summary>
<ul class="plain">${drops.map(
    ({ kind, promise, later, words }) =>
      html`<li><span class="tag">${say(DROP[kind])}</span> <span lang="zh">${promise.mark.text.includes(promise.subject) ? '' : `${promise.subject} `}${promise.mark.text}${later && html` → ${later.mark.text}`}</span> <small>${say(words)}</small></li>`,
  )}</ul></details></section>`
}

function projects({ lifeLines }: Linked, say: Say): Html {
  if (lifeLines.length === 0) return html``
  return html`<section><details><summary><h2 class="inline">${say({ zh: '项目历年进展', en: 'Projects over the years' })} ${lifeLines.length}</h2></summary>
${lifeLines.map(line => project(line, say))}</details></section>`
}

function project({ name, points, setbacks }: LifeLine, say: Say): Html {
  const steps = stepsOf(points).map(({ period, stage, status }) => {
    const year = period.slice(0, 4)
    const plan = status === 'target'
    return { zh: `${year}${plan ? '拟' : ' '}${STAGE[stage].zh}`, en: `${year}${plan ? ' plan:' : ''} ${STAGE[stage].en}` }
  })
  return html`<details class="promise"><summary><span><b lang="zh">${name}</b> ${steps.map((step, i) => html`${i > 0 ? ' → ' : ''}${say(step)}`)}</span></summary>${points.map(
    ({ period, stage, status, text, start, mark, document }) =>
      html`<p><b>${period}</b> ${status === 'target' && say({ zh: '拟', en: 'plan:' })} ${say(STAGE[stage])}</p><blockquote lang="zh">${text.slice(0, mark.start - start)}<mark>${mark.text}</mark>${text.slice(mark.end - start)}<cite>${document}:${start}</cite></blockquote>`,
  )}${setbacks.map(({ words }) => html`<p class="verdict missed"><b>${say(words)}</b></p>`)}</details>`
}

/** Without plans for what is reached already, which reports go on to make of what they have just told. */
export function stepsOf(points: readonly LifePoint[]): LifePoint[] {
  const order = Object.keys(STAGE)
  let reached = -1
  return points.filter(({ status, stage }) => {
    const at = order.indexOf(stage)
    if (status === 'target') return at > reached
    reached = Math.max(reached, at)
    return true
  })
}

function anew({ novelty }: Linked, say: Say): Html {
  if (novelty.length === 0) return html``
  const percent = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 100)}%`)
  return html`<section><h2>${say({ zh: '新内容占比', en: 'Share that is new' })}</h2><p class="sum">${say({ zh: '按篇幅，与上一年的报告比；数字变了、话没变的，算作重复。', en: 'By length, against the report of the year before; a sentence of which only the number changed counts as repeated.' })}</p>
<div class="scroll"><table><thead><tr><th scope="col">${say({ zh: '报告', en: 'Report' })}</th><th scope="col">${say({ zh: '全文', en: 'All' })}</th><th scope="col">${say({ zh: '成绩', en: 'Results' })}</th><th scope="col">${say({ zh: '打算', en: 'Plans' })}</th></tr></thead><tbody>${novelty.map(
    n =>
      html`<tr><th scope="row">${n.document}</th><td>${percent(n.share)}</td><td>${percent(n.results)}</td><td>${percent(n.plans)}</td></tr>`,
  )}</tbody></table></div></section>`
}
