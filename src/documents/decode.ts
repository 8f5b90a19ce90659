import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { detect } from './encoding.ts'
import { DocumentError, place } from './error.ts'
import { refuseOtherFormats } from './formats/detect.ts'
import { binary, judge, longLines, refuseBinary } from './prose.ts'
import type { Decoded, DecodeOptions, Encoding, Repair, Warning } from './types.ts'

/**
 * Decodes a plain text or Markdown document.
 *
 * The text is kept as it is stored, line ends included; only a byte-order mark is left out, so offsets
 * into `text` are offsets into the stored text. Bytes that mean nothing in the encoding become U+FFFD
 * and are listed in `repairs`.
 *
 * @param bytes the document's content
 * @param name its file name, which goes into `source.name` and tells Markdown from plain text
 * @returns the text, what is known of its source, and warnings about what was noticed
 * @throws DocumentError `empty`, `binary`, `unsupported`, `not-chinese` or `damaged`
 */
export function decode(bytes: Uint8Array, name: string, options: DecodeOptions = {}): Decoded {
  refuseOtherFormats(bytes, name)
  const found = detect(bytes)
  const encoding = options.encoding ?? found.encoding
  if (!encoding.startsWith('utf-16')) refuseBinary(bytes, name)
  const { text, intact } = decoded(bytes.subarray(encoding === found.encoding ? found.bom : 0), encoding, name)
  const damage = [...replaced(text, intact, encoding, bytes, name, options), ...nuls(text, name, options)]
  const warnings = [...judge(text, name), ...damage, ...longLines(text)]
  if (!options.encoding && !found.sure) warnings.push(unsure(encoding))
  return {
    source: {
      name,
      mediaType: /\.(md|markdown)$/i.test(name) ? 'text/markdown' : 'text/plain',
      encoding,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      pages: null,
    },
    text,
    repairs: replacements(text),
    map: [],
    metadata: {},
    tables: [],
    asides: [],
    headings: [],
    warnings,
  }
}

/** The text, and whether every byte of it meant something. */
function decoded(bytes: Uint8Array, encoding: Encoding, file: string): { text: string; intact: boolean } {
  try {
    // Quicker to start than a TextDecoder, and the common case.
    if (encoding === 'utf-8' && isUtf8(bytes))
      return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'), intact: true }
  } catch (error) {
    throw tooLong(error, file)
  }
  const decodeWith = (fatal: boolean) => new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes)
  try {
    return { text: decodeWith(true), intact: true }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw tooLong(error, file)
  }
  return { text: decodeWith(false), intact: false }
}

function tooLong(error: unknown, file: string): unknown {
  if (!/string longer|Invalid string length/i.test(String(error))) return error
  return new DocumentError('too-large', file, {
    what: { zh: '文本太长，超过了一次能处理的长度', en: 'the text is longer than can be held at once' },
    todo: { zh: '请拆成几个文件', en: 'split it into several files' },
  })
}

/** Judges U+FFFD: characters lost before (warning), the last one cut in half (warning), bytes lost here (error). */
function* replaced(
  text: string,
  intact: boolean,
  encoding: Encoding,
  bytes: Uint8Array,
  file: string,
  options: DecodeOptions,
): Iterable<Warning> {
  const first = text.indexOf('\uFFFD')
  if (first === -1) return
  const count = occurrences(text, '\uFFFD')
  const where = place(text, first)
  if (intact) {
    yield {
      code: 'replaced-character',
      where,
      what: {
        zh: `有 ${count} 个字在存盘前已变成“\uFFFD”`,
        en: `${count} character(s) had already become U+FFFD when the file was saved`,
      },
      todo: { zh: '请对照原文补上', en: 'compare with the original' },
    }
    return
  }
  if (/^\uFFFD{1,3}$/.test(text.slice(first))) {
    yield {
      code: 'cut-off',
      where,
      what: { zh: '文件末尾的字被截断', en: 'the last character is cut in half' },
      todo: { zh: '请检查文件是否完整', en: 'check that the file is complete' },
    }
    return
  }
  const surrogate = loneSurrogates(bytes, encoding)
  const what = surrogate
    ? {
        zh: `文本已损坏：含孤立的代理项字符，共 ${count} 处无法解码`,
        en: `damaged text: lone surrogates, ${count} place(s) cannot be decoded`,
      }
    : { zh: `文本已损坏：${count} 处字节不是有效的 ${encoding}`, en: `damaged text: ${count} place(s) are not valid ${encoding}` }
  yield damaged(file, where, what, options, {
    zh: '请重新导出文件，或用 --encoding 指定编码',
    en: 'export it again, or name its encoding with --encoding',
  })
}

function* nuls(text: string, file: string, options: DecodeOptions): Iterable<Warning> {
  const first = text.indexOf('\0')
  if (first === -1) return
  const count = occurrences(text, '\0')
  if (count > 8 && count / text.length > 0.001) throw binary(file)
  const what = { zh: `文本已损坏：含 ${count} 个空字符（NUL）`, en: `damaged text: ${count} NUL character(s)` }
  yield damaged(file, place(text, first), what, options, {
    zh: '请删去这些字符或重新导出',
    en: 'remove them or export the file again',
  })
}

/** Throws `damaged`, or with `lenient` gives the same as a warning. */
function damaged(
  file: string,
  where: Warning['where'],
  what: Warning['what'],
  options: DecodeOptions,
  todo: Warning['todo'],
): Warning {
  if (!options.lenient) {
    const anyway = { zh: `${todo.zh}；要照样解读，加 --lenient`, en: `${todo.en}; to read it as it stands add --lenient` }
    throw new DocumentError('damaged', file, { what, where, todo: anyway })
  }
  return { code: 'damaged', where, what, todo }
}

/** A lone surrogate in UTF-16, or one written as three bytes as if it were a character of UTF-8. */
function loneSurrogates(bytes: Uint8Array, encoding: Encoding): boolean {
  if (encoding === 'utf-8') return bytes.some((byte, i) => byte === 0xed && (bytes[i + 1] ?? 0) >= 0xa0)
  // Any other unit of UTF-16 can be decoded.
  return encoding.startsWith('utf-16') && bytes.length % 2 === 0
}

function replacements(text: string): Repair[] {
  const repairs: Repair[] = []
  for (const match of text.matchAll(/\uFFFD+/g)) {
    repairs.push({
      kind: 'replaced-character',
      start: match.index,
      end: match.index + match[0].length,
      note: '此处原有的字无法还原 (what stood here cannot be recovered)',
    })
  }
  return repairs
}

function unsure(encoding: Encoding): Warning {
  return {
    code: 'unsure-encoding',
    where: null,
    what: { zh: `编码是猜的：${encoding}`, en: `the encoding is a guess: ${encoding}` },
    todo: { zh: '如有乱码，请用 --encoding 指定', en: 'if it is garbled, name it with --encoding' },
  }
}

function occurrences(text: string, char: string): number {
  let count = 0
  for (let at = text.indexOf(char); at !== -1; at = text.indexOf(char, at + 1)) count++
  return count
}
