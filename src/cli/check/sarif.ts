/** Findings as SARIF 2.1.0 (OASIS, 2020), for editors and code hosts. */
import { type Finding, rules } from '../../check/index.ts'
import type { Language } from '../terminal.ts'
import type { Dismissed } from './dismissals.ts'
import { places } from './places.ts'
import type { Result } from './result.ts'

/** @returns a SARIF log with one run; dismissed findings are suppressed results */
export function sarif(results: readonly Result[], version: string, language: Language) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0' as const,
    runs: [
      {
        tool: {
          driver: {
            name: 'jiedu',
            version,
            rules: rules.map(rule => ({
              id: rule.id,
              shortDescription: { text: rule.title[language] },
              fullDescription: { text: rule.about[language] },
              defaultConfiguration: { enabled: rule.on, level: rule.severity },
            })),
          },
        },
        columnKind: 'utf16CodeUnits' as const,
        results: results.flatMap(result => [
          ...result.open.map(f => resultOf(result, f, language, [])),
          ...result.dismissed.map(f => resultOf(result, f, language, [suppressed(f)])),
        ]),
      },
    ],
  }
}

interface Suppression {
  kind: 'external'
  justification?: string
}

const suppressed = ({ reason }: Dismissed): Suppression => ({
  kind: 'external',
  ...(reason !== null ? { justification: reason } : {}),
})

function resultOf({ reading }: Result, finding: Finding, language: Language, suppressions: Suppression[]) {
  const at = places(reading.text)
  const location = (start: number, end: number, text: string) => {
    const a = at(start)
    const b = at(end)
    return {
      physicalLocation: {
        artifactLocation: { uri: encodeURI(reading.source.name) },
        region: {
          startLine: a.line,
          startColumn: a.column,
          endLine: b.line,
          endColumn: b.column,
          charOffset: start,
          charLength: end - start,
          snippet: { text },
        },
      },
    }
  }
  const working = finding.working ? ` ${finding.working.formula}` : ''
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(rule => rule.id === finding.rule),
    level: finding.severity,
    message: { text: finding.message[language] + working },
    locations: [location(finding.start, finding.end, finding.text)],
    relatedLocations: finding.related.map((r, id) => ({ id: id + 1, ...location(r.start, r.end, r.text) })),
    partialFingerprints: { 'ruleAndText/v1': `${finding.rule}:${finding.text}` },
    ...(suppressions.length > 0 ? { suppressions } : {}),
  }
}
