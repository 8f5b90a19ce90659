/** The codebook: every table and column in words, in one language. */
import { type Description, tables } from '../tables/index.ts'

type Language = 'zh' | 'en'

const words = {
  zh: {
    title: '编码本',
    intro: [
      '列名只用小写字母、数字和下划线，不超过 32 个字符，Stata、R、SQL 可直接使用。空单元格表示原文没有说，从不用 0 代替。',
      '位置一律是正文的 UTF-16 码元，起点含、终点不含。文字照原文，不为电子表格加前缀。超过 4000 字符的文字单元格截断。',
    ],
    table: (name: string) => `表 ${name}`,
    row: '一行是',
    rows: '行数',
    key: '主键',
    parted: '按 level、year 分区',
    columns: ['列', '类型', '含义'],
    types: { text: '文字', integer: '整数', number: '数', boolean: '真假' },
  },
  en: {
    title: 'Codebook',
    intro: [
      'Names of columns have lower-case letters, digits and underscores and at most 32 characters, as Stata, R and SQL take them. An empty cell means that the text does not say; it is never written as 0.',
      'Offsets count UTF-16 code units of the text; the start is included, the end is not. Text stands as in the document, without marks for spreadsheets. Cells of text are cut at 4000 characters.',
    ],
    table: (name: string) => `Table ${name}`,
    row: 'One row is',
    rows: 'rows',
    key: 'key',
    parted: 'parted by level and year',
    columns: ['column', 'type', 'meaning'],
    types: { text: 'text', integer: 'integer', number: 'number', boolean: 'true or false' },
  },
} as const

/** @param rows how many rows a table of a certain data set has; without it the codebook is that of all data sets */
export function codebook(language: Language, rows?: ReadonlyMap<string, number>): string {
  const said = words[language]
  const parts = tables.map(table => tableText(table, rows?.get(table.name) ?? null, language))
  return `# ${said.title}\n\n${said.intro.join('\n\n')}\n\n${parts.join('\n')}`
}

function tableText(table: Description, rows: number | null, language: Language): string {
  const said = words[language]
  const colon = language === 'zh' ? '：' : ': '
  const facts = [
    `${said.row}${language === 'zh' ? '' : ' '}${table.row[language]}`,
    ...(rows === null ? [] : [`${said.rows}${colon}${rows}`]),
    `${said.key}${colon}${table.key.join(', ')}`,
    ...(table.parted ? [said.parted] : []),
  ]
  const lines = table.columns.map(column => `| \`${column.name}\` | ${said.types[column.type]} | ${meaning(column, language)} |`)
  return [
    `## ${said.table(table.name)}`,
    '',
    `${table.about[language]}${language === 'zh' ? '。' : '.'}`,
    '',
    `${facts.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    '',
    `| ${said.columns.join(' | ')} |`,
    '|---|---|---|',
    ...lines,
    '',
  ].join('\n')
}

function meaning({ about, codes }: Description['columns'][number], language: Language): string {
  const text = about[language].replaceAll('|', '\\|')
  if (!codes) return text
  const colon = language === 'zh' ? '：' : ': '
  const list = Object.entries(codes).map(([code, words]) => `\`${code}\` ${words[language]}`)
  return `${text}${colon}${list.join(language === 'zh' ? '；' : '; ')}`
}
