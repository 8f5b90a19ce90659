/** The file that keeps a unit: a header that says what is in it, then the rows of its tables, each part in one piece. */
import { closeSync, openSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs'
import type { DocumentRecord, FailureRecord, FileRecord } from './records.ts'

/** Rows of one table for one level and year, as CSV without a head. */
export interface Section {
  table: string
  level: string
  year: number | null
  rows: number
  /** Length in bytes. */
  length: number
}

export interface UnitHeader {
  format: 'jiedu/unit@1'
  files: FileRecord[]
  documents: DocumentRecord[]
  failures: FailureRecord[]
  /** Ids of the indicators that occur, in rising order. */
  indicators: string[]
  sections: Section[]
  /** Length of the sketches, which follow the sections, in bytes. */
  sketches: number
}

/** Length of the header's length, in digits. */
const lead = 12

/** A unit as bytes. */
export function packed(
  header: Omit<UnitHeader, 'format' | 'sections' | 'sketches'>,
  sections: { table: string; level: string; year: number | null; rows: number; text: string }[],
  sketches: readonly Uint32Array[],
): Uint8Array<ArrayBuffer> {
  const lengths = sections.map(({ text }) => Buffer.byteLength(text))
  const words = sketches.reduce((sum, sketch) => sum + sketch.length, 0)
  const whole: UnitHeader = {
    format: 'jiedu/unit@1',
    ...header,
    sections: sections.map(({ table, level, year, rows }, i) => ({ table, level, year, rows, length: lengths[i]! })),
    sketches: words * 4,
  }
  const head = Buffer.from(JSON.stringify(whole))
  const bytes = Buffer.alloc(lead + head.length + lengths.reduce((sum, length) => sum + length, 0) + words * 4)
  bytes.write(String(head.length).padStart(lead, '0'), 'latin1')
  head.copy(bytes, lead)
  let at = lead + head.length
  for (const [i, { text }] of sections.entries()) {
    bytes.write(text, at, 'utf8')
    at += lengths[i]!
  }
  for (const sketch of sketches) {
    for (const hash of sketch) {
      bytes.writeUInt32LE(hash, at)
      at += 4
    }
  }
  return bytes
}

/** Several units as one, in their order: the same bytes as if all their files had been read at one go. */
export function joined(units: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const header = {
    files: [] as FileRecord[],
    documents: [] as DocumentRecord[],
    failures: [] as FailureRecord[],
    indicators: [] as string[],
  }
  const sections = new Map<string, { table: string; level: string; year: number | null; rows: number; text: string }>()
  const sketches: Uint32Array[] = []
  for (const unit of units) {
    const bytes = Buffer.from(unit.buffer, unit.byteOffset, unit.length)
    const length = Number(bytes.toString('latin1', 0, lead))
    const own: UnitHeader = JSON.parse(bytes.toString('utf8', lead, lead + length))
    header.files.push(...own.files)
    header.documents.push(...own.documents)
    header.failures.push(...own.failures)
    header.indicators = [...new Set([...header.indicators, ...own.indicators])].sort()
    let at = lead + length
    for (const { table, level, year, rows, length } of own.sections) {
      const key = `${table} ${level} ${year}`
      const section = sections.get(key) ?? { table, level, year, rows: 0, text: '' }
      section.text += bytes.toString('utf8', at, at + length)
      section.rows += rows
      sections.set(key, section)
      at += length
    }
    for (const { sketch } of own.documents) {
      const start = at
      sketches.push(Uint32Array.from({ length: sketch }, (_, i) => bytes.readUInt32LE(start + 4 * i)))
      at += 4 * sketch
    }
  }
  return packed(header, [...sections.values()], sketches)
}

/** Writes a unit so that it is there whole or not at all, whenever the program is killed. */
export function keep(path: string, bytes: Uint8Array): void {
  writeFileSync(`${path}.part`, bytes)
  renameSync(`${path}.part`, path)
}

export interface KeptUnit extends UnitHeader {
  path: string
  /** Where the first section begins. */
  start: number
}

/** A unit's header; null where there is no such file, or not all of it. */
export function kept(path: string): KeptUnit | null {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size < lead) return null
  const length = Number(bytesAt(path, 0, lead).toString('latin1'))
  if (!Number.isInteger(length) || lead + length > size) return null
  const header = parsed(bytesAt(path, lead, length).toString('utf8'))
  const whole = header && lead + length + header.sketches + header.sections.reduce((sum, each) => sum + each.length, 0)
  return header?.format === 'jiedu/unit@1' && whole === size ? { ...header, path, start: lead + length } : null
}

function parsed(text: string): UnitHeader | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The sketches of a unit's documents, in their order. */
export function sketchesOf(unit: KeptUnit): Uint32Array[] {
  let at = 0
  const bytes = bytesAt(unit.path, unit.start + unit.sections.reduce((sum, each) => sum + each.length, 0), unit.sketches)
  return unit.documents.map(({ sketch }) =>
    Uint32Array.from({ length: sketch }, () => {
      at += 4
      return bytes.readUInt32LE(at - 4)
    }),
  )
}

/** Bytes of a file. @throws where there are not as many */
export function bytesAt(path: string, start: number, length: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.allocUnsafe(length)
    for (let got = 0; got < length; ) {
      const more = readSync(file, bytes, got, length - got, start + got)
      if (more === 0) throw new Error(`${path} ends before ${start + length}`)
      got += more
    }
    return bytes
  } finally {
    closeSync(file)
  }
}
