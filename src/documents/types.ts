/**
 * What the documents room gives. `read` takes the same shape (its types.ts), so a decoded document
 * can be handed on as it is; documents lies below read and does not import it.
 */

/** The same said in the project's two languages. */
export interface Words {
  zh: string
  en: string
}

export interface Source {
  /** File name, or path below the folder that was asked for; `stdin` for standard input. */
  name: string
  mediaType: string
  /** The encoding the bytes were decoded with: utf-8, utf-16le, utf-16be, gb18030 or big5. */
  encoding: string | null
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string | null
  pages: number | null
}

/**
 * A defect that the documents room found, or a place where the text differs from what the document holds.
 * Nothing is mended in silence: where the text was changed, `before` is what stood between `start` and `end`.
 */
export interface Repair {
  kind: 'replaced-character' | 'joined-lines' | 'numbering' | 'reordered' | 'unmapped-character' | 'cut-off'
  start: number
  end: number
  note: string
  /** What the document holds there, `""` where the reader added the characters. Absent: the text is as it was found. */
  before?: string
}

/** x, y, width and height in points (1/72 inch) from the page's upper left corner. */
export type Box = [x: number, y: number, width: number, height: number]

/**
 * Where characters stand in the document: from, to (UTF-16 offsets into the text), page counted from 1 (null where
 * the format has none), paragraph counted from 0, and box (null where the format knows none).
 */
export type MapRun = [start: number, end: number, page: number | null, paragraph: number, box: Box | null]

/**
 * What a document says of itself, each as written there. Portals give the block that government information has to
 * carry: 索引号, 文号, 发布机构, 主题分类, 成文日期, 发布日期, 有效性.
 */
export interface Metadata {
  title?: string
  author?: string
  indexNumber?: string
  documentNumber?: string
  issuer?: string
  topic?: string
  written?: string
  published?: string
  validity?: string
  origin?: string
  keywords?: string
  url?: string
  created?: string
  modified?: string
  software?: string
}

/** A table of the document: its cells with their places in the text. An empty cell has `start === end`. */
export interface SourceTable {
  start: number
  end: number
  rows: number
  columns: number
  cells: SourceCell[]
}

export interface SourceCell {
  /** Counted from 0; a cell that spans several is named by its first. */
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  /** Whether the document marks it as a heading. */
  header: boolean
  start: number
  end: number
  text: string
}

/** A line that the document itself marks as a heading, by its style or its type; `level` 1 is the highest. */
export interface HeadingMark {
  start: number
  end: number
  level: number
}

/** Something that the document holds and the text does not. */
export interface Aside {
  reason:
    | 'deleted'
    | 'moved'
    | 'comment'
    | 'hidden'
    | 'running-head'
    | 'running-foot'
    | 'page-number'
    | 'watermark'
    | 'annotation'
    | 'picture'
    | 'navigation'
    | 'controls'
    | 'metadata'
    | 'related'
    | 'page-footer'
    | 'other'
  text: string
  /** Offset into the text at which it stood; null where it has no place. */
  at: number | null
  page: number | null
}

export interface SourceText {
  source: Source
  text: string
  repairs: Repair[]
  /** Empty for plain text, which has no other place than its offsets. */
  map: MapRun[]
  metadata: Metadata
  tables: SourceTable[]
  asides: Aside[]
  headings: HeadingMark[]
}

/** A comment to be put into a copy of a Word document. */
export interface DocxComment {
  /** The place: UTF-16 offsets into the text that reading the document gives, and the words there. */
  start: number
  end: number
  text: string
  author: string
  initials: string
  /** One paragraph each; the first is set in bold. */
  paragraphs: readonly string[]
}

/** Something a reader should know of a document that was nevertheless decoded. */
export interface Warning {
  code: WarningCode
  where: Words | null
  what: Words
  todo: Words
}

export type WarningCode =
  | 'english'
  | 'replaced-character'
  | 'cut-off'
  | 'damaged'
  | 'long-line'
  | 'unsure-encoding'
  | 'not-read'
  | 'recognised'

/** A decoded document with what was noticed on the way. */
export interface Decoded extends SourceText {
  warnings: Warning[]
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

export interface DecodeOptions {
  /** Decode with this encoding instead of finding it out. */
  encoding?: Encoding
  /** Read a text with NULs, lone surrogates or undecodable bytes as it stands, with warnings. */
  lenient?: boolean
}
