/** The tables of verbs, words, names, comparators and indicators as one packed lexicon. */
import { rows } from '../table.ts'
import * as tables from '../tables.generated.ts'
import type { PackedTrie } from '../trie.ts'
import { AFTER, type AsideReason, BEFORE, type Bound, CLASS, HOLDS_NUMERAL, INDICATOR, NAME } from '../word-classes.ts'
import { Words } from './words.ts'

export interface LexiconData {
  trie: PackedTrie
  /** Which of `bounds` a comparator sets that stands before or after a number. */
  before: string
  after: string
  bounds: readonly Bound[]
  /** Which of `reasons` a name is set aside for. */
  reason: string
  reasons: readonly AsideReason[]
  /** Which line of `indicators` a wording names. */
  indicator: string
  /** One a line: id, name, English name, unit, topic. */
  indicators: string
  /** Wordings that name an indicator only where a growth rate is stated, with its line. */
  growth: readonly (readonly [string, number])[]
}

/** What marks such a wording in the table. */
const ONLY_CHANGE = '@change'

const NUMERAL = /[〇○零一二三四五六七八九十百千万亿兆两双壹贰叁肆伍陆柒捌玖拾佰仟0-9]/

const BOUNDS: readonly Bound[] = ['eq', 'ge', 'gt', 'le', 'lt', 'approx']
const REASONS: readonly AsideReason[] = ['name', 'idiom', 'ordinal', 'date']

export function compileLexicon(): LexiconData {
  const words = new Words()
  const add = (form: string, bits: number): void => words.add(form, NUMERAL.test(form) ? bits | HOLDS_NUMERAL : bits)
  for (const [form, cls] of rows(tables.verbs)) add(form!, CLASS[cls!]!)
  for (const [form, cls] of rows(tables.words)) if (cls !== 'counted') add(form!, CLASS[cls!]!)
  const before = new Map<string, number>()
  const after = new Map<string, number>()
  for (const [form, side, bound] of rows(tables.comparators)) {
    add(form!, side === 'before' ? BEFORE : AFTER)
    ;(side === 'before' ? before : after).set(form!, BOUNDS.indexOf(bound as Bound))
  }
  const reason = new Map<string, number>()
  for (const [form, why] of rows(tables.names)) {
    add(form!, NAME)
    reason.set(form!, REASONS.indexOf(why as AsideReason))
  }
  const indicator = new Map<string, number>()
  const growth = new Map<string, number>()
  const entries = indicatorRows()
  for (const [line, { forms }] of entries.entries())
    for (const form of forms) {
      if (form.endsWith(ONLY_CHANGE)) growth.set(form.slice(0, -ONLY_CHANGE.length), line)
      else {
        add(form, INDICATOR)
        indicator.set(form, line)
      }
    }
  return {
    trie: words.pack(),
    before: words.values(form => before.get(form)),
    after: words.values(form => after.get(form)),
    bounds: BOUNDS,
    reason: words.values(form => reason.get(form)),
    reasons: REASONS,
    indicator: words.values(form => indicator.get(form)),
    indicators: entries.map(({ cells }) => cells.join('\t')).join('\n'),
    growth: [...growth],
  }
}

function indicatorRows(): { cells: string[]; forms: string[] }[] {
  const table = tables.indicators
  const columns = table.slice(0, table.indexOf('\n')).split('\t')
  const at = (name: string): number => columns.indexOf(name)
  const own = ['id', 'name', 'english', 'unit', 'topic'].map(at)
  const aliases = at('aliases')
  return rows(table).map(cells => ({
    cells: own.map(column => cells[column] ?? ''),
    forms: [cells[at('name')]!, ...(cells[aliases] ?? '').split('|').filter(Boolean)],
  }))
}
