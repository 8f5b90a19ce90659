/** Workers over a queue in a real PostgreSQL server: several processes, one killed on the way, the same bytes as without a queue. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeFiles, madeReports } from './made.ts'
import { postgres, type Server } from './postgres.ts'
import { hashes, opened, setupCorpus, writeFiles } from './setup.ts'

const { jiedu, at, entry } = setupCorpus()
const started = await postgres()
const server: Server | null = 'url' in started ? started : null
if ('why' in started) console.log(`the queue is not tested: no PostgreSQL server runs here (${started.why})`)

const reports = madeReports([2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021])

beforeAll(async () => {
  writeFiles(at('reports'), await madeFiles(reports))
  jiedu(['corpus', 'reports', '--out', 'local'])
})
afterAll(() => server?.stop())

const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

/** Starts a command that talks to the queue. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [entry(), ...args], {
    cwd: at(),
    env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8', JIEDU_QUEUE: server!.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', piece => (said.out += piece))
  child.stderr.on('data', piece => (said.err += piece))
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...said }))
  return { child, ended }
}

const units = (out: string) => {
  const folder = at(out, '.jiedu', 'units')
  return existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.unit')).length : 0
}

const until = async (when: () => boolean) => {
  while (!when()) await new Promise(resolve => setTimeout(resolve, 5))
}

describe.skipIf(!server)('the queue', () => {
  it('gives each file once to the result, though a worker is killed on the way and its unit read by another', async () => {
    const coordinator = start('corpus', 'reports', '--out', 'queued', '--lease', '2', '--keep-work')
    const lost = start('work', '--threads', '1')
    await until(() => units('queued') >= 1)
    lost.child.kill('SIGKILL')
    expect((await lost.ended).signal).toBe('SIGKILL')
    const workers = [start('work', '--threads', '1', '--idle', '5'), start('work', '--threads', '1', '--idle', '5')]
    const { code, out, err } = await coordinator.ended
    expect([code, err]).toEqual([1, expect.stringContaining('jiedu work --queue')])
    expect(out).toContain(`${reports.length + 3} 个文件`)
    const read = (await Promise.all(workers.map(worker => worker.ended))).map(({ code, out }) => {
      expect(code).toBe(0)
      return Number(/读了 (\d+) 个文件/.exec(out)![1])
    })
    expect(read[0]! + read[1]!).toBeGreaterThan(0)
    expect(units('queued')).toBeGreaterThan(3)
    // what the killed one had under way was given out again
    const [again] = await server!.query('SELECT max(retry_count)::int AS n FROM jiedu_queue.job')
    expect(again!.n).toBeGreaterThan(0)
    const [found] = await (await opened(at('queued')))(
      'SELECT count(*) AS n, count(DISTINCT document_name) AS names FROM documents',
    )
    expect(found).toEqual({ n: reports.length + 1, names: reports.length + 1 })
    expect(hashes(at('queued'))).toEqual(hashes(at('local')))
  })

  it('goes on where a killed coordinator stopped', async () => {
    const first = start('corpus', 'reports', '--out', 'again')
    const worker = start('work', '--threads', '1')
    await until(() => units('again') >= 1)
    first.child.kill('SIGKILL')
    await first.ended
    const { code, out } = await start('corpus', 'reports', '--out', 'again').ended
    expect(code).toBe(1)
    expect(out).toContain('接着上次')
    expect(hashes(at('again'))).toEqual(hashes(at('local')))
    worker.child.kill('SIGTERM')
    expect((await worker.ended).code).toBe(0)
  })

  it('serves two coordinators over the same documents', async () => {
    const pair = [start('corpus', 'reports', '--out', 'one'), start('corpus', 'reports', '--out', 'two')]
    const worker = start('work', '--threads', '1')
    for (const { ended } of pair) expect((await ended).code).toBe(1)
    for (const out of ['one', 'two']) expect(hashes(at(out))).toEqual(hashes(at('local')))
    worker.child.kill('SIGTERM')
    expect((await worker.ended).code).toBe(0)
  })

  it('is left empty', async () => {
    expect(await server!.query('SELECT count(*)::int AS n FROM jiedu_queue_units')).toEqual([{ n: 0 }])
  })
})

describe('a queue that cannot be used', () => {
  it.each([
    [['corpus', 'reports', '--out', 'x', '--queue', 'mysql://x'], 2, '队列要用 PostgreSQL 的地址'],
    [['corpus', 'reports', '--out', 'x', '--queue', 'postgres://127.0.0.1:9/x'], 1, '队列的数据库连不上（ECONNREFUSED）'],
    [['corpus', 'reports', '--out', 'x', '--lease', 'soon'], 2, '--lease 不能是 soon'],
    [['work'], 2, '没有给出队列'],
    [['work', '--queue', 'postgres://127.0.0.1:9/x', '-q'], 1, '队列的数据库连不上（ECONNREFUSED）'],
    [['work', '--queue', 'postgres://127.0.0.1:9/x', '--idle', '0'], 2, '--idle 不能是 0'],
  ])('%j', (args, code, said) => {
    const result = jiedu(args)
    expect([result.code, result.out]).toEqual([code, ''])
    expect(result.err).toContain(said)
    expect(result.err).not.toContain('127.0.0.1:9')
  })
})
