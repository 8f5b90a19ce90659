/** How often each rule of `check` fires over real reports, and how often it was right where somebody judged it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, type Finding, rules } from '../../src/check/index.ts'
import { decode } from '../../src/documents/index.ts'
import { read } from '../../src/read/index.ts'

export interface RuleScore {
  id: string
  severity: string
  fired: number
  perTenThousand: number
  judged: number
  right: number
}

/** Verdicts by document, rule and offset: `right` or `wrong`. */
function verdicts(root: string): Map<string, boolean> {
  const lines = readFileSync(join(root, 'gold', 'check', 'findings.tsv'), 'utf8')
    .trim()
    .split('\n')
  return new Map(
    lines
      .filter(line => !line.startsWith('#'))
      .slice(1)
      .map(line => line.split('\t'))
      .map(([document, start, rule, verdict]) => [`${document} ${rule} ${start}`, verdict === 'right']),
  )
}

/**
 * Checks every report of a corpus, each against the one of the year before where that lies beside it.
 * @returns null where there is no corpus
 */
export function scoreRules(root: string, corpus: string | undefined): { rules: RuleScore[]; characters: number } | null {
  const folder = corpus === undefined ? '' : join(corpus, 'reports')
  if (!existsSync(folder)) return null
  const names = readdirSync(folder).filter(name => name.endsWith('.txt'))
  const known = verdicts(root)
  const found = new Map<string, { fired: number; judged: number; right: number }>(
    rules.map(rule => [rule.id, { fired: 0, judged: 0, right: 0 }]),
  )
  const readOf = (name: string) => read(decode(readFileSync(join(folder, name)), name))
  const count = (name: string, finding: Finding) => {
    const score = found.get(finding.rule)!
    score.fired++
    const verdict = known.get(`${name.replace(/\.txt$/, '')} ${finding.rule} ${finding.start}`)
    if (verdict === undefined) return
    score.judged++
    if (verdict) score.right++
  }
  let characters = 0
  for (const name of names) {
    const reading = readOf(name)
    characters += reading.text.length
    const before = name.replace(/(\d{4})\.txt$/, (_, year: string) => `${Number(year) - 1}.txt`)
    const against = before !== name && names.includes(before) ? [readOf(before)] : []
    for (const finding of check(reading, { against }).findings) count(name, finding)
  }
  return {
    characters,
    rules: rules
      .filter(rule => rule.on)
      .map(rule => {
        const score = found.get(rule.id)!
        return { id: rule.id, severity: rule.severity, ...score, perTenThousand: (score.fired / characters) * 1e4 }
      }),
  }
}

/** A table of the rules, for reading. */
export function rulesTable({ rules: scores, characters }: { rules: RuleScore[]; characters: number }): string {
  const lines = scores.map(({ id, severity, fired, perTenThousand, judged, right }) => {
    const precision = judged > 0 ? `${Math.round((right / judged) * 100)}% of ${judged}` : '—'
    return `${id.padEnd(28)}${severity.padEnd(9)}${String(fired).padStart(6)}${perTenThousand.toFixed(3).padStart(9)}  ${precision}`
  })
  const judged = scores.reduce((n, s) => n + s.judged, 0)
  const right = scores.reduce((n, s) => n + s.right, 0)
  return [
    `\nrules over ${characters} characters: fired, per 10,000 characters, right by hand`,
    ...lines,
    `all: ${judged > 0 ? Math.round((right / judged) * 100) : 0}% of ${judged} judged findings right`,
  ].join('\n')
}
