/** All words that reading looks for, from all tables, in one trie; built once, on first use. */
import { rows } from './table.ts'
import * as tables from './tables.generated.ts'
import { Trie } from './trie.ts'

/** Class bits of a word. A word may have several. */
export const ACT = 1
export const UP = 2
export const DOWN = 4
export const TO = 8
export const STATE = 16
export const RANKV = 32
export const BEFORE = 64
export const AFTER = 128
export const SCOPE = 256
export const TIME = 512
export const ESTIMATE = 1024
export const MODAL = 2048
export const ADVERB = 4096
export const PART = 8192
export const DIST = 16384
export const ETC = 32768
export const HEAD = 65536
export const NOUN = 131072
export const NAME = 262144
export const INDICATOR = 524288
export const PLACE = 1 << 20
/** The word holds a Chinese numeral that must be accounted for. */
export const HOLDS_NUMERAL = 1 << 21

/** A verb that also forms nouns: it governs only at the head of a clause. */
export const WEAK = 1 << 22
/** An adverb that stands before a verb and so ends the noun phrase before it. */
export const VADV = 1 << 23

/** A verb that never stands inside a noun phrase, so the phrase before it has ended: 入选, 提供. */
export const PRED = 1 << 24

/** Any word, places left out. */
export const WORD = (PLACE - 1) | WEAK | VADV | PRED

const CLASS: Record<string, number> = {
  act: ACT,
  up: UP,
  down: DOWN,
  to: TO,
  state: STATE,
  rankv: RANKV,
  scope: SCOPE,
  time: TIME,
  est: ESTIMATE,
  modal: MODAL,
  adv: ADVERB,
  vadv: ADVERB | VADV,
  weak: WEAK,
  part: PART,
  pred: PRED,
  dist: DIST,
  etc: ETC,
  head: HEAD,
  noun: NOUN,
}

export type Bound = 'eq' | 'ge' | 'gt' | 'le' | 'lt' | 'approx'
export interface IndicatorEntry {
  id: string
  name: string
  unit: string
  topic: string
}
/** Why a phrase of the table of names is no quantity. */
export type AsideReason = 'name' | 'idiom' | 'ordinal' | 'date'
export interface Lexicon {
  trie: Trie
  before: Map<number, Bound>
  after: Map<number, Bound>
  reason: Map<number, AsideReason>
  indicator: Map<number, IndicatorEntry>
  /** Wordings that name an indicator only where a growth rate is stated. */
  growth: Map<string, IndicatorEntry>
}

const ONLY_CHANGE = '@change'

const NUMERAL = /[〇○零一二三四五六七八九十百千万亿兆两双壹贰叁肆伍陆柒捌玖拾佰仟0-9]/

let built: Lexicon | null = null

/** The lexicon of all tables. */
export function lexicon(): Lexicon {
  if (built) return built
  const trie = new Trie(1 << 17)
  const lex: Lexicon = { trie, before: new Map(), after: new Map(), reason: new Map(), indicator: new Map(), growth: new Map() }
  const add = (form: string, flag: number): number => trie.add(form, NUMERAL.test(form) ? flag | HOLDS_NUMERAL : flag)
  for (const [form, cls] of rows(tables.verbs)) add(form!, CLASS[cls!]!)
  for (const [form, cls] of rows(tables.words)) if (cls !== 'counted') add(form!, CLASS[cls!]!)
  for (const [form, side, bound] of rows(tables.comparators)) {
    const node = add(form!, side === 'before' ? BEFORE : AFTER)
    ;(side === 'before' ? lex.before : lex.after).set(node, bound as Bound)
  }
  for (const [form, reason] of rows(tables.names)) lex.reason.set(add(form!, NAME), reason as AsideReason)
  for (const row of indicatorRows()) {
    const entry: IndicatorEntry = row
    for (const form of row.forms)
      if (form.endsWith(ONLY_CHANGE)) lex.growth.set(form.slice(0, -ONLY_CHANGE.length), entry)
      else lex.indicator.set(add(form, INDICATOR), entry)
  }
  built = lex
  return lex
}

function indicatorRows(): (IndicatorEntry & { forms: string[] })[] {
  const table = tables.indicators
  const columns = table.slice(0, table.indexOf('\n')).split('\t')
  const at = (name: string): number => columns.indexOf(name)
  const [id, name, aliases, unit, topic] = [at('id'), at('name'), at('aliases'), at('unit'), at('topic')]
  return rows(table).map(cells => ({
    id: cells[id]!,
    name: cells[name]!,
    unit: cells[unit] ?? '',
    topic: cells[topic] ?? '',
    forms: [cells[name]!, ...(cells[aliases] ?? '').split('|').filter(Boolean)],
  }))
}

let units: Trie | null = null
let dimensions: Map<string, string> | null = null

/** In the trie of units: a counted noun that only begins like a measure word. */
const COUNTED = 2

/** The end of the measure word or unit at `i`, or -1; none stands in 群众 or 家庭. */
export function unitAt(text: string, i: number, limit: number): number {
  const trie = unitTrie()
  const end = trie.longest(text, i, 1 | COUNTED, limit)
  return end >= 0 && trie.flags[trie.lastNode]! & 1 ? end : -1
}

/** Whether a noun that is counted without a measure word stands at `i`: 5万群众, 3000人才. */
export const countedAt = (text: string, i: number, limit: number): boolean => unitTrie().longest(text, i, COUNTED, limit) >= 0

/** The measure words and units, as a trie for matching after a numeral. */
export function unitTrie(): Trie {
  if (units) return units
  units = new Trie(1 << 13)
  dimensions = new Map()
  for (const [unit, dimension] of rows(tables.units)) {
    units.add(unit!, 1)
    dimensions.set(unit!, dimension!)
  }
  for (const [form, cls] of rows(tables.words)) if (cls === 'counted') units.add(form!, COUNTED)
  return units
}

/** The dimension of a unit as written, or null for a unit that the catalogue does not know. */
export function dimensionOf(unit: string): string | null {
  unitTrie()
  return dimensions!.get(unit.replace('％', '%')) ?? null
}
