/**
 * The built program holds out against documents that take too long or too much memory: their reading is ended, the reason
 * said, and the next document is read.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { mulberry32 } from '../../scripts/random.ts'
import type * as documents from '../../src/documents/index.ts'
import { p, rawDocx } from '../documents/made/docx.ts'
import { built, scratch } from './built.ts'

let large: Uint8Array
const small = rawDocx(p('清水市2021年政府工作报告') + p('粮食产量116万吨。'))

/** A whole Word document of a great many tiny paragraphs, each a little different, so that it is no bomb. */
beforeAll(() => {
  const next = mulberry32(1)
  const id = () => Math.floor(next() * 2 ** 32).toString(16)
  const paragraph = () => `<w:p w:rsidR="${id()}"><w:r w:rsidR="${id()}"><w:t>年</w:t></w:r></w:p>`
  large = rawDocx(Array.from({ length: 150_000 }, paragraph).join(''))
})

const library = async () => (await import(pathToFileURL(built('documents.js')).href)) as typeof documents

describe('a document that takes more than it may', () => {
  it.each([
    ['time', { seconds: 0.3 }, '0.3 秒内没有读完', '--limits seconds=N'],
    ['memory', { memory: 48 }, '所需内存超过 48 MB', '--limits memory=N'],
  ])('of %s is ended, and the next is read', async (_, limits, what, todo) => {
    const { DocumentError, openDocuments } = await library()
    const read = async (bytes: Uint8Array, name: string) => {
      for await (const one of openDocuments(bytes, name, { limits })) return one
    }
    const slow = read(large, '大.docx')
    // Asked for at the same time, it waits its turn.
    const next = openDocuments(small, '小.docx', {})
    const error = await slow
    if (!(error instanceof DocumentError)) throw new Error('it was read')
    expect([error.code, error.file, error.what.zh]).toEqual(['over-limit', '大.docx', what])
    expect(error.todo.zh).toContain(todo)
    for await (const one of next) expect(one).toMatchObject({ source: { name: '小.docx' } })
  })

  it('is ended on the command line as well, by option or by environment', () => {
    const folder = scratch()
    writeFileSync(join(folder, '大.docx'), large)
    writeFileSync(join(folder, '小.docx'), small)
    const jiedu = (args: string[], env: Record<string, string> = {}) =>
      spawnSync(process.execPath, [built('cli.js'), 'read', '大.docx', '小.docx', '--json', ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8', ...env },
      })
    for (const [args, env, said] of [
      [['--limits', 'memory=48'], {}, '所需内存超过 48 MB'],
      [[], { JIEDU_LIMITS: 'memory=48' }, '所需内存超过 48 MB'],
      // The option counts more than the environment.
      [['--limits', 'characters=1000'], { JIEDU_LIMITS: 'characters=5' }, '文字超过 1000 字'],
    ] as const) {
      const { status, stdout, stderr } = jiedu([...args], env)
      expect(status).toBe(1)
      expect(stderr).toMatch(/^大\.docx: [^\n]+\n$/)
      expect(stderr).toContain(said)
      expect(JSON.parse(stdout)).toMatchObject([{ source: { name: '小.docx' } }])
    }
    for (const wrong of ['pages', 'pages=', 'pages=-1', 'sheets=3'])
      expect(jiedu(['--limits', wrong])).toMatchObject({ status: 2, stderr: expect.stringContaining('看不懂上限') })
  })
})

describe('the process that reads', () => {
  it.skipIf(!existsSync('/proc/self/task'))('does not outlive the program (needs /proc)', async () => {
    const folder = scratch()
    writeFileSync(join(folder, '大.docx'), large)
    const program = spawn(process.execPath, [built('cli.js'), 'read', '大.docx'], { cwd: folder, stdio: 'ignore' })
    const until = async <T>(found: () => T | null): Promise<T> => {
      for (;;) {
        const value = found()
        if (value !== null) return value
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    }
    const children = `/proc/${program.pid}/task/${program.pid}/children`
    const helper = await until(() => readFileSync(children, 'utf8').trim() || null)
    program.kill('SIGKILL')
    const state = () => {
      try {
        return /^State:\s+(\w)/m.exec(readFileSync(`/proc/${helper}/status`, 'utf8'))![1]!
      } catch {
        return 'gone'
      }
    }
    // A zombie is ended; who reaps it is the system's business.
    expect(await until(() => (/^(?:gone|Z|X)$/.test(state()) ? 'ended' : null))).toBe('ended')
  })
})
