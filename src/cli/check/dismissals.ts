/**
 * What somebody has looked at and found no problem. Kept beside the document, in FILE.jiedu-dismissed.json, by rule and by
 * the words around the place: edits elsewhere leave it, and when the words change the rule speaks again.
 */
import type { Finding } from '../../check/index.ts'
import type { Reading } from '../../read/types.ts'
import { type Beside, keepBeside, keptBeside } from '../beside.ts'

interface Kept {
  rule: string
  text: string
  quote: string
  reason: string | null
}

const beside: Beside<Kept> = {
  ending: '.jiedu-dismissed.json',
  schema: 'jiedu/dismissed@1',
  field: 'dismissed',
  valid: k => typeof k.rule === 'string' && typeof k.quote === 'string',
}

/** A finding that somebody has dismissed, with the reason if one was given. */
export interface Dismissed extends Finding {
  reason: string | null
}

export interface Dismissals {
  /** Findings that are open, and those that were dismissed. */
  split(reading: Reading, findings: Finding[]): [open: Finding[], dismissed: Dismissed[]]
  /** Dismisses findings and writes the file; gives its path. */
  add(reading: Reading, findings: Finding[], reason: string | null): string
}

/** @param file the document; null for standard input, beside which nothing can be kept */
export function dismissalsOf(file: string | null): Dismissals {
  const kept = keptBeside(beside, file)
  const key = (rule: string, quote: string) => `${rule}\n${quote}`
  const known = () => new Map(kept.map(k => [key(k.rule, k.quote), k.reason]))
  return {
    split(reading, findings) {
      const reasons = known()
      const reasonOf = (f: Finding) => reasons.get(key(f.rule, quoteOf(reading, f)))
      return [
        findings.filter(f => reasonOf(f) === undefined),
        findings.flatMap(f => {
          const reason = reasonOf(f)
          return reason === undefined ? [] : [{ ...f, reason }]
        }),
      ]
    },
    add(reading, findings, reason) {
      const set = known()
      for (const f of findings) {
        const quote = quoteOf(reading, f)
        if (!set.has(key(f.rule, quote))) kept.push({ rule: f.rule, text: f.text, quote, reason })
      }
      return keepBeside(beside, file, kept)
    },
  }
}

/** The clause that holds the place, without white space: enough to know it again, little enough to survive edits elsewhere. */
function quoteOf({ text }: Reading, { start, end }: Finding): string {
  const stop = /[。；;！!？?\r\n]/
  let from = start
  while (from > 0 && start - from < 80 && !stop.test(text[from - 1]!)) from--
  let to = end
  while (to < text.length && to - end < 80 && !stop.test(text[to]!)) to++
  return text.slice(from, to).replace(/\s+/g, '')
}
