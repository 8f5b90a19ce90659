/** `jiedu read --ndjson -` as a line filter: what engines that pipe their data through a program rely on. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { filterLines } from '../../src/cli/lines/index.ts'
import { linesOf } from '../../src/cli/lines/split.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { defaultLimits } from '../../src/documents/index.ts'
import { Reading as Schema } from '../../src/read/schema.ts'
import type { Reading } from '../../src/read/types.ts'
import { encode } from '../documents/encode.ts'
import { report, setup } from './run.ts'

const { jiedu, file, at, entry } = setup()

interface Failed {
  schema: string
  error: { line: number; name: string | null; code: string; message: string; what: { zh: string; en: string } }
}
type Answer = Partial<Reading> & Partial<Failed>

const filter = (lines: (string | object)[], args: string[] = []) => {
  const input = `${lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')}\n`
  const { code, out, err } = jiedu(['read', '--ndjson', '-', ...args], { input })
  const answers = out.split('\n')
  expect(answers.pop()).toBe('')
  return { code, err, answers: answers.map(line => JSON.parse(line) as Answer) }
}

const commandHere = (name: string) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0

describe('a line', () => {
  it('holds a text, bytes or a path, and becomes the reading that the file would give', () => {
    file('here/清水市.txt', report)
    const whole = JSON.parse(jiedu(['read', 'here/清水市.txt', '--json']).out) as Reading
    const { code, err, answers } = filter([
      { name: '清水市.txt', text: report },
      { name: '清水市.txt', path: 'here/清水市.txt' },
      { name: '清水市.txt', base64: Buffer.from(report).toString('base64') },
      { name: '清水市.txt', base64: Buffer.from(encode(report, 'gb18030')).toString('base64') },
      { name: '清水市.txt', base64: Buffer.from(encode(report, 'gb18030')).toString('base64'), encoding: 'gbk' },
      JSON.stringify(report),
    ])
    expect([code, err]).toEqual([0, ''])
    for (const answer of answers.slice(0, 3)) expect(answer).toEqual(whole)
    for (const answer of answers.slice(3)) expect(answer.figures).toEqual(whole.figures)
    for (const answer of answers) Schema.parse(answer)
    expect(answers[5]!.source!.name).toBe('stdin')
  })

  it('that cannot be read gives an error record in its place, and the filter goes on', () => {
    const { code, err, answers } = filter([
      { name: 'a', text: report },
      '{"name": "b", ',
      '17',
      { name: 'c' },
      { name: 'd', text: report, path: 'x' },
      { name: 'e', path: 'no-such-file.txt' },
      { name: 'f', base64: 'not base64!' },
      { name: 'g', base64: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]).toString('base64') },
      { name: 'h', text: 1 },
      { name: 'i', text: '' },
      { name: 'j', text: report, encoding: 'gbk' },
      { name: 'k', base64: 'AAAA', encoding: 'klingon' },
      { name: 'z', text: report },
    ])
    expect(code).toBe(0)
    expect(err).toBe('13 行中有 10 行读不了，已作为错误记录输出\n')
    expect(answers.map(answer => answer.error?.code ?? answer.source!.name)).toEqual([
      'a',
      'bad-json',
      'bad-line',
      'bad-line',
      'bad-line',
      'not-found',
      'bad-line',
      'unsupported',
      'bad-line',
      'empty',
      'j',
      'bad-line',
      'z',
    ])
    const errors = answers.flatMap((answer, i) => (answer.error ? [{ ...answer, at: i + 1 }] : []))
    for (const { schema, error, at } of errors) {
      expect(schema).toBe('jiedu/error@1')
      expect(error!.line).toBe(at)
      expect(error!.message).toContain(error!.what.en)
      expect(error!.what.zh).not.toBe('')
    }
    expect(errors.map(({ error }) => error!.name)).toEqual([null, null, 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'k'])
  })

  it('may be blank, end in CRLF or begin with a byte-order mark; a line not in UTF-8 is told', () => {
    const line = JSON.stringify({ name: 'a', text: report })
    const input = Buffer.concat([
      Buffer.from(`\uFEFF${line}\r\n\r\n   \n`),
      Buffer.from(encode(line, 'gb18030')),
      Buffer.from(`\n${line}`),
    ])
    const answers = jiedu(['read', '--ndjson', '-'], { input })
      .out.trim()
      .split('\n')
      .map(text => JSON.parse(text) as Answer)
    expect(answers.map(answer => answer.error ?? answer.source!.name)).toMatchObject([
      'a',
      { code: 'bad-encoding', line: 4, name: null },
      'a',
    ])
  })

  it('longer than the limit is passed over and told', () => {
    const { code, answers } = filter(
      [
        { name: 'a', text: report },
        { name: 'b', text: report.repeat(90) },
        { name: 'c', text: report },
      ],
      ['--max-size', '20KB'],
    )
    expect(code).toBe(0)
    expect(answers.map(answer => answer.error?.code ?? answer.source!.name)).toEqual(['a', 'too-large', 'c'])
  })

  it('gives one line even where the text holds other line ends', () => {
    const { out } = jiedu(['read', '--ndjson', '-'], {
      input: `${JSON.stringify({ name: 'a', text: `${report}\u2028\u2029\u0085\r\n完成。` })}\n`,
    })
    expect(out.match(/[\n\r\u2028\u2029\u0085]/g)).toEqual(['\n'])
    expect((JSON.parse(out) as Reading).text).toContain('\u2028\u2029\u0085\r\n')
  })
})

describe('the stream', () => {
  it('answers a line before the next one is written', async () => {
    const child = spawn(process.execPath, [entry(), 'read', '--ndjson', '-'], { stdio: ['pipe', 'pipe', 'inherit'] })
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    for (const name of ['a', 'b', 'c']) {
      child.stdin.write(`${JSON.stringify({ name, text: report })}\n`)
      const { value } = await answers.next()
      expect((JSON.parse(value) as Reading).source.name).toBe(name)
    }
    child.stdin.end()
    expect((await once(child, 'exit'))[0]).toBe(0)
  })

  it('is not read ahead of a reader that has not taken the last answer', async () => {
    let given = 0
    async function* source() {
      for (let i = 0; i < 50; i++) {
        given++
        yield Buffer.from(`${JSON.stringify({ name: `${i}`, text: '粮食产量116.8万吨。' })}\n`)
      }
    }
    const waiting: (() => void)[] = []
    let asked: () => void = () => {}
    const out = () =>
      new Promise<void>(resolve => {
        waiting.push(resolve)
        asked()
      })
    const terminal = { out } as unknown as Terminal
    const done = filterLines(source(), { limits: defaultLimits }, terminal)
    for (let i = 1; i <= 50; i++) {
      if (waiting.length === 0) await new Promise<void>(resolve => (asked = resolve))
      expect(given).toBe(i)
      waiting.shift()!()
    }
    expect(await done).toBe(0)
  })

  it('comes in pieces of any size', async () => {
    const bytes = Buffer.from('一二三\n\n四\n五五五五\n六')
    for (let size = 1; size <= bytes.length; size++) {
      async function* pieces() {
        for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
      }
      const lines: (string | null)[] = []
      for await (const { number, bytes } of linesOf(pieces(), 10)) lines[number - 1] = bytes?.toString() ?? null
      expect(lines).toEqual(['一二三', '', '四', null, '六'])
    }
  })

  it.skipIf(process.platform !== 'linux')(
    'takes no more memory for ten times as many lines',
    async () => {
      const peak = async (lines: number) => {
        const child = spawn(process.execPath, ['--max-semi-space-size=2', entry(), 'read', '--ndjson', '-'], {
          stdio: ['pipe', 'pipe', 'inherit'],
        })
        let answers = 0
        let most = 0
        child.stdout.on('data', (piece: Buffer) => {
          for (const byte of piece) if (byte === 10) answers++
          const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))
          if (resident) most = Math.max(most, Number(resident[1]))
        })
        for (let i = 0; i < lines; i++)
          if (!child.stdin.write(`${JSON.stringify({ name: `${i}`, text: report.repeat(10) })}\n`))
            await once(child.stdin, 'drain')
        child.stdin.end()
        expect((await once(child, 'close'))[0]).toBe(0)
        expect(answers).toBe(lines)
        return most
      }
      const few = await peak(60)
      expect(await peak(600)).toBeLessThan(few * 1.5)
    },
    240_000,
  )
})

describe('several processes', () => {
  const documents = () =>
    Array.from({ length: 24 }, (_, i) =>
      i % 6 === 5 ? `broken ${i}` : JSON.stringify({ name: `${i}.txt`, text: report.replaceAll('清水市', `清水${i}市`) }),
    ).join('\n')
  const names = (lines: string[]) =>
    lines.map(line => {
      const answer = JSON.parse(line) as Answer
      return answer.error?.code ?? answer.source!.name
    })
  const expected = Array.from({ length: 24 }, (_, i) => (i % 6 === 5 ? 'bad-json' : `${i}.txt`))

  it.skipIf(!commandHere('split'))('each take a part of the lines (split --filter)', () => {
    file('documents.ndjson', `${documents()}\n`)
    const command = `"${process.execPath}" "${entry()}" read --ndjson - > "$FILE"`
    execFileSync('split', ['-l', '7', '--filter', command, 'documents.ndjson', 'part-'], { cwd: at(), stdio: 'pipe' })
    const parts = readdirSync(at())
      .filter(name => name.startsWith('part-'))
      .sort()
    expect(parts).toHaveLength(4)
    expect(names(parts.flatMap(part => readFileSync(at(part), 'utf8').trim().split('\n')))).toEqual(expected)
  })

  it('run at the same time over one input, as engines with a pipe operator run them', async () => {
    const lines = documents().split('\n')
    const run = async (part: string[]) => {
      const child = spawn(process.execPath, [entry(), 'read', '--ndjson', '-', '--quiet'], { stdio: ['pipe', 'pipe', 'inherit'] })
      child.stdin.end(`${part.join('\n')}\n`)
      const out: Buffer[] = []
      child.stdout.on('data', piece => out.push(piece))
      const [code] = await once(child, 'close')
      return { code, lines: Buffer.concat(out).toString().trim().split('\n') }
    }
    const results = await Promise.all([0, 1, 2].map(part => run(lines.slice(part * 8, part * 8 + 8))))
    expect(results.map(result => result.code)).toEqual([0, 0, 0])
    expect(names(results.flatMap(result => result.lines))).toEqual(expected)
  })

  it.skipIf(!commandHere('parallel'))('are run by GNU parallel', () => {
    const out = execFileSync('parallel', ['--pipe', '-N', '5', '-k', process.execPath, entry(), 'read', '--ndjson', '-', '-q'], {
      input: `${documents()}\n`,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    expect(names(out.trim().split('\n'))).toEqual(expected)
  })
})
