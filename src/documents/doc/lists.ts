/** Automatic numbers of lists (MS-DOC 2.9.147 LSTF, 2.9.150 LVL, 2.9.131 LFO), counted out. */
import { label } from '../docx/labels.ts'
import { type Fib, tables } from './fib.ts'

interface Level {
  start: number
  format: string
  /** Characters below 9 stand for the number of that level. */
  text: string
  /** Nothing follows the number. */
  bare: boolean
}

/** MSONFC (MS-OSHARED 2.2.1.3) by the names that Office Open XML gives them. */
const formats: Record<number, string> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
}

export class Lists {
  readonly #levels = new Map<number, Level[]>()
  /** List of each override, counted from 1. */
  readonly #lists: number[] = []
  readonly #counters = new Map<number, (number | undefined)[]>()

  constructor(fib: Fib) {
    readLevels(fib.from(tables.lists), this.#levels)
    const overrides = fib.part(tables.listOverrides)
    const count = overrides.length >= 4 ? overrides.readUInt32LE(0) : 0
    for (let i = 0; i < count && 4 + 16 * (i + 1) <= overrides.length; i++) this.#lists.push(overrides.readInt32LE(4 + 16 * i))
  }

  /** Counts one paragraph on and gives its label with the space after it; '' where it shows none. */
  next(override: number, at: number): string {
    const list = this.#lists[override - 1]
    const levels = list === undefined ? undefined : this.#levels.get(list)
    const level = levels?.[at]
    if (list === undefined || !levels || !level) return ''
    const counters = this.#counters.get(list) ?? []
    this.#counters.set(list, counters)
    counters[at] = counters[at] === undefined ? level.start : counters[at] + 1
    counters.length = at + 1
    if (level.format === 'none') return ''
    if (level.format === 'bullet') return '● '
    let shown = ''
    for (const char of level.text) {
      const n = char.charCodeAt(0)
      shown += n < 9 ? label(counters[n] ?? levels[n]?.start ?? 1, levels[n]?.format ?? 'decimal') : char
    }
    return shown === '' || level.bare || /[、．。）：]$/.test(shown) ? shown : `${shown} `
  }
}

function readLevels(lists: Buffer, into: Map<number, Level[]>): void {
  if (lists.length < 2) return
  const count = lists.readUInt16LE(0)
  let at = 2 + 28 * count
  for (let i = 0; i < count && 2 + 28 * (i + 1) <= lists.length; i++) {
    const head = 2 + 28 * i
    const simple = (lists[head + 26]! & 1) === 1
    const levels: Level[] = []
    for (let n = 0; n < (simple ? 1 : 9); n++) {
      if (at + 28 > lists.length) return
      const text = at + 28 + lists[at + 25]! + lists[at + 24]!
      if (text + 2 > lists.length) return
      const end = text + 2 + 2 * lists.readUInt16LE(text)
      if (end > lists.length) return
      levels.push({
        start: lists.readInt32LE(at),
        format: formats[lists[at + 4]!] ?? 'decimal',
        text: lists.toString('utf16le', text + 2, end),
        bare: lists[at + 15] === 2,
      })
      at = end
    }
    into.set(lists.readInt32LE(head), levels)
  }
}
