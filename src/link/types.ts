/** What linking makes of readings: facts, series of them, and what became of each promise. */
import type { Figure, PlaceLevel, ReportKind } from '../read/types.ts'

export interface Words {
  zh: string
  en: string
}

/** A place as a fact has it: the code that was valid in the year of the document. */
export interface FactPlace {
  name: string
  /** GB/T 2260; null for the whole country and for places that the catalogue does not know. */
  code: string | null
  level: PlaceLevel | null
}

/** Where a sentence stands: enough to open it. */
export interface At {
  /** Key of the document. */
  document: string
  statement: string
  start: number
  end: number
  text: string
}

/** SDMX observation status (cross-domain code list CL_OBS_STATUS): A normal, E estimated, P provisional, F forecast or target. */
export type ObsStatus = 'A' | 'E' | 'P' | 'F'

/** A piece of a document's text. */
export interface Mark {
  start: number
  end: number
  text: string
}

/** One observation: a figure that has an indicator, a place and a period. */
export interface Fact extends At {
  /** The document's key and the figure's id: stable as long as the text is. */
  id: string
  figure: string
  /** Id in the catalogue; null where only the words are known. */
  indicator: string | null
  /** The catalogue's name, or the words themselves. */
  name: string
  place: FactPlace
  /** 2021, 2021-Q1, 2021-01/2021-11, 2016/2020. */
  period: string
  baseline: string | null
  measure: Figure['measure']
  /** In `unit`; null for ranges and structures. */
  value: number | null
  min: number | null
  max: number | null
  /** The values that the written digits can stand for, in `unit`. */
  interval: readonly [number, number] | null
  /** The base of the unit written, so that 斤 and 吨, 亩 and 公顷 compare; as written where the catalogue does not know it. */
  unit: string
  dimension: string | null
  comparator: Figure['comparator']
  status: Exclude<Figure['status'], 'context'>
  obsStatus: ObsStatus
  commitment: Figure['commitment']
  /** The amount as written: 1.52万亿元; and where it stands. */
  written: string
  mark: Mark
  /** Id of the fact of which 其中 makes this a part. */
  partOf: string | null
  /** What was done to the quantity (新增, 建成): an amount of a deed and a stock are two things. */
  action: string | null
  question: 'review-year' | 'plan-year' | 'review-period' | 'plan-period' | null
}

/** A document as linking sees it. */
export interface LinkDocument {
  /** Name of the source; with a number where several have the same. */
  key: string
  kind: ReportKind
  title: string | null
  place: FactPlace | null
  /** Whether the place was taken from the other documents, since this one does not say it. */
  placeInferred: boolean
  year: number | null
  reviewYear: number | null
  date: string | null
  /** What a notice reports on. */
  period: string | null
}

/** What one document says of one period. */
export interface Point {
  period: string
  /** Apart by what they are; a later document's word stands after an earlier one's. */
  targets: Fact[]
  estimates: Fact[]
  actuals: Fact[]
}

/** A change of what an indicator means: values before and after do not compare without more. */
export interface Break {
  /** First year of the new definition. */
  year: number
  from: string
  to: string
  note: Words
}

/** One indicator of one place over time, in one measure and unit. */
export interface Series {
  indicator: string | null
  name: string
  english: string | null
  place: FactPlace
  measure: Figure['measure']
  unit: string
  points: Point[]
  /** Years between the first and the last of which nothing is stated. */
  gaps: number[]
  /** Definition breaks that fall within it. */
  breaks: Break[]
}

/**
 * What became of a promise. `in-progress`: the period is not over, or the work is told as going on; `replaced`: no outcome is told and
 * a later document sets another value; `incomparable`: an outcome is told, in a measure that cannot be held against the promise;
 * `silent`: no later document given says a word of it.
 */
export type Verdict = 'exceeded' | 'met' | 'missed' | 'in-progress' | 'replaced' | 'incomparable' | 'silent'

/** Share of the year passed against share done (序时进度). */
export interface Pace {
  /** Share of the period that had passed, 0–1. */
  elapsed: number
  /** Share of the target done, where it is an amount that adds up; null for rates, stocks and ceilings. */
  done: number | null
  /** Whether it keeps step: share done ≥ share passed, or rate as wanted. */
  kept: boolean
}

/** `estimate`: a review's 预计, which a later document settles. */
export type PromiseKind = 'target' | 'claim' | 'task' | 'estimate'

/** What was promised, in its sentence (`start`, `end`, `text`). */
export interface Promised extends At {
  kind: PromiseKind
  /** The words that promise, within the sentence: a target's amount, a task's clause. */
  mark: Mark
  figure: string | null
  claim: string | null
  task: string | null
  /** What is promised, in a word: the indicator's name, the task's object. */
  subject: string
  /** Id in the catalogue, where a target's indicator has one. */
  indicator: string | null
  /** The time that it is promised for. */
  period: string | null
}

/** What a later document says of it, in its sentence. */
export interface Outcome extends At {
  /** The words that tell it, within the sentence: an amount or a clause. */
  mark: Mark
  figure: string | null
  period: string | null
}

/** A promise with what one later document says of it. Of a machine's making until a person says so. */
export interface OutcomeLink {
  /** From the promise's and the outcome's places: stable as long as the texts are. */
  id: string
  promise: Promised
  /** Null where nothing is told. */
  outcome: Outcome | null
  verdict: Verdict
  /** The comparison with its numbers, as a formula and in words; null where there are none. */
  working: { formula: string; words: Words } | null
  pace: Pace | null
  /** Where an unusual year before explains the rate. */
  baseEffect: Words | null
  /** 0–1, from the reasons. */
  confidence: number
  reasons: Words[]
  /** A person's word: null until given. */
  confirmed: boolean | null
}
