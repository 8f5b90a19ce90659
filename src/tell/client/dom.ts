/** The little of a framework that the page needs: finding, making, listening. */

export const byId = <T extends HTMLElement = HTMLElement>(id: string): T | null => document.getElementById(id) as T | null
export const all = <T extends Element = HTMLElement>(selector: string, root: ParentNode = document): T[] => [
  ...root.querySelectorAll<T>(selector),
]

type Child = Node | string | null | false | undefined

/** Makes an element; text is set as text, so nothing in a report can become markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | false | null | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (typeof value === 'string') node.setAttribute(name, value)
  for (const child of children) if (child) node.append(child)
  return node
}

/** Scrolls to an element and lets it flash once, so that the eye finds it. */
export function show(target: Element): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  target.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' })
  target.classList.remove('flash')
  void (target as HTMLElement).offsetWidth
  target.classList.add('flash')
}

/** The address bar follows, so that what is open can be sent to someone. Some viewers of local files forbid it. */
export function address(hash: string): void {
  if (location.hash === hash) return
  try {
    history.pushState(null, '', hash)
  } catch {
    location.hash = hash
  }
}

/** A setting that outlives the page where the browser allows it. */
export const memory = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(`jiedu:${key}`)
    } catch {
      return null
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(`jiedu:${key}`, value)
    } catch {
      // A page opened from a file may have no storage; the setting then lasts as long as the page.
    }
  },
}
