/** Finds gold and the texts it belongs to. What gold means stands in gold/GUIDE.md. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Comparator, Measure, Question, StatementKind, Status } from '../../src/read/types.ts'
import { best } from './stretch.ts'

type OneOrMore<T> = T | T[]

/** One line of NAME.figures.jsonl. */
export interface GoldFigure {
  start: number
  end: number
  text: string
  role: 'measure' | 'qualifier'
  value?: number | null
  min?: number | null
  max?: number | null
  parts?: number[] | null
  unit: OneOrMore<string>
  comparator?: Comparator
  measure?: Measure
  status?: Status
  period?: OneOrMore<string | null>
  baseline?: string | null
  indicator?: OneOrMore<string> | null
  catalogue?: string | null
  note?: string
}

/** One line of NAME.statements.jsonl. */
export interface GoldStatement {
  start: number
  end: number
  kind: StatementKind
  question?: Question | null
}

/** One line of NAME.numerals.jsonl: every numeral of a text and what it is. */
export interface GoldNumeral {
  start: number
  end: number
  text: string
  role: 'measure' | 'date' | 'name' | 'idiom' | 'ordinal' | 'list' | 'furniture'
  /** Of a measure: stated for itself, or only to say which things are meant. */
  sub?: 'stated' | 'qualifier'
}

/** The gold of one document. `ranges` are the parts annotated; null: the whole. */
export interface Gold {
  name: string
  folder: string
  textPath: string
  figures: GoldFigure[]
  statements: GoldStatement[]
  numerals: GoldNumeral[]
  ranges: [number, number][] | null
}

export interface GoldSet {
  gold: Gold[]
  /** What was not scored, and why: one sentence each. */
  skipped: string[]
}

const parts = ['.figures.jsonl', '.statements.jsonl', '.numerals.jsonl']

function lines<T>(path: string): T[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as T)
}

/** Loads the gold `name` of `folder`; its text lies at `textPath`. */
export function load(folder: string, name: string, textPath: string): Gold {
  const path = (part: string) => join(folder, name + part)
  const ranges = path('.ranges.json')
  return {
    name,
    folder,
    textPath,
    figures: lines<GoldFigure>(path('.figures.jsonl')),
    statements: lines<GoldStatement>(path('.statements.jsonl')),
    numerals: lines<GoldNumeral>(path('.numerals.jsonl')),
    ranges: existsSync(ranges) ? (JSON.parse(readFileSync(ranges, 'utf8')) as [number, number][]) : null,
  }
}

/** Names of the documents that `folder` has gold for, in order. */
function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).flatMap(file => parts.filter(part => file.endsWith(part)).map(part => basename(file, part)))
  return [...new Set(names)].sort()
}

const textOf = (folders: (string | undefined)[], name: string) =>
  folders
    .filter(folder => folder !== undefined)
    .flatMap(folder => ['.txt', '.md'].map(ending => join(folder, name + ending)))
    .find(path => existsSync(path))

/**
 * All gold there is: the project's own (`gold/`, texts in `samples/`; `gold/reports/`, texts in
 * `$JIEDU_CORPUS/reports`) and that of `$JIEDU_GOLD` (texts in `$JIEDU_CORPUS` or its `reports`).
 *
 * @param root the project's folder
 * @param env where JIEDU_CORPUS and JIEDU_GOLD are looked up
 */
export function findGold(root: string, env: { JIEDU_CORPUS?: string | undefined; JIEDU_GOLD?: string | undefined }): GoldSet {
  const set: GoldSet = { gold: [], skipped: [] }
  const corpus = env.JIEDU_CORPUS
  const reports = corpus === undefined ? undefined : join(corpus, 'reports')
  const places: [folder: string, texts: (string | undefined)[], missing: string][] = [
    [join(root, 'gold'), [join(root, 'samples')], 'no such text in samples/'],
    [join(root, 'gold', 'reports'), [reports, corpus], corpus ? 'no such text in JIEDU_CORPUS' : 'JIEDU_CORPUS is not set'],
  ]
  if (env.JIEDU_GOLD)
    places.push([env.JIEDU_GOLD, [corpus, reports], corpus ? 'no such text in JIEDU_CORPUS' : 'JIEDU_CORPUS is not set'])
  else set.skipped.push('further gold: JIEDU_GOLD is not set')
  for (const [folder, texts, missing] of places)
    for (const name of namesIn(folder)) {
      const path = textOf(texts, name)
      if (path === undefined) set.skipped.push(`${name}: ${missing}`)
      else set.gold.push(load(folder, name, path))
    }
  return set
}

/** What a numeral should be read as: a gold figure over it has the last word, as figures were settled later. */
export function expectedRole(numeral: GoldNumeral, gold: Gold): string {
  const figure = best(gold.figures, numeral)
  if (figure) return figure.role
  if (numeral.role !== 'measure') return numeral.role
  return numeral.sub === 'qualifier' ? 'qualifier' : 'measure'
}
