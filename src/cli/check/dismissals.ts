/**
 * What somebody has looked at and found no problem. Kept beside the document, in FILE.jiedu-dismissed.json, by rule and by
 * the words around the place: edits elsewhere leave it, and when the words change the rule speaks again.
 */
import { readFileSync } from 'node:fs'
import type { Finding } from '../../check/index.ts'
import type { Reading } from '../../read/types.ts'
import { CommandError, UsageError } from '../command.ts'
import { write } from '../out.ts'

interface Kept {
  rule: string
  text: string
  quote: string
  reason: string | null
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
  const path = file === null ? null : `${file}.jiedu-dismissed.json`
  const kept = path === null ? [] : load(path)
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
      if (path === null) {
        throw new UsageError({ zh: '标准输入旁边记不了东西', en: 'nothing can be kept beside standard input' })
      }
      const set = known()
      for (const f of findings) {
        const quote = quoteOf(reading, f)
        if (!set.has(key(f.rule, quote))) kept.push({ rule: f.rule, text: f.text, quote, reason })
      }
      write(path, `${JSON.stringify({ schema: 'jiedu/dismissed@1', dismissed: kept }, null, 1)}\n`)
      return path
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

function load(path: string): Kept[] {
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw broken(path)
  }
  try {
    const { schema, dismissed } = JSON.parse(content) as { schema: string; dismissed: Kept[] }
    if (schema === 'jiedu/dismissed@1' && dismissed.every(k => typeof k.rule === 'string' && typeof k.quote === 'string'))
      return dismissed
  } catch {
    // told below
  }
  throw broken(path)
}

const broken = (path: string) =>
  new CommandError(
    { zh: `${path} 读不了或格式不对`, en: `${path} cannot be read or has another form` },
    { zh: '请修好或移走这个文件', en: 'mend it or move it away' },
    1,
  )
