/** Files that hold a report but are no plain text, told by their first bytes: named, so that the reader knows what to do. */
import { DocumentError } from './error.ts'

const signatures: { name: string; test: (head: string) => boolean }[] = [
  { name: 'PDF', test: head => head.startsWith('%PDF-') },
  { name: 'Word/OFD/ZIP', test: head => head.startsWith('PK\x03\x04') },
  { name: 'Word 97–2003', test: head => head.startsWith('\xd0\xcf\x11\xe0') },
  { name: 'RTF', test: head => head.startsWith('{\\rtf') },
  {
    name: 'HTML',
    test: head => /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(head),
  },
  { name: 'gzip', test: head => head.startsWith('\x1f\x8b') },
  { name: 'PNG', test: head => head.startsWith('\x89PNG') },
  { name: 'JPEG', test: head => head.startsWith('\xff\xd8\xff') },
]

/** Throws `unsupported` for a document in a format other than plain text and Markdown. */
export function refuseOtherFormats(bytes: Uint8Array, file: string): void {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
  const found = signatures.find(each => each.test(head))
  if (!found) return
  throw new DocumentError('unsupported', file, {
    what: {
      zh: `这是 ${found.name} 文件，目前只读纯文本和 Markdown`,
      en: `a ${found.name} file; only plain text and Markdown are read so far`,
    },
    todo: { zh: '请打开它，把正文另存为 .txt（UTF-8）', en: 'open it and save its text as .txt (UTF-8)' },
  })
}
