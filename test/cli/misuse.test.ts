/** Whatever is wrong with the call or with a file: what, where, what to do, in one line; the rest is still done. */
import { spawnSync } from 'node:child_process'
import { truncateSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { report, setup } from './run.ts'

const { jiedu, file, at, entry } = setup()

beforeAll(() => {
  file('good.txt', report)
  file('empty.txt', '')
  file('blank.txt', ' \r\n\t\u3000\n')
  file('picture.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))
  file(
    'noise.txt',
    Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 0xff),
  )
  file('english.txt', 'Four score and seven years ago our fathers brought forth a new nation. '.repeat(9))
  file('report.docx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0))
  file('surrogate.txt', Buffer.concat([Buffer.from(report), Uint8Array.of(0xed, 0xa0, 0x80), Buffer.from('完成投资5亿元。')]))
  file('nul.txt', `${report}\0`)
  file('texts/notes.png', '%PDF-1.4')
  file('huge.txt', '')
  truncateSync(at('huge.txt'), 200 * 1024 * 1024)
})

describe('bad input', () => {
  it.each([
    ['empty.txt', '文件是空的'],
    ['blank.txt', '只有空白'],
    ['picture.png', 'PNG'],
    ['noise.txt', '二进制'],
    ['english.txt', '不像中文文章：汉字只占 0%'],
    ['report.docx', 'Word'],
    ['surrogate.txt', '代理项'],
    ['nul.txt', '空字符（NUL）；第 24 行第 1 字'],
    ['huge.txt', '文件太大：200 MB，上限 100 MB'],
    ['missing.txt', '找不到'],
    ['good.txt/inside', '不是文件夹'],
    ['texts', '文件夹里没有文档'],
    ['*.rtf', '没有匹配的文件'],
  ])('%s', (path, said) => {
    const began = performance.now()
    const { code, out, err } = jiedu(['read', path])
    expect(performance.now() - began).toBeLessThan(5000)
    expect([code, out]).toEqual([1, ''])
    const lines = err.trimEnd().split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`${path}: `)
    expect(lines[0]).toContain(said)
    expect(lines[0]).toMatch(/；请|；要/)
    // The same in English.
    const english = jiedu(['read', path, '--lang', 'en'])
    expect(english.code).toBe(1)
    expect(english.err).toMatch(/^[\x20-\x7e–]+; [\x20-\x7e]+\n$/)
  })

  it('standard input that is empty', () => {
    const { code, out, err } = jiedu(['read', '-', '--json'])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('stdin: 文件是空的')
  })

  it.skipIf(process.getuid?.() === 0)('a file that may not be read', () => {
    spawnSync('chmod', ['0', at(file('secret.txt', report))])
    expect(jiedu(['read', 'secret.txt'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('没有读取权限') })
  })

  it('one bad file of several: the others are done, exit code 1', () => {
    const paths = ['empty.txt', 'good.txt', 'missing.txt', 'surrogate.txt']
    const json = jiedu(['read', ...paths, '--json'])
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject([{ source: { name: 'good.txt' } }])
    expect(
      json.err
        .trimEnd()
        .split('\n')
        .map(line => line.split(':')[0]),
    ).toEqual(['empty.txt', 'missing.txt', 'surrogate.txt'])
    const csv = jiedu(['read', ...paths, '--csv'])
    expect(csv.code).toBe(1)
    expect(csv.out.split('\r\n').length).toBeGreaterThan(10)
    const summary = jiedu(['read', 'missing.txt', 'good.txt'])
    expect(summary.code).toBe(1)
    expect(summary.out).toContain('1520.6亿元')
    expect(jiedu(['read', 'missing.txt', 'good.txt', '-o', 'out', '-q'])).toMatchObject({ code: 1, out: '' })
  })

  it('nothing but bad files: an empty list is still JSON', () => {
    expect(JSON.parse(jiedu(['read', 'empty.txt', 'missing.txt', '--json']).out)).toEqual([])
  })

  it('one line of a million characters is read in linear time, with a warning', () => {
    const line = '新增城镇就业3.7万人，同比增长5.2%，完成投资12.5亿元。'
    const long = (characters: number) => line.repeat(Math.ceil(characters / line.length)).slice(0, characters)
    file('quarter.txt', long(250_000))
    file('million.txt', long(1_000_000))
    const timed = (name: string) => {
      const began = performance.now()
      const result = jiedu(['read', name, '--ndjson'])
      return { ...result, time: performance.now() - began }
    }
    const quarter = timed('quarter.txt')
    const million = timed('million.txt')
    expect(million.code).toBe(0)
    expect(million.err).toMatch(/^million\.txt: 一行有 1000000 字，可能丢了换行；第 1 行第 1 字；.+\n$/)
    expect(jiedu(['read', 'million.txt', '--quiet']).err).toBe('')
    // Four times the text in far less than the sixteen times of quadratic work.
    expect(million.time).toBeLessThan(quarter.time * 8)
  })
})

describe('wrong usage', () => {
  it.each([
    [['rea', 'good.txt'], '没有 rea 这个命令', 'jiedu read'],
    [['good.txt'], '没有 good.txt 这个命令', 'jiedu read good.txt'],
    [['frobnicate'], '没有 frobnicate 这个命令', 'jiedu --help'],
    [['toString'], '没有 toString 这个命令', 'jiedu --help'],
    [['read'], '没有给出要解读的文件', 'jiedu read -'],
    [['read', 'good.txt', '--jsn'], '没有 --jsn 这个选项', '--json'],
    [['read', 'good.txt', '-x'], '没有 -x 这个选项', ''],
    [['--jsno'], '没有 --jsno 这个选项', ''],
    [['read', 'good.txt', '--out'], '--out 后面要有值', ''],
    [['read', 'good.txt', '--json=1'], '--json 不带值', ''],
    [['read', 'good.txt', '--json', '--csv'], '只能选一种', '--out'],
    [['read', 'good.txt', '--lang', 'fr'], '没有 fr 这种语言', '--lang en'],
    [['read', 'good.txt', '--encoding', 'x'], '不认识编码 x', 'gb18030'],
    [['schema', 'good.txt'], 'schema 不带 good.txt', 'jiedu help schema'],
    [['help', 'nothing'], '没有 nothing 这个命令', ''],
    [['tell', 'good.txt'], '没有说做成什么', '--page'],
    [['tell'], '没有给出报告', 'jiedu tell'],
  ])('%j', (args, what, todo) => {
    const { code, out, err } = jiedu(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^jiedu: [^\n]+；[^\n]+\n$/)
    expect(err).toContain(what)
    expect(err).toContain(todo)
    expect(jiedu(args, { env: { LANG: 'en_US.UTF-8' } }).err).toMatch(/^jiedu: [^\n]+; [^\n]+\n$/)
  })
})

describe('a reader that goes away', () => {
  it('is no error', () => {
    const piped = (args: string) =>
      spawnSync('bash', ['-c', `"$0" "$1" ${args} | head -c 20; echo "\${PIPESTATUS[0]}"`, process.execPath, entry()], {
        cwd: at(),
        encoding: 'utf8',
      })
    file('long.txt', report.repeat(200))
    for (const form of ['--json', '--csv', '--ndjson', '--full']) {
      const { stdout, stderr } = piped(`read long.txt ${form}`)
      expect([form, stderr, stdout.trimEnd().slice(-1)]).toEqual([form, '', '0'])
    }
  })
})
