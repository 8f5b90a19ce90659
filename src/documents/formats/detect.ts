/** What a file is, told by its content; its ending is never asked. */
import { DocumentError } from '../error.ts'
import type { Archive } from './archive.ts'
import type { FormatId } from './types.ts'

/** `container` is a zip: its entries say what it is. `ole` is the container of Office before 2007. */
export type Detected =
  | { kind: 'text' }
  | { kind: 'container' }
  | { kind: 'format'; id: Exclude<FormatId, 'docx' | 'ofd'>; name: string }
  | { kind: 'other'; name: string }

/** Formats that are known and not read. */
const others: { name: string; test: (head: string) => boolean }[] = [
  { name: 'RTF', test: head => head.startsWith('{\\rtf') },
  { name: 'Word XML', test: head => /^\s*<\?xml[\s\S]{0,400}progid="Word\.Document"/.test(head) },
  { name: 'MHTML', test: head => /^(?:From:.*\r?\n|Subject:.*\r?\n|Date:.*\r?\n)*MIME-Version:/i.test(head) },
  { name: 'gzip', test: head => head.startsWith('\x1f\x8b') },
  { name: 'RAR', test: head => head.startsWith('Rar!\x1a\x07') },
  { name: '7-Zip', test: head => head.startsWith('7z\xbc\xaf\x27\x1c') },
  { name: 'PNG', test: head => head.startsWith('\x89PNG') },
  { name: 'JPEG', test: head => head.startsWith('\xff\xd8\xff') },
  { name: 'TIFF', test: head => head.startsWith('II*\0') || head.startsWith('MM\0*') },
  { name: 'CEB', test: head => head.startsWith('Founder CEB') },
]

const page = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b/i

export function detectFormat(bytes: Uint8Array): Detected {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06') || head.startsWith('PK\x07\x08'))
    return { kind: 'container' }
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { kind: 'format', id: 'doc', name: 'Word 97–2003' }
  // Readers of PDF look for the mark in the first kilobyte; some captures put a line before it.
  if (/^[\s\S]{0,1024}%PDF-\d/.test(head)) return { kind: 'format', id: 'pdf', name: 'PDF' }
  const other = others.find(each => each.test(head))
  if (other) return { kind: 'other', name: other.name }
  // UTF-16 pages have a NUL beside each letter of their tags.
  const plain = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff') ? head.slice(2).replaceAll('\0', '') : head
  return page.test(plain) ? { kind: 'format', id: 'html', name: 'HTML' } : { kind: 'text' }
}

/** What to call a zip container that cannot be opened. */
export function containerName(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536)).toString('latin1')
  if (/word\/|\[Content_Types\]\.xml/.test(head)) return 'Word'
  if (/OFD\.xml|Doc_0\//.test(head)) return 'OFD'
  return 'Word/OFD/ZIP'
}

/** What a zip container holds: one document, or files that are documents of their own. */
export function inside(archive: Archive): { id: 'docx' | 'ofd' } | { id: 'zip' } | { id: 'other'; name: string } {
  if (archive.has('OFD.xml')) return { id: 'ofd' }
  if (archive.has('[Content_Types].xml') || archive.has('_rels/.rels')) return { id: 'docx' }
  if (archive.has('mimetype') && archive.has('META-INF/manifest.xml')) return { id: 'other', name: 'OpenDocument' }
  if (archive.has('mimetype') && archive.has('META-INF/container.xml')) return { id: 'other', name: 'EPUB' }
  return { id: 'zip' }
}

/** A format that is known and not read. */
export function unsupported(name: string, file: string): DocumentError {
  return new DocumentError('unsupported', file, {
    what: { zh: `这是 ${name} 文件，不读这种格式`, en: `a ${name} file, which is not read` },
    todo: {
      zh: '请打开它，另存为 .docx、.pdf 或 .txt（UTF-8）再读',
      en: 'open it, save it as .docx, .pdf or .txt (UTF-8) and read that',
    },
  })
}

/** For what takes plain text alone. @throws DocumentError `unsupported` */
export function refuseOtherFormats(bytes: Uint8Array, file: string): void {
  const found = detectFormat(bytes)
  if (found.kind === 'text') return
  const name = found.kind === 'container' ? containerName(bytes) : found.name
  throw new DocumentError('unsupported', file, {
    what: { zh: `这是 ${name} 文件，不是纯文本`, en: `a ${name} file, no plain text` },
    todo: { zh: '请打开它，把正文另存为 .txt（UTF-8）', en: 'open it and save its text as .txt (UTF-8)' },
  })
}
