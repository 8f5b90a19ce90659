/** Links as tables for spreadsheets: one row a link, a cell of the panel, a point of a series, a fact … */
import type { Fact, Linked } from '../../link/index.ts'
import { free, quoted, type Value } from '../csv.ts'

type Row = Record<string, Value>

const linkRows = ({ links }: Linked): Row[] =>
  links.map(({ id, promise, outcome, verdict, working, pace, baseEffect, confidence, confirmed }) => ({
    id,
    kind: promise.kind,
    subject: free(promise.subject),
    indicator: promise.indicator,
    period: promise.period,
    promise: free(promise.mark.text),
    outcome: free(outcome?.mark.text),
    outcomePeriod: outcome?.period,
    verdict,
    working: free(working?.formula),
    paceElapsed: pace?.elapsed,
    paceDone: pace?.done,
    paceKept: pace === null ? null : String(pace.kept),
    baseEffect: baseEffect?.zh,
    confidence,
    confirmed: confirmed === null ? null : String(confirmed),
    promiseDocument: promise.document,
    promiseStart: promise.mark.start,
    promiseEnd: promise.mark.end,
    promiseSentence: free(promise.text),
    outcomeDocument: outcome?.document,
    outcomeStart: outcome?.mark.start,
    outcomeEnd: outcome?.mark.end,
    outcomeSentence: free(outcome?.text),
  }))

const factRow = (fact: Fact): Row => ({
  id: fact.id,
  document: fact.document,
  placeCode: fact.place.code,
  place: fact.place.name,
  level: fact.place.level,
  indicator: fact.indicator,
  name: free(fact.name),
  period: fact.period,
  measure: fact.measure,
  value: fact.value,
  min: fact.min,
  max: fact.max,
  intervalFrom: fact.interval?.[0],
  intervalTo: fact.interval?.[1],
  unit: fact.unit,
  comparator: fact.comparator,
  status: fact.status,
  obsStatus: fact.obsStatus,
  commitment: fact.commitment,
  baseline: fact.baseline,
  action: free(fact.action),
  written: free(fact.written),
  sentence: free(fact.text),
  start: fact.start,
  end: fact.end,
})

const panelRows = ({ panel }: Linked): Row[] =>
  panel.rows.flatMap(({ place, year, cells }) =>
    panel.indicators.map(({ id }): Row => {
      const { target, outcome, link } = cells[id]!
      const aim = target.facts[0]
      const reached = outcome.facts[0]
      return {
        placeCode: place.code,
        place: place.name,
        level: place.level,
        year,
        indicator: id,
        targetState: target.state,
        target: free(aim?.written ?? target.wordings[0]?.written),
        targetValue: aim?.value,
        targetMin: aim?.min,
        targetMax: aim?.max,
        targetComparator: aim?.comparator,
        outcomeState: outcome.state,
        outcome: free(reached?.written ?? outcome.wordings[0]?.written),
        outcomeValue: reached?.value,
        outcomePeriod: reached?.period,
        unit: (aim ?? reached)?.unit,
        verdict: link?.verdict,
        targetDocument: (aim ?? target.wordings[0])?.document,
        targetSentence: free((aim ?? target.wordings[0])?.text),
        outcomeDocument: (reached ?? outcome.wordings[0])?.document,
        outcomeSentence: free((reached ?? outcome.wordings[0])?.text),
      }
    }),
  )

const seriesRows = ({ series }: Linked): Row[] =>
  series.flatMap(({ indicator, name, english, place, measure, unit, points, breaks }) =>
    points.flatMap(({ period, targets, estimates, actuals }) =>
      [...targets, ...estimates, ...actuals].map(
        (fact): Row => ({
          indicator,
          name: free(name),
          english,
          placeCode: place.code,
          place: place.name,
          measure,
          unit,
          period,
          status: fact.status,
          obsStatus: fact.obsStatus,
          value: fact.value,
          min: fact.min,
          max: fact.max,
          comparator: fact.comparator,
          break: breaks
            .filter(b => String(b.year) === period)
            .map(b => b.note.zh)
            .join('；'),
          document: fact.document,
          sentence: free(fact.text),
          start: fact.start,
          end: fact.end,
        }),
      ),
    ),
  )

const dropRows = ({ drops }: Linked): Row[] =>
  drops.map(({ kind, promise, later, words }) => ({
    kind,
    subject: free(promise.subject),
    indicator: promise.indicator,
    period: promise.period,
    promise: free(promise.mark.text),
    later: free(later?.mark.text),
    words: words.zh,
    promiseDocument: promise.document,
    promiseSentence: free(promise.text),
    laterDocument: later?.document,
    laterSentence: free(later?.text),
  }))

const projectRows = ({ lifeLines }: Linked): Row[] =>
  lifeLines.flatMap(({ name, place, points, reached, setbacks }) =>
    points.map(
      (point): Row => ({
        project: free(name),
        place: place?.name,
        period: point.period,
        stage: point.stage,
        status: point.status,
        stageText: free(point.stageText),
        reached,
        setbacks: setbacks.length,
        document: point.document,
        written: free(point.mark.text),
        sentence: free(point.text),
      }),
    ),
  )

const noveltyRows = ({ novelty }: Linked): Row[] =>
  novelty.map(({ document, against, share, plans, results }) => ({ document, against, share, plans, results }))

/** What `--table` may name. */
export const linkTables: Record<string, (linked: Linked) => Row[]> = {
  links: linkRows,
  panel: panelRows,
  series: seriesRows,
  facts: ({ facts }) => facts.map(factRow),
  drops: dropRows,
  projects: projectRows,
  novelty: noveltyRows,
}

/** A table as CSV with a byte-order mark, RFC 4180. */
export function csv(rows: Row[]): string {
  if (rows.length === 0) return '\uFEFF'
  const columns = Object.keys(rows[0]!)
  const lines = rows.map(row => columns.map(column => quoted(row[column])).join(','))
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`
}
