/** From the paths of the command line to decoded documents, one after the other; what fails is said and counted. */
import { resolve } from 'node:path'
import {
  type Decoded,
  type DecodeOptions,
  DocumentError,
  decode,
  defaultMaxBytes,
  encodingNamed,
  type Found,
  findDocuments,
  load,
  loadStream,
  namesSeveral,
  type Warning,
} from '../documents/index.ts'
import { type Options, UsageError } from './command.ts'
import { progress } from './progress.ts'
import type { Terminal } from './terminal.ts'

/** Options of every command that takes documents. */
export const inputOptions = {
  encoding: {
    type: 'string',
    value: 'NAME',
    about: {
      zh: '按此编码读：utf-8、gb18030（gbk）、big5、utf-16le、utf-16be；默认自动识别',
      en: 'read as utf-8, gb18030 (gbk), big5, utf-16le or utf-16be; default: found out',
    },
  },
  'max-size': {
    type: 'string',
    value: 'SIZE',
    about: { zh: '单个文件上限，如 500MB；默认 100MB', en: 'largest file taken, e.g. 500MB; default 100MB' },
  },
  lenient: {
    type: 'boolean',
    about: { zh: '文本有损坏（空字符、解不出的字节）也照样读', en: 'read damaged texts (NULs, undecodable bytes) as they stand' },
  },
} satisfies Options

export interface InputOptions extends DecodeOptions {
  maxBytes: number
}

/** @throws UsageError for an encoding or a size that makes no sense */
export function inputOptionsOf(values: {
  encoding: string | undefined
  'max-size': string | undefined
  lenient: boolean
}): InputOptions {
  const encoding = values.encoding === undefined ? undefined : encodingNamed(values.encoding)
  if (encoding === null) {
    throw new UsageError(
      { zh: `不认识编码 ${values.encoding}`, en: `unknown encoding ${values.encoding}` },
      { zh: '可用：utf-8、gb18030、gbk、big5、utf-16le、utf-16be', en: 'known: utf-8, gb18030, gbk, big5, utf-16le, utf-16be' },
    )
  }
  return { encoding, lenient: values.lenient, maxBytes: sizeOf(values['max-size']) }
}

function sizeOf(text: string | undefined): number {
  if (text === undefined) return defaultMaxBytes
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*([kmg]?)i?b?$/i.exec(text.trim()) ?? []
  const size = Number(number) * 1024 ** ' kmg'.indexOf(unit?.toLowerCase() || ' ')
  if (size >= 1) return Math.floor(size)
  throw new UsageError(
    { zh: `看不懂大小 ${text}`, en: `not a size: ${text}` },
    { zh: '写成 500MB、1GB 或字节数', en: 'write 500MB, 1GB or a number of bytes' },
  )
}

/** Whether the arguments ask for a list of documents, however many there turn out to be. */
export function asksForSeveral(paths: string[]): boolean {
  return paths.length > 1 || (paths[0] !== undefined && paths[0] !== '-' && namesSeveral(paths[0]))
}

export interface Inputs {
  /** How many documents there are to read. */
  total: number
  /** How many could not be found or taken so far; complete when `each` has ended. */
  failed(): number
  /** What `make` makes of the documents, in order. Errors and warnings go to standard error, one line each. */
  each<T>(make: (document: Decoded) => T): AsyncIterable<T>
}

/** Finds the documents under the paths; loading and decoding happen one at a time, while they are asked for. */
export async function inputs(paths: string[], options: InputOptions, terminal: Terminal): Promise<Inputs> {
  const found = await findAll(paths)
  let failed = 0
  const bar = progress(terminal, found.length)
  const fail = (name: string, error: unknown) => {
    failed++
    bar.clear()
    terminal.err(errorLine(name, error instanceof DocumentError ? error : defect(error), terminal))
  }
  async function* each<T>(make: (document: Decoded) => T) {
    for (const one of found) {
      if (one instanceof DocumentError) {
        fail(one.file, one)
        continue
      }
      bar.step(one.name)
      try {
        const bytes =
          one.path === '-'
            ? await loadStream(process.stdin, one.name, options.maxBytes)
            : await load(one.path, one.name, options.maxBytes)
        const document = decode(bytes, one.name, options)
        bar.clear()
        if (!terminal.quiet) for (const warning of document.warnings) terminal.err(errorLine(one.name, warning, terminal))
        yield make(document)
      } catch (error) {
        fail(one.name, error)
      }
    }
    bar.clear()
  }
  return { total: found.length, failed: () => failed, each }
}

/** Nothing in a text may stop the reading; should it happen all the same, the other files are still done. */
function defect(error: unknown): Pick<Warning, 'what' | 'where' | 'todo'> {
  const said = error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 2).join(' ') : String(error)
  return {
    what: { zh: `解读时出错，这是程序的缺陷（${said}）`, en: `a defect of the program (${said})` },
    where: null,
    todo: { zh: '请把文件和这行字报告给维护者', en: 'please report this line and the file' },
  }
}

async function findAll(paths: string[]): Promise<(Found | DocumentError)[]> {
  const all: (Found | DocumentError)[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    for (const one of path === '-' ? [{ path, name: 'stdin' }] : await findDocuments(path)) {
      const key = one instanceof DocumentError ? `!${one.file}` : one.path === '-' ? '-' : resolve(one.path)
      // The same file by its name and by its folder is read once.
      if (!seen.has(key)) all.push(one)
      seen.add(key)
    }
  }
  return all
}

/** `file: what; where; what to do`, on one line. */
function errorLine(file: string, said: Pick<Warning, 'what' | 'where' | 'todo'>, terminal: Terminal): string {
  const parts = [said.what, said.where, said.todo].filter(part => part !== null).map(part => terminal.say(part))
  return `${file}: ${parts.join(terminal.language === 'zh' ? '；' : '; ')}`.replace(/[\r\n]+/g, ' ')
}
