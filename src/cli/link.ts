/** `jiedu link`: promises meet outcomes, over the parts of a report, over years, places and levels. */
import { indicatorEntry, indicatorOf } from '../catalogue/indicators.ts'
import { type Linked, link } from '../link/index.ts'
import { read } from '../read/index.ts'
import type { Reading } from '../read/types.ts'
import { fileOf } from './beside.ts'
import { command, type Options, onlyOne, UsageError } from './command.ts'
import { inputOptions, inputOptionsOf, inputs } from './inputs.ts'
import { confirm, keep } from './link/confirmed.ts'
import { csv, linkTables } from './link/tables.ts'
import { text } from './link/text.ts'
import { put } from './out.ts'
import { packageVersion } from './package-file.ts'
import type { Terminal } from './terminal.ts'

const options = {
  json: { type: 'boolean', about: { zh: '输出 JSON', en: 'print JSON' } },
  csv: { type: 'boolean', about: { zh: '输出 CSV，内容由 --table 定', en: 'print CSV of what --table names' } },
  html: {
    type: 'boolean',
    about: {
      zh: '做成网页：目标与结果一张表，点开看两边的原句',
      en: 'make a page: targets and outcomes in one table, each cell opening both sentences',
    },
  },
  table: {
    type: 'string',
    value: 'NAME',
    about: {
      zh: 'CSV 里放什么：links（承诺与结果，默认）、panel（地区×年份×指标）、series（时间序列）、facts（全部数据）、drops（没有下文或改动过的目标）、projects（项目历年进展）、novelty（新内容占比）',
      en: 'what the CSV holds: links (default), panel (place × year × indicator), series, facts, drops, projects or novelty',
    },
  },
  indicator: {
    type: 'string',
    value: 'NAME,…',
    about: {
      zh: '只看这些指标，用名称或编号：地区生产总值,cpi',
      en: 'these indicators only, by name or id: 地区生产总值,cpi',
    },
  },
  full: { type: 'boolean', about: { zh: '全部列出', en: 'list everything' } },
  out: { type: 'string', short: 'o', value: 'FILE', about: { zh: '写入文件', en: 'write into this file' } },
  confirm: {
    type: 'string',
    value: 'ID',
    about: {
      zh: '看过，这一条对应无误：记在承诺所在文件的旁边',
      en: 'looked at and right: kept beside the document that promises',
    },
  },
  reject: { type: 'string', value: 'ID', about: { zh: '看过，这一条对应有误', en: 'looked at and wrong' } },
  reason: { type: 'string', value: 'TEXT', about: { zh: '理由', en: 'why' } },
  ...inputOptions,
} satisfies Options

export default command({
  usage: 'link PATH…',
  about: {
    zh: '把几份报告、通报、公报关联起来：每个目标和任务后来怎样，同一指标历年如何，各级各地怎样加码。\n同一地方的几年放在一起，或许多地方放在一起；没有写明地方的通报，按同组其他文件推定。',
    en: 'Links reports, notices and communiqués: what became of each target and task, one indicator over the years, targets by place and level.\nGive several years of a place, or many places; a notice that names no place has that of the others.',
  },
  options,
  examples: [
    {
      line: 'jiedu link report-2021.txt notice-2021-q1.txt',
      about: { zh: '报告的目标，一季度走到哪里', en: 'how far the targets of a report are after a quarter' },
    },
    {
      line: 'jiedu link reports/ --indicator 地区生产总值,居民消费价格指数',
      about: { zh: '各地的目标与结果一张表', en: 'targets and outcomes of all places in one table' },
    },
    {
      line: 'jiedu link reports/ --html --out panel.html',
      about: { zh: '做成网页，每格可看两边原句', en: 'a page; each cell opens both sentences' },
    },
    {
      line: 'jiedu link reports/ --csv --table series --out series.csv',
      about: { zh: '时间序列，给统计软件用', en: 'series for statistical software' },
    },
    {
      line: 'jiedu link 2021.txt 2022.txt --reject 3f2a91c0 --reason 说的不是一回事',
      about: { zh: '人工否定一条对应', en: 'a person rejects a link' },
    },
  ],
  notes: {
    zh: '对应关系由程序提出，附两边原句、算式、理由和可信度；是否成立由人确认，程序不下结论。',
    en: 'Links are proposed, with both sentences, the working, the reasons and a confidence; a person confirms them.',
  },
  async run(values, paths, terminal) {
    if (paths.length === 0) {
      throw new UsageError(
        { zh: '没有给出要关联的文件', en: 'no documents to link' },
        { zh: '例如 jiedu link 2021.txt 2022.txt', en: 'for example jiedu link 2021.txt 2022.txt' },
      )
    }
    onlyOne(['json', 'csv', 'html'], values)
    const table = tableOf(values.table, values.csv)
    const indicators = values.indicator === undefined ? undefined : indicatorsOf(values.indicator)
    const source = await inputs(paths, inputOptionsOf(values), terminal)
    const readings: Reading[] = []
    for await (const reading of source.each(document => read(document))) readings.push(reading)
    const failed = source.finish()
    if (readings.length === 0) return 1
    const linked = link(readings, indicators ? { indicators } : {})
    linked.links = confirmed(linked, paths)
    judge(linked, values, paths, terminal)
    const content = await made(linked, { ...values, table }, terminal)
    await put(content, values.out, terminal)
    return failed > 0 ? 1 : 0
  },
})

async function made(
  linked: Linked,
  values: { json: boolean; csv: boolean; html: boolean; full: boolean; table: keyof typeof linkTables },
  terminal: Terminal,
): Promise<string> {
  if (values.json) return `${JSON.stringify(linked, null, 1)}\n`
  if (values.csv) return csv(linkTables[values.table]!(linked))
  if (!values.html) return text(linked, terminal, { full: values.full })
  const { linkPage } = await import('../tell/link-page.ts')
  return linkPage(linked, { lang: terminal.language, generatedBy: `jiedu ${packageVersion()}` })
}

function tableOf(name: string | undefined, wanted: boolean): keyof typeof linkTables {
  const known = Object.keys(linkTables)
  if (name !== undefined && !wanted) throw new UsageError({ zh: '--table 要和 --csv 一起用', en: '--table goes with --csv' })
  if (name === undefined || known.includes(name)) return name ?? 'links'
  throw new UsageError(
    { zh: `没有 ${name} 这种表`, en: `no table ${name}` },
    { zh: `可用：${known.join('、')}`, en: `known: ${known.join(', ')}` },
  )
}

function indicatorsOf(list: string): string[] {
  return list.split(/[,，、]/).map(name => {
    const found = indicatorEntry(name.trim()) ?? indicatorOf(name.trim())
    if (found) return found.id
    throw new UsageError(
      { zh: `指标表里没有 ${name}`, en: `no indicator ${name} in the catalogue` },
      { zh: '用指标的统计名称或编号，如 地区生产总值、gdp', en: 'give its name as in statistics, or its id: 地区生产总值, gdp' },
    )
  })
}

function confirmed({ links, documents }: Linked, paths: string[]): Linked['links'] {
  return documents.flatMap(({ key }) =>
    confirm(
      links.filter(l => l.promise.document === key),
      fileOf(paths, key),
    ),
  )
}

/** Keeps a person's word, where one is given. */
function judge(
  linked: Linked,
  values: { confirm: string | undefined; reject: string | undefined; reason: string | undefined },
  paths: string[],
  terminal: Terminal,
): void {
  const { confirm: yes, reject: no, reason } = values
  if (yes !== undefined && no !== undefined)
    throw new UsageError({ zh: '--confirm 和 --reject 一次只用一个', en: 'give one of --confirm and --reject' })
  const id = yes ?? no
  if (id === undefined) return
  const meant = linked.links.filter(l => l.id === id || (id.length > 5 && l.id.startsWith(id)))
  if (meant.length !== 1) {
    throw new UsageError(
      { zh: `${meant.length === 0 ? '没有' : '不止一条'}编号为 ${id} 的对应`, en: `${meant.length} links have the id ${id}` },
      { zh: '编号见 --csv 或 --json 的 id 栏', en: 'see the ids in --csv or --json' },
    )
  }
  const [one] = meant
  const path = keep(one!, fileOf(paths, one!.promise.document), yes !== undefined, reason ?? null)
  one!.confirmed = yes !== undefined
  if (!terminal.quiet) terminal.err(terminal.say({ zh: `已记入 ${path}`, en: `kept in ${path}` }))
}
