/** Bytes from disk or from a stream, never more than the limit. */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { DocumentError, type DocumentErrorCode } from './error.ts'
import type { Words } from './types.ts'

/**
 * The content of a file. A file over the limit is refused by its size, without being read; a pipe or
 * device, whose size is not known, is read up to the limit.
 *
 * @throws DocumentError `not-found`, `unreadable` or `too-large`
 */
export async function load(path: string, name: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const stats = statSync(path)
    if (stats.isDirectory()) throw unreadable('EISDIR', name)
    if (!stats.isFile()) return await loadStream(createReadStream(path), name, maxBytes)
    if (stats.size > maxBytes) throw tooLarge(name, stats.size, maxBytes)
    return readFileSync(path)
  } catch (error) {
    throw error instanceof DocumentError ? error : unreadable((error as NodeJS.ErrnoException).code, name)
  }
}

/** All of a stream (standard input, a pipe) up to the limit. */
export async function loadStream(stream: AsyncIterable<Uint8Array>, name: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(name, null, maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Says why the system would not give a file, by its error code (ENOENT, EACCES …). */
export function unreadable(code: string | undefined, file: string): DocumentError {
  const [kind, what, todo] = reasons[code ?? ''] ?? other(code)
  return new DocumentError(kind, file, { what, todo })
}

const reasons: Record<string, [DocumentErrorCode, Words, Words]> = {
  ENOENT: [
    'not-found',
    { zh: '找不到这个文件或文件夹', en: 'no such file or folder' },
    { zh: '请检查路径；文件名有空格或星号时要加引号', en: 'check the path; quote names with spaces or asterisks' },
  ],
  ENOTDIR: [
    'not-found',
    { zh: '路径中间有一段不是文件夹', en: 'a part of the path is not a folder' },
    { zh: '请检查路径', en: 'check the path' },
  ],
  EACCES: [
    'unreadable',
    { zh: '没有读取权限', en: 'permission denied' },
    { zh: '请修改文件权限，或换有权限的用户', en: 'change its permissions, or run as a user who may read it' },
  ],
  EISDIR: ['unreadable', { zh: '这是文件夹，不是文件', en: 'a folder, not a file' }, { zh: '请给出文件', en: 'give a file' }],
}
reasons.EPERM = reasons.EACCES!

function other(code: string | undefined): [DocumentErrorCode, Words, Words] {
  return [
    'unreadable',
    { zh: `读不出来（${code ?? '原因不明'}）`, en: `cannot be read (${code ?? 'unknown reason'})` },
    { zh: '请检查磁盘和文件', en: 'check the disk and the file' },
  ]
}

function tooLarge(file: string, size: number | null, limit: number): DocumentError {
  const has = size === null ? null : megabytes(size)
  const most = megabytes(limit)
  return new DocumentError('too-large', file, {
    what: {
      zh: has ? `文件太大：${has}，上限 ${most}` : `内容太大：超过上限 ${most}`,
      en: has ? `too large: ${has}, the limit is ${most}` : `too large: more than the limit of ${most}`,
    },
    todo: {
      zh: '请确认这是一篇报告；确实要读，用 --max-size 放宽上限',
      en: 'make sure that it is a report; to read it all the same raise the limit with --max-size',
    },
  })
}

function megabytes(bytes: number): string {
  const mb = bytes / (1024 * 1024)
  return mb >= 0.1 ? `${Math.round(mb * 10) / 10} MB` : `${Math.round(bytes / 102.4) / 10} KB`
}
