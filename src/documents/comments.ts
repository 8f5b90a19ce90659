/** Comments in a copy of a Word document; what does it is loaded when it is asked for. */
import { defaultLimits, type Limits } from './formats/limits.ts'

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

/**
 * @param bytes a docx
 * @returns the copy; the same bytes and comments give the same copy, so comments bear no date
 * @throws DocumentError where the file is no docx or goes beyond the limits; Error where a place does not hold its words
 */
export async function withComments(
  bytes: Uint8Array,
  comments: readonly DocxComment[],
  limits: Limits = defaultLimits,
): Promise<Uint8Array> {
  const { commentedDocx } = await import('./docx/comments/index.ts')
  return commentedDocx(bytes, comments, limits)
}
