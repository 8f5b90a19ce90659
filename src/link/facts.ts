/** Facts: the figures of a reading that say of what, where and when. */

import { usualUnit, withoutScope } from '../catalogue/indicators.ts'
import { levelOf } from '../catalogue/places.ts'
import { conversion, unitNamed } from '../catalogue/units.ts'
import type { Figure, Reading, Statement } from '../read/types.ts'
import { documentsOf } from './documents.ts'
import type { Fact, FactPlace, LinkDocument, ObsStatus } from './types.ts'

/** First computed of the year's accounts, to be settled later: 初步核算, 初步统计. */
const PROVISIONAL = /初步|快报/

/**
 * The facts of a reading: each figure that measures something, with its indicator, place and period.
 * A figure without one of these is no fact; what is neither stated nor wanted (context) is none either.
 * @param document what the reading is of, as `documentsOf` says; by default the reading alone
 * @returns in the order of the text; amounts in the base of their unit
 */
export function factsOf(reading: Reading, document: LinkDocument = documentsOf([reading])[0]!): Fact[] {
  const statements = new Map(reading.statements.map(s => [s.id, s]))
  const facts: Fact[] = []
  for (const figure of reading.figures) {
    const fact = factOf(figure, reading, document, statements)
    if (fact) facts.push(fact)
  }
  return facts
}

function factOf(figure: Figure, reading: Reading, document: LinkDocument, statements: Map<string, Statement>): Fact | null {
  const { indicator, period, status } = figure
  if (figure.role !== 'measure' || !indicator || !period || status === 'context') return null
  const place = figure.place ? placeOf(figure, reading) : document.place
  if (!place) return null
  const statement = statements.get(figure.statement)!
  const { unit, scale } = told(figure)
  const scaled = (value: number | null): number | null => (value === null ? null : scale(value))
  return {
    id: `${document.key}#${figure.id}`,
    document: document.key,
    statement: statement.id,
    figure: figure.id,
    start: statement.start,
    end: statement.end,
    text: statement.text,
    indicator: indicator.id,
    name: indicator.name ?? withoutScope(indicator.text),
    place,
    period,
    baseline: figure.baseline,
    measure: figure.measure,
    value: scaled(figure.value),
    min: scaled(figure.min),
    max: scaled(figure.max),
    interval: figure.interval ? [scale(figure.interval[0]), scale(figure.interval[1])] : null,
    unit,
    dimension: figure.dimension,
    comparator: figure.comparator,
    status,
    obsStatus: obsStatusOf(figure, statement),
    commitment: figure.commitment,
    written: figure.text,
    mark: { start: figure.start, end: figure.end, text: figure.text },
    partOf: figure.partOf === null ? null : `${document.key}#${figure.partOf}`,
    action: figure.action?.text ?? null,
    question: statement.question,
  }
}

/** SDMX has no code for a target: F, a value of a time to come, is nearest. */
function obsStatusOf(figure: Figure, statement: Statement): ObsStatus {
  if (figure.status === 'target') return 'F'
  if (figure.status === 'estimated') return 'E'
  return PROVISIONAL.test(statement.text) ? 'P' : 'A'
}

/** A place named in the sentence, with the code that the reading found for it. */
function placeOf(figure: Figure, reading: Reading): FactPlace {
  const name = figure.place!
  let found: { name: string; code: string | null } | null = null
  for (const mention of reading.places) {
    if (mention.text !== name && mention.name !== name) continue
    found = mention
    if (mention.start <= figure.start && mention.start >= figure.start - 200) break
  }
  const code = found?.code ?? null
  return { name: found?.name ?? name, code, level: code ? levelOf(code) : null }
}

/**
 * The unit that values are told in, and how they turn into it: the one that the statistics office uses for the indicator (吨 for
 * grain, whether a report writes 斤 or 吨), else the base of the unit written. Durations stay as written.
 */
function told(figure: Figure): { unit: string; scale: (value: number) => number } {
  const written = unitNamed(figure.unit)
  if (!written || figure.measure === 'duration') return { unit: figure.unit, scale: value => value }
  const usual = figure.measure === 'level' && figure.indicator?.id ? usualUnit(figure.indicator.id) : ''
  const unit = usual && conversion(written.name, usual) !== null ? usual : written.base
  const factor = conversion(written.name, unit)
  // beyond 15 digits there is only the noise of binary arithmetic
  return { unit, scale: factor === null || factor === 1 ? value => value : value => Number((value * factor).toPrecision(15)) }
}
