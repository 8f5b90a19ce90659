/** The script in the page: wires tabs, filters, the panel of a figure and the address bar. */
import type { PageData } from '../page/data.ts'
import { address, all, byId, show } from './dom.ts'
import { filters } from './filters.ts'
import { inspector } from './inspector.ts'
import { settings } from './settings.ts'
import { tabs } from './tabs.ts'

const data = JSON.parse(byId('data')!.textContent!) as PageData
const tab = tabs()
const questions = new Map(data.statements.map(s => [s.id, s.question ?? 'none']))
const statementOf = new Map(data.figures.map(f => [f.id, f.statement]))
const first = document.querySelector('[role=tab]')?.id.slice(2) ?? 'source'

/** Where the page tells of a figure or statement: its card, row or list entry. */
const told = (id: string) => document.querySelector(`.panel[data-question] a[href="#${CSS.escape(id)}"]`)

const panel = inspector(data, {
  go: id => void visit(id, null, true),
  toSource(id) {
    if (matchMedia('(max-width: 759px)').matches) panel.close()
    tab.select('source')
    const target = byId(id)
    if (target) show(target)
  },
  toTold: id => follow(id, true),
  closed: () => address(tab.current() === 'all' ? '#main' : `#p-${tab.current()}`),
})

/** Brings the entry that tells of an item into sight, on its own tab unless the tab shown has it. */
function follow(id: string, leave: boolean): void {
  if (matchMedia('(max-width: 759px)').matches && leave) panel.close()
  const entry = told(id)
  if (!entry) return
  const shown = entry.closest<HTMLElement>('.panel')!
  if (shown.hidden) tab.select(shown.dataset.question!)
  for (let d = entry.closest('details'); d; d = d.parentElement!.closest('details')) d.open = true
  show(entry.closest('li,tr') ?? entry)
}

/** Opens whatever an id names. `move` also brings its place on the page into sight. */
function visit(id: string, from: HTMLElement | null, move: boolean): boolean {
  if (id === '' || id === 'main') {
    tab.select(id === 'main' && byId('t-all') ? 'all' : first)
    panel.close()
    return true
  }
  if (id.startsWith('p-') && byId(`t-${id.slice(2)}`)) {
    tab.select(id.slice(2))
    panel.close()
    return true
  }
  if (statementOf.has(id) || questions.has(id)) {
    panel.open(id, from)
    address(`#${id}`)
    if (move && tab.current() === 'source') show(byId(id)!)
    else if (move) follow(id, false)
    return true
  }
  const target = byId(id)
  if (!target?.closest('.source')) return false
  if (matchMedia('(max-width: 759px)').matches) panel.close()
  tab.select('source')
  show(target)
  return true
}

document.addEventListener('click', event => {
  const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[href^="#"]')
  if (!link || link.getAttribute('role') === 'tab' || event.metaKey || event.ctrlKey || event.shiftKey) return
  if (visit(decodeURIComponent(link.hash.slice(1)), link, false)) event.preventDefault()
})

const start = () => visit(decodeURIComponent(location.hash.slice(1)), null, true) || tab.select(first)
addEventListener('popstate', start)
settings()
const words = new Map<string, string>()
for (const part of all('.source .s')) words.set(part.dataset.of!, (words.get(part.dataset.of!) ?? '') + part.textContent)
filters(data, tab, id => words.get(id) ?? '')
// What sticks to the top leaves this much less to the panel beside the page.
const controls = byId('controls')
if (controls)
  new ResizeObserver(() => document.documentElement.style.setProperty('--controls', `${controls.offsetHeight}px`)).observe(
    controls,
  )
tab.select(first)
start()
document.documentElement.classList.add('ready')
