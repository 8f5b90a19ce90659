/** Findings to be judged by hand: drawn by a word, spread over the rules, each with the text around it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { check, type Finding } from '../../src/check/index.ts'
import { random, sample } from '../random.ts'
import { quoteOf, readAll } from './rules.ts'

interface Drawn {
  document: string
  finding: Finding
  around: string
}

/**
 * @param word the same word draws the same findings from the same reports
 * @returns lines of gold/check/findings.tsv without a verdict, then what the rule says and the text; null without a corpus
 */
export function sampleFindings(corpus: string | undefined, count: number, word: string): string[] | null {
  const folder = corpus === undefined ? '' : join(corpus, 'reports')
  if (!existsSync(folder)) return null
  const byRule = new Map<string, Drawn[]>()
  for (const { name, reading, against } of readAll(folder))
    for (const finding of check(reading, { against }).findings) {
      const around = reading.text.slice(Math.max(0, finding.start - 60), finding.end + 40).replace(/\s+/g, ' ')
      const list = byRule.get(finding.rule)
      if (list) list.push({ document: name, finding, around })
      else byRule.set(finding.rule, [{ document: name, finding, around }])
    }
  const lines: string[] = []
  // the rarest first: what they leave unused goes to the others
  const groups = [...byRule].sort((a, b) => a[1].length - b[1].length)
  for (const [i, [rule, list]] of groups.entries()) {
    const share = Math.floor((count - lines.length) / (groups.length - i))
    for (const { document, finding, around } of sample(list, share, random(word, rule)))
      lines.push([document, rule, quoteOf(finding.text), '', finding.message.zh, finding.against?.text ?? '', around].join('\t'))
  }
  return lines
}
