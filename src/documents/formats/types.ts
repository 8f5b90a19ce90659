/**
 * What a format reader takes and gives. A reader is a function of the bytes: it opens no file, asks no host and
 * keeps nothing between calls; so it can run in a worker that is ended when it takes too long.
 */
import type { Aside, HeadingMark, MapRun, Metadata, Repair, SourceTable, Warning } from '../types.ts'
import type { Limits } from './limits.ts'

export type FormatId = 'html' | 'docx' | 'doc' | 'pdf' | 'ofd'

export interface ReadOptions {
  /** File name, for messages. */
  name: string
  /** Encoding named by the operator, where the format leaves it open (html). */
  encoding?: string
  limits: Limits
}

export interface FormatReader {
  id: FormatId
  /**
   * @throws DocumentError where the document cannot be read: what is wrong and what to do. Nothing else is thrown
   *   for any bytes; what escapes all the same is reported as a defect of the reader.
   */
  read(bytes: Uint8Array, options: ReadOptions): Promise<Extracted> | Extracted
}

/** A document's text with the way back to its pages. */
export interface Extracted {
  mediaType: string
  /** Encoding of the characters where the format has one to be found out (html), else null. */
  encoding: string | null
  /** Paragraphs end with `\n`; cells of a table's row stand on one line, `CELL | CELL | CELL`. */
  text: string
  /** Number of pages, null where the format has none. */
  pages: number | null
  /** Every character of the text that the document holds, in order and without overlap. */
  map: MapRun[]
  /** What differs between the text and what the document holds, and the defects that the reader saw. */
  repairs: Repair[]
  metadata: Metadata
  tables: SourceTable[]
  /** What was left out of the text or not accepted, each with its reason. */
  asides: Aside[]
  /** Lines that the document marks as headings. */
  headings: HeadingMark[]
  warnings: Warning[]
}
