/** The language switch: each element carries its words in the other language; the two change places. */
import type { Label, Lang } from '../page/labels.ts'
import { all } from './dom.ts'

const ATTRIBUTES = ['aria-label', 'placeholder', 'title']
const listeners: (() => void)[] = []

export const language = (): Lang => (document.documentElement.dataset.lang === 'en' ? 'en' : 'zh')
export const say = (label: Label): string => label[language()]
/** Called after each switch, for what the script itself has written. */
export const onLanguage = (listener: () => void): void => void listeners.push(listener)

export function setLanguage(to: Lang): void {
  const from = language()
  if (from === to) return
  for (const node of all(`[data-${to}]`)) {
    if (node === document.documentElement) continue
    const words = node.getAttribute(`data-${to}`)!
    node.setAttribute(`data-${from}`, node.textContent ?? '')
    node.removeAttribute(`data-${to}`)
    node.textContent = words
  }
  for (const name of ATTRIBUTES)
    for (const node of all(`[data-${to}-${name}]`)) {
      node.setAttribute(`data-${from}-${name}`, node.getAttribute(name) ?? '')
      node.setAttribute(name, node.getAttribute(`data-${to}-${name}`)!)
      node.removeAttribute(`data-${to}-${name}`)
    }
  document.documentElement.dataset.lang = to
  document.documentElement.lang = to === 'zh' ? 'zh-Hans' : 'en'
  for (const listener of listeners) listener()
}
