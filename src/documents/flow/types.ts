/**
 * What fixed-layout formats know: characters at places. From these the flow finds lines, columns, paragraphs and what
 * repeats on every page. Coordinates are points (1/72 inch) from the page's upper left corner.
 */
import type { Box } from '../types.ts'

/** What one character code draws: mostly one character. */
export interface Glyph {
  text: string
  /** Left end of the baseline. */
  x: number
  y: number
  /** To where the next glyph would start. */
  width: number
  /** Height of the font's em square. */
  size: number
  /** Marked by the document as no part of its content (running heads, page numbers, ornament). */
  artifact: boolean
}

/** A glyph with what tells whether its character can be believed. */
export interface JudgedGlyph extends Glyph {
  /** The document's name for its font. */
  font: string
  /** Whether the document says which character it is. */
  known: boolean
  /** Whether that is only a guess. */
  guessed: boolean
}

/** A straight line or the edge of a filled rectangle, horizontal or vertical. */
export interface Rule {
  x0: number
  y0: number
  x1: number
  y1: number
}

export interface Page {
  /** Counted from 1. */
  number: number
  width: number
  height: number
  glyphs: Glyph[]
  rules: Rule[]
  /** Text that lies across the lines, as watermarks do. */
  slanted: string
}

/** Neighbouring glyphs of one line, without a gap between them. */
export interface Run {
  glyphs: Glyph[]
  x0: number
  x1: number
  /** Baseline. */
  y: number
  size: number
}

/** Characters of a line that advance evenly; `box` is null for a space that stands for a gap. */
export interface Span {
  text: string
  box: Box | null
}

export interface Line {
  kind: 'line'
  page: number
  text: string
  spans: Span[]
  x0: number
  x1: number
  y: number
  /** The size that most of its characters have. */
  size: number
  artifact: boolean
}

export interface TableCell {
  column: number
  rowSpan: number
  columnSpan: number
  lines: Line[]
}

export interface Table {
  kind: 'table'
  page: number
  rows: TableCell[][]
  x0: number
  x1: number
  top: number
  bottom: number
}

/** A stretch of a page to be read from top to bottom: the page itself, or one of its columns. */
export interface Block {
  items: (Line | Table)[]
  /** Left and right edge of its text. */
  x0: number
  x1: number
}

/** A page whose text is in order. */
export interface LaidOut {
  number: number
  width: number
  height: number
  blocks: Block[]
  slanted: string
}

const han = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2014\u2018-\u201d\u2026\u00b7]/u

/** Whether a character stands in a full square, as Chinese characters and their punctuation do. */
export const isWide = (text: string): boolean => han.test(text)
