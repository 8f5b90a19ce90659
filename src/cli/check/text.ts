/** Findings as a compiler prints them: file:line:column, rule, message, the words, the working. */
import type { FactChange } from '../../check/changes.ts'
import type { Severity } from '../../check/index.ts'
import { pagesOf } from '../../read/index.ts'
import { width } from '../summary/layout.ts'
import type { Terminal } from '../terminal.ts'
import { places } from './places.ts'
import type { Result } from './result.ts'

const NAME: Record<Severity, { zh: string; en: string; colour: string }> = {
  error: { zh: '错误', en: 'error', colour: '\x1b[31m' },
  warning: { zh: '提醒', en: 'warning', colour: '\x1b[33m' },
  note: { zh: '提示', en: 'note', colour: '\x1b[36m' },
}

/** Characters shown before and after the place. */
const AROUND = 18

export function text({ reading, open }: Result, terminal: Terminal): string {
  const at = places(reading.text)
  const pageOf = pagesOf(reading.map)
  const { say, colour } = terminal
  const paint = (code: string, words: string) => (colour ? `${code}${words}\x1b[0m` : words)
  const lines: string[] = []
  for (const finding of open) {
    const { line, column } = at(finding.start)
    const name = NAME[finding.severity]
    const page = pageOf(finding.start)
    const on = page === null ? '' : say({ zh: `（第${page}页）`, en: ` (p. ${page})` })
    lines.push(
      `${reading.source.name}:${line}:${column}: ${paint(name.colour, say(name))} ${finding.rule}: ${say(finding.message)}${on}`,
      ...excerpt(reading.text, finding.start, finding.end),
    )
    if (finding.working) lines.push(`    ${say({ zh: '算式', en: 'working' })}: ${finding.working.formula}`)
    if (finding.proposal) lines.push(`    ${say({ zh: '建议', en: 'proposal' })}: ${say(finding.proposal)}`)
    if (finding.against) lines.push(`    ${finding.against.name}: ${finding.against.text}`)
    for (const other of finding.related.slice(0, 3)) {
      const place = at(other.start)
      lines.push(`    ${say({ zh: '另见', en: 'see' })} ${place.line}:${place.column} ${clean(other.text).slice(0, 30)}`)
    }
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : ''
}

/** The words of the line round the place, and marks under them. */
function excerpt(source: string, start: number, end: number): string[] {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const lineEnd = source.indexOf('\n', start) < 0 ? source.length : source.indexOf('\n', start)
  const from = Math.max(lineStart, start - AROUND)
  const shownEnd = Math.min(end, Math.max(lineEnd, start + 1), start + 60)
  const to = Math.min(lineEnd, shownEnd + AROUND)
  const lead = `${from > lineStart ? '…' : ''}${clean(source.slice(from, start))}`
  const place = clean(source.slice(start, shownEnd))
  const tail = `${clean(source.slice(shownEnd, Math.max(to, shownEnd)))}${to < lineEnd ? '…' : ''}`
  return [`    ${lead}${place}${tail}`, `    ${' '.repeat(width(lead))}${'^'.repeat(Math.max(1, width(place)))}`]
}

const clean = (words: string): string => words.replace(/[\x00-\x1f\x7f-\x9f]+/g, ' ')

/** How the facts stand against a communiqué; empty where none was given or nothing is in both. */
export function communiqueText({ reading, checked, open }: Result, { say }: Terminal): string {
  const sums = checked.sums.filter(sum => sum.rule === 'against-communique')
  if (sums.length === 0) return ''
  const count = (agreement: string) => sums.filter(sum => sum.agreement === agreement).length
  const found = open.filter(f => f.rule === 'against-communique')
  const notes = found.filter(f => f.severity === 'note').length
  const [same, rounding] = [count('exact'), count('rounding')]
  return `${say({
    zh: `${reading.source.name}：与统计公报共有 ${sums.length} 项：相同 ${same}，只差舍入或界限 ${rounding}，口径或预计数不同 ${notes}，对不上 ${found.length - notes}`,
    en: `${reading.source.name}: ${sums.length} facts are in the communiqué too: ${same} the same, ${rounding} but for rounding or a bound, ${notes} preliminary or on another basis, ${found.length - notes} at odds`,
  })}\n`
}

/** The last line: how many of each, which sums were done, which promises can be judged. */
export function summaryLine(results: Result[], { say }: Terminal): string {
  const all = results.flatMap(r => r.open)
  const count = (severity: Severity) => all.filter(f => f.severity === severity).length
  const sums = results.flatMap(r => r.checked.sums)
  const agreed = sums.filter(s => s.agreement !== 'no').length
  const rounding = sums.filter(s => s.agreement === 'rounding').length
  const derived = results.reduce((n, r) => n + r.checked.derived.length, 0)
  const dismissed = results.reduce((n, r) => n + r.dismissed.length, 0)
  const promises = results.reduce((n, r) => n + r.checked.promises.total, 0)
  const rateable = results.reduce((n, r) => n + r.checked.promises.rateable, 0)
  const share = promises > 0 ? Math.round((rateable / promises) * 100) : 0
  const zh = [
    `错误 ${count('error')}，提醒 ${count('warning')}，提示 ${count('note')}${dismissed > 0 ? `，已看过 ${dismissed}` : ''}`,
    `核对算式 ${sums.length} 处，相符 ${agreed}${rounding > 0 ? `（其中 ${rounding} 处只在舍入后相符）` : ''}，推算 ${derived} 项`,
    ...(promises > 0 ? [`可核验的承诺 ${share}%（${rateable}/${promises}）`] : []),
  ]
  const en = [
    `${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes${dismissed > 0 ? `, ${dismissed} dismissed` : ''}`,
    `${sums.length} sums done, ${agreed} agree${rounding > 0 ? ` (${rounding} only by rounding)` : ''}, ${derived} values derived`,
    ...(promises > 0 ? [`promises that can be judged: ${share}% (${rateable}/${promises})`] : []),
  ]
  return `${say({ zh: zh.join('；'), en: en.join('; ') })}\n`
}

const CHANGE = {
  added: { zh: '增加', en: 'added' },
  dropped: { zh: '删去', en: 'dropped' },
  changed: { zh: '改动', en: 'changed' },
}

/** What became of the facts and promises between two versions. */
export function changesText(changes: FactChange[], { say }: Terminal): string {
  const lines = changes.map(({ kind, name, before, after, rounding }) => {
    const values = before !== null && after !== null ? `${before} → ${after}` : (after ?? before)
    return `  ${say(CHANGE[kind])} ${say(name)}: ${values}${rounding ? say({ zh: '（只差舍入）', en: ' (rounding alone)' }) : ''}`
  })
  return `${say({ zh: `与另一稿相比，${changes.length} 处不同：`, en: `${changes.length} differences from the other version:` })}\n${lines.join('\n')}${lines.length > 0 ? '\n' : ''}`
}
