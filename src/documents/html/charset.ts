/** The encoding of a page: what its bytes can be, then what it says, then what reads as Chinese. */
import { isUtf8 } from 'node:buffer'
import { detect, encodingNamed } from '../encoding.ts'
import type { Encoding } from '../types.ts'

const declared = [/<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i, /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i]

/** @returns the text without a byte-order mark, and the encoding it was decoded with */
export function pageText(bytes: Uint8Array, named: string | undefined): { text: string; encoding: Encoding } {
  const encoding = (named && encodingNamed(named)) || encodingOf(bytes)
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const found = detect(bytes)
  if (found.bom > 0 || found.encoding.startsWith('utf-16')) return found.encoding
  // A browser that saves a page may write UTF-8 and leave the old declaration in place: the bytes decide.
  if (isUtf8(bytes)) return 'utf-8'
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  for (const pattern of declared) {
    const said = encodingNamed(pattern.exec(head)?.[1] ?? '')
    if (said === 'gb18030' || said === 'big5') return said
  }
  return found.encoding
}
