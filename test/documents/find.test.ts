/** Finding and loading: files, folders and globs, in a fixed order, each failure with its reason. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DocumentError, findDocuments, load, loadStream, namesSeveral } from '../../src/documents/index.ts'

let folder: string
const at = (...parts: string[]) => join(folder, ...parts)
const names = async (path: string) =>
  (await findDocuments(path)).map(each => (each instanceof DocumentError ? each.code : each.name))
const codeOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => null,
    reason => reason,
  )
  return error instanceof DocumentError ? error.code : error
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiedu-find-'))
  mkdirSync(at('省', '市'), { recursive: true })
  mkdirSync(at('.hidden'))
  mkdirSync(at('empty'))
  for (const name of [
    'b.txt',
    'a.md',
    'c.pdf',
    '省/2021.txt',
    '省/市/2020.TXT',
    '.hidden/x.txt',
    '.y.txt',
    'odd[1].txt',
    'picture.png',
  ])
    writeFileSync(at(name), name)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('finding', () => {
  it('all documents of a folder and its folders, sorted, hidden ones left out', async () => {
    expect(await names(folder)).toEqual(['a.md', 'b.txt', 'c.pdf', 'odd[1].txt', '省/2021.txt', '省/市/2020.TXT'])
  })
  it('a file by its name, whatever its ending', async () => {
    expect(await names(at('c.pdf'))).toEqual(['c.pdf'])
  })
  it('what a glob matches', async () => {
    expect(await names(at('*.txt'))).toEqual(['b.txt', 'odd[1].txt'])
    expect(await names(at('**/20*.{txt,TXT}'))).toEqual(['2021.txt', '2020.TXT'])
  })
  it('a file that looks like a glob', async () => {
    expect(await names(at('odd[1].txt'))).toEqual(['odd[1].txt'])
  })
  it('nothing, and says why', async () => {
    expect(await names(at('none.txt'))).toEqual(['not-found'])
    expect(await names(at('*.docx'))).toEqual(['no-match'])
    expect(await names(at('empty'))).toEqual(['no-texts'])
    expect(await names(at('b.txt', 'c.txt'))).toEqual(['not-found'])
  })
  it('does not run in circles', async () => {
    symlinkSync(folder, at('empty', 'loop'))
    expect(await names(at('empty'))).toEqual(['no-texts'])
  })
  it('tells one document from several', () => {
    expect(namesSeveral(at('b.txt'))).toBe(false)
    expect(namesSeveral(at('odd[1].txt'))).toBe(false)
    expect(namesSeveral(at('*.txt'))).toBe(true)
    expect(namesSeveral(folder)).toBe(true)
    expect(namesSeveral(at('none.txt'))).toBe(false)
  })
})

describe('loading', () => {
  it('the bytes', async () => {
    expect(Buffer.from(await load(at('b.txt'), 'b.txt', 100)).toString()).toBe('b.txt')
  })
  it('a file over the limit is refused by its size, unread', async () => {
    const big = at('big.txt')
    writeFileSync(big, '')
    truncateSync(big, 200 * 1024 * 1024)
    const before = process.memoryUsage().arrayBuffers
    const error = await load(big, 'big.txt', 100 * 1024 * 1024).catch(reason => reason)
    expect(error).toMatchObject({ code: 'too-large', what: { zh: '文件太大：200 MB，上限 100 MB' } })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024)
    rmSync(big)
  })
  it('a stream up to the limit', async () => {
    const chunks = ['政府', '工作', '报告'].map(text => Buffer.from(text))
    expect(Buffer.from(await loadStream(Readable.from(chunks), 'stdin', 18)).toString()).toBe('政府工作报告')
    expect(await codeOf(loadStream(Readable.from(chunks), 'stdin', 17))).toBe('too-large')
  })
  it('a device up to the limit', async () => {
    expect(await codeOf(load('/dev/zero', 'zero', 1000))).toBe('too-large')
  })
  it('no folder', async () => {
    expect(await codeOf(load(folder, 'folder', 1000))).toBe('unreadable')
  })
  it.skipIf(process.getuid?.() === 0)('no file without permission', async () => {
    chmodSync(at('a.md'), 0)
    expect(await codeOf(load(at('a.md'), 'a.md', 1000))).toBe('unreadable')
  })
})
