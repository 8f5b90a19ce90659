/** What is kept of a document, a file and a failure between reading and writing the data set. */
import type { Words } from '../documents/index.ts'
import type { PlaceLevel, ReportKind } from '../read/index.ts'

export interface DocumentRecord {
  /** 16 hexadecimal digits from the name and the bytes: the same for the same file, whatever else is in the folder. */
  id: string
  /** Path below the folder; `ARCHIVE.zip!/PATH` inside an archive. */
  name: string
  /** The file that holds it. */
  file: string
  sha256: string
  mediaType: string
  encoding: string | null
  pages: number | null
  characters: number
  title: string | null
  kind: ReportKind
  /** GB/T 2260 in force in the year; 000000 for the whole country; null where not known. */
  placeCode: string | null
  placeName: string | null
  level: PlaceLevel | 'unknown'
  year: number | null
  reviewYear: number | null
  date: string | null
  body: string | null
  url: string | null
  published: string | null
  statements: number
  figures: number
  facts: number
  tasks: number
  /** Headline indicators for which a number is set. */
  targetsSet: number
  /** Headline indicators without one, as INDICATOR=STATE. */
  withoutNumber: string[]
  repairs: number
  repeatedBodies: number
  warnings: string[]
  /** Hash of the text without blanks and marks: the same text in two formats has the same. */
  textHash: string
  /** How many hashes its sketch has. */
  sketch: number
}

export interface FileRecord {
  name: string
  bytes: number
  /** null where the file could not be loaded. */
  sha256: string | null
  documents: number
  failures: number
}

export interface FailureRecord {
  /** The document, or the file where it is the file that failed. */
  name: string
  file: string
  sha256: string | null
  code: string
  what: Words
  where: Words | null
  todo: Words
}
