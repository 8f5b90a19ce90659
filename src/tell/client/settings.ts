/** Language, large type, print: the page's own switches. */
import { all, byId, memory } from './dom.ts'
import { language, setLanguage } from './language.ts'

export function settings(): void {
  const root = document.documentElement
  const large = byId('large')
  const enlarge = (on: boolean) => {
    root.classList.toggle('large', on)
    large?.setAttribute('aria-pressed', String(on))
  }
  const stored = memory.get('lang')
  if (stored === 'zh' || stored === 'en') setLanguage(stored)
  enlarge(memory.get('large') === 'yes')
  byId('lang')?.addEventListener('click', () => {
    setLanguage(language() === 'zh' ? 'en' : 'zh')
    memory.set('lang', language())
  })
  large?.addEventListener('click', () => {
    enlarge(!root.classList.contains('large'))
    memory.set('large', root.classList.contains('large') ? 'yes' : 'no')
  })
  byId('print')?.addEventListener('click', () => print())
  // On paper nothing can be unfolded: what is closed is opened for the print and closed again.
  let closed: HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    closed = all<HTMLDetailsElement>('details:not([open])')
    for (const details of closed) details.open = true
  })
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false
  })
}
