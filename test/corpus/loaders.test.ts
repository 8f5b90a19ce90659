/** The data set as others open it: the program for Python, where Python has what it needs. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { madeFiles, madeReports } from './made.ts'
import { opened, setupCorpus, writeFiles } from './setup.ts'

const { jiedu, at } = setupCorpus()

/** An interpreter may be named with JIEDU_PYTHON. */
const python = process.env.JIEDU_PYTHON ?? 'python3'
const has = (...modules: string[]) => spawnSync(python, ['-c', modules.map(name => `import ${name}`).join('\n')]).status === 0
const pandas = has('pandas', 'pyarrow')
if (!pandas) console.log('load.py is not run: no Python with pandas and pyarrow; name one with JIEDU_PYTHON')

beforeAll(async () => {
  writeFiles(at('reports'), await madeFiles(madeReports([2020, 2021])))
  jiedu(['corpus', 'reports', '--out', 'both'])
  jiedu(['corpus', 'reports', '--out', 'csv-only', '--format', 'csv'])
})

const run = (folder: string, code: string) => {
  const { status, stdout, stderr } = spawnSync(python, ['-c', code], { cwd: at(folder), encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return JSON.parse(stdout)
}

describe.skipIf(!pandas)('Python', () => {
  it.each(['both', 'csv-only'])('load.py gives what DuckDB gives (%s)', async folder => {
    const query = await opened(at(folder))
    const program = spawnSync(python, ['load.py'], { cwd: at(folder), encoding: 'utf8' })
    expect([program.status, program.stderr]).toEqual([0, ''])
    expect(program.stdout).toContain('median')
    const rows = run(
      folder,
      'import load\nprint(load.growth_targets().sort_values(["year", "place_code"]).to_json(orient="records"))',
    )
    const expected = await query('SELECT place_code, year, target, comparator FROM growth_targets ORDER BY year, place_code')
    expect(
      rows.map(({ place_code, year, target, comparator }: Record<string, unknown>) => ({ place_code, year, target, comparator })),
    ).toEqual(expected)
    const [count] = await query('SELECT count(*) AS n FROM facts')
    expect(run(folder, 'import load\nprint(len(load.load("facts")))')).toBe(count!.n)
  })

  it('reads the folders as Hive partitions', async () => {
    const query = await opened(at('both'))
    const [count] = await query('SELECT count(*) AS n, sum(year) AS years FROM facts')
    const code = `import json, pyarrow.dataset as ds, pyarrow.compute as pc
table = ds.dataset("parquet/facts", format="parquet", partitioning="hive").to_table(columns=["level", "year"])
print(json.dumps({"n": table.num_rows, "years": pc.sum(table["year"]).as_py()}))`
    expect(run('both', code)).toEqual(count)
  })
})

describe('the R and Stata programs', () => {
  it('name files and columns that are there', async () => {
    const query = await opened(at('both'))
    const columns = (await query('SELECT column_name FROM (DESCRIBE targets)')).map(row => row.column_name)
    const stata = readFileSync(at('both/load.do'), 'utf8')
    const destring = /^destring (.+), replace$/m.exec(stata)![1]!.split(' ')
    for (const name of destring) expect(columns).toContain(name)
    const r = readFileSync(at('both/load.R'), 'utf8')
    const selected = /select\((level.+)\)/
      .exec(r)![1]!
      .split(', ')
      .filter(name => name !== 'target')
    for (const name of selected) expect(columns).toContain(name)
  })
})
