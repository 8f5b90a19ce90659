/** `jiedu check`: what is wrong in a report, with the sum shown, as a compiler tells it. */

import { resolve } from 'node:path'
import { againstAs } from '../check/against.ts'
import { factChanges } from '../check/changes.ts'
import { check, type Finding, rules, type Severity } from '../check/index.ts'
import type { Limits } from '../documents/index.ts'
import { pagesOf, read } from '../read/index.ts'
import type { Reading } from '../read/types.ts'
import { commented } from '../tell/commented.ts'
import { marked } from '../tell/marked.ts'
import { fileOf } from './beside.ts'
import { type Dismissals, dismissalsOf } from './check/dismissals.ts'
import { places } from './check/places.ts'
import type { Result } from './check/result.ts'
import { sarif } from './check/sarif.ts'
import { changesText, communiqueText, summaryLine, text } from './check/text.ts'
import { command, type Options, onlyOne, UsageError } from './command.ts'
import { asksForSeveral, inputOptions, inputOptionsOf, inputs } from './inputs.ts'
import { nearest } from './nearest.ts'
import { isFolder, namesIn, put, write } from './out.ts'
import { packageVersion } from './package-file.ts'
import type { Terminal } from './terminal.ts'

const options = {
  against: {
    type: 'string',
    value: 'PATH',
    about: {
      zh: '与另一份文件对照：上年报告（核对基数）、草案（列出改动）、公报；可以是文件夹，几个用逗号分开',
      en: "compare with another document: last year's report (bases), a draft (what changed), a communiqué; a folder, or several with commas",
    },
  },
  json: { type: 'boolean', about: { zh: '输出 JSON', en: 'print JSON' } },
  sarif: {
    type: 'boolean',
    about: { zh: '输出 SARIF 2.1.0，编辑器和代码平台可打开', en: 'print SARIF 2.1.0, which editors and code hosts open' },
  },
  html: { type: 'boolean', about: { zh: '输出网页，在原文上标出', en: 'make a page with the places marked in the text' } },
  docx: {
    type: 'boolean',
    about: {
      zh: '输出 Word 文档，问题作为批注写在原处；docx 报告批注在副本里，排版和已有批注不动；须加 --out',
      en: 'a Word document with the findings as comments in their places; of a docx report, a copy that keeps its formatting and comments; with --out',
    },
  },
  out: {
    type: 'string',
    short: 'o',
    value: 'PATH',
    about: {
      zh: '写入文件（几篇网页或 Word 文档时是文件夹）',
      en: 'write into this file, or folder for several pages or Word documents',
    },
  },
  'fail-on': {
    type: 'string',
    value: 'error|warning|note|never',
    about: {
      zh: '有这一级或更重的问题时退出码为 1；默认 error',
      en: 'exit code 1 where something of this severity or worse is found; default error',
    },
  },
  rules: {
    type: 'string',
    value: 'ID,…',
    about: { zh: '只用这些规则（包括默认关闭的）', en: 'run these rules only, also those that are off' },
  },
  all: { type: 'boolean', about: { zh: '默认关闭的规则也用', en: 'run the rules that are off as well' } },
  dismiss: {
    type: 'string',
    value: 'LINE:RULE',
    about: {
      zh: '看过、不算问题：记在文件旁边，以后不再报',
      en: 'looked at and no problem: kept beside the document and not told again',
    },
  },
  reason: { type: 'string', value: 'TEXT', about: { zh: '不算问题的理由', en: 'why it is no problem' } },
  ...inputOptions,
} satisfies Options

const order: Severity[] = ['error', 'warning', 'note']

export default command({
  usage: 'check PATH…',
  about: {
    zh: '校对报告：加总、占比、结构、基数、前后是否一致，标点和序号；每处都给出算式，不改原文。',
    en: 'Proof-reads reports: sums, shares, structures, bases, contradictions, punctuation and numbering; each with its working. The text is never changed.',
  },
  options,
  examples: [
    { line: 'jiedu check report.txt', about: { zh: '在终端里看问题', en: 'findings in the terminal' } },
    {
      line: 'jiedu check 2022.txt --against 2021.txt',
      about: { zh: '基数与上年报告是否一致', en: "whether bases agree with last year's report" },
    },
    {
      line: 'jiedu check 2021.txt --against 2020-communique.txt',
      about: { zh: '与统计公报逐项核对', en: 'fact by fact against the statistical communiqué' },
    },
    {
      line: 'jiedu check passed.txt --against draft.txt',
      about: { zh: '同一年的两稿：数据和承诺的增减改动', en: 'two versions of one report: facts added, dropped, changed' },
    },
    {
      line: 'jiedu check report.txt --html --out marked.html',
      about: { zh: '做成标注网页', en: 'a page with the places marked' },
    },
    {
      line: 'jiedu check report.docx --docx --out commented.docx',
      about: { zh: '在 Word 副本里加批注', en: 'comments in a copy of the Word document' },
    },
    {
      line: 'jiedu check reports/ --sarif --fail-on warning > findings.sarif',
      about: { zh: '给编辑器或流水线用', en: 'for editors and pipelines' },
    },
    {
      line: 'jiedu check report.txt --dismiss 52:unclosed-mark --reason 原文如此',
      about: { zh: '第 52 行这一处不算问题，以后不报', en: 'the finding in line 52 is no problem' },
    },
  ],
  notes: {
    zh: '规则见 docs/rules.md。退出码 1 也表示有 --fail-on 所说的问题。',
    en: 'The rules are in docs/rules.md. Exit code 1 also means that --fail-on was met.',
  },
  async run(values, paths, terminal) {
    if (paths.length === 0) {
      throw new UsageError(
        { zh: '没有给出要校对的文件', en: 'no file to check' },
        { zh: '例如 jiedu check report.txt', en: 'for example jiedu check report.txt' },
      )
    }
    onlyOne(['json', 'sarif', 'html', 'docx'], values)
    const several = asksForSeveral(paths)
    if (several && (values.html || values.docx) && values.out === undefined) {
      throw new UsageError(
        { zh: '几篇报告要写成几个文件', en: 'several reports make several files' },
        { zh: '加 --out DIR 指定文件夹', en: 'name a folder with --out DIR' },
      )
    }
    if (values.docx && values.out === undefined) {
      throw new UsageError(
        { zh: 'Word 文档要写入文件', en: 'a Word document is written into a file' },
        { zh: '加 --out FILE.docx', en: 'add --out FILE.docx' },
      )
    }
    const failOn = severityOf(values['fail-on'])
    const wanted = rulesOf(values.rules, values.all)
    const taken = inputOptionsOf(values)
    const against = values.against === undefined ? [] : await readings(values.against, taken, terminal)
    const source = await inputs(paths, taken, terminal)
    const results: Result[] = []
    for await (const { reading, bytes } of source.each((document, bytes) => ({ reading: read(document), bytes }))) {
      const file = fileOf(paths, reading.source.name)
      const checked = check(reading, { against, rules: wanted })
      const kept = dismissalsOf(file)
      if (values.dismiss !== undefined) dismiss(kept, values.dismiss, values.reason, reading, checked.findings, terminal)
      const [open, dismissed] = kept.split(reading, checked.findings)
      const draft = against.find(other => againstAs(reading, other) === 'version')
      if (against.length > 0 && against.every(other => againstAs(reading, other) === null)) unrelated(reading, terminal)
      results.push({
        reading,
        file,
        bytes: values.docx ? bytes : null,
        checked,
        open,
        dismissed,
        changes: draft ? factChanges(draft, reading) : null,
      })
    }
    await give(results, { ...values, several, limits: taken.limits }, terminal)
    const bad = results.some(r => r.open.some(f => order.indexOf(f.severity) <= failOn))
    return source.finish() > 0 || bad ? 1 : 0
  },
})

type Inputs = Parameters<typeof inputs>[1]

async function readings(against: string, taken: Inputs, terminal: Terminal): Promise<Reading[]> {
  const source = await inputs(against.split(/[,，]/).filter(Boolean), taken, terminal)
  const list: Reading[] = []
  for await (const reading of source.each(document => read(document))) list.push(reading)
  source.finish()
  if (list.length > 0) return list
  throw new UsageError(
    { zh: `对照的文件读不了：${against}`, en: `nothing to compare with: ${against}` },
    { zh: '请检查 --against 的路径', en: 'check the path given to --against' },
  )
}

/** Nothing given to compare with is of this place and of a year that bears on it. */
function unrelated({ source, report }: Reading, terminal: Terminal): void {
  const what = `${report.place?.name ?? ''}${report.year ?? ''}`
  terminal.err(
    terminal.say({
      zh: `${source.name}（${what}）：对照的文件不是这个地方的同年稿、统计公报或早先的报告，没有可比的`,
      en: `${source.name} (${what}): nothing given with --against is a version, a communiqué or an earlier report of it`,
    }),
  )
}

interface Given {
  json: boolean
  sarif: boolean
  html: boolean
  docx: boolean
  out: string | undefined
  several: boolean
  limits: Limits
}

async function give(results: Result[], given: Given, terminal: Terminal): Promise<void> {
  const { json, sarif: asSarif, html, docx, out, several } = given
  if (html || docx) return files(results, given, terminal)
  if (asSarif) return put(`${JSON.stringify(sarif(results, packageVersion(), terminal.language), null, 1)}\n`, out, terminal)
  if (json) {
    const items = results.map(({ reading, checked, open, dismissed, changes }) => ({
      source: reading.source,
      ...checked,
      findings: placed(reading, open),
      dismissed: placed(reading, dismissed),
      changes,
    }))
    return put(`${JSON.stringify(several ? items : (items[0] ?? null), null, 1)}\n`, out, terminal)
  }
  const blocks = results.map(
    result =>
      text(result, terminal) + communiqueText(result, terminal) + (result.changes ? changesText(result.changes, terminal) : ''),
  )
  await put(blocks.join('') + summaryLine(results, terminal), out, terminal)
}

/** One file a document: a page, or a Word document. */
async function files(results: Result[], { html, out, several, limits }: Given, terminal: Terminal): Promise<void> {
  const generatedBy = `jiedu ${packageVersion()}`
  const names = out !== undefined && (several || isFolder(out)) ? namesIn(out) : null
  const lang = terminal.language
  for (const { reading, file, bytes, checked, open, changes } of results) {
    const content = html
      ? marked(reading, { ...checked, findings: open }, { lang, generatedBy, changes })
      : await commented(reading, open, bytes, { lang, limits, changes })
    const target = names ? names(reading.source.name, html ? '.html' : '.docx') : out
    if (target !== undefined && file !== null && resolve(target) === resolve(file)) throw overItself(target)
    if (names) write(target!, content)
    else await put(content, target, terminal)
  }
}

const overItself = (path: string) =>
  new UsageError(
    { zh: `${path} 是原文件，不覆盖`, en: `${path} is the report itself, which is not written over` },
    { zh: '用 --out 换一个名字', en: 'give another name with --out' },
  )

/** Findings with their lines and columns, counted from 1, and their pages, null where the document has none. */
function placed(reading: Reading, findings: readonly Finding[]) {
  const at = places(reading.text)
  const pageOf = pagesOf(reading.map)
  return findings.map(f => ({ ...f, ...at(f.start), page: pageOf(f.start) }))
}

/** The index of the mildest severity that fails; −1 for never. */
function severityOf(text: string | undefined): number {
  if (text === 'never') return -1
  const at = order.indexOf((text ?? 'error') as Severity)
  if (at >= 0) return at
  throw new UsageError(
    { zh: `--fail-on 不能是 ${text}`, en: `--fail-on cannot be ${text}` },
    { zh: '可用：error、warning、note、never', en: 'it is error, warning, note or never' },
  )
}

function rulesOf(text: string | undefined, all: boolean): string[] | undefined {
  if (text === undefined) return all ? rules.map(rule => rule.id) : undefined
  const ids = text.split(/[,，\s]+/).filter(Boolean)
  const known = rules.map(rule => rule.id)
  for (const id of ids) {
    if (known.includes(id)) continue
    const meant = nearest(id, known)
    throw new UsageError(
      { zh: `没有 ${id} 这条规则`, en: `no rule ${id}` },
      meant
        ? { zh: `是不是 ${meant}？`, en: `did you mean ${meant}?` }
        : { zh: `可用：${known.join('、')}`, en: `known: ${known.join(', ')}` },
    )
  }
  return ids
}

function dismiss(
  kept: Dismissals,
  asked: string,
  reason: string | undefined,
  reading: Reading,
  findings: Finding[],
  terminal: Terminal,
): void {
  const [, line, rule] = /^(\d+)(?::\d+)?:([a-z-]+)$/.exec(asked) ?? []
  if (line === undefined || rule === undefined) {
    throw new UsageError(
      { zh: `看不懂 ${asked}`, en: `not a finding: ${asked}` },
      { zh: '写成 行号:规则，如 52:unclosed-mark', en: 'write LINE:RULE, as in 52:unclosed-mark' },
    )
  }
  const at = places(reading.text)
  const meant = findings.filter(f => f.rule === rule && at(f.start).line === Number(line))
  if (meant.length === 0) {
    throw new UsageError(
      { zh: `第 ${line} 行没有 ${rule}`, en: `no ${rule} in line ${line}` },
      { zh: '先不加 --dismiss 看看有哪些', en: 'see what there is without --dismiss' },
    )
  }
  const path = kept.add(reading, meant, reason ?? null)
  if (!terminal.quiet) terminal.err(terminal.say({ zh: `已记入 ${path}`, en: `kept in ${path}` }))
}
