/** The reading's types, inferred from the schema; importing them costs nothing at run time. */
import type { z } from 'zod'
import type * as schema from './schema.ts'

export type Span = z.infer<typeof schema.Span>
export type Question = z.infer<typeof schema.Question>
export type StatementKind = z.infer<typeof schema.StatementKind>
export type Comparator = z.infer<typeof schema.Comparator>
export type Measure = z.infer<typeof schema.Measure>
export type Status = z.infer<typeof schema.Status>
export type Commitment = z.infer<typeof schema.Commitment>
export type SetAsideReason = z.infer<typeof schema.SetAsideReason>
export type ReportKind = z.infer<typeof schema.ReportKind>
export type PlaceLevel = z.infer<typeof schema.PlaceLevel>
export type Report = z.infer<typeof schema.Report>
export type Repair = z.infer<typeof schema.Repair>
export type MapRun = z.infer<typeof schema.MapRun>
export type Metadata = z.infer<typeof schema.Metadata>
export type SourceTable = z.infer<typeof schema.SourceTable>
export type TableCell = z.infer<typeof schema.TableCell>
export type Table = z.infer<typeof schema.Table>
export type Aside = z.infer<typeof schema.Aside>
export type Section = z.infer<typeof schema.Section>
export type Statement = z.infer<typeof schema.Statement>
export type Indicator = z.infer<typeof schema.Indicator>
export type Figure = z.infer<typeof schema.Figure>
export type SetAside = z.infer<typeof schema.SetAside>
export type Task = z.infer<typeof schema.Task>
export type TaskList = z.infer<typeof schema.TaskList>
export type Project = z.infer<typeof schema.Project>
export type Honour = z.infer<typeof schema.Honour>
export type PlaceMention = z.infer<typeof schema.PlaceMention>
export type Claim = z.infer<typeof schema.Claim>
export type HeadlineTarget = z.infer<typeof schema.HeadlineTarget>
export type Source = z.infer<typeof schema.Source>
export type Reading = z.infer<typeof schema.Reading>

/**
 * A decoded document, as the documents room gives it: the text as it stands and what is known of it.
 * `documents` lies below `read` and returns this shape structurally, without importing it.
 */
export interface SourceText {
  source: Source
  text: string
  repairs: Repair[]
  /** Left out where only a text is given. */
  map?: MapRun[]
  metadata?: Metadata
  tables?: SourceTable[]
  asides?: Aside[]
  /** Lines that the document marks as headings; `level` 1 is the highest. */
  headings?: { start: number; end: number; level: number }[]
}
