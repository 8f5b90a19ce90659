/**
 * `read`: a decoded document in, its reading out. Pure: no files, clock, locale or randomness, so the
 * same text gives the same reading in Node, in a worker and in a browser.
 */
import { lexicon } from '../catalogue/lexicon.ts'
import { markBases } from './bases.ts'
import { digitValue, isFormal, startsNumeral } from './chars.ts'
import { fullWidth, lostSeparators } from './defects.ts'
import { collector } from './entities/index.ts'
import { type FigureContext, figuresOf } from './figures.ts'
import { garbled, withoutGarbled } from './garbled.ts'
import { type LexContext, lex } from './lexer.ts'
import { type Outline, outline, statements } from './outline/index.ts'
import { layout } from './outline/layout.ts'
import { withPages } from './pages.ts'
import { placesIn } from './place.ts'
import { countPromises } from './promises.ts'
import { breaksIn, putBack, withoutBreaks } from './rejoin.ts'
import { readRow, slotsOf, tablesIn } from './tables/index.ts'
import { T_QUANTITY } from './tokens.ts'
import { leadOf } from './topic.ts'
import { fillTopics } from './topics.ts'
import { simplified, withText } from './traditional.ts'
import type { Figure, Indicator, Reading, Repair, SetAside, SourceText, Statement } from './types.ts'

export { pagesOf } from './pages.ts'
export type * from './types.ts'

/**
 * Reads a document.
 * @param source a decoded document, or a string
 * @returns the reading; it holds its invariants for any text, Chinese or not
 */
export function read(source: SourceText | string): Reading {
  const given: SourceText =
    typeof source === 'string'
      ? { source: { name: '', mediaType: 'text/plain', encoding: null, sha256: null, pages: null }, text: source, repairs: [] }
      : source
  const plain = simplified(given.text)
  const reading = plain === null ? readText(given, given.text) : readSimplified(given, plain)
  const { statements: said, figures, setAside, repairs, tasks, lists, projects, honours, claims, tables } = reading
  withPages(reading.map, said, figures, setAside, repairs, tasks, lists, projects, honours, claims, tables)
  return reading
}

/** Reads a text in traditional characters as if it were written in simplified ones. */
function readSimplified(given: SourceText, plain: NonNullable<ReturnType<typeof simplified>>): Reading {
  const reading = readText({ ...withText(given, plain.text), map: [], asides: [] }, given.text)
  return {
    ...reading,
    text: given.text,
    repairs: [...reading.repairs, plain.repair].sort((a, b) => a.start - b.start || a.end - b.end),
    map: given.map ?? [],
    asides: given.asides ?? [],
  }
}

/** @param stands the text as it stands, where its characters are others than those read */
function readText(given: SourceText, stands: string): Reading {
  const laid = layout(given.text, given.headings)
  const breaks = breaksIn(given.text, laid.repairs)
  // a text with broken lines is laid out anew without them: who reports and what each part answers is asked of that one alone
  if (breaks.length > 0) return readOver(breaks, given, laid.repairs, stands)
  const plan = outline(given.text, given.source.name, given.headings, laid)
  const reading = readStatements(given, plan, statements(given.text, plan))
  if (stands !== given.text) putBack(reading, stands, offset => offset)
  return reading
}

/** Reads a text as if its lines had not been broken; every place is given in the text as it stands. */
function readOver(breaks: ReturnType<typeof breaksIn>, given: SourceText, repairs: readonly Repair[], stands: string): Reading {
  const { source, back } = withoutBreaks(given, breaks)
  const plan = outline(source.text, source.source.name, source.headings)
  const reading = readStatements(source, plan, statements(source.text, plan))
  putBack(reading, stands, back)
  const joined = repairs.filter(each => each.kind === 'joined-lines' || each.kind === 'split-quotation')
  const found = reading.repairs.filter(each => !joined.some(one => one.kind === each.kind && one.start === each.start))
  return {
    ...reading,
    text: given.text,
    repairs: [...given.repairs, ...[...joined, ...found].sort((a, b) => a.start - b.start || a.end - b.end)].map(each => ({
      ...each,
    })),
    map: given.map ?? [],
    metadata: given.metadata ?? {},
    asides: given.asides ?? [],
  }
}

/** Reads figures and tasks from a text whose outline and statements are known. */
export function readStatements(given: SourceText, plan: Outline, said: Statement[]): Reading {
  const { text } = given
  const { report } = plan
  const lex_ = lexicon()
  const periods = periodsOf(plan, said)
  /** That of the statement being read. */
  let period: string | null = null
  let count = 0
  const context: FigureContext = {
    lexicon: lex_,
    nextId: () => `f${++count}`,
    year: report.year,
    // a notice looks at the year that it names, a report at the one before
    reviewYear: report.kind === 'notice' ? report.year : (report.reviewYear ?? (report.year === null ? null : report.year - 1)),
    sectionPeriod: () => period,
  }
  const figures: Figure[] = []
  const setAside: SetAside[] = []
  const entities = collector(text, lex_)
  const lost = garbled(text)
  const tables = tablesIn(text, [...(given.tables ?? []), ...plan.stacked])
  const headings = plan.blocks.filter(b => b.kind === 'heading' || b.kind === 'title' || b.kind === 'salutation')
  let heading = 0
  /** Sets aside the numerals between statements: in headings by what they are, elsewhere as matter of the page. */
  const between = (from: number, to: number): void => {
    for (; heading < headings.length && headings[heading]!.start < to; heading++) {
      const { start, end } = headings[heading]!
      if (start < from) continue
      outside(text, from, start, setAside)
      titled(text, start, Math.min(end, to), { lexicon: lex_, year: context.year, reportYear: context.year }, setAside)
      from = Math.min(end, to)
    }
    outside(text, from, to, setAside)
  }
  let place = 0
  let lastSubject: Indicator | null = null
  for (let n = 0; n < said.length; n++) {
    const statement = said[n]!
    period = periods[n]!
    between(place, statement.start)
    // a line without a Chinese character is not read: its numerals belong to another language
    if (!HAN.test(statement.text)) {
      outside(text, statement.start, statement.end, setAside, 'foreign')
      place = statement.end
      continue
    }
    if (UNIT_LINE.test(statement.text)) {
      titled(text, statement.start, statement.end, { lexicon: lex_, year: context.year, reportYear: context.year }, setAside)
      place = statement.end
      continue
    }
    const row = tables.rowOf(statement)
    if (row?.context) [statement.kind, statement.question] = ['context', null]
    else if (row?.plans) {
      statement.kind = 'plan'
      if (report.kind !== 'notice') statement.question ??= 'plan-year'
    }
    if (!text.slice(place, statement.start).includes('\n')) period = yearCarried(statement, said[n - 1], figures) ?? period
    const year = defaultYear(statement, context)
    if (row) {
      const own = readRow(text, statement, row, context, year)
      figures.push(...own.figures)
      setAside.push(...own.setAside)
      statement.figures.push(...own.figures.map(each => each.id))
      entities.take(statement, own.tokens, own.figures, slotsOf(row))
      place = statement.end
      continue
    }
    const aside: SetAside[] = []
    const whole = lex(
      text,
      statement.start,
      statement.end,
      { lexicon: lex_, year, reportYear: context.year, span: stretchOf(period) },
      aside,
    )
    const lexed = withoutGarbled(text, statement, whole, aside, lost, setAside)
    const tokens = markBases(text, lexed, year, lex_)
    // a sentence without a subject goes on with that of the sentence before it in the paragraph
    const before: Indicator | null = text.slice(place, statement.start).includes('\n') ? null : lastSubject
    // 经营主体稳中培优。总量达90万户: a short sentence without a number leads those after it
    lastSubject = leadOf(text, tokens, statement.start, statement.end, lex_) ?? before
    const own = figuresOf(text, statement, tokens, context, before)
    for (const figure of own) {
      figures.push(figure)
      if (figure.indicator) lastSubject = figure.indicator
    }
    // a list of its length: pushing to an empty one keeps room for sixteen more, in every statement
    if (own.length > 0) statement.figures = own.map(figure => figure.id)
    entities.take(statement, tokens, own)
    place = statement.end
  }
  between(place, text.length)
  fillTopics(text, plan.sections, said, figures, lex_)
  const found = entities.end(report, said, figures)
  const map = given.map ?? []
  const repairs = [...given.repairs, ...plan.repairs, ...fullWidth(text), ...lostSeparators(lost)].map(each => ({ ...each }))
  return {
    schema: 'jiedu/reading@1',
    source: given.source,
    text,
    repairs,
    map,
    metadata: given.metadata ?? {},
    asides: given.asides ?? [],
    report,
    sections: plan.sections,
    statements: said,
    figures,
    setAside,
    places: placesIn(text, report, said, figures, lex_),
    ...found,
    promises: countPromises(text, said, { figures, tasks: found.tasks, claims: found.claims }),
    tables: tables.list,
  }
}

/** 单位：亿元 over a table is no quantity. */
const UNIT_LINE = /^[（(]?单位[:：]\s*[^\s）)]{1,8}[）)]?$/
const HAN = /[\u3400-\u9fff]/

/** The period of the part that each statement stands in. */
function periodsOf(plan: Outline, said: readonly Statement[]): (string | null)[] {
  let b = 0
  return said.map(statement => {
    while (b + 1 < plan.blocks.length && plan.blocks[b + 1]!.start <= statement.start) b++
    const part = plan.partOf[b]
    // a statement moved out of its part has the period of the part that it was moved to, where that is a year
    const moved = part !== undefined && statement.question !== part.question
    const { year } = plan.report
    return moved ? (statement.question === 'plan-year' && year !== null ? String(year) : null) : (part?.period ?? null)
  })
}

/** 其中，…: a sentence that parts the whole of the one before it is about the year that one names. */
function yearCarried(statement: Statement, before: Statement | undefined, figures: readonly Figure[]): string | null {
  const last = figures.at(-1)
  if (!last || !statement.text.startsWith('其中') || last.statement !== before?.id) return null
  return last.periodSource !== 'section' && last.status === 'actual' && /^\d{4}$/.test(last.period ?? '') ? last.period : null
}

/** A period of several years as it is, else null. */
const stretchOf = (period: string | null): string | null => (period && /^\d{4}\/\d{4}$/.test(period) ? period : null)

/** The year that 同比 and a bare month count from in a statement. */
function defaultYear(statement: Statement, context: FigureContext): number | null {
  const span = context.sectionPeriod()
  const own = span && /^\d{4}$/.test(span) ? Number(span) : null
  if (statement.kind === 'plan') return statement.question === 'plan-year' ? (own ?? context.year) : context.year
  return own ?? context.reviewYear
}

/** Sets aside the numerals of a heading: dates and list marks as such, what would be a quantity as part of its name. */
function titled(text: string, start: number, end: number, context: LexContext, setAside: SetAside[]): void {
  const from = setAside.length
  for (const token of lex(text, start, end, context, setAside))
    if (token.type === T_QUANTITY)
      setAside.push({ start: token.start, end: token.end, text: text.slice(token.start, token.end), reason: 'name' })
  const own = setAside.splice(from).sort((a, b) => a.start - b.start)
  setAside.push(...own)
}

/** Sets aside the numerals of the page's own matter, between statements. */
function outside(text: string, start: number, end: number, setAside: SetAside[], reason: SetAside['reason'] = 'furniture'): void {
  for (let i = start; i < end; i++) {
    if (!startsNumeral(text.charCodeAt(i)) && !isFormal(text.charCodeAt(i))) continue
    let to = i + 1
    while (to < end && (startsNumeral(text.charCodeAt(to)) || (text[to] === '.' && digitValue(text.charCodeAt(to + 1)) >= 0)))
      to++
    setAside.push({ start: i, end: to, text: text.slice(i, to), reason })
    i = to - 1
  }
}
