/** The definitions of the tables: names that every program takes, words in both languages, one source for all descriptions. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CorpusFile } from '../../src/corpus/corpus-file.ts'
import { codebook } from '../../src/corpus/describe/codebook.ts'
import { describe as described } from '../../src/corpus/describe/index.ts'
import { tables } from '../../src/corpus/tables/index.ts'
import { rowsOf, type Table } from '../../src/corpus/tables/table.ts'
import { parseCsv } from '../cli/table.ts'

/** Words that Stata reserves, and that SQL does not take as the name of a column. */
const reserved =
  'byte double float if in int long using with str strL _n select from where table order group user end default'.split(' ')

describe('columns', () => {
  it.each(tables.map(table => [table.name, table] as const))('%s', (_, table) => {
    const names = table.columns.map(column => column.name)
    for (const name of [table.name, ...names]) {
      expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/)
      expect(reserved).not.toContain(name)
    }
    expect(new Set(names).size).toBe(names.length)
    for (const key of table.key) expect(names).toContain(key)
    for (const { about, codes } of table.columns)
      for (const words of [about, ...Object.values(codes ?? {})]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u)
        expect(words.en).not.toMatch(/^\s*$|[。；，]/u)
      }
  })
})

describe('rows', () => {
  const table: Table<{ text: string; number: number | null }, { id: string }> = {
    name: 'x',
    about: { zh: '', en: '' },
    row: { zh: '', en: '' },
    parted: false,
    key: [],
    shared: [{ name: 'id', type: 'text', about: { zh: '', en: '' }, of: d => d.id }],
    columns: [
      { name: 'text', type: 'text', about: { zh: '', en: '' }, of: r => r.text },
      { name: 'number', type: 'number', about: { zh: '', en: '' }, of: r => r.number },
    ],
  }

  it('come back as they went, whatever is in a cell', () => {
    const texts = ['', '一,二', '"四上"企业', '一\n二\r\n三', '=1+1', '-5', ' x ', "'"]
    const { text, count } = rowsOf(
      table,
      { id: 'a"b' },
      texts.map((text, i) => ({ text, number: i === 0 ? null : i / 10 })),
    )
    expect(count).toBe(texts.length)
    const rows = parseCsv(text.replaceAll(/\n(?=(?:[^"]|"[^"]*")*$)/g, '\r\n'))
    expect(rows).toEqual(texts.map((text, i) => ['a"b', text, i === 0 ? '' : String(i / 10)]))
  })

  it('are cut where a cell is longer than a report has sentences', () => {
    expect(rowsOf(table, { id: 'a' }, [{ text: '长'.repeat(5000), number: 0 }]).text).toBe(`a,${'长'.repeat(4000)},0\n`)
  })
})

describe('descriptions', () => {
  const corpus: CorpusFile = {
    schema: 'jiedu/corpus@1',
    program: 'jiedu 0.0.0',
    snapshot: { sha256: 'ab', files: 2, bytes: 3 },
    documents: 2,
    failures: 0,
    formats: ['csv', 'parquet'],
    tables: tables.map(({ name, parted }) => ({
      name,
      rows: 1,
      parts: [parted ? `${name}/level=city/year=2021/part-0` : name],
      sha256: 'cd',
    })),
  }
  const files = new Map(described(corpus))

  it('name every column in both languages, and in CSVW', () => {
    const group = JSON.parse(files.get('csv/csv-metadata.json')!)
    expect(group['@context']).toBe('http://www.w3.org/ns/csvw')
    for (const { name, columns, parted } of tables) {
      const listed = group.tables.find(
        (table: { url: string }) => table.url === (parted ? `${name}/level=city/year=2021/part-0.csv` : `${name}.csv`),
      )
      expect(listed.tableSchema).toBe(`schema/${name}.json`)
      const schema = JSON.parse(files.get(`csv/${listed.tableSchema}`)!)
      expect(schema.columns.map((column: { name: string }) => column.name)).toEqual(columns.map(column => column.name))
      for (const language of ['zh', 'en'] as const) {
        const book = files.get(`codebook.${language}.md`)!
        const part = book.slice(book.search(new RegExp(`^## .*\\b${name}$`, 'm')))
        for (const { name, about, codes } of columns) {
          const line = part.split('\n').find(line => line.startsWith(`| \`${name}\` |`))
          expect(line).toContain(about[language].replaceAll('|', '\\|'))
          for (const [code, words] of Object.entries(codes ?? {})) expect(line).toContain(`\`${code}\` ${words[language]}`)
        }
      }
    }
  })

  it('are those of docs/codebook.md; if not, run npm run codebook', () => {
    const doc = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
    expect(doc('codebook.md')).toBe(codebook('en'))
    expect(doc('codebook.zh-CN.md')).toBe(codebook('zh'))
  })

  it('leave out what was not written', () => {
    const only = new Map(described({ ...corpus, formats: ['parquet'] }))
    expect([...only.keys()].filter(name => name.startsWith('csv/') || name === 'load.do')).toEqual([])
    expect(only.get('load.py')).toContain('read_parquet')
    const csv = new Map(described({ ...corpus, formats: ['csv'] }))
    expect(csv.get('load.py')).not.toContain('parquet')
    expect(csv.get('views.sql')).not.toContain('parquet')
  })
})
