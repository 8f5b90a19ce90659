/** Tabs over the panels; the tab 全部 shows the questions one after another. */
import { address, all, byId } from './dom.ts'

export interface Tabs {
  /** Shows a tab's panels: `plan-year`, `all`, `source`, `ledger`. Unknown names change nothing. */
  select(name: string): void
  current(): string
  onSelect(listener: () => void): void
}

export function tabs(): Tabs {
  const list = all<HTMLAnchorElement>('[role=tab]')
  const panels = all('[role=tabpanel]')
  const listeners: (() => void)[] = []
  const controls = (tab: HTMLElement) => (tab.getAttribute('aria-controls') ?? '').split(' ')
  let now = ''

  function select(name: string): void {
    const tab = byId(`t-${name}`)
    if (!tab || name === now) return
    now = name
    const open = new Set(controls(tab))
    for (const other of list) {
      other.setAttribute('aria-selected', String(other === tab))
      other.tabIndex = other === tab ? 0 : -1
    }
    for (const panel of panels) panel.hidden = !open.has(panel.id)
    tab.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    for (const listener of listeners) listener()
  }

  const choose = (tab: HTMLElement) => {
    select(tab.id.slice(2))
    address(tab.id === 't-all' ? '#main' : `#p-${now}`)
    const top = byId('tabs')
    // The bar of tabs sticks; a new panel starts right under it, wherever the last one was left.
    if (top && top.getBoundingClientRect().top <= 0) byId('layout')?.scrollIntoView({ block: 'start' })
  }

  for (const [i, tab] of list.entries()) {
    tab.addEventListener('click', event => {
      if (event.metaKey || event.ctrlKey) return
      event.preventDefault()
      choose(tab)
    })
    tab.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
      const to =
        step !== undefined
          ? (i + step + list.length) % list.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? list.length - 1
              : -1
      if (to < 0) return
      event.preventDefault()
      list[to]!.focus()
      choose(list[to]!)
    })
  }
  return { select, current: () => now, onSelect: listener => void listeners.push(listener) }
}
