/** The data set as others open it: the programs for Python and R, where these have what they need. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { tables } from '../../src/corpus/tables/index.ts'
import { madeFiles, madeReports } from './made.ts'
import { opened, setupCorpus, writeFiles } from './setup.ts'

const { jiedu, at } = setupCorpus()

/** An interpreter may be named with JIEDU_PYTHON; the system's own often has modules that another in front of it lacks. */
const pythons = process.env.JIEDU_PYTHON ? [process.env.JIEDU_PYTHON] : ['python3', '/usr/bin/python3']
const pythonWith = (...modules: string[]) =>
  pythons.find(python => spawnSync(python, ['-c', modules.map(name => `import ${name}`).join('\n')]).status === 0)
const withPandas = pythonWith('pandas')
const withArrow = pythonWith('pandas', 'pyarrow')
const hasR = spawnSync('Rscript', ['--version']).status === 0
if (!withPandas) console.log('load.py is not run: no Python with pandas; name one with JIEDU_PYTHON')
if (!withArrow) console.log('load.py is not run over Parquet: no Python with pandas and pyarrow; name one with JIEDU_PYTHON')
if (!hasR) console.log('load.R is not run: no Rscript')
const rArrow = hasR && spawnSync('Rscript', ['-e', 'library(arrow)']).status === 0
if (hasR && !rArrow) console.log('load.R is run over CSV only: R has no arrow')

beforeAll(async () => {
  writeFiles(at('reports'), await madeFiles(madeReports([2020, 2021])))
  jiedu(['corpus', 'reports', '--out', 'both'])
  jiedu(['corpus', 'reports', '--out', 'csv-only', '--format', 'csv'])
})

const run = (python: string, folder: string, code: string) => {
  const { status, stdout, stderr } = spawnSync(python, ['-c', code], { cwd: at(folder), encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return JSON.parse(stdout)
}

const expected = async (folder: string) => {
  const query = await opened(at(folder))
  const targets = await query('SELECT place_code, year, target, comparator FROM growth_targets ORDER BY year, place_code')
  const [count] = await query('SELECT count(*) AS n FROM facts')
  expect(targets.length).toBeGreaterThan(0)
  return { targets, facts: count!.n }
}

async function givesTheSame(python: string, folder: string) {
  const program = spawnSync(python, ['load.py'], { cwd: at(folder), encoding: 'utf8' })
  expect([program.status, program.stderr]).toEqual([0, ''])
  expect(program.stdout).toContain('median')
  const code = 'import load\nprint(load.growth_targets().sort_values(["year", "place_code"]).to_json(orient="records"))'
  const targets = run(python, folder, code).map(({ place_code, year, target, comparator }: Record<string, unknown>) => ({
    place_code,
    year,
    target,
    comparator,
  }))
  expect({ targets, facts: run(python, folder, 'import load\nprint(len(load.load("facts")))') }).toEqual(await expected(folder))
}

describe('Python', () => {
  it.skipIf(!withPandas)('load.py gives from CSV what DuckDB gives', () => givesTheSame(withPandas!, 'csv-only'))
  it.skipIf(!withArrow)('load.py gives from Parquet what DuckDB gives', () => givesTheSame(withArrow!, 'both'))

  it.skipIf(!withArrow)('reads the folders as Hive partitions', async () => {
    const query = await opened(at('both'))
    const [count] = await query('SELECT count(*) AS n, sum(year) AS years FROM facts')
    const code = `import json, pyarrow.dataset as ds, pyarrow.compute as pc
table = ds.dataset("parquet/facts", format="parquet", partitioning="hive").to_table(columns=["level", "year"])
print(json.dumps({"n": table.num_rows, "years": pc.sum(table["year"]).as_py()}))`
    expect(run(withArrow!, 'both', code)).toEqual(count)
  })
})

describe.skipIf(!hasR)('R', () => {
  it.each(['both', 'csv-only'])('load.R gives what DuckDB gives (%s)', async folder => {
    const program = spawnSync('Rscript', ['load.R'], { cwd: at(folder), encoding: 'utf8' })
    expect([program.status, program.stderr]).toEqual([0, ''])
    expect(program.stdout).toContain('median')
    const code = `source("load.R")
rows <- growth_targets()
rows <- rows[order(rows$year, rows$place_code), c("place_code", "year", "target", "comparator")]
write.table(rows, sep = "\t", quote = FALSE, row.names = FALSE, col.names = FALSE, na = "")
cat(nrow(load_table("facts")), "\n")`
    writeFileSync(at('ask.R'), code)
    // whatever the locale, text stays UTF-8
    const env = { ...process.env, LC_ALL: 'C' }
    const { status, stdout, stderr } = spawnSync('Rscript', [at('ask.R')], { cwd: at(folder), encoding: 'utf8', env })
    expect([status, stderr]).toEqual([0, ''])
    const lines = stdout.trim().split('\n')
    const facts = Number(lines.pop())
    const targets = lines.map(line => {
      const [place_code, year, target, comparator] = line.split('\t')
      return { place_code, year: Number(year), target: Number(target), comparator }
    })
    expect({ targets, facts }).toEqual(await expected(folder))
  })
})

describe('the programs', () => {
  it('for R and Stata name files and columns that are there', async () => {
    const query = await opened(at('both'))
    const columns = (await query('SELECT column_name FROM (DESCRIBE targets)')).map(row => row.column_name)
    const stata = readFileSync(at('both/load.do'), 'utf8')
    const destring = /^destring (.+), replace$/m.exec(stata)![1]!.split(' ')
    for (const name of destring) expect(columns).toContain(name)
    const r = readFileSync(at('both/load.R'), 'utf8')
    for (const [, name] of r.matchAll(/targets\$(\w+)/g)) expect(columns).toContain(name)
  })

  it('may go by the name of a column: it has one type in all tables', () => {
    const types = new Map<string, string>()
    for (const { name, type } of tables.flatMap(table => table.columns)) {
      expect([name, types.get(name) ?? type]).toEqual([name, type])
      types.set(name, type)
    }
  })
})
