/** The texts the bench reads: lines of real reports in a seeded order, and whole reports one after another. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Texts {
  /** Where they come from, for the printed table. */
  from: string
  reports: string[]
  lines: string[]
}

/** The reports below `$JIEDU_CORPUS`, else the samples of the project, with their names. */
export function loadReports(root: string, corpus: string | undefined): { name: string; text: string }[] {
  const folder = corpus && existsSync(join(corpus, 'reports')) ? join(corpus, 'reports') : join(root, 'samples')
  return readdirSync(folder)
    .filter(name => /\.(txt|md)$/.test(name) && name !== 'README.md')
    .sort()
    .map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/** Reports of `$JIEDU_CORPUS`, else the samples of the project. */
export function loadTexts(root: string, corpus: string | undefined): Texts {
  const folders = corpus && existsSync(corpus) ? [corpus, join(corpus, 'reports')] : [join(root, 'samples')]
  const paths = folders
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder)
        .filter(name => /\.(txt|md)$/.test(name))
        .sort()
        .map(name => join(folder, name)),
    )
    .filter(path => statSync(path).isFile())
  const reports = paths.map(path => readFileSync(path, 'utf8'))
  const lines = reports.flatMap(text => text.split(/\r?\n/)).filter(line => line.trim() !== '')
  return { from: `${corpus ? 'JIEDU_CORPUS' : 'samples/'}, ${reports.length} texts`, reports, lines: shuffle(lines, 20210112) }
}

/** Fisher and Yates with a small generator (mulberry32): the same seed, the same order. */
export function shuffle<T>(items: readonly T[], seed: number): T[] {
  const out = [...items]
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const held = out[i]!
    out[i] = out[j]!
    out[j] = held
  }
  return out
}

/** Pieces joined by line ends up to `megabytes` of UTF-8 (10⁶ bytes), from the start again where they run out. */
export function take(pieces: readonly string[], megabytes: number): string {
  const wanted = megabytes * 1e6
  const out: string[] = []
  let size = 0
  for (let i = 0; size < wanted; i++) {
    const piece = pieces[i % pieces.length]!
    out.push(piece)
    size += Buffer.byteLength(piece) + 1
  }
  return out.join('\n')
}

/** Size in megabytes of UTF-8. */
export const size = (text: string) => Buffer.byteLength(text) / 1e6
