/** What a line of the filter asks for: a document by its text, its bytes or its path. */
import { encodingNamed } from '../../documents/index.ts'
import type { Encoding, Words } from '../../documents/types.ts'

export type Order =
  | { name: string; text: string }
  | { name: string; bytes: Uint8Array; encoding: Encoding | undefined }
  | { name: string; path: string; encoding: Encoding | undefined }

/** Why a line cannot be taken. */
export class LineError extends Error {
  readonly code: string
  readonly document: string | null
  readonly what: Words
  readonly todo: Words

  constructor(code: string, document: string | null, what: Words, todo: Words) {
    super(what.en)
    this.code = code
    this.document = document
    this.what = what
    this.todo = todo
  }
}

const shape: Words = {
  zh: '一行写一个 JSON：{"name":"…","text":"…"}，或用 base64、path 代替 text，或只写带引号的正文',
  en: 'write one JSON value a line: {"name":"…","text":"…"}, with base64 or path for text, or the text alone in quotes',
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads a line.
 * @returns null for a blank line
 * @throws LineError
 */
export function orderOf(bytes: Buffer): Order | null {
  const line = textOf(bytes).trim()
  if (line === '') return null
  const value = parsed(line)
  if (typeof value === 'string') return { name: unnamed, text: value }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new LineError(
      'bad-line',
      null,
      { zh: '这一行不是 JSON 对象，也不是字符串', en: 'neither a JSON object nor a string' },
      shape,
    )
  return fromFields(value as Record<string, unknown>)
}

/** The name of a document that was given none. */
const unnamed = 'stdin'

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new LineError(
      'bad-encoding',
      null,
      { zh: '这一行不是 UTF-8', en: 'the line is not UTF-8' },
      { zh: '其他编码的文档用 base64 传', en: 'give documents of other encodings as base64' },
    )
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    const said = (error as Error).message.slice(0, 120)
    throw new LineError('bad-json', null, { zh: `这一行不是 JSON（${said}）`, en: `the line is not JSON (${said})` }, shape)
  }
}

function fromFields(fields: Record<string, unknown>): Order {
  const name = typeof fields.name === 'string' ? fields.name : null
  for (const field of ['name', 'text', 'base64', 'path', 'encoding'])
    if (fields[field] != null && typeof fields[field] !== 'string')
      throw new LineError('bad-line', name, { zh: `${field} 应是字符串`, en: `${field} must be a string` }, shape)
  const given = (['text', 'base64', 'path'] as const).filter(field => fields[field] != null)
  if (given.length !== 1)
    throw new LineError(
      'bad-line',
      name,
      given.length === 0
        ? { zh: '没有 text、base64 或 path', en: 'no text, base64 or path' }
        : { zh: `${given.join('、')} 只能有一个`, en: `only one of ${given.join(', ')} may be given` },
      shape,
    )
  const content = fields[given[0]!] as string
  if (given[0] === 'text') return { name: name ?? unnamed, text: content }
  const encoding = encodingOf(fields.encoding as string | null | undefined, name)
  if (given[0] === 'path') return { name: name ?? content, path: content, encoding }
  return { name: name ?? unnamed, bytes: bytesOf(content, name), encoding }
}

function encodingOf(said: string | null | undefined, name: string | null): Encoding | undefined {
  if (said == null) return undefined
  const encoding = encodingNamed(said)
  if (encoding !== null) return encoding
  throw new LineError(
    'bad-line',
    name,
    { zh: `不认识编码 ${said}`, en: `unknown encoding ${said}` },
    { zh: '可用：utf-8、gb18030、gbk、big5、utf-16le、utf-16be', en: 'known: utf-8, gb18030, gbk, big5, utf-16le, utf-16be' },
  )
}

function bytesOf(base64: string, name: string | null): Uint8Array {
  // Buffer takes anything for base64 and drops what it does not know.
  if (/^[A-Za-z0-9+/_-]*={0,2}$/.test(base64)) return Buffer.from(base64, 'base64')
  throw new LineError(
    'bad-line',
    name,
    { zh: 'base64 里有不该有的字符', en: 'base64 holds characters that it cannot' },
    { zh: '按 RFC 4648 编码，中间不换行', en: 'encode by RFC 4648, without line breaks' },
  )
}
