/** What became of every file of a call: how many were read, what they were, what was mended, what was refused and why. */
import type { DocumentErrorCode, Words } from '../../documents/index.ts'
import type { Aside, Reading, Repair } from '../../read/types.ts'
import { ASIDE, REPAIR } from '../../tell/page/labels.ts'
import type { Terminal } from '../terminal.ts'
import { countsOf, formatOf, said } from './document.ts'
import { painter, width } from './layout.ts'

const refusals: Record<DocumentErrorCode, Words> = {
  empty: { zh: '空文件', en: 'empty' },
  binary: { zh: '二进制数据', en: 'binary data' },
  unsupported: { zh: '不读的格式', en: 'format not read' },
  'not-chinese': { zh: '不是中文文章', en: 'not Chinese' },
  damaged: { zh: '已损坏', en: 'damaged' },
  'too-large': { zh: '太大', en: 'too large' },
  'not-found': { zh: '找不到', en: 'not found' },
  unreadable: { zh: '没有权限或读不出', en: 'unreadable' },
  'no-texts': { zh: '里面没有文档', en: 'no documents inside' },
  'no-match': { zh: '没有匹配', en: 'no match' },
  encrypted: { zh: '加了密', en: 'encrypted' },
  'no-text': { zh: '没有文字（如扫描件）', en: 'no text (as a scan)' },
  'over-limit': { zh: '超出上限', en: 'over a limit' },
  unsafe: { zh: '不安全', en: 'unsafe' },
  classified: { zh: '标有密级', en: 'classified' },
  defect: { zh: '程序缺陷', en: 'defect of the program' },
}

export interface Accounts {
  add(reading: Reading): void
  /** The account as lines; call it when all is read. */
  text(failures: readonly { code: DocumentErrorCode }[]): string
}

export function accounts(terminal: Terminal): Accounts {
  const { language, columns } = terminal
  const paint = painter(terminal.colour)
  const formats: string[] = []
  const repairs: Repair['kind'][] = []
  const asides: Aside['reason'][] = []
  let figures = 0
  return {
    add(reading) {
      formats.push(formatOf(reading))
      figures += reading.figures.length
      for (const { kind } of reading.repairs) repairs.push(kind)
      for (const { reason } of reading.asides) asides.push(reason)
    },
    text(failures) {
      const plain = Object.fromEntries(formats.map(name => [name, { zh: name, en: name }]))
      const all: [Words, number, string][] = [
        [{ zh: '读出', en: 'Read' }, formats.length, said(countsOf(formats), plain, language)],
        [{ zh: '未读', en: 'Not read' }, failures.length, said(countsOf(failures.map(each => each.code)), refusals, language)],
        [{ zh: '数据', en: 'Figures' }, figures, ''],
        [{ zh: '整理和标记', en: 'Mended or flagged' }, repairs.length, said(countsOf(repairs), REPAIR, language)],
        [{ zh: '未入正文', en: 'Left out of the text' }, asides.length, said(countsOf(asides), ASIDE, language)],
      ]
      const lines = all
        .filter(([, count], i) => i === 0 || count > 0)
        .flatMap(([name, count, kinds]) => folded(`${name[language]} ${count}`, kinds, Math.min(140, Math.max(60, columns))))
      const title = terminal.say({ zh: '全部文件', en: 'All files' })
      return `\n${paint(` ${title}`, 'bold')}\n${lines.map(line => ` ${line}\n`).join('')}`
    },
  }
}

/** A head and its list, which goes on under itself where it is too long for the line. */
export function folded(head: string, list: string, columns: number): string[] {
  if (list === '') return [head]
  const colon = /[\u4e00-\u9fff]/.test(head) ? '：' : ': '
  const indent = ' '.repeat(width(head + colon))
  const lines = [head + colon]
  for (const piece of list.split(/(?<=[，,])\s?/)) {
    const last = lines.length - 1
    const space = lines[last]!.endsWith(',') ? ' ' : ''
    if (width(lines[last]! + space + piece) <= columns - 2 || lines[last]!.trim() === '' || lines[last] === head + colon)
      lines[last] += space + piece
    else lines.push(indent + piece)
  }
  return lines
}
