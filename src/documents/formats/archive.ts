/**
 * Zip containers from strangers: names checked, sizes bounded before and while expanding, checksums compared.
 * yauzl reads the central directory and refuses entries that overlap or expand to another size than they declare.
 */
import { isUtf8 } from 'node:buffer'
import { inflateRawSync } from 'node:zlib'
import { type Entry, fromBuffer, type ZipFile, type ZipFileOptions } from 'yauzl'
import { DocumentError } from '../error.ts'
import { damaged, encrypted, overLimit } from './errors.ts'
import type { ReadOptions } from './types.ts'

/** Bytes that all entries of a document, archives inside it included, may still expand to. */
export interface Budget {
  expanded: number
  entries: number
}

export interface Archive {
  /** Names with forward slashes, folders left out, in the order of the archive. */
  names: string[]
  has(name: string): boolean
  /** The entry's content, null where there is none of this name. @throws DocumentError */
  read(name: string): Promise<Uint8Array | null>
}

/** Entries smaller than this may expand by any ratio: a page of spaces is no bomb. */
const smallEntry = 4 * 1024 * 1024

/**
 * Opens a zip container.
 * @param format what to call it in messages: `Word`, `OFD`, `ZIP`
 * @throws DocumentError `damaged`, `encrypted`, `unsafe` (a name that leads out of the archive) or `over-limit`
 */
export async function openArchive(
  bytes: Uint8Array,
  format: string,
  options: ReadOptions,
  budget: Budget = { expanded: options.limits.expanded, entries: options.limits.entries },
): Promise<Archive> {
  const { name: file } = options
  const { zip, entries } = await listed(bytes, format, options, budget)
  return {
    names: [...entries.keys()],
    has: name => entries.has(name),
    async read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      if (entry.isEncrypted()) throw encrypted(file, format)
      const size = entry.uncompressedSize
      if (size > smallEntry && size > entry.compressedSize * options.limits.ratio)
        throw overLimit(file, 'ratio', options.limits.ratio)
      if (size > budget.expanded) throw overLimit(file, 'expanded', options.limits.expanded)
      budget.expanded -= size
      const content = await expand(zip, entry).catch((error: Error) => {
        throw damaged(file, format, { zh: `${name} 解压失败`, en: `${name} does not expand (${error.message})` })
      })
      if (crc32(content) !== entry.crc32)
        throw damaged(file, format, { zh: `${name} 校验和不符`, en: `the checksum of ${name} differs` })
      return content
    },
  }
}

interface Listed {
  zip: ZipFile
  entries: Map<string, Entry>
}

function listed(bytes: Uint8Array, format: string, options: ReadOptions, budget: Budget): Promise<Listed> {
  const { name: file, limits } = options
  return new Promise((resolve, reject) => {
    const fail = (error: Error) =>
      reject(
        error instanceof DocumentError
          ? error
          : damaged(file, format, {
              zh: '压缩包目录读不出来，文件可能不完整',
              en: `its directory cannot be read, it may be cut off (${error.message})`,
            }),
      )
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    fromBuffer(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true }, (error, zip) => {
      if (error) return fail(error)
      const entries = new Map<string, Entry>()
      zip.on('error', fail)
      zip.on('end', () => resolve({ zip, entries }))
      zip.on('entry', (entry: Entry) => {
        try {
          if (--budget.entries < 0) throw overLimit(file, 'entries', limits.entries)
          const name = nameOf(entry)
          if (leadsOut(name)) throw unsafe(file, name)
          if (!name.endsWith('/') && !entries.has(name)) entries.set(name, entry)
          zip.readEntry()
        } catch (thrown) {
          fail(thrown as Error)
        }
      })
      // A directory said to lie beyond the end is an error that is thrown at once.
      try {
        zip.readEntry()
      } catch (thrown) {
        fail(thrown as Error)
      }
    })
  })
}

/** Names are UTF-8 where marked so or valid as such; else GB18030, which is what Chinese systems write. */
function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer
  const extra = entry.extraFields.find(field => field.id === 0x7075)
  const unicode = extra && extra.data.length > 5 ? extra.data.subarray(5) : raw
  const name = isUtf8(unicode) ? unicode.toString('utf8') : new TextDecoder('gb18030').decode(unicode)
  return name.replaceAll('\\', '/')
}

function leadsOut(name: string): boolean {
  return name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\0') || name.split('/').includes('..')
}

function unsafe(file: string, name: string): DocumentError {
  return new DocumentError('unsafe', file, {
    what: {
      zh: `压缩包里的路径 ${name} 指向包外，不安全`,
      en: `the entry ${name} leads out of the archive, which is unsafe`,
    },
    todo: {
      zh: '请确认来源；自己解压后再读里面的文件',
      en: 'make sure where it comes from; unpack it yourself and read its files',
    },
  })
}

/** The bytes come packed and are expanded here: a damaged entry would leave yauzl's own stream without an end. */
async function expand(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const packed = await packedBytes(zip, entry)
  const size = entry.uncompressedSize
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new Error(`method ${entry.compressionMethod}`)
  const content = entry.compressionMethod === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  if (content.length !== size) throw new Error(`${content.length} bytes instead of ${size}`)
  return content
}

function packedBytes(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = entry.compressionMethod === 8 ? { decompress: false } : {}
    zip.openReadStream(entry, options as ZipFileOptions, (error, stream) => {
      if (error) return reject(error)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    })
  })
}

let table: Int32Array | null = null

/** CRC-32 of zip (ISO 3309); the one of node:zlib came after the oldest Node that is supported. */
function crc32(bytes: Uint8Array): number {
  table ??= Int32Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
    return c
  })
  let crc = -1
  for (const byte of bytes) crc = table[(crc ^ byte) & 255]! ^ (crc >>> 8)
  return (crc ^ -1) >>> 0
}
