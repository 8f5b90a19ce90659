/** Comments in a copy of a Word document; what does it is loaded when it is asked for. */
import { defaultLimits, type Limits } from './formats/limits.ts'
import type { DocxComment } from './types.ts'

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
