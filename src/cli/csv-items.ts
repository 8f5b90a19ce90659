/** Tasks, projects, honours, claims, headline targets, repairs and what was left out of the text, as tables: one row an item. Names of columns are those of the JSON. */
import type { Figure, Reading, Span, Statement } from '../read/types.ts'
import { free, quoted, type Value } from './csv.ts'

/** A reading with its statements and figures by id. */
interface Known {
  reading: Reading
  statements: Map<string, Statement>
  figures: Map<string, Figure>
}

type Columns<T> = Record<string, (item: T, known: Known) => Value>

const words = (span: Span | null): Value => free(span?.text)
const list = (spans: readonly Span[]): Value => free(spans.map(s => s.text).join('|'))
const amounts = (ids: readonly string[], known: Known): Value => free(ids.map(id => known.figures.get(id)?.text).join('|'))

const document: Columns<{ statement: string }> = {
  file: (_, { reading }) => reading.source.name,
  place: (_, { reading }) => reading.report.place?.name,
  year: (_, { reading }) => reading.report.year,
  question: (item, known) => known.statements.get(item.statement)?.question,
}

const where: Columns<{ statement: string; page?: number | undefined; start: number; end: number; text: string }> = {
  statement: item => item.statement,
  page: item => item.page,
  start: item => item.start,
  end: item => item.end,
  text: item => free(item.text),
  sentence: (item, known) => free(known.statements.get(item.statement)?.text),
}

const tasks: Columns<Reading['tasks'][number]> = {
  ...document,
  id: t => t.id,
  status: t => t.status,
  act: t => words(t.act),
  acts: t => list(t.acts),
  object: t => words(t.object),
  objects: t => list(t.objects),
  amounts: (t, r) => amounts(t.figures, r),
  taskPlace: t => words(t.place),
  deadline: t => words(t.deadline),
  body: t => words(t.body),
  coBodies: t => list(t.coBodies),
  rateable: t => t.rateable.join('|'),
  list: t => t.list,
  item: t => t.item,
  ...where,
}

const projects: Columns<Reading['projects'][number]> = {
  ...document,
  id: p => p.id,
  stage: p => p.stage,
  stageText: p => words(p.stageText),
  status: p => p.status,
  projectPlace: p => words(p.place),
  amounts: (p, r) => amounts(p.figures, r),
  ...where,
}

const honours: Columns<Reading['honours'][number]> = {
  ...document,
  id: h => h.id,
  kind: h => h.kind,
  holder: h => words(h.holder),
  verb: h => words(h.verb),
  title: h => words(h.title),
  body: h => words(h.body),
  scope: h => words(h.scope),
  rank: h => h.rank,
  since: h => words(h.since),
  years: h => h.years,
  ...where,
}

const claims: Columns<Reading['claims'][number]> = {
  ...document,
  id: c => c.id,
  claim: c => c.claim,
  status: c => c.status,
  indicator: c => words(c.indicator),
  indicatorId: c => c.indicator?.id,
  indicatorName: c => c.indicator?.name,
  cue: c => words(c.cue),
  ...where,
}

const targets: Columns<Reading['headlineTargets'][number]> = {
  file: (_, { reading }) => reading.source.name,
  place: (_, { reading }) => reading.report.place?.name,
  year: (_, { reading }) => reading.report.year,
  indicator: t => t.indicator,
  state: t => t.state,
  amounts: (t, r) => amounts(t.figures, r),
  words: (t, r) => free(t.claims.map(id => r.reading.claims.find(c => c.id === id)?.text).join('|')),
  figures: t => t.figures.join('|'),
  claims: t => t.claims.join('|'),
  from: t => t.passage?.from,
  to: t => t.passage?.to,
}

const repairs: Columns<Reading['repairs'][number]> = {
  file: (_, { reading }) => reading.source.name,
  kind: r => r.kind,
  page: r => r.page,
  line: (r, { reading }) => lineAt(reading.text, r.start),
  start: r => r.start,
  end: r => r.end,
  text: (r, { reading }) => free(reading.text.slice(r.start, r.end)),
  // A change whose before is empty added the text; one that has none left it as it was found.
  changed: r => (r.before === undefined ? 'no' : 'yes'),
  before: r => free(r.before),
  around: (r, { reading }) =>
    free(reading.text.slice(Math.max(0, r.start - AROUND), Math.min(reading.text.length, r.end + AROUND)).replace(/\s+/g, ' ')),
  reason: r => free(r.note),
}

/** Characters quoted on both sides of a repair. */
const AROUND = 12

/** The line, from 1, on which an offset stands. */
function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

const asides: Columns<Reading['asides'][number]> = {
  file: (_, { reading }) => reading.source.name,
  reason: a => a.reason,
  page: a => a.page,
  at: a => a.at,
  text: a => free(a.text),
}

const made = <T>(columns: Columns<T>, items: (reading: Reading) => readonly T[]) => ({
  head: `\uFEFF${Object.keys(columns).join(',')}\r\n`,
  rows: (reading: Reading): string => {
    const known: Known = {
      reading,
      statements: new Map(reading.statements.map(s => [s.id, s])),
      figures: new Map(reading.figures.map(f => [f.id, f])),
    }
    const cells = Object.values(columns)
    return items(reading)
      .map(item => `${cells.map(cell => quoted(cell(item, known))).join(',')}\r\n`)
      .join('')
  },
})

/** The tables there are besides that of figures. */
export const itemTables = {
  tasks: made(tasks, r => r.tasks),
  projects: made(projects, r => r.projects),
  honours: made(honours, r => r.honours),
  claims: made(claims, r => r.claims),
  targets: made(targets, r => r.headlineTargets),
  repairs: made(repairs, r => r.repairs),
  asides: made(asides, r => r.asides),
}

export type ItemTable = keyof typeof itemTables
