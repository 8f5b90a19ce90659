/** From the bytes of any document to its text: what it is, the reader for it, what holds of every document. */
import { createHash } from 'node:crypto'
import { classificationOf, refusal } from './classified.ts'
import { decode } from './decode.ts'
import { DocumentError } from './error.ts'
import { isDocumentName } from './find.ts'
import type { Archive, Budget } from './formats/archive.ts'
import { containerName, detectFormat, inside, unsupported } from './formats/detect.ts'
import { defaultLimits, type Limits } from './formats/limits.ts'
import type { Extracted, FormatId, ReadOptions } from './formats/types.ts'
import { judge } from './prose.ts'
import type { Decoded, DecodeOptions } from './types.ts'

export interface OpenOptions extends DecodeOptions {
  limits?: Partial<Limits>
  /** What to do with a document that bears a classification mark; `refuse` unless the operator decided otherwise. */
  classified?: 'refuse' | 'read'
}

/** Archives inside archives are opened to this depth. */
const deepest = 3

/**
 * The documents in a file: one, or those of a zip archive, named `ARCHIVE.zip!/PATH`. What cannot be read comes as
 * an error in its place, so that the rest is still read.
 *
 * Nothing is asked of any other host; formats other than text are read in a process of their own that is ended at the limits.
 */
export async function* openDocuments(
  bytes: Uint8Array,
  name: string,
  options: OpenOptions = {},
): AsyncGenerator<Decoded | DocumentError> {
  const limits = { ...defaultLimits, ...options.limits }
  yield* opened(bytes, name, options, limits, { expanded: limits.expanded, entries: limits.entries }, 0)
}

async function* opened(
  bytes: Uint8Array,
  name: string,
  options: OpenOptions,
  limits: Limits,
  budget: Budget,
  depth: number,
): AsyncGenerator<Decoded | DocumentError> {
  try {
    const found = detectFormat(bytes)
    if (found.kind === 'other') throw unsupported(found.name, name)
    if (found.kind === 'text') {
      yield checked(decode(bytes, name, options), options)
      return
    }
    const read: ReadOptions = { name, ...(options.encoding && { encoding: options.encoding }), limits }
    if (found.kind === 'format') {
      yield checked(await extracted(found.id, bytes, read), options)
      return
    }
    const { openArchive } = await import('./formats/archive.ts')
    const archive = await openArchive(bytes, containerName(bytes), read, { ...budget })
    const kind = inside(archive)
    if (kind.id === 'other') throw unsupported(kind.name, name)
    if (kind.id !== 'zip') {
      yield checked(await extracted(kind.id, bytes, read), options)
      return
    }
    yield* entries(bytes, name, options, limits, budget, depth)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    yield error
  }
}

async function* entries(
  bytes: Uint8Array,
  name: string,
  options: OpenOptions,
  limits: Limits,
  budget: Budget,
  depth: number,
): AsyncGenerator<Decoded | DocumentError> {
  const { openArchive } = await import('./formats/archive.ts')
  const archive: Archive = await openArchive(bytes, 'ZIP', { name, limits }, budget)
  const names = archive.names.filter(entry => isDocumentName(entry) && !hidden(entry)).sort((a, b) => (a < b ? -1 : 1))
  if (names.length === 0) throw nothingInside(name)
  for (const entry of names) {
    const inner = `${name}!/${entry}`
    if (depth >= deepest) {
      yield tooDeep(inner)
      continue
    }
    try {
      const content = await archive.read(entry)
      if (content) yield* opened(content, inner, options, limits, budget, depth + 1)
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      yield new DocumentError(error.code, inner, error)
      // A bomb is not taken piece by piece.
      if (error.code === 'over-limit') return
    }
  }
}

/** What systems put into archives beside the files. */
const hidden = (entry: string) => entry.split('/').some(step => step.startsWith('.') || step === '__MACOSX')

async function extracted(id: FormatId, bytes: Uint8Array, options: ReadOptions): Promise<Decoded> {
  const { readApart } = await import('./worker/pool.ts')
  const { mediaType, encoding, pages, text, warnings, ...rest }: Extracted = await readApart(id, bytes, options)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    source: { name: options.name, mediaType, encoding, sha256, pages },
    text,
    ...rest,
    warnings: [...judge(text, options.name), ...warnings],
  }
}

function checked(document: Decoded, options: OpenOptions): Decoded {
  if (options.classified === 'read') return document
  const said = classificationOf(document.text) ?? runningMark(document)
  if (said !== null) throw refusal(said, document.source.name)
  return document
}

/** Some templates put the mark into the running head. */
function runningMark({ asides }: Decoded): string | null {
  for (const { reason, text } of asides) {
    const said = reason === 'running-head' ? classificationOf(text) : null
    if (said !== null) return said
  }
  return null
}

function nothingInside(file: string): DocumentError {
  return new DocumentError('no-texts', file, {
    what: { zh: '压缩包里没有能读的文档', en: 'no document in this archive can be read' },
    todo: { zh: '请确认选对了文件', en: 'make sure that it is the right file' },
  })
}

function tooDeep(file: string): DocumentError {
  return new DocumentError('unsafe', file, {
    what: { zh: `压缩包套了 ${deepest} 层以上`, en: `archives nest deeper than ${deepest}` },
    todo: { zh: '请解开里层的压缩包再读', en: 'unpack the inner archives and read their files' },
  })
}
