/** Gold for links: where it is, its lines, the readings of its texts. What it means stands in gold/LINKS.md. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { decode } from '../../src/documents/index.ts'
import { read } from '../../src/read/index.ts'
import type { Reading } from '../../src/read/types.ts'

interface Place {
  start: number
  end: number
  text: string
}

export interface GoldLink extends Place {
  kind: 'target' | 'claim' | 'task'
  outcomes: (Place & { document: string })[]
  verdict: string[]
  pooled?: boolean
  note?: string
}

/** Where gold for links and its texts are; files whose texts are not here are skipped, and said. */
export function linkGold(root: string, corpus: string | undefined, heldout: boolean): { files: string[]; skipped: string[] } {
  const folder = join(root, 'gold', 'links', heldout ? 'heldout' : '')
  const all = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.jsonl')) : []
  const files: string[] = []
  const skipped: string[] = []
  for (const name of all) {
    const gold = parseLinks(join(folder, name))
    const wanted = [basename(name, '.jsonl'), ...documentsIn(gold)]
    const missing = wanted.filter(document => textOf(document, root, corpus) === null)
    if (missing.length > 0) skipped.push(`links/${name}: no text ${missing.join(', ')}`)
    else files.push(join(folder, name))
  }
  return { files, skipped }
}

export const parseLinks = (path: string): GoldLink[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line)
    .map(line => JSON.parse(line) as GoldLink)

const documentsIn = (gold: readonly GoldLink[]): string[] => [...new Set(gold.flatMap(g => g.outcomes.map(o => o.document)))]

function textOf(name: string, root: string, corpus: string | undefined): string | null {
  const folders = [join(root, 'samples'), ...(corpus ? [join(corpus, 'reports'), corpus] : [])]
  for (const folder of folders) {
    const path = join(folder, `${name}.txt`)
    if (existsSync(path)) return path
  }
  return null
}

/** The readings of a promising document and those that tell of it, by their names. */
export function readingsOf(
  name: string,
  gold: readonly GoldLink[],
  root: string,
  corpus: string | undefined,
): Map<string, Reading> {
  const documents = [name, ...documentsIn(gold)]
  return new Map(documents.map(d => [d, read(decode(readFileSync(textOf(d, root, corpus)!), `${d}.txt`))]))
}

export const common = (a: Place, b: Place): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** The line of gold that judges a promise: the one that has most in common with it. */
export function lineOf(promised: Place, gold: readonly GoldLink[]): GoldLink | null {
  let best: GoldLink | null = null
  let most = 0
  for (const line of gold) {
    const both = common(promised, line)
    if (both <= 0) continue
    // a figure belongs to its own line before the clause that it stands in
    const score = both / Math.max(line.end - line.start, promised.end - promised.start)
    if (score > most) {
      best = line
      most = score
    }
  }
  return best
}
