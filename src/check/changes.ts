/** Two versions of one report: which facts and promises were added, dropped or changed. */
import type { Figure, Reading, Statement } from '../read/types.ts'
import { subject } from './context.ts'

export interface FactChange {
  kind: 'added' | 'dropped' | 'changed'
  /** The fact by its indicator and period, or `promise`. */
  what: string
  before: string | null
  after: string | null
}

/** Whether two documents are versions of one report: of one place and year. */
export function sameReport(a: Reading, b: Reading): boolean {
  const name = a.report.place?.name
  return name !== undefined && name === b.report.place?.name && a.report.year !== null && a.report.year === b.report.year
}

/**
 * What became of a draft.
 * @returns figures first, in the order of their names, then promises in the order of the text
 */
export function factChanges(before: Reading, after: Reading): FactChange[] {
  const one = facts(before)
  const two = facts(after)
  const changes: FactChange[] = []
  for (const what of [...new Set([...one.keys(), ...two.keys()])].sort()) {
    const left = one.get(what) ?? []
    const right = two.get(what) ?? []
    const gone = left.filter(text => !right.includes(text))
    const come = right.filter(text => !left.includes(text))
    for (let i = 0; i < Math.max(gone.length, come.length); i++) {
      const from = gone[i] ?? null
      const to = come[i] ?? null
      changes.push({ kind: from === null ? 'added' : to === null ? 'dropped' : 'changed', what, before: from, after: to })
    }
  }
  return [...changes, ...promiseChanges(before, after)]
}

const COMPARATOR: Record<Figure['comparator'], string> = { eq: '', ge: '≥', gt: '>', le: '≤', lt: '<', approx: '≈', range: '' }

function facts(reading: Reading): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const figure of reading.figures) {
    const name = subject(figure)
    if (!name || figure.role !== 'measure') continue
    const parts = [figure.place, name, figure.measure === 'level' ? null : figure.measure, figure.period, figure.status]
    const what = parts.filter(part => part !== null).join(' ')
    const text = COMPARATOR[figure.comparator] + figure.text
    const list = map.get(what)
    if (!list) map.set(what, [text])
    else if (!list.includes(text)) list.push(text)
  }
  return map
}

/** Words only: a promise of which a number changed is told by its figure. */
const wordsOf = (text: string): string => text.replace(/[\s\d.,，。；;、：:“”"（）()●%％]/g, '')

function promiseChanges(before: Reading, after: Reading): FactChange[] {
  const plans = (reading: Reading) => reading.statements.filter(s => s.kind === 'plan' && wordsOf(s.text).length > 4)
  const old = plans(before)
  const now = plans(after)
  const known = new Set(now.map(s => wordsOf(s.text)))
  const had = new Set(old.map(s => wordsOf(s.text)))
  const gone = old.filter(s => !known.has(wordsOf(s.text)))
  const come = now.filter(s => !had.has(wordsOf(s.text)))
  const taken = new Set<Statement>()
  const changes: FactChange[] = []
  for (const statement of gone) {
    const heir = come.find(other => !taken.has(other) && alike(statement.text, other.text))
    if (heir) taken.add(heir)
    changes.push({
      kind: heir ? 'changed' : 'dropped',
      what: 'promise',
      before: statement.text.trim(),
      after: heir ? heir.text.trim() : null,
    })
  }
  for (const statement of come)
    if (!taken.has(statement)) changes.push({ kind: 'added', what: 'promise', before: null, after: statement.text.trim() })
  return changes
}

/** Whether two sentences share most of their pairs of characters. */
function alike(a: string, b: string): boolean {
  const pairs = (text: string) => {
    const words = wordsOf(text)
    return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2)))
  }
  const one = pairs(a)
  const two = pairs(b)
  let common = 0
  for (const pair of one) if (two.has(pair)) common++
  return common * 2 > (one.size + two.size) * 0.6
}
