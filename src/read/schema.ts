/**
 * The reading: one JSON object, defined once. The TypeScript types, the run-time validation and the
 * JSON Schema that is published with the package all come from this file.
 *
 * Offsets are UTF-16 code units into `text`; `text.slice(start, end) === item.text` for every item.
 * `null` means "the text does not say" and is never mixed up with zero or with an empty list.
 */
import { z } from 'zod'

const offset = z.int().nonnegative()
const span = { start: offset, end: offset, text: z.string() }
/** Absent where the document has no pages. */
const page = { page: z.int().positive().optional().describe('page of the document on which it begins, from 1') }

/** A piece of the text: where it stands and what it says. */
export const Span = z.object(span)

/** The four questions of the genre: last year, this year, the period behind, the period ahead. */
export const Question = z.enum(['review-year', 'plan-year', 'review-period', 'plan-period'])

/** What a statement does: reports what was done, promises what will be done, or does neither. */
export const StatementKind = z.enum(['result', 'plan', 'context'])

/** `eq` as stated · `ge` 以上, 不低于 · `gt` 突破, 超过 · `le` 以内 · `lt` 低于 · `approx` 左右, 约 · `range` a–b. */
export const Comparator = z.enum(['eq', 'ge', 'gt', 'le', 'lt', 'approx', 'range'])

/** What kind of quantity a figure is; see gold/GUIDE.md for the definition of each. */
export const Measure = z.enum(['level', 'change', 'change-points', 'change-abs', 'multiple', 'rank', 'structure', 'duration'])

/** `actual` it happened · `estimated` 预计 · `target` promised or expected · `context` neither. */
export const Status = z.enum(['actual', 'estimated', 'target', 'context'])

/** How firmly a plan binds: 确保 > 达到, no cue > 力争, 争取 > 左右, 努力. */
export const Commitment = z.enum(['firm', 'plain', 'striving'])

export const SetAsideReason = z.enum(['date', 'name', 'ordinal', 'idiom', 'list', 'furniture', 'foreign', 'garbled'])

export const ReportKind = z.enum(['report', 'digest', 'communique', 'plan', 'notice', 'other'])
export const PlaceLevel = z.enum(['national', 'province', 'city', 'county', 'township'])

export const ReportPlace = z.object({
  name: z.string().describe('the place as its official name has it, e.g. 咸宁市'),
  code: z.string().nullable().describe('GB/T 2260 code valid in the year of the report'),
  level: PlaceLevel.nullable(),
})

export const Report = z.object({
  title: z.string().nullable(),
  kind: ReportKind,
  place: ReportPlace.nullable(),
  year: z.int().nullable().describe('the year planned, which names the report: 2021年政府工作报告 → 2021'),
  reviewYear: z.int().nullable().describe('the year reviewed, mostly year − 1'),
  date: z.string().nullable().describe('session or issue date, ISO 8601: 2021-01-12'),
  period: z.string().nullable().optional().describe('what a supervision notice reports on: 2024-Q1, 2024-H1, 2024-01/2024-11'),
  body: z.string().nullable().describe('the assembly addressed or the issuing body, as written'),
})

/** A capture or layout defect found in the text. The text itself is left as it stands. */
export const Repair = z.object({
  kind: z.enum([
    'joined-lines',
    'split-quotation',
    'cut-off',
    'repeated-body',
    'lost-separator',
    'replaced-character',
    'full-width-digits',
    'traditional-characters',
    'furniture',
    'numbering',
    'reordered',
    'unmapped-character',
  ]),
  start: offset,
  end: offset,
  ...page,
  note: z.string(),
  before: z
    .string()
    .optional()
    .describe('what the document holds between start and end, where the text differs; absent where it is as it was found'),
})

/** x, y, width and height in points from the upper left corner of the page. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])

/** Where characters stand in the document: start, end, page (from 1), paragraph (from 0), box. */
export const MapRun = z.tuple([offset, offset, z.int().positive().nullable(), offset, Box.nullable()])

/** What the document says of itself, as written there. */
export const Metadata = z.object({
  title: z.string().optional(),
  author: z.string().optional(),
  indexNumber: z.string().optional().describe('索引号'),
  documentNumber: z.string().optional().describe('文号'),
  issuer: z.string().optional().describe('发布机构'),
  topic: z.string().optional().describe('主题分类'),
  written: z.string().optional().describe('成文日期'),
  published: z.string().optional().describe('发布日期'),
  validity: z.string().optional().describe('有效性'),
  origin: z.string().optional().describe('来源'),
  keywords: z.string().optional(),
  url: z.string().optional(),
  created: z.string().optional(),
  modified: z.string().optional(),
  software: z.string().optional(),
})

/** A cell of a table: rows and columns from 0; an empty cell has start = end. */
export const TableCell = z.object({
  row: offset,
  column: offset,
  rowSpan: z.int().positive(),
  columnSpan: z.int().positive(),
  header: z.boolean(),
  ...span,
})

const tableShape = { start: offset, end: offset, rows: offset, columns: offset, cells: z.array(TableCell) }

/** A table as the document has it. */
export const SourceTable = z.object(tableShape)

/** A table with what it is: 指标表, 任务分解表, 名词解释, a list of projects, or another. */
export const Table = z.object({
  id: z.string(),
  kind: z.enum(['indicators', 'tasks', 'glossary', 'projects', 'other']),
  caption: Span.nullable(),
  ...page,
  ...tableShape,
})

/** Something that the document holds and the text does not: tracked deletions, comments, running heads, navigation … */
export const Aside = z.object({
  reason: z.enum([
    'deleted',
    'moved',
    'comment',
    'hidden',
    'running-head',
    'running-foot',
    'page-number',
    'watermark',
    'annotation',
    'picture',
    'navigation',
    'controls',
    'metadata',
    'related',
    'page-footer',
    'other',
  ]),
  text: z.string(),
  at: offset.nullable().describe('where in the text it stood'),
  page: z.int().positive().nullable(),
})

export const Section = z.object({
  id: z.string(),
  level: z.int().nonnegative(),
  heading: Span.nullable(),
  start: offset,
  end: offset,
  parent: z.string().nullable(),
  question: Question.nullable(),
  period: z.string().nullable().describe('default period of its statements: 2020, 2016/2020, 2021/2025'),
  topic: z.string().nullable(),
})

export const Statement = z.object({
  id: z.string(),
  ...span,
  ...page,
  section: z.string(),
  kind: StatementKind,
  question: Question.nullable(),
  topics: z.array(z.string()).describe('topic ids of the catalogue, best first'),
  figures: z.array(z.string()),
  cues: z.array(Span).describe('the words that decided kind and question'),
})

export const Indicator = z.object({
  ...span,
  id: z.string().nullable().describe('catalogue id, e.g. gdp'),
  name: z.string().nullable().describe('canonical Chinese name in the catalogue'),
})

export const Figure = z.object({
  id: z.string(),
  ...span,
  ...page,
  statement: z.string(),
  role: z.enum(['measure', 'qualifier']),
  value: z.number().nullable().describe('null for ranges and structures'),
  min: z.number().nullable(),
  max: z.number().nullable(),
  parts: z.array(z.number()).nullable().describe('a structure a:b:c'),
  exact: z.string().nullable().describe('the value as an exact decimal, magnitude multiplied out'),
  decimals: z.int().nullable().describe('decimal places as written, before the magnitude'),
  magnitude: z.int().describe('power of ten that 万, 亿 … multiply by'),
  interval: z.tuple([z.number(), z.number()]).nullable().describe('the values that round to what is written'),
  unit: z.string().describe('as written, without magnitude; "" where there is none'),
  unitId: z.string().nullable(),
  dimension: z.string().nullable(),
  comparator: Comparator,
  measure: Measure,
  status: Status,
  commitment: Commitment.nullable(),
  period: z.string().nullable(),
  periodSource: z.string().nullable().describe('where the period comes from: the words, or "section"'),
  baseline: z.string().nullable(),
  baselineSource: z.string().nullable(),
  indicator: Indicator.nullable(),
  action: Span.nullable(),
  place: z.string().nullable().describe('a place that is not the report’s own, as written'),
  scope: z.string().nullable().describe('for ranks: the field ranked in, e.g. 全省'),
  partOf: z.string().nullable().describe('id of the figure of which 其中 makes this one a part'),
  cues: z.array(Span).describe('comparator, change verb, estimate and target words'),
})

export const SetAside = z.object({ ...span, ...page, reason: SetAsideReason })

const slot = Span.nullable()

/** One thing to be done, or done: act and object, with what else the sentence says of it. */
export const Task = z.object({
  id: z.string(),
  ...span,
  ...page,
  statement: z.string(),
  status: z.enum(['planned', 'done']),
  act: Span.describe('the verb that governs, with those joined to it: 新建、改扩建'),
  acts: z.array(Span).describe('each verb by itself'),
  object: slot.describe('what is acted on, without its amount; null where the sentence leaves it out'),
  objects: z.array(Span).describe('the parts of a list, each by itself'),
  place: slot,
  deadline: slot,
  body: slot.describe('who answers for it: the lead unit'),
  coBodies: z.array(Span).describe('the units that take part'),
  figures: z.array(z.string()),
  rateable: z
    .array(z.enum(['measure', 'date', 'owner', 'end']))
    .describe(
      'by what it can be rated: an amount, a date, an owner, a named thing that is then there (end); empty for a promise without any',
    ),
  list: z.string().nullable().describe('the list of services to the public that it stands in'),
  item: z.int().nullable().describe('the number of the list’s item that it belongs to'),
})

/** A numbered list of services to the public: 十件民生实事. */
export const TaskList = z.object({
  id: z.string(),
  ...span,
  ...page,
  statement: z.string(),
  announced: z.int().nullable().describe('how many items the text says there are'),
  announcedParts: z.int().nullable().describe('how many projects under them: 10件17项 → 17'),
  items: z.array(
    z.object({
      number: z.int(),
      ...span,
      name: Span,
      parts: z.array(Span).describe('what is numbered inside the item'),
      tasks: z.array(z.string()),
    }),
  ),
})

/** A named project and how far it is. */
export const Project = z.object({
  id: z.string(),
  ...span,
  ...page,
  statement: z.string(),
  status: z.enum(['actual', 'target']).describe('whether the stage is reached, or to be reached'),
  stage: z.enum(['preparation', 'started', 'underway', 'built', 'in-use']).nullable(),
  stageText: slot.describe('the words that say the stage'),
  place: slot,
  figures: z.array(z.string()).describe('money, length and size stated of it'),
})

/** An honour, a rank, a first or a streak. */
export const Honour = z.object({
  id: z.string(),
  ...span,
  ...page,
  statement: z.string(),
  kind: z
    .enum(['award', 'listed', 'commendation', 'rank', 'leading', 'first', 'record', 'streak'])
    .describe('listed: 入选; commendation: 通报表扬; leading: 位居前列 without a number; first: 全国首个; streak: 连续N年 alone'),
  verb: slot,
  title: slot.describe('what was won'),
  holder: slot.describe('who or what holds it, where the sentence says so before the verb'),
  body: slot.describe('who gave it'),
  scope: slot.describe('the field: 全国, 全省'),
  rank: z.number().nullable(),
  since: slot.describe('连续18年'),
  years: z.number().nullable().describe('how many years running'),
  figures: z.array(z.string()),
})

export const PlaceMention = z.object({ ...span, code: z.string().nullable(), name: z.string() })

/** Something said of every or no case, or a target without a number: checkable, though no figure. */
export const Claim = z.object({
  id: z.string(),
  ...span,
  ...page,
  statement: z.string(),
  claim: z.enum(['all', 'none', 'relative-target', 'unquantified-target']),
  status: z.enum(['actual', 'target']).describe('whether it is reported, or promised'),
  indicator: Indicator.nullable().describe('what it is claimed of'),
  cue: Span.describe('the words that claim it'),
})

export const HeadlineTarget = z.object({
  indicator: z.string(),
  state: z
    .enum(['set', 'stated-without-number', 'not-set', 'not-found'])
    .describe('not-set: the report has a passage of targets, and none for this; not-found: it has no such passage'),
  figures: z.array(z.string()),
  claims: z.array(z.string()),
  passage: z
    .object({ from: z.string(), to: z.string() })
    .nullable()
    .describe('first and last statement of the passage that announces the year’s targets'),
})

export const Source = z.object({
  name: z.string(),
  mediaType: z.string(),
  encoding: z.string().nullable(),
  sha256: z.string().nullable().describe('of the bytes; null where only a string was given'),
  pages: z.int().nullable(),
})

export const Reading = z.object({
  schema: z.literal('jiedu/reading@1'),
  source: Source,
  text: z.string(),
  repairs: z.array(Repair),
  map: z.array(MapRun).describe('pages, paragraphs and boxes of the text; empty for plain text'),
  metadata: Metadata,
  asides: z.array(Aside),
  report: Report,
  sections: z.array(Section),
  statements: z.array(Statement),
  figures: z.array(Figure),
  setAside: z.array(SetAside),
  tasks: z.array(Task),
  lists: z.array(TaskList),
  projects: z.array(Project),
  honours: z.array(Honour),
  places: z.array(PlaceMention),
  claims: z.array(Claim),
  headlineTargets: z.array(HeadlineTarget),
  promises: z
    .object({
      total: offset,
      rateable: offset,
      vague: z.array(z.string()).describe('the statements that promise without amount, date, owner or an end that can be seen'),
    })
    .describe('how many statements promise something, and how many of them can be judged when the time has come'),
  tables: z.array(Table),
})
