/** Opening documents in tests. */
import { DocumentError, type OpenOptions, openDocuments } from '../../../src/documents/index.ts'
import type { Decoded } from '../../../src/documents/types.ts'

/** All that a file holds, errors in their places. */
export async function opened(bytes: Uint8Array, name = 'a', options: OpenOptions = {}): Promise<(Decoded | DocumentError)[]> {
  const all: (Decoded | DocumentError)[] = []
  for await (const one of openDocuments(bytes, name, options)) all.push(one)
  return all
}

/** The one document that a file holds. @throws what could not be read */
export async function only(bytes: Uint8Array, name = 'a', options: OpenOptions = {}): Promise<Decoded> {
  const [one, ...more] = await opened(bytes, name, options)
  if (more.length > 0 || one === undefined) throw new Error(`${more.length + 1} documents`)
  if (one instanceof DocumentError) throw one
  return one
}

/** Why a file is not read. */
export async function refused(bytes: Uint8Array, name = 'a', options: OpenOptions = {}): Promise<DocumentError> {
  const [one] = await opened(bytes, name, options)
  if (!(one instanceof DocumentError)) throw new Error('it was read')
  return one
}

/** The text with every change undone. */
export function restored({ text, repairs }: Decoded): string {
  let out = text
  for (const { start, end, before } of repairs.toSorted((a, b) => b.start - a.start))
    if (before !== undefined) out = out.slice(0, start) + before + out.slice(end)
  return out
}
