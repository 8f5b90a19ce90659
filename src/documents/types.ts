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

/** A defect of the text that decoding found. The text holds U+FFFD there; nothing is mended in silence. */
export interface Repair {
  kind: 'replaced-character'
  start: number
  end: number
  note: string
}

export interface SourceText {
  source: Source
  text: string
  repairs: Repair[]
}

/** Something a reader should know of a document that was nevertheless decoded. */
export interface Warning {
  code: WarningCode
  where: Words | null
  what: Words
  todo: Words
}

export type WarningCode = 'english' | 'replaced-character' | 'cut-off' | 'damaged' | 'long-line' | 'unsure-encoding'

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
