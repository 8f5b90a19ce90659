/** `jiedu tell`: readings told as a page. */
import { dirname, relative } from 'node:path'
import type { Words } from '../documents/index.ts'
import { read as readOf } from '../read/index.ts'
import type { Reading } from '../read/types.ts'
import { page as pageOf } from '../tell/page.ts'
import { command, type Options, UsageError } from './command.ts'
import { asksForSeveral, inputOptions, inputOptionsOf, inputs } from './inputs.ts'
import { isFolder, namesIn, write } from './out.ts'
import { packageVersion } from './package-file.ts'
import type { Terminal } from './terminal.ts'

const options = {
  page: {
    type: 'boolean',
    about: {
      zh: '做成一个网页文件：不依赖网络，可打印，可在手机上看',
      en: 'one self-contained HTML page: no network, prints, works on a phone',
    },
  },
  marked: {
    type: 'boolean',
    about: {
      zh: '另存一份 PDF，把每个数据标在原处（目标绿色，其余黄色，原句加下划线），点开可见指标；只用于 PDF，须加 --out。与 --page 同用时，网页直通标注处',
      en: 'a copy of the PDF with every figure marked in its place (targets green, others yellow, its sentence underlined), its indicator in a note; PDF only, with --out. With --page the page leads to the marks',
    },
  },
  out: {
    type: 'string',
    short: 'o',
    value: 'PATH',
    about: {
      zh: '写入文件（几篇时是文件夹）；默认输出到标准输出',
      en: 'write into this file, for several reports into this folder; default: standard output',
    },
  },
  ...inputOptions,
} satisfies Options

export default command({
  usage: 'tell PATH… --page --marked',
  about: {
    zh: '把报告的解读做成网页，或标在 PDF 原文上，一篇一个文件。',
    en: 'Tells readings as web pages or as marks in a copy of the PDF, one file a report.',
  },
  options,
  examples: [
    { line: 'jiedu tell report.txt --page --out report.html', about: { zh: '做成网页', en: 'make a page' } },
    {
      line: 'jiedu tell reports/ --page --out pages',
      about: { zh: '文件夹里的报告各做一个网页', en: 'a page for each report of a folder' },
    },
    {
      line: 'jiedu tell report.pdf --marked --out marked.pdf',
      about: { zh: '在 PDF 原文上标出数据', en: 'mark the figures in the PDF' },
    },
    {
      line: 'jiedu tell report.pdf --page --marked --out made',
      about: {
        zh: '网页和标注的 PDF 放进 made 文件夹，从网页点到 PDF 的那一句',
        en: 'page and marked PDF into the folder made; the page opens the PDF at the sentence',
      },
    },
  ],
  async run(values, paths, terminal) {
    if (paths.length === 0) {
      throw new UsageError(
        { zh: '没有给出报告', en: 'no report to tell' },
        { zh: '例如 jiedu tell report.txt --page', en: 'for example jiedu tell report.txt --page' },
      )
    }
    if (!values.page && !values.marked) {
      throw new UsageError(
        { zh: '没有说做成什么', en: 'nothing said of what to make' },
        { zh: '用 --page 做成网页，或用 --marked 标注 PDF', en: 'give --page for a web page, or --marked for a marked PDF' },
      )
    }
    if (values.marked && values.out === undefined) {
      throw new UsageError(
        { zh: '标注的 PDF 要写入文件', en: 'a marked PDF is written into a file' },
        { zh: '加 --out FILE.pdf', en: 'add --out FILE.pdf' },
      )
    }
    const several = asksForSeveral(paths)
    if (several && values.out === undefined) {
      throw new UsageError(
        { zh: '几篇报告要写成几个网页', en: 'several reports make several pages' },
        { zh: '加 --out DIR 指定文件夹', en: 'name a folder with --out DIR' },
      )
    }
    const source = await inputs(paths, inputOptionsOf(values), terminal)
    const both = values.page && values.marked
    const files = values.out === undefined ? null : filesIn(values.out, several || both, terminal)
    const told = { page: values.page, marked: values.marked, files, terminal }
    let failed = 0
    for await (const read of source.each((document, bytes, path) => ({ reading: readOf(document), bytes, path })))
      if (!(await tell(read, told))) failed++
    return source.finish() + failed > 0 ? 1 : 0
  },
})

interface Read {
  reading: Reading
  bytes: Uint8Array | null
  path: string | null
}

interface Told {
  page: boolean
  marked: boolean
  files: Files | null
  terminal: Terminal
}

/** Makes the page, the marked copy or both of one document. @returns whether all that was asked for was made */
async function tell({ reading, bytes, path }: Read, { page, marked, files, terminal }: Told): Promise<boolean> {
  const { name, mediaType } = reading.source
  const isPdf = mediaType === 'application/pdf'
  let pdf = isPdf ? path : null
  let made = true
  if (marked) {
    const copy = await copyOf(reading, isPdf ? bytes : null, terminal)
    made = copy !== null
    if (copy) {
      pdf = files!.path(name, '.pdf')
      files!.write(pdf, copy)
    }
  }
  if (!page) return made
  const target = files?.path(name, '.html') ?? null
  const document = pdf === null ? undefined : { url: addressOf(pdf, target), marked: marked && made }
  const html = pageOf(reading, {
    lang: terminal.language,
    generatedBy: `jiedu ${packageVersion()}`,
    ...(document && { document }),
  })
  if (target !== null) files!.write(target, html)
  else await terminal.out(html)
  return made
}

/** Where a file lies as seen from the page, or from the folder that the page is printed in. */
function addressOf(file: string, page: string | null): string {
  const way = relative(page === null ? '.' : dirname(page), file)
  return way.split(/[\\/]/).map(encodeURIComponent).join('/')
}

/** The PDF with its figures marked, or null, with the reason said: other documents have no place to mark. */
async function copyOf(reading: Reading, bytes: Uint8Array | null, terminal: Terminal): Promise<Uint8Array | null> {
  const fail = (why: Words) => {
    terminal.err(`${reading.source.name}: ${terminal.say(why)}`)
    return null
  }
  if (bytes === null) return fail({ zh: '不是单独的 PDF 文件，没有标注', en: 'no PDF file of its own, so it is not marked' })
  const { markedPdf } = await import('../tell/marked-pdf.ts')
  try {
    return await markedPdf(bytes, reading)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return fail({ zh: `这个 PDF 不能加标注（${why}）`, en: `this PDF cannot be marked (${why})` })
  }
}

interface Files {
  /** Where a document's page or copy goes: the file that was named, or one below the folder. */
  path(name: string, extension: string): string
  /** Writes it and says where. */
  write(path: string, content: string | Uint8Array): void
}

function filesIn(target: string, several: boolean, terminal: Terminal): Files {
  const names = several || isFolder(target) ? namesIn(target) : null
  return {
    path: (name, extension) => names?.(name, extension) ?? target,
    write(path, content) {
      write(path, content)
      if (!terminal.quiet) terminal.err(terminal.say({ zh: `已写入 ${path}`, en: `written to ${path}` }))
    },
  }
}
