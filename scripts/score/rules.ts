/** How often each rule of `check` fires over real reports, and how often it was right where somebody judged it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, rules } from '../../src/check/index.ts'
import { decode } from '../../src/documents/index.ts'
import { type Reading, read } from '../../src/read/index.ts'

export interface RuleScore {
  id: string
  severity: string
  /** Places that the rule looked at closely: sums done, lists counted, names read. */
  examined: number
  fired: number
  perTenThousand: number
  judged: number
  right: number
}

export interface CorpusScore {
  rules: RuleScore[]
  characters: number
  /** Findings at `error`, per 10,000 characters. */
  errorsPerTenThousand: number
  /** Right in each sample as it was drawn. */
  samples: string
}

/** The words of a finding as verdicts quote them: offsets move when texts and rules change, words do not. */
export const quoteOf = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 40)

const keyOf = (document: string, rule: string, quote: string): string => `${document}\t${rule}\t${quote}`

interface Verdict {
  key: string
  right: boolean
  sample: string
}

/** What somebody judged, each by document, rule and quoted words. */
function verdicts(root: string): Verdict[] {
  return readFileSync(join(root, 'gold', 'check', 'findings.tsv'), 'utf8')
    .trim()
    .split('\n')
    .filter(line => !line.startsWith('#'))
    .slice(1)
    .map(line => line.split('\t'))
    .map(([document, rule, quote, verdict, sample]) => ({
      key: keyOf(document!, rule!, quote!),
      right: verdict === 'right',
      sample: sample!,
    }))
}

/** How many of each sample were right when it was drawn: causes of wrong ones are mended afterwards. */
function asDrawn(all: readonly Verdict[]): string {
  const samples = [...new Set(all.map(v => v.sample))]
  return samples
    .map(name => {
      const list = all.filter(v => v.sample === name)
      return `${name} ${list.filter(v => v.right).length} of ${list.length}`
    })
    .join(', ')
}

/**
 * Checks every report of a corpus, each against the one of the year before where that lies beside it.
 * @returns null where there is no corpus
 */
export function scoreRules(root: string, corpus: string | undefined): CorpusScore | null {
  const folder = corpus === undefined ? '' : join(corpus, 'reports')
  if (!existsSync(folder)) return null
  const all = verdicts(root)
  // judged twice: the later verdict holds
  const known = new Map(all.map(v => [v.key, v.right]))
  const found = new Map(rules.map(rule => [rule.id, { examined: 0, fired: 0, judged: 0, right: 0 }]))
  let characters = 0
  let errors = 0
  for (const { name, reading, against } of readAll(folder)) {
    characters += reading.text.length
    const checked = check(reading, { against })
    for (const [id, places] of Object.entries(checked.examined)) found.get(id)!.examined += places
    for (const finding of checked.findings) {
      const score = found.get(finding.rule)!
      score.fired++
      if (finding.severity === 'error') errors++
      const verdict = known.get(keyOf(name, finding.rule, quoteOf(finding.text)))
      if (verdict === undefined) continue
      score.judged++
      if (verdict) score.right++
    }
  }
  return {
    characters,
    errorsPerTenThousand: (errors / characters) * 1e4,
    samples: asDrawn(all),
    rules: rules
      .filter(rule => rule.on)
      .map(rule => {
        const score = found.get(rule.id)!
        return { id: rule.id, severity: rule.severity, ...score, perTenThousand: (score.fired / characters) * 1e4 }
      }),
  }
}

/** The reports of a folder, each with the one of the year before where that lies beside it. */
export function* readAll(folder: string): Generator<{ name: string; reading: Reading; against: Reading[] }> {
  const names = readdirSync(folder).filter(name => name.endsWith('.txt'))
  const readOf = (name: string) => read(decode(readFileSync(join(folder, name)), name))
  for (const name of names) {
    const before = name.replace(/(\d{4})\.txt$/, (_, year: string) => `${Number(year) - 1}.txt`)
    const against = before !== name && names.includes(before) ? [readOf(before)] : []
    yield { name: name.replace(/\.txt$/, ''), reading: readOf(name), against }
  }
}

/** A table of the rules, for reading. */
export function rulesTable({ rules: scores, characters, errorsPerTenThousand, samples }: CorpusScore): string {
  const lines = scores.map(({ id, severity, examined, fired, perTenThousand, judged, right }) => {
    const precision = judged > 0 ? `${Math.round((right / judged) * 100)}% of ${judged}` : '—'
    const looked = examined > 0 ? String(examined) : '—'
    return `${id.padEnd(28)}${severity.padEnd(9)}${looked.padStart(8)}${String(fired).padStart(6)}${perTenThousand.toFixed(3).padStart(9)}  ${precision}`
  })
  const judged = scores.reduce((n, s) => n + s.judged, 0)
  const right = scores.reduce((n, s) => n + s.right, 0)
  return [
    `\nrules over ${characters} characters: places examined, fired, per 10,000 characters, right by hand`,
    ...lines,
    `all: ${judged > 0 ? Math.round((right / judged) * 100) : 0}% of ${judged} judged findings right; ${errorsPerTenThousand.toFixed(3)} errors per 10,000 characters`,
    `right as drawn, before causes of wrong ones were mended: ${samples}`,
  ].join('\n')
}
