/** `jiedu tell`: readings told as a page. */
import type { Words } from '../documents/index.ts'
import { read } from '../read/index.ts'
import { page } from '../tell/page.ts'
import { command, type Options, UsageError } from './command.ts'
import { asksForSeveral, type Inputs, inputOptions, inputOptionsOf, inputs } from './inputs.ts'
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
      zh: '另存一份 PDF，把每个数据标在原处（目标绿色，其余黄色），点开可见指标；只用于 PDF，须加 --out',
      en: 'a copy of the PDF with every figure marked in its place (targets green, others yellow), its indicator in a note; PDF only, with --out',
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
  usage: 'tell PATH… --page|--marked',
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
  ],
  async run(values, paths, terminal) {
    if (paths.length === 0) {
      throw new UsageError(
        { zh: '没有给出报告', en: 'no report to tell' },
        { zh: '例如 jiedu tell report.txt --page', en: 'for example jiedu tell report.txt --page' },
      )
    }
    if (values.page === values.marked) {
      throw new UsageError(
        values.page
          ? { zh: '--page 和 --marked 一次只能用一个', en: '--page and --marked are made one at a time' }
          : { zh: '没有说做成什么', en: 'nothing said of what to make' },
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
    const out = values.out === undefined ? null : fileWriter(values.out, several, terminal)
    if (values.marked) return markPdfs(source, out!, terminal)
    const generatedBy = `jiedu ${packageVersion()}`
    for await (const reading of source.each(document => read(document))) {
      const html = page(reading, { lang: terminal.language, generatedBy })
      if (out) out(reading.source.name, '.html', html)
      else await terminal.out(html)
    }
    return source.failed() > 0 ? 1 : 0
  },
})

type WriteFile = (name: string, extension: string, content: string | Uint8Array) => void

/** Marks each PDF; other documents have no place to mark and are named. @returns the exit code */
async function markPdfs(source: Inputs, out: WriteFile, terminal: Terminal): Promise<number> {
  const { markedPdf } = await import('../tell/marked-pdf.ts')
  let failed = 0
  const fail = (name: string, why: Words) => {
    failed++
    terminal.err(`${name}: ${terminal.say(why)}`)
  }
  for await (const { reading, bytes } of source.each((document, bytes) => ({ reading: read(document), bytes }))) {
    const { name, mediaType } = reading.source
    if (mediaType !== 'application/pdf' || bytes === null) {
      fail(name, { zh: '不是单独的 PDF 文件，没有标注', en: 'no PDF file of its own, so it is not marked' })
      continue
    }
    let copy: Uint8Array
    try {
      copy = await markedPdf(bytes, reading)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      fail(name, { zh: `这个 PDF 不能加标注（${why}）`, en: `this PDF cannot be marked (${why})` })
      continue
    }
    out(name, '.pdf', copy)
  }
  return source.failed() + failed > 0 ? 1 : 0
}

/** Writes to the file that was named, or below the folder, and says where. */
function fileWriter(target: string, several: boolean, terminal: Terminal): WriteFile {
  const files = several || isFolder(target) ? namesIn(target) : null
  return (name, extension, content) => {
    const path = files ? files(name, extension) : target
    write(path, content)
    if (!terminal.quiet) terminal.err(terminal.say({ zh: `已写入 ${path}`, en: `written to ${path}` }))
  }
}
