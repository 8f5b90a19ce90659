/** How complete the reading is: every numeral of the text is a figure or set aside with a reason. */
import type { Reading, SetAsideReason } from '../../read/types.ts'
import { REASON } from './labels.ts'

export interface Coverage {
  figures: number
  reasons: { reason: SetAsideReason; count: number }[]
  total: number
  /** Runs of digits in the text, counted again here, apart from the reading. */
  digits: number
  /** Of these, how many no figure and no set-aside covers: 0 in a complete reading. */
  missed: number
}

/** Counts the ledger of numerals and checks it against the text itself. */
export function coverage(reading: Reading): Coverage {
  const covered = [...reading.figures, ...reading.setAside].sort((a, b) => a.start - b.start)
  let digits = 0
  let missed = 0
  let next = 0
  for (const run of reading.text.matchAll(/[\d０-９]+/g)) {
    const at = run.index
    digits++
    while (next < covered.length && covered[next]!.end <= at) next++
    if (next === covered.length || covered[next]!.start > at) missed++
  }
  const reasons = (Object.keys(REASON) as SetAsideReason[])
    .map(reason => ({ reason, count: reading.setAside.filter(n => n.reason === reason).length }))
    .filter(entry => entry.count > 0)
  const total = reading.figures.length + reading.setAside.length
  return { figures: reading.figures.length, reasons, total, digits, missed }
}
