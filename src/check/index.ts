/**
 * `check`: a reading in, what is wrong in it out. Pure, as reading is. A finding never changes the text and never
 * corrects a number: it shows the sum and leaves the choice to a person.
 */
import type { Reading } from '../read/types.ts'
import { Check } from './context.ts'
import { promisesOf } from './promises.ts'
import { rules } from './rules/index.ts'
import type { Checked, CheckOptions, Derived, Done, Finding, Found, Notes, Rule } from './types.ts'

export { rules } from './rules/index.ts'
export type * from './types.ts'

/**
 * Checks a reading.
 * @returns findings in the order of the text, with the sums done and the values derived on the way
 */
export function check(reading: Reading, options: CheckOptions = {}): Checked {
  const wanted = options.rules ? rules.filter(rule => options.rules!.includes(rule.id)) : rules.filter(rule => rule.on)
  return checkBy(wanted, reading, options.against ?? [])
}

/** Checks by the rules given, whether they are on or off. */
export function checkBy(chosen: readonly Rule[], reading: Reading, against: readonly Reading[] = []): Checked {
  const context = new Check(reading, against)
  const findings: Finding[] = []
  const sums: Done[] = []
  const derived: Derived[] = []
  const examined: Record<string, number> = {}
  for (const rule of chosen) {
    const seen = new Set<string>()
    const notes: Notes = {
      found(found) {
        const key = `${found.start} ${found.end}`
        if (seen.has(key)) return
        seen.add(key)
        findings.push(finding(rule, found, reading.text))
      },
      sum: done => {
        sums.push({ rule: rule.id, ...done })
        notes.looked()
      },
      looked: (places = 1) => {
        if (places > 0) examined[rule.id] = (examined[rule.id] ?? 0) + places
      },
      derive: value => void derived.push(value),
    }
    rule.run(context, notes)
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1))
  return { schema: 'jiedu/check@1', findings, derived, sums, examined, promises: promisesOf(context) }
}

function finding(rule: Rule, found: Found, text: string): Finding {
  const { start, end, message, working, proposal, related, against } = found
  return {
    rule: rule.id,
    severity: found.severity ?? rule.severity,
    start,
    end,
    text: text.slice(start, end),
    message,
    working: working ?? null,
    proposal: proposal ?? null,
    related: (related ?? []).map(r => ({ start: r.start, end: r.end, text: text.slice(r.start, r.end) })),
    against: against ?? null,
  }
}
