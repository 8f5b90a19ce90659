/** What checking takes and gives. */
import type { Reading } from '../read/types.ts'
import type { Check } from './context.ts'
import type { Agreement, Interval } from './interval.ts'

export interface Words {
  zh: string
  en: string
}

/** `error` cannot be right · `warning` is likely wrong · `note` worth knowing. */
export type Severity = 'error' | 'warning' | 'note'

export interface Place {
  start: number
  end: number
  text: string
}

/** The sum behind a finding: what was put in, what came out, what the text states instead. */
export interface Working {
  /** With the numbers filled in: `270 − 170 = 100`. */
  formula: string
  /** Ids of the figures that went in. */
  figures: string[]
  /** The values that the written digits allow for the result, and for what is stated of it. */
  computed: Interval | null
  stated: Interval | null
}

/** Something wrong, or likely so, at a place of the text. The text is never changed: a finding proposes, a person decides. */
export interface Finding extends Place {
  rule: string
  severity: Severity
  message: Words
  working: Working | null
  /** What the writer may have meant. */
  proposal: Words | null
  /** Other places that bear on it. */
  related: Place[]
  /** Where the other document is needed to understand it: its name and the words there. */
  against: { name: string; text: string } | null
}

/** A value the text does not state and that follows from values it does: marked as derived, with its lineage. */
export interface Derived {
  indicator: string
  indicatorId: string | null
  place: string | null
  period: string | null
  value: number
  interval: Interval
  unit: string
  formula: string
  /** Ids of the figures it follows from. */
  figures: string[]
}

/** A sum that was done, however it came out. */
export interface Done {
  rule: string
  agreement: Agreement
  figures: string[]
  formula: string
}

/** How many of the promises could be judged when the year is over: those with a number, a date or a named project. */
export interface Promises {
  total: number
  rateable: number
}

export interface Checked {
  schema: 'jiedu/check@1'
  findings: Finding[]
  derived: Derived[]
  sums: Done[]
  /** How many places each rule looked at closely, whatever came of it; rules that met none are left out. */
  examined: Record<string, number>
  promises: Promises
}

/** What a rule says of a place; the rest of the finding is filled in. */
export interface Found {
  start: number
  end: number
  message: Words
  severity?: Severity
  working?: Working
  proposal?: Words
  related?: readonly { start: number; end: number }[]
  against?: { name: string; text: string }
}

/** Where a rule puts what it finds. */
export interface Notes {
  found(found: Found): void
  /** A sum done; it counts as a place looked at. */
  sum(done: Omit<Done, 'rule'>): void
  /** A place looked at without a sum: a list, a heading, a name. */
  looked(places?: number): void
  derive(derived: Derived): void
}

/** A text of one's own on which a rule is tried. */
export interface Example {
  text: string
  /** What the finding must be at; for examples that fire. */
  at?: string
  /** Another document, for rules that compare two. */
  against?: string
}

export interface Rule {
  /** Stable: dismissals and configuration name it. */
  id: string
  severity: Severity
  /** Whether it runs unless asked for by name; a rule that is wrong too often is shipped off. */
  on: boolean
  title: Words
  /** What it finds, what it needs to speak, and the published rule behind it if there is one. */
  about: Words
  fires: readonly Example[]
  quiet: readonly Example[]
  run(check: Check, notes: Notes): void
}

export interface CheckOptions {
  /** Other documents to compare with: last year's report, a draft, a communiqué. */
  against?: readonly Reading[]
  /** Rules to run, by id; without it those that are on. */
  rules?: readonly string[]
}
