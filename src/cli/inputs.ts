/** From the paths of the command line to decoded documents, one after the other; what fails is said and counted. */
import { resolve } from 'node:path'
import {
  type Decoded,
  DocumentError,
  type DocumentErrorCode,
  defaultLimits,
  encodingNamed,
  type Found,
  findDocuments,
  type Limits,
  limitsNamed,
  load,
  loadStream,
  namesSeveral,
  type OpenOptions,
  openDocuments,
  sizeNamed,
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
  limits: {
    type: 'string',
    value: 'NAME=N,…',
    about: {
      zh: '放宽或收紧读文档的上限：expanded（解压后）、ratio、entries、pages、characters、depth、seconds、memory（MB）；也可设 JIEDU_LIMITS',
      en: 'limits for reading a document: expanded, ratio, entries, pages, characters, depth, seconds, memory (MB); also JIEDU_LIMITS',
    },
  },
  classified: {
    type: 'string',
    value: 'refuse|read',
    about: {
      zh: '标有密级的文件：默认拒绝（refuse）；获授权时用 read，也可设 JIEDU_CLASSIFIED',
      en: 'documents with a classification mark: refused by default; read where authorised, also JIEDU_CLASSIFIED',
    },
  },
  lenient: {
    type: 'boolean',
    about: { zh: '文本有损坏（空字符、解不出的字节）也照样读', en: 'read damaged texts (NULs, undecodable bytes) as they stand' },
  },
} satisfies Options

export interface InputOptions extends OpenOptions {
  limits: Limits
}

interface Given {
  encoding: string | undefined
  'max-size': string | undefined
  limits: string | undefined
  classified: string | undefined
  lenient: boolean
}

/** @throws UsageError for an encoding, a size or a limit that makes no sense */
export function inputOptionsOf(values: Given): InputOptions {
  const encoding = values.encoding === undefined ? undefined : encodingNamed(values.encoding)
  if (encoding === null) {
    throw new UsageError(
      { zh: `不认识编码 ${values.encoding}`, en: `unknown encoding ${values.encoding}` },
      { zh: '可用：utf-8、gb18030、gbk、big5、utf-16le、utf-16be', en: 'known: utf-8, gb18030, gbk, big5, utf-16le, utf-16be' },
    )
  }
  const limits = { ...defaultLimits, ...limitsOf(process.env.JIEDU_LIMITS), ...limitsOf(values.limits) }
  if (values['max-size'] !== undefined) limits.bytes = sizeOf(values['max-size'])
  return {
    encoding,
    lenient: values.lenient,
    limits,
    classified: classifiedOf(values.classified ?? process.env.JIEDU_CLASSIFIED),
  }
}

function limitsOf(text: string | undefined): Partial<Limits> {
  const named = limitsNamed(text ?? '')
  if (!('wrong' in named)) return named
  const known = Object.keys(defaultLimits).join(', ')
  throw new UsageError(
    { zh: `看不懂上限 ${named.wrong}`, en: `not a limit: ${named.wrong}` },
    { zh: `写成 pages=5000,seconds=120；可用：${known}`, en: `write pages=5000,seconds=120; known: ${known}` },
  )
}

function classifiedOf(text: string | undefined): 'refuse' | 'read' {
  if (text === undefined || text === '' || text === 'refuse') return 'refuse'
  if (text === 'read') return 'read'
  throw new UsageError(
    { zh: `classified 不能是 ${text}`, en: `classified cannot be ${text}` },
    { zh: '只能是 refuse 或 read', en: 'it is refuse or read' },
  )
}

function sizeOf(text: string): number {
  const size = sizeNamed(text)
  if (size !== null) return size
  throw new UsageError(
    { zh: `看不懂大小 ${text}`, en: `not a size: ${text}` },
    { zh: '写成 500MB、1GB 或字节数', en: 'write 500MB, 1GB or a number of bytes' },
  )
}

/** Whether the arguments ask for a list of documents, however many there turn out to be. */
export function asksForSeveral(paths: string[]): boolean {
  const [path] = paths
  return paths.length > 1 || (path !== undefined && path !== '-' && (namesSeveral(path) || isArchiveName(path)))
}

const isArchiveName = (path: string) => /\.zip$/i.test(path)
/** An archive counts as many: what it holds is known when it is opened. */
const manyInside = 100

/** A document that could not be found, taken or read. */
export interface Failure {
  file: string
  code: DocumentErrorCode
  line: string
}

export interface Inputs {
  /** How many documents there are to read; what archives hold is not known and counts as many. */
  total: number
  /** What has failed so far; complete when `each` has ended. */
  failures: readonly Failure[]
  /** Says on standard error what has failed, a line each. @returns how many */
  finish(): number
  /**
   * What `make` makes of the documents, in order; `bytes` and `path` are the file's, null for a document inside an archive
   * and for standard input. Warnings go to standard error at once, a line each; failures are kept for the end.
   */
  each<T>(make: (document: Decoded, bytes: Uint8Array | null, path: string | null) => T): AsyncIterable<T>
}

/** Finds the documents under the paths; loading and decoding happen one at a time, while they are asked for. */
export async function inputs(paths: string[], options: InputOptions, terminal: Terminal): Promise<Inputs> {
  const found = await findAll(paths)
  const failures: Failure[] = []
  const bar = progress(terminal, found.length)
  const fail = (file: string, error: unknown) => {
    const said = error instanceof DocumentError ? error : defect(error)
    failures.push({ file, code: error instanceof DocumentError ? error.code : 'defect', line: errorLine(file, said, terminal) })
  }
  async function* each<T>(make: (document: Decoded, bytes: Uint8Array | null, path: string | null) => T) {
    for (const one of found) {
      if (one instanceof DocumentError) {
        fail(one.file, one)
        continue
      }
      bar.step(one.name)
      try {
        const piped = one.path === '-'
        const bytes = piped
          ? await loadStream(process.stdin, one.name, options.limits.bytes)
          : await load(one.path, one.name, options.limits.bytes)
        for await (const document of openDocuments(bytes, one.name, options)) {
          if (document instanceof DocumentError) {
            fail(document.file, document)
            continue
          }
          const { name } = document.source
          const own = name === one.name
          bar.clear()
          if (!terminal.quiet) for (const warning of document.warnings) terminal.err(errorLine(name, warning, terminal))
          yield make(document, own ? bytes : null, own && !piped ? one.path : null)
        }
      } catch (error) {
        fail(one.name, error)
      }
    }
    bar.clear()
  }
  const total = found.reduce((sum, one) => sum + (!(one instanceof DocumentError) && isArchiveName(one.path) ? manyInside : 1), 0)
  return {
    total,
    failures,
    each,
    finish() {
      for (const { line } of failures) terminal.err(line)
      return failures.length
    },
  }
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
