/** csv-metadata.json: what the CSV files hold, as CSV on the Web has it (W3C, 2015). */
import type { CorpusFile } from '../corpus-file.ts'
import { type Description, tableNamed } from '../tables/index.ts'

const types = { text: 'string', integer: 'integer', number: 'double', boolean: 'boolean' } as const

/** One file for all tables; each schema is a file of its own, since a parted table has many CSV files. */
export function csvwOf(corpus: CorpusFile): [string, string][] {
  const group = {
    '@context': 'http://www.w3.org/ns/csvw',
    'dc:creator': corpus.program,
    'dc:identifier': `sha256:${corpus.snapshot.sha256}`,
    dialect: { header: true, delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminators: ['\n'], encoding: 'utf-8' },
    tables: corpus.tables.flatMap(({ name, parts }) =>
      parts.map(part => ({ url: `${part}.csv`, 'dc:title': titles(tableNamed(name).about), tableSchema: `schema/${name}.json` })),
    ),
  }
  const schemas = corpus.tables.map(({ name }): [string, string] => [`csv/schema/${name}.json`, json(schemaOf(tableNamed(name)))])
  return [['csv/csv-metadata.json', json(group)], ...schemas]
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`

const titles = ({ zh, en }: { zh: string; en: string }) => [
  { '@value': zh, '@language': 'zh' },
  { '@value': en, '@language': 'en' },
]

function schemaOf({ columns, key }: Description) {
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    columns: columns.map(({ name, type, about }) => ({
      name,
      titles: name,
      datatype: types[type],
      null: '',
      'dc:description': titles(about),
    })),
    primaryKey: key,
  }
}
