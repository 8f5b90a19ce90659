/** Whose report, for which year, of what kind: what is read of the texts that a corpus's MANIFEST.tsv names, their file names withheld. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { placeOfCode } from '../../src/catalogue/index.ts'
import { decode } from '../../src/documents/index.ts'
import { outline } from '../../src/read/outline/index.ts'
import type { Report } from '../../src/read/types.ts'
import { percent, type Share } from './measures.ts'

export interface IdentityScore {
  place: Share
  year: Share
  kind: Share
  /** All three right. */
  all: Share
  /** One line a text of which something is wrong. */
  wrong: string[]
}

const SUFFIX = /(特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|地区|[省市县区州旗盟])$/

/** Names as a manifest writes them, 河北保定安国 or 山东聊城高唐县, reduced to 河北保定安国. */
export function bareChain(written: string): string {
  return written
    .replace(/[（(].*$/, '')
    .split(/(?<=[省市州盟])(?=[\u4e00-\u9fff]{2})/)
    .map(part => (part.length > 2 ? part.replace(SUFFIX, '') : part))
    .join('')
}

/** The names from province to the place itself, without suffixes; the bare name where the catalogue has no code for it. */
function chainOf(place: NonNullable<Report['place']>, year: number | null): string {
  if (!place.code) return bareChain(place.name)
  const codes = [`${place.code.slice(0, 2)}0000`, `${place.code.slice(0, 4)}00`, place.code]
  const names = [...new Set(codes)].map(code => placeOfCode(code, year) ?? placeOfCode(code))
  return names.map(p => p?.short[0] ?? p?.name ?? '').join('')
}

/** Scores the identities read from `folder`/reports against `folder`/MANIFEST.tsv (slug, level, place, year, kind …). */
export function scoreIdentity(folder: string): IdentityScore {
  const score = { place: 0, year: 0, kind: 0, all: 0 }
  const wrong: string[] = []
  const lines = readFileSync(join(folder, 'MANIFEST.tsv'), 'utf8').trim().split('\n').slice(1)
  for (const line of lines) {
    const [slug, level, place, year, kind] = line.split('\t') as [string, string, string, string, string]
    const { text } = decode(readFileSync(join(folder, 'reports', slug)), slug)
    const { report } = outline(text)
    const right = {
      place:
        report.place !== null &&
        report.place.level === level &&
        bareChain(chainOf(report.place, report.year)) === bareChain(place),
      year: report.year === Number(year),
      kind: report.kind === kind,
    }
    for (const field of ['place', 'year', 'kind'] as const) if (right[field]) score[field]++
    if (right.place && right.year && right.kind) score.all++
    else
      wrong.push(
        `${slug}: ${place} ${year} ${kind}, read as ${report.place?.name ?? 'no place'} ${report.year ?? 'no year'} ${report.kind}`,
      )
  }
  const share = (n: number): Share => ({ right: n, all: lines.length })
  return { place: share(score.place), year: share(score.year), kind: share(score.kind), all: share(score.all), wrong }
}

/** The score as lines for a terminal. */
export function identityTable(score: IdentityScore): string {
  const line = (name: string, s: Share) => `${name.padEnd(9)}${percent(s).toFixed(1).padStart(6)} %  ${s.right} of ${s.all}`
  return [
    line('place', score.place),
    line('year', score.year),
    line('kind', score.kind),
    line('all three', score.all),
    ...score.wrong.map(w => `  ${w}`),
  ].join('\n')
}
