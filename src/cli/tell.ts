/** `jiedu tell`: readings told as a page. */
import { read } from '../read/index.ts'
import { page } from '../tell/page.ts'
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
  usage: 'tell PATH… --page',
  about: { zh: '把报告的解读做成网页，一篇一个文件。', en: 'Tells readings as web pages, one file a report.' },
  options,
  examples: [
    { line: 'jiedu tell report.txt --page --out report.html', about: { zh: '做成网页', en: 'make a page' } },
    {
      line: 'jiedu tell reports/ --page --out pages',
      about: { zh: '文件夹里的报告各做一个网页', en: 'a page for each report of a folder' },
    },
  ],
  async run(values, paths, terminal) {
    if (paths.length === 0) {
      throw new UsageError(
        { zh: '没有给出报告', en: 'no report to tell' },
        { zh: '例如 jiedu tell report.txt --page', en: 'for example jiedu tell report.txt --page' },
      )
    }
    if (!values.page) {
      throw new UsageError(
        { zh: '没有说做成什么', en: 'nothing said of what to make' },
        { zh: '加 --page 做成网页', en: 'add --page for a web page' },
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
    const generatedBy = `jiedu ${packageVersion()}`
    const out = values.out === undefined ? null : pageWriter(values.out, several, terminal)
    for await (const reading of source.each(read)) {
      const html = page(reading, { lang: terminal.language, generatedBy })
      if (out) out(reading.source.name, html)
      else await terminal.out(html)
    }
    return source.failed() > 0 ? 1 : 0
  },
})

/** Writes to the file that was named, or below the folder, and says where. */
function pageWriter(target: string, several: boolean, terminal: Terminal): (name: string, html: string) => void {
  const files = several || isFolder(target) ? namesIn(target) : null
  return (name, html) => {
    const path = files ? files(name, '.html') : target
    write(path, html)
    if (!terminal.quiet) terminal.err(terminal.say({ zh: `已写入 ${path}`, en: `written to ${path}` }))
  }
}
