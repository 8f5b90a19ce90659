/**
 * `jiedu read --ndjson -`: one document a line in, one reading a line out, in order. A line that cannot be read gives an
 * error record in its place, so that an engine which pipes its data through (Spark, Flink, Hadoop Streaming, GNU parallel)
 * loses nothing and does not stop. No more than one document is held at a time.
 */
import { type Decoded, DocumentError, load, openDocuments } from '../../documents/index.ts'
import { read } from '../../read/index.ts'
import type { InputOptions } from '../inputs.ts'
import type { Terminal } from '../terminal.ts'
import { LineError, type Order, orderOf } from './order.ts'
import { type Line, linesOf } from './split.ts'

/** A line holds a document in base64 (a third longer) and a little beside it. */
const longest = (bytes: number) => Math.ceil(bytes * 1.4) + 65_536

/**
 * Filters a stream of lines.
 * @returns the exit code: 0 when the stream was read to its end, whatever its lines held
 */
export async function filterLines(stream: AsyncIterable<Uint8Array>, options: InputOptions, terminal: Terminal): Promise<number> {
  let lines = 0
  let failed = 0
  for await (const line of linesOf(stream, longest(options.limits.bytes))) {
    const record = await recordOf(line, options)
    if (record === null) continue
    lines++
    if ('error' in record) failed++
    await terminal.out(`${oneLine(record)}\n`)
  }
  if (failed > 0 && !terminal.quiet)
    terminal.err(
      terminal.say({
        zh: `${lines} 行中有 ${failed} 行读不了，已作为错误记录输出`,
        en: `${failed} of ${lines} lines could not be read; each is an error record in the output`,
      }),
    )
  return 0
}

/** A reading, or why there is none; null for a blank line. */
async function recordOf(line: Line, options: InputOptions): Promise<object | null> {
  let name: string | null = null
  try {
    if (line.bytes === null) throw tooLong(options.limits.bytes)
    const order = orderOf(line.number === 1 ? withoutMark(line.bytes) : line.bytes)
    if (order === null) return null
    name = order.name
    return read(await documentOf(order, options))
  } catch (error) {
    return { schema: 'jiedu/error@1', error: { line: line.number, ...saidOf(error, name) } }
  }
}

function saidOf(error: unknown, name: string | null) {
  if (error instanceof LineError) {
    const { code, what, todo } = error
    return { name: error.document ?? name, code, what, where: null, todo, message: message(what.en, null, todo.en) }
  }
  if (error instanceof DocumentError) {
    const { code, file, what, where, todo } = error
    return { name: file, code, what, where, todo, message: message(what.en, where?.en ?? null, todo.en) }
  }
  const said = error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 2).join(' ') : String(error)
  const what = { zh: `解读时出错，这是程序的缺陷（${said}）`, en: `a defect of the program (${said})` }
  const todo = { zh: '请把这一行报告给维护者', en: 'please report this line' }
  return { name, code: 'defect', what, where: null, todo, message: message(what.en, null, todo.en) }
}

const message = (...parts: (string | null)[]) => parts.filter(part => part !== null).join('; ')

/** A text given as a string went through somebody's decoder already; the checks of a file hold for it all the same. */
async function documentOf(order: Order, options: InputOptions): Promise<Decoded> {
  const { name } = order
  const encoding = 'text' in order ? 'utf-8' : order.encoding
  const bytes =
    'text' in order
      ? Buffer.from(order.text, 'utf8')
      : 'path' in order
        ? await load(order.path, name, options.limits.bytes)
        : order.bytes
  let only: Decoded | null = null
  for await (const document of openDocuments(bytes, name, encoding ? { ...options, encoding } : options)) {
    if (document instanceof DocumentError) throw document
    if (only !== null) throw several(name)
    only = document
  }
  if (only === null) throw several(name)
  return only
}

function several(name: string): LineError {
  return new LineError(
    'several',
    name,
    { zh: '压缩包里不止一篇文档', en: 'the archive holds more than one document' },
    { zh: '请解开后一行给一篇', en: 'unpack it and give one document a line' },
  )
}

function tooLong(bytes: number): LineError {
  return new LineError(
    'too-large',
    null,
    { zh: `这一行太长，超过上限 ${longest(bytes)} 字节`, en: `the line is longer than the limit of ${longest(bytes)} bytes` },
    { zh: '请给 path，或用 --max-size 放宽上限', en: 'give a path, or raise the limit with --max-size' },
  )
}

const withoutMark = (bytes: Buffer) => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes)

/** Some readers of lines also break at these, which JSON leaves as they are. */
const otherLineEnds = /[\u0085\u2028\u2029]/g

function oneLine(record: object): string {
  return JSON.stringify(record).replace(otherLineEnds, end => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
