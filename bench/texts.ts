/** The texts the bench reads: lines of real reports in a seeded order, and whole reports one after another. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { mulberry32, sample } from '../scripts/random.ts'

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
  return {
    from: `${corpus ? 'JIEDU_CORPUS' : 'samples/'}, ${reports.length} texts`,
    reports,
    lines: sample(lines, lines.length, mulberry32(20210112)),
  }
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
