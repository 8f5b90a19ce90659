/** Honours, projects, tasks and claims of a panel: what the statements say besides their figures. */
import type { Claim, Honour, Project, Span, Task } from '../../read/types.ts'
import type { Context } from './context.ts'
import { type Html, html } from './html.ts'
import { CLAIM, type Label, STAGE } from './labels.ts'
import { groupBy } from './lookup.ts'
import type { Panel } from './model.ts'
import { link } from './value.ts'

/** Lists up to this length are open; longer ones wait behind their heading. */
const OPEN = 12

export function extras(context: Context, p: Panel): Html {
  return html`${block(context, { zh: '荣誉与首创', en: 'Honours' }, 'honours', p.honours, honour)}${block(
    context,
    { zh: '项目', en: 'Projects' },
    'projects',
    p.projects,
    project,
  )}${block(context, { zh: '任务', en: 'Tasks' }, 'tasks', p.tasks, task)}${block(
    context,
    { zh: '没有数字但可以核对的话', en: 'Claims without a number that can be checked' },
    'claims',
    p.claims,
    claim,
  )}`
}

function block<T extends { statement: string }>(
  context: Context,
  title: Label,
  kind: string,
  items: readonly T[],
  item: (context: Context, item: T) => Html,
): Html | false {
  if (items.length === 0) return false
  // One statement, one line: its tasks stand together under one search.
  const list = [...groupBy(items, i => i.statement)].map(
    ([statement, own]) => html`<li data-s="${statement}">${own.map(i => item(context, i))}</li>`,
  )
  return html`<details class="extra ${kind}"${items.length <= OPEN && html` open`}><summary><h3>${context.voice.say(title)} <span class="count">${items.length}</span></h3></summary><ul>${list}</ul></details>`
}

const quote = (statement: string, span: Span): Html => html`<a class="quote" lang="zh" href="#${statement}">${span.text}</a>`
const slots = (spans: readonly (Span | null)[]): Html =>
  html`${spans.map(span => span && html`<small class="tag" lang="zh">${span.text}</small>`)}`

const honour = (_: Context, h: Honour): Html => html`<div>${quote(h.statement, h)}${slots([h.scope, h.body])}</div>`

function project(context: Context, p: Project): Html {
  const stages = Object.keys(STAGE) as NonNullable<Project['stage']>[]
  const at = p.stage === null ? -1 : stages.indexOf(p.stage)
  const steps = html`<span class="steps" aria-hidden="true">${stages.map((_, i) => html`<i${i <= at && html` class="done"`}></i>`)}</span>`
  return html`<div>${quote(p.statement, p)}${p.stage && html`<small class="stage">${steps}<span${context.voice.open(STAGE[p.stage])}</span></small>`}${figures(context, p.figures)}</div>`
}

const task = (_: Context, t: Task): Html => html`<div>${quote(t.statement, t)}${slots([t.place, t.deadline, t.body])}</div>`

const claim = ({ voice }: Context, c: Claim): Html =>
  html`<div>${quote(c.statement, c)}<small class="tag"${voice.open(CLAIM[c.claim])}</small></div>`

function figures(context: Context, ids: readonly string[]): Html {
  return html`${ids.map(id => {
    const figure = context.known.figures.get(id)
    return figure && link(context, figure)
  })}`
}
