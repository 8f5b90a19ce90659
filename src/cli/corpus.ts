/** `jiedu corpus`: a folder of documents to a data set. */
import { mkdirSync, readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import type { CorpusFile, DataFormat, Expected, Maker, UnitOptions } from '../corpus/index.ts'
import { DocumentError } from '../documents/index.ts'
import { CommandError, command, type Options, UsageError } from './command.ts'
import { clock, runLine } from './corpus/progress.ts'
import { queueError, queueOf, queueOptions, secondsOf } from './corpus/queue.ts'
import { threadsOf, threadsOption } from './corpus/threads.ts'
import { inputOptions, inputOptionsOf } from './inputs.ts'
import { isFolder } from './out.ts'
import { packageVersion } from './package-file.ts'
import type { Terminal } from './terminal.ts'

const options = {
  out: {
    type: 'string',
    short: 'o',
    value: 'DIR',
    about: {
      zh: '数据集写到这个文件夹；中断后再运行同一命令，接着做',
      en: 'the data set goes here; after an interruption the same command goes on',
    },
  },
  format: {
    type: 'string',
    value: 'csv,parquet',
    about: { zh: '写哪些格式；默认两种都写', en: 'which formats to write; default: both' },
  },
  expect: {
    type: 'string',
    value: 'FILE',
    about: {
      zh: '应有哪些报告：CSV，列 place（名称或代码）和 year（2021 或 2016-2021）；缺的记入 missing 表',
      en: 'which reports should be there: CSV with place (name or code) and year (2021 or 2016-2021); gaps go into the table missing',
    },
  },
  ...threadsOption,
  'keep-work': {
    type: 'boolean',
    about: {
      zh: '保留读过的中间结果：文件夹增加文件后，只读新的',
      en: 'keep what was read: when the folder has grown only what is new is read',
    },
  },
  ...queueOptions,
  lease: {
    type: 'string',
    value: 'SECONDS',
    about: {
      zh: '用队列时：一批这么久没有结果，就交给别的进程；默认 300',
      en: 'with a queue: a unit not answered after so long is given to another worker; default 300',
    },
  },
  ...inputOptions,
} satisfies Options

export default command({
  usage: 'corpus DIR --out DIR',
  about: {
    zh: '把整个文件夹的报告做成数据集：面板数据、目标、任务、缺失、重复，CSV 和 Parquet，按层级和年份分区。\n用满各核；随时可中断，再运行同一命令接着做。',
    en: 'Makes a data set of a folder of reports: panel, targets, tasks, gaps, duplicates, as CSV and Parquet by level and year.\nUses all cores; may be stopped at any time, and goes on when run again.',
  },
  options,
  examples: [
    { line: 'jiedu corpus reports/ --out panel', about: { zh: '做数据集', en: 'make the data set' } },
    {
      line: 'jiedu corpus reports/ --out panel --expect expected.csv --format parquet',
      about: { zh: '对照名单记录缺失，只写 Parquet', en: 'record what is missing from a list; Parquet only' },
    },
    {
      line: 'jiedu corpus reports/ --out panel --queue postgres://jiedu@db/jiedu',
      about: { zh: '由各台机器上的 jiedu work 解读', en: 'read by jiedu work on as many machines as wanted' },
    },
    {
      line: 'cd panel && duckdb -init views.sql',
      about: { zh: '用 DuckDB 查询，常见问题有现成视图', en: 'query it in DuckDB, with views for the usual questions' },
    },
  ],
  async run(values, paths, terminal) {
    const folder = folderOf(paths)
    const out = outOf(values.out, folder)
    const formats = formatsOf(values.format)
    const expected = await expectedOf(values.expect)
    const taken: UnitOptions = inputOptionsOf(values)
    const count = threadsOf(values.threads)
    const url = queueOf(values.queue)
    const lease = secondsOf(values.lease, 'lease', 300)
    const { run, threads, coordinator, programHash } = await import('../corpus/index.ts')
    const program = `jiedu ${packageVersion()}`
    const made = `${program} ${programHash()}`
    const maker = async (): Promise<Maker> => {
      if (url === null) return threads(count, taken)
      if (!terminal.quiet)
        terminal.err(
          terminal.say({
            zh: `在各台机器上运行：jiedu work --queue …（${made}）`,
            en: `on each machine run: jiedu work --queue … (${made})`,
          }),
        )
      return coordinator({ url, program: made, options: taken, lease })
    }
    const line = runLine(terminal)
    const begin = Date.now()
    const done = await run({
      folder,
      out,
      formats,
      expected,
      made: JSON.stringify([made, taken]),
      program,
      maker,
      threads: count,
      keepWork: values['keep-work'],
      onProgress: line.show,
    }).catch(error => {
      line.clear()
      throw queueError(error) ?? told(error, out)
    })
    line.clear()
    await terminal.out(await said(done, out, (Date.now() - begin) / 1000, terminal))
    return done.corpus.failures > 0 ? 1 : 0
  },
})

function folderOf(paths: string[]): string {
  const [folder] = paths
  if (folder === undefined || paths.length > 1)
    throw new UsageError(
      folder === undefined
        ? { zh: '没有给出文件夹', en: 'no folder given' }
        : { zh: '只能给一个文件夹', en: 'one folder at a time' },
      { zh: '例如 jiedu corpus reports/ --out panel', en: 'for example jiedu corpus reports/ --out panel' },
    )
  if (!isFolder(folder))
    throw new UsageError(
      { zh: `${folder} 不是文件夹`, en: `${folder} is not a folder` },
      {
        zh: '把报告放进一个文件夹；单个文件用 jiedu read',
        en: 'put the reports into a folder; for a single file use jiedu read',
      },
    )
  return folder
}

function outOf(out: string | undefined, folder: string): string {
  if (out === undefined)
    throw new UsageError(
      { zh: '没有说数据集写到哪里', en: 'it is not said where the data set goes' },
      { zh: '加 --out DIR', en: 'add --out DIR' },
    )
  const [inner, outer] = [resolve(out), resolve(folder)]
  if (inner === outer || inner.startsWith(outer + sep))
    throw new UsageError(
      { zh: '数据集不能写在报告的文件夹里', en: 'the data set cannot lie inside the folder of the reports' },
      { zh: '用 --out 指定别的文件夹', en: 'name another folder with --out' },
    )
  try {
    mkdirSync(out, { recursive: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CommandError(
      { zh: `不能写入 ${out}（${code}）`, en: `cannot write ${out} (${code})` },
      { zh: '请换一个有写权限、有空间的位置', en: 'choose a place that may be written to and has room' },
      1,
    )
  }
  return out
}

const allFormats = ['csv', 'parquet'] as const

function formatsOf(text: string | undefined): DataFormat[] {
  if (text === undefined) return [...allFormats]
  const named = text.split(',')
  const wrong = named.find(name => !allFormats.some(format => format === name))
  if (wrong !== undefined)
    throw new UsageError(
      { zh: `没有 ${wrong} 这种格式`, en: `no format ${wrong}` },
      { zh: '可选：csv、parquet，用逗号分开', en: 'choose of csv and parquet, separated by a comma' },
    )
  return allFormats.filter(format => named.includes(format))
}

async function expectedOf(path: string | undefined): Promise<Expected[]> {
  if (path === undefined) return []
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError({ zh: `名单 ${path} 读不出来（${code}）`, en: `the list ${path} cannot be read (${code})` })
  }
  const { expectedIn } = await import('../corpus/index.ts')
  const found = expectedIn(text)
  if (!('wrong' in found)) return found
  throw new UsageError(
    { zh: `名单 ${path} 第 ${found.wrong} 行看不懂`, en: `line ${found.wrong} of the list ${path} makes no sense` },
    {
      zh: '第一行写列名 place,year；以后每行一个地方：咸宁市,2016-2021',
      en: 'the first line names the columns place,year; then one place a line: 咸宁市,2016-2021',
    },
  )
}

/** What stopped a run, as this program says it. */
function told(error: unknown, out: string): unknown {
  if (error instanceof DocumentError)
    return new CommandError({ zh: `${error.file}：${error.what.zh}`, en: `${error.file}: ${error.what.en}` }, error.todo, 1)
  const { name, pid, code } = error as NodeJS.ErrnoException & { pid?: number }
  if (name === 'BusyError')
    return new CommandError(
      { zh: `另一个进程（${pid}）正在写 ${out}`, en: `another process (${pid}) is writing ${out}` },
      {
        zh: `等它做完，或换一个 --out；确知没有别的进程在写，删去 ${out}/.jiedu/lock`,
        en: `wait until it is done, or name another --out; where no other is at work remove ${out}/.jiedu/lock`,
      },
      1,
    )
  if (code === 'ENOSPC' || code === 'EACCES' || code === 'EROFS')
    return new CommandError(
      { zh: `不能写入 ${out}（${code}）`, en: `cannot write ${out} (${code})` },
      {
        zh: '腾出空间或改权限后，再运行同一命令，接着做',
        en: 'make room or change the permissions, and run the same command again: it goes on',
      },
      1,
    )
  return error
}

interface Done {
  corpus: CorpusFile
  state: 'made' | 'unchanged'
  before: number
}

async function said({ corpus, state, before }: Done, out: string, seconds: number, terminal: Terminal): Promise<string> {
  const { sizeOf } = await import('../corpus/index.ts')
  const { say } = terminal
  const number = (value: number) => value.toLocaleString('en-US')
  const { files } = corpus.snapshot
  const read = files - before
  const lines =
    state === 'unchanged'
      ? [say({ zh: `${out} 已是最新，没有变化`, en: `${out} is up to date, nothing has changed` })]
      : [
          say({
            zh: `${number(files)} 个文件，${number(corpus.documents)} 篇文档，${clock(seconds)}，每秒 ${(read / seconds).toFixed(1)} 个${before ? `（接着上次，上次已读 ${number(before)} 个）` : ''}`,
            en: `${number(files)} files, ${number(corpus.documents)} documents, ${clock(seconds)}, ${(read / seconds).toFixed(1)} a second${before ? ` (going on: ${number(before)} were read before)` : ''}`,
          }),
        ]
  for (const { name, rows } of corpus.tables) lines.push(`  ${name.padEnd(11)} ${number(rows).padStart(13)}`)
  const size = (sizeOf(out, corpus) / 1e6).toFixed(1)
  lines.push(say({ zh: `${size} MB，写在 ${out}；说明见 ${out}/README.md`, en: `${size} MB in ${out}; see ${out}/README.md` }))
  if (corpus.failures > 0)
    lines.push(
      say({
        zh: `失败 ${number(corpus.failures)} 个，见 failures 表`,
        en: `${number(corpus.failures)} failed, see the table failures`,
      }),
    )
  return `${lines.join('\n')}\n`
}
