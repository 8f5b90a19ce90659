/** Automatic numbers: Word stores how to count, not the number, so the label is counted out here. */
import { childOf, elementsOf, type XmlElement } from '../formats/xml.ts'
import { label } from './labels.ts'

interface Level {
  format: string
  text: string
  start: number
  suffix: string
  /** Numbers of upper levels are shown as 1, 2, 3 whatever their format. */
  legal: boolean
}

interface Counting {
  levels: Map<number, Level>
  counters: (number | undefined)[]
}

export class Numbering {
  readonly #abstract = new Map<string, Counting>()
  readonly #instances = new Map<string, { counting: Counting; overrides: Map<number, { start?: number; level?: Level }> }>()
  readonly #used = new Set<string>()

  constructor(part: XmlElement | null) {
    for (const element of part ? elementsOf(part) : []) {
      if (element.name === 'abstractNum')
        this.#abstract.set(element.attributes.abstractNumId ?? '', { levels: levelsOf(element), counters: [] })
    }
    for (const element of part ? elementsOf(part) : []) {
      if (element.name !== 'num') continue
      const counting = this.#abstract.get(childOf(element, 'abstractNumId')?.attributes.val ?? '')
      if (counting) this.#instances.set(element.attributes.numId ?? '', { counting, overrides: overridesOf(element) })
    }
  }

  /** Counts one paragraph of the list on and gives its label, with the space after it; '' where it shows none. */
  next(numId: string, at: number): string {
    const instance = this.#instances.get(numId)
    if (!instance) return ''
    const { counting, overrides } = instance
    const { counters } = counting
    if (!this.#used.has(numId)) {
      this.#used.add(numId)
      for (const [level, { start }] of overrides) if (start !== undefined) counters[level] = undefined
    }
    const levelAt = (n: number) => overrides.get(n)?.level ?? counting.levels.get(n)
    const startAt = (n: number) => overrides.get(n)?.start ?? levelAt(n)?.start ?? 1
    const level = levelAt(at)
    if (!level) return ''
    counters[at] = counters[at] === undefined ? startAt(at) : counters[at] + 1
    counters.length = at + 1
    if (level.format === 'none') return ''
    if (level.format === 'bullet') return level.text.trim() === '' ? '' : `${bullet(level.text)} `
    const shown = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const n = Number(digit) - 1
      return label(counters[n] ?? startAt(n), level.legal && n < at ? 'decimal' : (levelAt(n)?.format ?? 'decimal'))
    })
    return shown === '' || level.suffix === 'nothing' || /[、．。）：]$/.test(shown) ? shown : `${shown} `
  }
}

/** Bullets are letters of symbol fonts; whatever they look like, they are bullets. */
function bullet(text: string): string {
  return /^[●■◆▲★◇○□•·–—-]$/.test(text) ? text : '●'
}

function levelsOf(parent: XmlElement): Map<number, Level> {
  const out = new Map<number, Level>()
  for (const element of elementsOf(parent))
    if (element.name === 'lvl') out.set(Number(element.attributes.ilvl) || 0, levelOf(element))
  return out
}

function levelOf(element: XmlElement): Level {
  const value = (name: string) => childOf(element, name)?.attributes.val
  return {
    format: value('numFmt') ?? 'decimal',
    text: value('lvlText') ?? '',
    start: Number(value('start') ?? 1) || 0,
    suffix: value('suff') ?? 'tab',
    legal: childOf(element, 'isLgl') !== null,
  }
}

function overridesOf(element: XmlElement): Map<number, { start?: number; level?: Level }> {
  const out = new Map<number, { start?: number; level?: Level }>()
  for (const each of elementsOf(element)) {
    if (each.name !== 'lvlOverride') continue
    const start = childOf(each, 'startOverride')?.attributes.val
    const level = childOf(each, 'lvl')
    out.set(Number(each.attributes.ilvl) || 0, {
      ...(start !== undefined && { start: Number(start) || 0 }),
      ...(level && { level: levelOf(level) }),
    })
  }
  return out
}
