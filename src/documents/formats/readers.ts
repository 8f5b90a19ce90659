/** The readers, each loaded when a document of its format comes. */
import { unsupported } from './detect.ts'
import type { FormatId, FormatReader } from './types.ts'

const readers: Partial<Record<FormatId, () => Promise<FormatReader>>> = {
  html: async () => (await import('../html/index.ts')).html,
  doc: async () => (await import('../doc/index.ts')).doc,
  docx: async () => (await import('../docx/index.ts')).docx,
  pdf: async () => (await import('../pdf/index.ts')).pdf,
  ofd: async () => (await import('../ofd/index.ts')).ofd,
}

/** @throws DocumentError `unsupported` */
export async function readerOf(id: FormatId, file: string): Promise<FormatReader> {
  const load = readers[id]
  if (!load) throw unsupported(id.toUpperCase(), file)
  return load()
}
