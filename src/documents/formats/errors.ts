/** The errors that every format has; each names the file, the cause and what to do. */
import { DocumentError } from '../error.ts'
import type { Words } from '../types.ts'
import type { Limits } from './limits.ts'

/** The document is damaged, cut off or not what its first bytes say. `why` completes the sentence, no full stop. */
export function damaged(file: string, format: string, why: Words): DocumentError {
  return new DocumentError('damaged', file, {
    what: { zh: `${format} 文件已损坏：${why.zh}`, en: `damaged ${format} file: ${why.en}` },
    todo: {
      zh: '请重新下载或导出；能打开的话，另存一份再读',
      en: 'download or export it again; if a program still opens it, save a copy and read that',
    },
  })
}

/** The document opens with a password only. */
export function encrypted(file: string, format: string): DocumentError {
  return new DocumentError('encrypted', file, {
    what: { zh: `${format} 文件加了密`, en: `the ${format} file is encrypted` },
    todo: { zh: '请用密码打开，另存一份不加密的再读', en: 'open it with its password, save a copy without one and read that' },
  })
}

/** The document is whole but holds no characters, as a scan does. */
export function withoutText(file: string, format: string, why: Words): DocumentError {
  return new DocumentError('no-text', file, {
    what: { zh: `${format} 文件里没有文字：${why.zh}`, en: `no text in the ${format} file: ${why.en}` },
    todo: {
      zh: '请先做文字识别（OCR），或找带文字的版本',
      en: 'recognise its text (OCR) first, or find a version that holds text',
    },
  })
}

const measures: Record<keyof Limits, { zh: (n: string) => string; en: (n: string) => string }> = {
  bytes: { zh: n => `文件超过 ${n} 字节`, en: n => `the file has more than ${n} bytes` },
  expanded: { zh: n => `解压后超过 ${n} 字节`, en: n => `it expands to more than ${n} bytes` },
  ratio: { zh: n => `压缩比超过 ${n} 倍，像是压缩炸弹`, en: n => `it expands more than ${n}-fold, as a zip bomb does` },
  entries: { zh: n => `包内超过 ${n} 个文件`, en: n => `it holds more than ${n} entries` },
  pages: { zh: n => `超过 ${n} 页`, en: n => `it has more than ${n} pages` },
  characters: { zh: n => `文字超过 ${n} 字`, en: n => `it has more than ${n} characters` },
  depth: { zh: n => `内容嵌套超过 ${n} 层`, en: n => `its content nests deeper than ${n}` },
  seconds: { zh: n => `${n} 秒内没有读完`, en: n => `it was not read within ${n} seconds` },
  memory: { zh: n => `所需内存超过 ${n} MB`, en: n => `it needs more than ${n} MB of memory` },
}

/** A limit was reached; the message says which and how it is raised. */
export function overLimit(file: string, limit: keyof Limits, value: number): DocumentError {
  const { zh, en } = measures[limit]
  return new DocumentError('over-limit', file, {
    what: { zh: zh(String(value)), en: en(String(value)) },
    todo: {
      zh: `请确认这是一篇报告；确实要读，用 --limits ${limit}=N 放宽`,
      en: `make sure that it is a report; to read it all the same raise the limit with --limits ${limit}=N`,
    },
  })
}
