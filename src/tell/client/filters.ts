/** The filter bar: hides what does not pass, and counts what does. */
import type { PageData } from '../page/data.ts'
import { csv } from './csv.ts'
import { all, byId, el } from './dom.ts'
import { type Filter, isOn, matches, NO_FILTER } from './filter.ts'
import { language, onLanguage } from './language.ts'
import type { Tabs } from './tabs.ts'

export function filters(data: PageData, tabs: Tabs, words: (statement: string) => string): void {
  const form = byId<HTMLFormElement>('filters')
  const search = byId<HTMLInputElement>('search')
  if (!form || !search) return
  form.hidden = false
  const question = new Map(data.statements.map(s => [s.id, s.question ?? 'none']))
  const value = (id: string) => byId<HTMLSelectElement>(id)?.value ?? ''
  let passed = matches(data, NO_FILTER, words)

  function apply(): void {
    const filter: Filter = {
      text: search!.value.trim(),
      status: value('f-status'),
      measure: value('f-measure'),
      topic: value('f-topic'),
    }
    const on = isOn(filter)
    passed = matches(data, filter, words)
    const keeps = (node: HTMLElement) =>
      node.dataset.f !== undefined
        ? node.dataset.f.split(' ').some(id => passed.figures.has(id))
        : passed.statements.has(node.dataset.s!)
    for (const node of all('[data-f],[data-s]')) node.classList.toggle('out', on && !keeps(node))
    // A frame with nothing left in it goes too: the inner ones first, so that the outer ones see it.
    for (const frame of all('.plain,.extra,.chart,.targets,.qualifiers,.group,.charts,.cards'))
      frame.classList.toggle('out', on && frame.querySelector('[data-f]:not(.out),[data-s]:not(.out)') === null)
    for (const details of all<HTMLDetailsElement>('details.plain,details.extra')) unfold(details, on)
    for (const mark of all('.source a.f'))
      mark.classList.toggle('off', on && !passed.figures.has(mark.getAttribute('href')!.slice(1)))
    for (const panel of all('.panel[data-question]')) {
      const nothing = panel.querySelector<HTMLElement>('.nothing')
      if (nothing) nothing.hidden = !on || panel.querySelector('[data-f]:not(.out),[data-s]:not(.out)') !== null
    }
    byId('reset')!.hidden = !on
    count(on)
  }

  /** How many figures are shown where the reader is, and on each tab how many would be. */
  function count(
    on = isOn({ text: search!.value.trim(), status: value('f-status'), measure: value('f-measure'), topic: value('f-topic') }),
  ): void {
    const totals = new Map<string, number>()
    const left = new Map<string, number>()
    for (const f of data.figures) {
      const q = question.get(f.statement) ?? 'none'
      totals.set(q, (totals.get(q) ?? 0) + 1)
      if (passed.figures.has(f.id)) left.set(q, (left.get(q) ?? 0) + 1)
    }
    for (const tab of all('[role=tab].question')) {
      const q = tab.id.slice(2)
      tab.querySelector('.count')!.textContent = on ? `${left.get(q) ?? 0}/${totals.get(q) ?? 0}` : String(totals.get(q) ?? 0)
    }
    const here = totals.has(tabs.current()) || byId(`p-${tabs.current()}`)?.dataset.question !== undefined ? tabs.current() : null
    const shown = here ? (left.get(here) ?? 0) : passed.figures.size
    const total = here ? (totals.get(here) ?? 0) : data.figures.length
    const strong = el('b', {}, on ? `${shown}` : `${total}`)
    const rest = on ? ` / ${total}` : ''
    byId('shown')!.replaceChildren(
      ...(language() === 'zh' ? ['显示 ', strong, `${rest} 个数字`] : [strong, `${rest} figures shown`]),
    )
  }

  let timer = 0
  search.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(apply, 90)
  })
  form.addEventListener('change', event => event.target !== search && apply())
  form.addEventListener('submit', event => {
    event.preventDefault()
    apply()
  })
  form.addEventListener('reset', () => setTimeout(apply))
  byId('csv')?.addEventListener('click', () => csv(data, passed.figures))
  document.addEventListener('keydown', event => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      search.focus()
      search.select()
    } else if (event.key === 'Escape' && event.target === search && search.value !== '') {
      event.stopPropagation()
      search.value = ''
      apply()
    }
  })
  tabs.onSelect(() => count())
  onLanguage(() => count())
  apply()
}

/** A search opens the lists that it finds something in, and puts them back when it ends. */
function unfold(details: HTMLDetailsElement, on: boolean): void {
  if (on && !details.open) {
    details.open = true
    details.dataset.was = 'closed'
  } else if (!on && details.dataset.was === 'closed') {
    details.open = false
    delete details.dataset.was
  }
}
