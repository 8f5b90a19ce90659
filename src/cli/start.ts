/** `jiedu start`: a first look. Reads a report, sums it up in the terminal and serves its page to this machine. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { read } from '../read/index.ts'
import type { Reading } from '../read/types.ts'
import { preview } from '../server/preview.ts'
import { page } from '../tell/page.ts'
import { CommandError, command, type Options, UsageError } from './command.ts'
import { inputOptions, inputOptionsOf, inputs } from './inputs.ts'
import { packageVersion } from './package-file.ts'
import { summary } from './summary/index.ts'

const defaultPort = 4173

const options = {
  port: {
    type: 'string',
    value: 'N',
    about: {
      zh: `从这个端口起找空闲的；默认 ${defaultPort}，0 由系统选`,
      en: `the first port to try; default ${defaultPort}, 0 lets the system choose`,
    },
  },
  ...inputOptions,
} satisfies Options

export default command({
  usage: 'start [PATH]',
  about: {
    zh: '解读一篇报告，在终端里列出要点，并在本机打开网页服务。不给 PATH 时读附带的样例。',
    en: 'Reads a report, sums it up in the terminal and serves its page on this machine. Without PATH: the bundled sample.',
  },
  options,
  examples: [
    { line: 'jiedu start', about: { zh: '看附带的样例', en: 'look at the bundled sample' } },
    { line: 'jiedu start report.txt --port 8080', about: { zh: '看自己的报告', en: 'look at a report of your own' } },
  ],
  async run(values, paths, terminal) {
    if (paths.length > 1) {
      throw new UsageError(
        { zh: '只能看一篇', en: 'one report at a time' },
        { zh: '几篇报告用 jiedu tell … --page --out DIR', en: 'several reports: jiedu tell … --page --out DIR' },
      )
    }
    const port = portOf(values.port)
    const source = await inputs([paths[0] ?? bundledSample()], inputOptionsOf(values), terminal)
    let reading: Reading | undefined
    for await (const made of source.each(document => read(document))) reading ??= made
    source.finish()
    if (reading === undefined) return 1
    const { language, columns, colour } = terminal
    await terminal.out(summary(reading, { language, columns, colour, full: false }))
    const html = page(reading, { lang: language, generatedBy: `jiedu ${packageVersion()}` })
    const documents = {
      '/': { mediaType: 'text/html', body: html },
      '/reading.json': { mediaType: 'application/json', body: JSON.stringify(reading) },
    }
    const served = await preview(documents, port).catch((error: NodeJS.ErrnoException) => {
      throw new CommandError(
        { zh: `打不开端口（${error.code ?? error.message}）`, en: `no port could be opened (${error.code ?? error.message})` },
        { zh: '用 --port 换一个', en: 'name another with --port' },
        1,
      )
    })
    await terminal.out(
      `\n${terminal.say({ zh: `网页：${served.url}（Ctrl+C 结束）`, en: `page: ${served.url} (Ctrl+C ends it)` })}\n`,
    )
    await asked()
    await served.close()
    return 0
  },
})

/** The sample that comes with the package, found the same way from source and from a bundle. */
const bundledSample = () =>
  join(dirname(createRequire(import.meta.url).resolve('jiedu/package.json')), 'samples', 'xianning-2021.md')

function portOf(text: string | undefined): number {
  if (text === undefined) return defaultPort
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new UsageError(
    { zh: `不是端口：${text}`, en: `not a port: ${text}` },
    { zh: '端口是 0 到 65535 的整数', en: 'a port is a number from 0 to 65535' },
  )
}

/** Resolves when the user asks to end. */
const asked = () =>
  new Promise<void>(resolve => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
