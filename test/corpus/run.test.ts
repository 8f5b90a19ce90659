/** `jiedu corpus` as a process: what it makes of a folder, and that nothing that happens on the way changes it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseCsv } from '../cli/table.ts'
import { madeFiles, madeReport, madeReports, slug } from './made.ts'
import { hashes, opened, setupCorpus, writeFiles } from './setup.ts'

const { jiedu, at, entry } = setupCorpus()
const years = [2018, 2019, 2020, 2021, 2022]
const reports = madeReports(years)

beforeAll(async () => {
  writeFiles(at('reports'), await madeFiles(reports))
  const { code, out } = jiedu(['corpus', 'reports', '--out', 'panel', '--threads', '2'])
  expect(code).toBe(1)
  expect(out).toContain(`${reports.length + 3} 个文件，${reports.length + 1} 篇文档`)
  expect(out).toContain('失败 2 个')
})

const csv = (folder: string, path: string) => {
  const [head = [], ...rows] = parseCsv(readFileSync(at(folder, 'csv', path), 'utf8').replaceAll('\n', '\r\n'))
  return rows.map(row => Object.fromEntries(row.map((cell, i) => [head[i]!, cell])))
}

describe('a data set', () => {
  it('has every document once, under its place and year, whatever its format', async () => {
    const query = await opened(at('panel'))
    const found = await query(
      `SELECT place_name || '-' || year AS slug, count(*) AS n FROM documents WHERE document_name NOT LIKE '副本%' GROUP BY ALL`,
    )
    expect(found.map(row => row.slug).sort()).toEqual(reports.map(slug).sort())
    expect(new Set(found.map(row => row.n))).toEqual(new Set([1]))
    const [formats] = await query('SELECT count(DISTINCT media_type) AS n FROM documents')
    expect(formats!.n).toBeGreaterThanOrEqual(4)
  })

  it('has the facts that read and link give, each with its own words in the text', async () => {
    const { read } = await import('../../src/read/index.ts')
    const { factsOf } = await import('../../src/link/index.ts')
    const query = await opened(at('panel'))
    for (const made of [reports[0]!, reports[12]!]) {
      const text = madeReport(made)
      const reading = read(text)
      const expected = factsOf(reading)
      expect(expected.length).toBeGreaterThan(20)
      const rows = await query(`
        SELECT f.* FROM facts f JOIN documents d USING (document_id)
        WHERE d.place_name = '${made.place}' AND d.year = ${made.year} AND d.document_name NOT LIKE '副本%' ORDER BY figure_start`)
      expect(rows.map(row => [row.indicator_name, row.value, row.unit, row.status, row.obs_status, row.period])).toEqual(
        expected.map(fact => [fact.name, fact.value, fact.unit || null, fact.status, fact.obsStatus, fact.period]),
      )
      for (const row of rows) {
        const start = row.sentence_start as number
        expect(text.slice(start, start + (row.sentence as string).length)).toBe(row.sentence)
        expect(text.slice(row.figure_start as number, row.figure_end as number)).toBe(row.written)
      }
    }
  })

  it('says the same in CSV and in Parquet', async () => {
    const query = await opened(at('panel'))
    for (const table of ['facts', 'targets', 'tasks']) {
      const rows = await query(`SELECT * FROM ${table} WHERE level = 'city' AND year = 2021`)
      const written = csv('panel', `${table}/level=city/year=2021/part-0.csv`)
      expect(rows.length).toBeGreaterThan(5)
      expect(written).toEqual(
        rows.map(row =>
          Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)])),
        ),
      )
    }
  })

  it('tells codes valid in the year, levels, and a place by its code now', async () => {
    const query = await opened(at('panel'))
    expect(
      await query(`SELECT DISTINCT level, place_code, place_code_latest, place_name FROM reports ORDER BY place_code`),
    ).toEqual([
      { level: 'province', place_code: '420000', place_code_latest: '420000', place_name: '湖北省' },
      { level: 'city', place_code: '421200', place_code_latest: '421200', place_name: '咸宁市' },
      { level: 'county', place_code: '421221', place_code_latest: '421221', place_name: '嘉鱼县' },
      { level: 'county', place_code: '421222', place_code_latest: '421222', place_name: '通城县' },
      { level: 'county', place_code: '421223', place_code_latest: '421223', place_name: '崇阳县' },
      { level: 'county', place_code: '421281', place_code_latest: '421281', place_name: '赤壁市' },
    ])
  })

  it('tells targets that are set, and those that are not', async () => {
    const query = await opened(at('panel'))
    const set = await query(
      `SELECT place_name, target, wording, written FROM growth_targets WHERE year = 2018 ORDER BY place_code`,
    )
    expect(set.map(row => [row.target, row.wording, row.written])).toEqual([
      [8, 'hard', '8%'],
      [7.5, 'soft', '7.5%'],
      [7, 'plain', '7%'],
      [6.75, 'soft', '6.5%-7%'],
      [9, 'hard', '9%'],
      [8, 'hard', '8%'],
    ])
    const [grain] = await query(`SELECT DISTINCT state FROM targets WHERE indicator_id = 'grain-output'`)
    expect(grain).toEqual({ state: 'not-set' })
  })

  it('tells failures with their reasons, and files with their hashes', async () => {
    const query = await opened(at('panel'))
    expect(await query('SELECT document_name, code FROM failures ORDER BY ALL')).toEqual([
      { document_name: '坏的/嘉鱼县-2020.pdf', code: expect.stringMatching(/^[a-z-]+$/) },
      { document_name: '坏的/空.txt', code: 'empty' },
    ])
    const files = await query(
      'SELECT count(*) AS n, count(sha256) AS hashed, sum(documents) AS documents, sum(failures) AS failures FROM files',
    )
    expect(files).toEqual([{ n: reports.length + 3, hashed: reports.length + 3, documents: reports.length + 1, failures: 2 }])
    const lines = readFileSync(at('panel/snapshot.sha256'), 'utf8').trim().split('\n')
    expect(lines.map(line => line.slice(66)).sort()).toEqual(Object.keys(hashes(at('reports'))).sort())
    for (const line of lines) expect(hashes(at('reports'))[line.slice(66)]).toBe(line.slice(0, 64))
  })

  it('tells a copy, prefers one of the two, and knows the report before', async () => {
    const query = await opened(at('panel'))
    const [copy] = await query('SELECT document_name, duplicate_kind, similarity, same_place_year FROM duplicates')
    expect(copy).toEqual({
      document_name: expect.stringContaining('湖北省'),
      duplicate_kind: 'same-bytes',
      similarity: 1,
      same_place_year: true,
    })
    const [both] = await query(
      `SELECT sum(preferred::INT) AS preferred FROM documents WHERE place_name = '湖北省' AND year = 2018`,
    )
    expect(both!.preferred).toBe(1)
    const chain = await query(`
      SELECT a.year, b.year AS before, a.novelty FROM reports a JOIN documents b ON b.document_id = a.previous_document
      WHERE a.place_name = '嘉鱼县' ORDER BY a.year`)
    expect(chain.map(row => [row.year, row.before])).toEqual([
      [2020, 2018],
      [2021, 2020],
      [2022, 2021],
    ])
    for (const { novelty } of chain) expect(novelty).toBeGreaterThan(0)
  })

  it('tells the year without a report', async () => {
    const query = await opened(at('panel'))
    expect(await query('SELECT place_name, year, reason, expected_by FROM missing WHERE indicator_id IS NULL')).toEqual([
      { place_name: '嘉鱼县', year: 2019, reason: 'no-report', expected_by: 'run' },
    ])
  })

  it('is compared with a list of what should be there', async () => {
    writeFileSync(at('expected.csv'), 'place,year\n421221,2019-2020\n通山县,2021\n')
    const { code } = jiedu(['corpus', 'reports', '--out', 'expected', '--expect', 'expected.csv', '--format', 'csv'])
    expect(code).toBe(1)
    expect(csv('expected', 'missing.csv').filter(row => row.indicator_id === '')).toMatchObject([
      { place_code: '421221', year: '2019', reason: 'no-report', expected_by: 'list' },
      { place_code: '421224', place_name: '通山县', year: '2021', reason: 'no-report', expected_by: 'list' },
    ])
    expect(existsSync(at('expected/parquet'))).toBe(false)
    const query = await opened(at('expected'))
    expect(await query('SELECT count(*) AS n FROM growth_targets')).toEqual([{ n: reports.length }])
  })
})

describe('the same bytes', () => {
  it('come of any number of threads', () => {
    for (const threads of ['1', '3']) {
      jiedu(['corpus', 'reports', '--out', `threads-${threads}`, '--threads', threads])
      expect(hashes(at(`threads-${threads}`))).toEqual(hashes(at('panel')))
    }
  })

  it('come of a run killed at any moment, and nothing is read twice', async () => {
    const out = at('killed')
    const units = join(out, '.jiedu', 'units')
    const count = () => (existsSync(units) ? readdirSync(units).filter(name => name.endsWith('.unit')).length : 0)
    /** Runs until `when` says so, then kills; false where the run was done before. */
    const killed = async (when: () => boolean): Promise<boolean> => {
      const child = spawn(process.execPath, [entry(), 'corpus', 'reports', '--out', 'killed', '--threads', '2'], { cwd: at() })
      const timer = setInterval(() => when() && child.kill('SIGKILL'), 2)
      const [, signal] = await once(child, 'exit')
      clearInterval(timer)
      return signal === 'SIGKILL'
    }
    // before anything, after the first unit, after another, while the tables are written, while they are put in place
    expect(await killed(() => existsSync(join(out, '.jiedu', 'lock')))).toBe(true)
    for (const more of [1, 1]) {
      const before = count()
      expect(await killed(() => count() >= before + more)).toBe(true)
      expect(count()).toBeGreaterThanOrEqual(before + more)
    }
    const left = count()
    expect(await killed(() => existsSync(join(out, '.jiedu', 'made')))).toBe(true)
    await killed(() => existsSync(join(out, 'csv')) || existsSync(join(out, 'views.sql')))
    const { out: said } = jiedu(['corpus', 'reports', '--out', 'killed', '--threads', '2'])
    expect(left).toBeGreaterThan(1)
    expect(said).toMatch(/接着上次|没有变化/)
    expect(hashes(out)).toEqual(hashes(at('panel')))
    expect(readdirSync(join(out, '.jiedu'))).toEqual(['done'])
  })

  it('come of a folder elsewhere with the same files', () => {
    cpSync(at('reports'), at('elsewhere/copy'), { recursive: true })
    jiedu(['corpus', 'elsewhere/copy', '--out', 'copied'])
    expect(hashes(at('copied'))).toEqual(hashes(at('panel')))
  })
})

describe('a file that brings its thread down', () => {
  it('is told, and the others of its unit are read', async () => {
    writeFiles(at('heavy'), [
      ...(await madeFiles(reports.slice(0, 6))),
      ['湖北省/合订本.txt', Buffer.from(reports.map(madeReport).join('\n').repeat(60))],
    ])
    const { code } = jiedu([
      'corpus',
      'heavy',
      '--out',
      'heavy-out',
      '--threads',
      '1',
      '--limits',
      'memory=40',
      '--format',
      'csv',
    ])
    expect(code).toBe(1)
    expect(csv('heavy-out', 'failures.csv').map(row => [row.document_name, row.code])).toContainEqual([
      '湖北省/合订本.txt',
      'over-limit',
    ])
    expect(csv('heavy-out', 'documents.csv')).toHaveLength(7)
    expect(csv('heavy-out', 'files.csv').every(row => /^[0-9a-f]{64}$/.test(row.sha256!))).toBe(true)
  })
})

describe('run again', () => {
  it('does nothing where nothing has changed', () => {
    const before = hashes(at('panel'))
    const { code, out } = jiedu(['corpus', 'reports', '--out', 'panel'])
    expect(code).toBe(1)
    expect(out).toContain('没有变化')
    expect(hashes(at('panel'))).toEqual(before)
  })

  it('reads only what is new with --keep-work, and gives what a whole run gives', () => {
    cpSync(at('reports'), at('growing'), { recursive: true, preserveTimestamps: true })
    jiedu(['corpus', 'growing', '--out', 'grown', '--keep-work'])
    writeFiles(at('growing'), [['湖北省/湖北省-2023.txt', Buffer.from(madeReport({ ...reports[0]!, year: 2023, seed: 77 }))]])
    rmSync(at('growing/坏的/空.txt'))
    const { out } = jiedu(['corpus', 'growing', '--out', 'grown', '--keep-work'])
    const [, before] = /上次已读 (\d+) 个/.exec(out) ?? []
    expect(Number(before)).toBeGreaterThan(0)
    jiedu(['corpus', 'growing', '--out', 'whole'])
    expect(hashes(at('grown'))).toEqual(hashes(at('whole')))
  })

  it('touches nothing else in its folder', () => {
    mkdirSync(at('mine'))
    writeFileSync(at('mine/notes.txt'), 'mine')
    jiedu(['corpus', 'reports', '--out', 'mine', '--format', 'csv'])
    expect(readFileSync(at('mine/notes.txt'), 'utf8')).toBe('mine')
  })
})

describe('misuse', () => {
  it.each([
    [['corpus'], 2, '没有给出文件夹'],
    [['corpus', 'reports'], 2, '没有说数据集写到哪里'],
    [['corpus', 'reports', 'reports', '--out', 'x'], 2, '只能给一个文件夹'],
    [['corpus', 'none', '--out', 'x'], 2, '不是文件夹'],
    [['corpus', 'reports', '--out', 'reports/x'], 2, '不能写在报告的文件夹里'],
    [['corpus', 'reports', '--out', 'x', '--format', 'xlsx'], 2, '没有 xlsx 这种格式'],
    [['corpus', 'reports', '--out', 'x', '--threads', '0'], 2, '线程数不能是 0'],
    [['corpus', 'reports', '--out', 'x', '--expect', 'none.csv'], 2, '读不出来（ENOENT）'],
    [['corpus', 'empty', '--out', 'x'], 1, '文件夹里没有文档'],
  ])('%j', (args, code, said) => {
    mkdirSync(at('empty'), { recursive: true })
    const result = jiedu(args)
    expect([result.code, result.out]).toEqual([code, ''])
    expect(result.err).toMatch(/^jiedu: .+；.+\n$/)
    expect(result.err).toContain(said)
  })

  it('of two runs in one folder', () => {
    mkdirSync(at('busy/.jiedu'), { recursive: true })
    writeFileSync(at('busy/.jiedu/lock'), String(process.pid))
    const { code, err } = jiedu(['corpus', 'reports', '--out', 'busy'])
    expect(code).toBe(1)
    expect(err).toContain(`另一个进程（${process.pid}）`)
  })
})
