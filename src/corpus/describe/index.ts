/** What describes the data set beside its rows: all of it made from the definitions of the tables. */
import type { CorpusFile } from '../corpus-file.ts'
import { tableNamed } from '../tables/index.ts'
import { codebook } from './codebook.ts'
import { csvwOf } from './csvw.ts'
import { loadersOf } from './loaders.ts'
import { viewsOf } from './views.ts'

/** The files that describe a data set: path and content. */
export function describe(corpus: CorpusFile): [string, string][] {
  const rows = new Map(corpus.tables.map(({ name, rows }) => [name, rows]))
  return [
    ['corpus.json', `${JSON.stringify(corpus, null, 1)}\n`],
    ['README.md', readme(corpus)],
    ['codebook.zh.md', codebook('zh', rows)],
    ['codebook.en.md', codebook('en', rows)],
    ['views.sql', viewsOf(corpus)],
    ...(corpus.formats.includes('csv') ? csvwOf(corpus) : []),
    ...loadersOf(corpus),
  ]
}

function readme(corpus: CorpusFile): string {
  const { snapshot, program, documents, failures, formats } = corpus
  const rows = corpus.tables.map(({ name, rows }) => {
    const { about } = tableNamed(name)
    return `| ${name} | ${rows} | ${about.zh} | ${about.en} |`
  })
  const hasCsv = formats.includes('csv')
  return `# 政府工作报告数据集 / Data set of government work reports

由 ${program} 从 ${snapshot.files} 个文件读出 ${documents} 篇文档，失败 ${failures} 个。快照 sha256:${snapshot.sha256}
（\`snapshot.sha256\` 列出每个文件，可在原文件夹里用 \`sha256sum -c\` 核对）。

Made by ${program} of ${snapshot.files} files: ${documents} documents, ${failures} failures. Snapshot sha256:${snapshot.sha256}
(\`snapshot.sha256\` lists every file; \`sha256sum -c\` in the folder of the files checks them).

| 表 table | 行 rows | | |
|---|---|---|---|
${rows.join('\n')}

- 各列含义：\`codebook.zh.md\` / what the columns mean: \`codebook.en.md\`${hasCsv ? ', `csv/csv-metadata.json` (CSVW)' : ''}
- DuckDB: \`duckdb -init views.sql\`，例如 / for example \`FROM growth_targets_by_level;\`
- Python: \`python load.py\`; R: \`load.R\`${hasCsv ? '; Stata: `load.do`' : ''}
- 目录 / folders: ${formats.map(format => `\`${format}/TABLE/level=LEVEL/year=YEAR/\``).join(', ')}
- 一地一年取一篇：\`documents.preferred\` / one report for each place and year: \`documents.preferred\`
- 数据由程序读出，引用前请看 \`sentence\` 里的原句 / read by a program: look at the sentence in \`sentence\` before you cite
`
}
