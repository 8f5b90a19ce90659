/** The panel: for each place and year, what was aimed at and what came of it, indicator by indicator. */
import { rows } from '../catalogue/table.ts'
import { headlines as table } from '../catalogue/tables.generated.ts'
import type { HeadlineTarget } from '../read/types.ts'
import { type Document, placeKey } from './documents.ts'
import type { Fact, FactPlace, OutcomeLink } from './types.ts'
import { type Wording, wordingOf, wordingsWithoutNumber } from './wordings.ts'

export interface PanelCell {
  /** `no-report` where the documents hold none of that year. */
  target: { state: HeadlineTarget['state'] | 'no-report'; facts: Fact[]; wordings: Wording[] }
  /** `not-stated`: a later document is there and gives no number. */
  outcome: { state: 'stated' | 'in-part' | 'without-number' | 'not-stated' | 'no-report'; facts: Fact[]; wordings: Wording[] }
  /** What became of the target, where it was linked. */
  link: OutcomeLink | null
}

export interface PanelRow {
  place: FactPlace
  year: number
  cells: Record<string, PanelCell>
}

export interface Panel {
  indicators: { id: string; measure: Fact['measure'] }[]
  rows: PanelRow[]
}

/** The headline indicators, with the ids that count as the same one. */
export function headlines(): Map<string, ReadonlySet<string>> {
  return new Map(rows(table).map(([id, members]) => [id!, new Set(members!.split('|'))]))
}

/**
 * Target and outcome side by side.
 * @param facts of the documents
 * @param links what became of targets, to be shown beside them
 * @param indicators ids of headline indicators; by default those for which any report sets a target
 * @returns a row for each place and year that a report plans, places by level and code, years in order
 */
export function panelOf(
  documents: readonly Document[],
  facts: readonly Fact[],
  links: readonly OutcomeLink[] = [],
  indicators: readonly string[] = [...headlines().keys()],
): Panel {
  const members = headlines()
  const byId = new Map(facts.map(f => [f.id, f]))
  const linked = new Map<string, OutcomeLink[]>()
  for (const link of links) {
    const key = `${link.promise.document}#${link.promise.figure}`
    linked.set(key, [...(linked.get(key) ?? []), link])
  }
  const stated = byPlaceAndIndicator(facts)
  const plans = documents.filter(d => d.year !== null && d.place && plansOf(d.kind) && d.reading.headlineTargets.length > 0)
  const chosen = indicators
    .filter(id => members.has(id))
    .map(id => ({ id, measure: usualMeasure(id, plans, byId) }))
    .filter(one => indicators.length < members.size || one.measure !== null)
    .map(one => ({ id: one.id, measure: one.measure ?? 'change' }))
  const panelRows = [...ofYear(plans)].map(([, { document, year }]): PanelRow => {
    const cells: Record<string, PanelCell> = {}
    for (const { id, measure } of chosen) {
      const target = targetOf(document, id, byId)
      const wanted = target.facts[0]?.measure ?? measure
      // 出口 may stand for 进出口 where a target is sought, but its number is no outcome of that
      const own = [...new Set([target.facts[0]?.indicator ?? id, id])]
      const outcome = outcomeOf(documents, document, year, own, members.get(id)!, wanted, stated)
      const shown = new Set(outcome.facts.map(f => f.id))
      const link = target.facts.flatMap(f => linked.get(f.id) ?? []).find(l => leadsTo(l, shown)) ?? null
      cells[id] = { target, outcome, link }
    }
    return { place: document.place!, year, cells }
  })
  panelRows.sort((a, b) => order(a, b))
  return { indicators: chosen, rows: panelRows }
}

/** Whether a link leads to one of the facts shown as outcome, so that verdict and number never speak of two things. */
const leadsTo = ({ outcome }: OutcomeLink, facts: ReadonlySet<string>): boolean =>
  outcome !== null && facts.has(`${outcome.document}#${outcome.figure}`)

const plansOf = (kind: Document['kind']): boolean => kind === 'report' || kind === 'digest' || kind === 'plan'

const targetsSet = (document: Document): number => document.reading.headlineTargets.filter(t => t.state === 'set').length

/** One document for each place and year: the report itself rather than its digest, of several the one with most targets. */
function ofYear(plans: readonly Document[]): Map<string, { document: Document; year: number }> {
  const found = new Map<string, { document: Document; year: number }>()
  for (const document of plans) {
    const key = `${placeKey(document.place)} ${document.year}`
    const had = found.get(key)
    const better =
      !had ||
      (document.kind === had.document.kind
        ? targetsSet(document) > targetsSet(had.document)
        : had.document.kind !== 'report' && document.kind === 'report')
    if (better) found.set(key, { document, year: document.year! })
  }
  return found
}

function order(a: PanelRow, b: PanelRow): number {
  const level = ['national', 'province', 'city', 'county', 'township']
  const rank = (row: PanelRow): number => (row.place.level === null ? level.length : level.indexOf(row.place.level))
  const [one, two] = [placeKey(a.place), placeKey(b.place)]
  return rank(a) - rank(b) || (one < two ? -1 : one > two ? 1 : a.year - b.year)
}

/** The measure in which most reports set this target. */
function usualMeasure(id: string, plans: readonly Document[], facts: ReadonlyMap<string, Fact>): Fact['measure'] | null {
  const counts = new Map<Fact['measure'], number>()
  for (const document of plans)
    for (const fact of targetOf(document, id, facts).facts.slice(0, 1))
      counts.set(fact.measure, (counts.get(fact.measure) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function targetOf(document: Document, id: string, facts: ReadonlyMap<string, Fact>): PanelCell['target'] {
  const target = document.reading.headlineTargets.find(t => t.indicator === id)
  if (!target) return { state: 'not-found', facts: [], wordings: [] }
  const year = String(document.year)
  const found = target.figures.flatMap(figure => facts.get(`${document.key}#${figure}`) ?? []).filter(f => f.period === year)
  return { state: target.state, facts: found, wordings: wordingsOf(document, claim => target.claims.includes(claim.id)) }
}

function wordingsOf(document: Document, which: (claim: Document['reading']['claims'][number]) => boolean): Wording[] {
  const { claims, statements } = document.reading
  return claims.filter(which).map(claim => wordingOf(document, statements.find(s => s.id === claim.statement)!, claim.text))
}

function byPlaceAndIndicator(facts: readonly Fact[]): Map<string, Fact[]> {
  const map = new Map<string, Fact[]>()
  for (const fact of facts) {
    if (fact.status === 'target' || fact.indicator === null || fact.partOf !== null || fact.measure === 'duration') continue
    const key = `${placeKey(fact.place)} ${fact.indicator}`
    const list = map.get(key)
    if (list) list.push(fact)
    else map.set(key, [fact])
  }
  return map
}

/** What documents after the promise say of its year: the whole year's number, else a part's, else words. */
function outcomeOf(
  documents: readonly Document[],
  promise: Document,
  year: number,
  ids: readonly string[],
  members: ReadonlySet<string>,
  measure: Fact['measure'],
  stated: ReadonlyMap<string, Fact[]>,
): PanelCell['outcome'] {
  const key = placeKey(promise.place)
  const later = documents.filter(d => d !== promise && placeKey(d.place) === key && tellsOf(d, year))
  if (later.length === 0) return { state: 'no-report', facts: [], wordings: [] }
  const keys = new Set(later.map(d => d.key))
  const all = ids
    .map(id => (stated.get(`${key} ${id}`) ?? []).filter(f => keys.has(f.document) && f.action === null && within(f, year)))
    .find(list => list.length > 0)
  if (!all) return wordsOf(later, year, members)
  const whole = all.filter(f => f.period === String(year))
  const asWanted = whole.filter(f => f.measure === measure && overOneYear(f, year))
  // 达到515.6亿斤 before 连续九年超过500亿斤
  if (asWanted.length > 0)
    return { state: 'stated', facts: [...asWanted.filter(isExact), ...asWanted.filter(f => !isExact(f))], wordings: [] }
  const part = all.filter(f => f.period.startsWith(`${year}-`) && f.measure === measure)
  if (part.length > 0) return { state: 'in-part', facts: part, wordings: [] }
  return wordsOf(later, year, members)
}

function wordsOf(later: readonly Document[], year: number, members: ReadonlySet<string>): PanelCell['outcome'] {
  const words = later.filter(d => d.reviewYear === year).flatMap(d => wordingsWithoutNumber(d, members))
  return { state: words.length > 0 ? 'without-number' : 'not-stated', facts: [], wordings: words }
}

/** Whether a document looks back on a year or on a part of it. */
const tellsOf = (document: Document, year: number): boolean =>
  document.kind === 'notice' || document.kind === 'communique'
    ? (document.period ?? String(document.reviewYear ?? document.year)).startsWith(String(year))
    : document.year !== null && document.year > year && document.year <= year + 1

const within = (fact: Fact, year: number): boolean => fact.period === String(year) || fact.period.startsWith(`${year}-`)

const isExact = (fact: Fact): boolean => fact.comparator === 'eq'

/** A rate over five years (比2020年增长33.6%, or in the part that reviews the five) is none of the year. */
const overOneYear = (fact: Fact, year: number): boolean =>
  !fact.measure.startsWith('change') ||
  fact.baseline === String(year - 1) ||
  (fact.baseline === null && fact.question !== 'review-period')
