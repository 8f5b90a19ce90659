/** `jiedu read`: documents to readings, shown in the terminal or given to other programs. */
import { read } from '../read/index.ts'
import type { Reading } from '../read/types.ts'
import { command, type Options, UsageError } from './command.ts'
import { type FormatName, formatNamed, tableNames } from './formats.ts'
import { asksForSeveral, type Failure, inputOptions, inputOptionsOf, inputs } from './inputs.ts'
import { folderSink } from './out.ts'
import { type SummaryOptions, summary } from './summary/index.ts'
import type { Terminal } from './terminal.ts'

const options = {
  json: {
    type: 'boolean',
    about: {
      zh: '输出 JSON：一个文件一个对象，多个文件（或文件夹、通配符）一个数组',
      en: 'print JSON: an object for one file, an array for several (or a folder or glob)',
    },
  },
  ndjson: {
    type: 'boolean',
    about: {
      zh: '输出 NDJSON：一行一篇；标准输入（-）也是一行一篇',
      en: 'print NDJSON: one reading a line; standard input (-) then holds one document a line too',
    },
  },
  csv: {
    type: 'boolean',
    about: { zh: '输出 CSV：一行一项数据，Excel 可直接打开', en: 'print CSV: one figure a row, opens in Excel' },
  },
  table: {
    type: 'string',
    value: 'NAME',
    about: {
      zh: 'CSV 里放什么：figures（数据，默认）、tasks（任务）、projects（项目）、honours（荣誉）、claims（可核对的话）、targets（主要目标）、repairs（整理和缺损）、asides（未入正文的内容）',
      en: 'what the CSV holds: figures (default), tasks, projects, honours, claims, targets, repairs or asides (what was left out of the text)',
    },
  },
  out: {
    type: 'string',
    short: 'o',
    value: 'DIR',
    about: {
      zh: '写入文件夹，一篇一个文件；格式可选多种，默认 JSON',
      en: 'write into a folder, one file a reading; several formats may be chosen, default JSON',
    },
  },
  full: {
    type: 'boolean',
    about: { zh: '列出全部数据，不只是每个问题最要紧的', en: 'list every figure, not only the best of each question' },
  },
  ...inputOptions,
} satisfies Options

/** Up to this many summaries are printed in full; more become a table of one line each. */
const mostSummaries = 3

/** Where readings go. */
interface Sink {
  take(reading: Reading): Promise<void>
  /** Called once, when all are done. */
  end(failures: readonly Failure[]): Promise<void>
}

export default command({
  usage: 'read PATH…',
  about: {
    zh: '解读政府工作报告：每个数据、目标、任务，都对应原文的位置。\nPATH 可以是文件、文件夹、带引号的通配符，或 -（标准输入）。',
    en: 'Reads government work reports: every figure, target and task, tied to its place in the text.\nPATH is a file, a folder, a quoted glob, or - for standard input.',
  },
  options,
  examples: [
    { line: 'jiedu read report.txt', about: { zh: '在终端里看要点', en: 'a summary in the terminal' } },
    {
      line: 'jiedu read reports/ --csv > figures.csv',
      about: { zh: '整个文件夹的数据放进一张表', en: 'all figures of a folder in one table' },
    },
    {
      line: 'jiedu read reports/ --csv --table tasks > tasks.csv',
      about: { zh: '整个文件夹的任务放进一张表', en: 'all tasks of a folder in one table' },
    },
    {
      line: "jiedu read 'reports/**/*-2021.txt' --out readings --json --csv",
      about: { zh: '各存一份 JSON 和 CSV', en: 'a JSON and a CSV file each' },
    },
    { line: 'iconv -f gbk -t utf-8 old.txt | jiedu read - --json', about: { zh: '从标准输入读', en: 'from standard input' } },
    {
      line: 'jiedu read --ndjson - < documents.ndjson > readings.ndjson',
      about: { zh: '行过滤器：一行一篇进，一行一篇出', en: 'a line filter: one document a line in, one reading a line out' },
    },
  ],
  notes: {
    zh: '行过滤器（jiedu read --ndjson -）：每行一个 JSON：{"name":"…","text":"…"}，或以 base64、path 代替 text，或只写带引号的正文；\n读不了的行输出 {"error":…}，不中断，读完即返回 0。',
    en: 'As a line filter (jiedu read --ndjson -) each line is JSON: {"name":"…","text":"…"}, with base64 or path for text,\nor the text alone in quotes. A line that cannot be read gives {"error":…} and the filter goes on;\nits exit code is 0 once the input has ended.',
  },
  async run(values, paths, terminal) {
    if (paths.length === 0) {
      throw new UsageError(
        { zh: '没有给出要解读的文件', en: 'no file to read' },
        {
          zh: '例如 jiedu read report.txt；从标准输入读用 jiedu read -',
          en: 'for example jiedu read report.txt, or jiedu read - for standard input',
        },
      )
    }
    const table = tableOf(values.table)
    const named = (['json', 'ndjson', 'csv'] as const).filter(name => values[name] || (name === 'csv' && table !== null))
    const chosen = named.map((name): FormatName => (name === 'csv' && table && table !== 'figures' ? `csv-${table}` : name))
    if (chosen.length > 1 && values.out === undefined) {
      throw new UsageError(
        { zh: `--${named.join('、--')} 只能选一种`, en: `choose one of --${named.join(', --')}` },
        { zh: '或加 --out DIR，各存一份', en: 'or add --out DIR to write each' },
      )
    }
    const taken = inputOptionsOf(values)
    if (values.out === undefined && chosen[0] === 'ndjson' && paths.length === 1 && paths[0] === '-') {
      const { filterLines } = await import('./lines/index.ts')
      return filterLines(process.stdin, taken, terminal)
    }
    const source = await inputs(paths, taken, terminal)
    const several = asksForSeveral(paths)
    const sink =
      values.out !== undefined
        ? folderSink(values.out, chosen.length > 0 ? chosen : ['json'], terminal)
        : chosen[0]
          ? formatSink(chosen[0], several, terminal)
          : await summarySink(source.total, several, values.full, terminal)
    for await (const reading of source.each(document => read(document))) await sink.take(reading)
    await sink.end(source.failures)
    return source.finish() > 0 ? 1 : 0
  },
})

/** The table that `--table` names; naming one asks for CSV. */
function tableOf(name: string | undefined): (typeof tableNames)[number] | null {
  if (name === undefined) return null
  const found = tableNames.find(each => each === name)
  if (found) return found
  throw new UsageError(
    { zh: `没有 ${name} 这张表`, en: `no table ${name}` },
    { zh: `可选：${tableNames.join('、')}`, en: `choose one of ${tableNames.join(', ')}` },
  )
}

function formatSink(name: FormatName, several: boolean, terminal: Terminal): Sink {
  const format = formatNamed(name)
  const { begin, between, end } = several ? format.list : { ...format.alone, between: '' }
  let count = 0
  return {
    async take(reading) {
      await terminal.out((count++ === 0 ? begin : between) + format.item(reading))
    },
    async end() {
      // An empty list is still a list; a single reading that failed is nothing.
      if (count > 0) await terminal.out(end)
      else if (several) await terminal.out(begin + end)
    },
  }
}

/** Summaries of a few documents, or a table of many; for several, an account of all files at the end. */
async function summarySink(total: number, several: boolean, full: boolean, terminal: Terminal): Promise<Sink> {
  const { language, columns, colour } = terminal
  const account = several ? (await import('./summary/account.ts')).accounts(terminal) : null
  const asTable = total > mostSummaries && !full
  const show = asTable ? await tableOfMany(terminal) : inFull({ language, columns, colour, full })
  let count = 0
  return {
    async take(reading) {
      account?.add(reading)
      await terminal.out(show(reading, count++))
    },
    async end(failures) {
      if (account && count + failures.length > 1) await terminal.out(account.text(failures))
      if (!asTable || !terminal.watched || terminal.quiet) return
      terminal.err(
        terminal.say({
          zh: '\n看某一篇的要点：jiedu read 文件；全部展开：--full',
          en: '\nOne report: jiedu read FILE; every summary: --full',
        }),
      )
    },
  }
}

type Show = (reading: Reading, before: number) => string

async function tableOfMany(terminal: Terminal): Promise<Show> {
  const { tableHead, tableRow } = await import('./summary/table.ts')
  return (reading, before) => (before === 0 ? tableHead(terminal) : '') + tableRow(reading, terminal)
}

function inFull(options: SummaryOptions): Show {
  return (reading, before) => (before > 0 ? '\n\n' : '') + summary(reading, options)
}
