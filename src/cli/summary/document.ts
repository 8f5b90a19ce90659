/** What a file was and what was done to its text, in words: format, encoding, pages; repairs and what was left out, by kind. */
import type { Reading } from '../../read/types.ts'
import { ASIDE, type Label, REPAIR } from '../../tell/page/labels.ts'
import type { Language } from '../terminal.ts'

const formats: Record<string, string> = {
  'text/plain': 'TXT',
  'text/markdown': 'MD',
  'text/html': 'HTML',
  'application/pdf': 'PDF',
  'application/ofd': 'OFD',
  'application/msword': 'DOC',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
}

/** `TXT`, `PDF`: what the content of a file was found to be, whatever its name says. */
export function formatOf({ source }: Reading): string {
  if (source.mediaType === 'application/msword' && /\.wp[st]$/i.test(source.name)) return 'WPS'
  return formats[source.mediaType] ?? source.mediaType
}

/** `TXT GB18030`, `PDF 12页`. */
export function whatWas(reading: Reading, language: Language): string {
  const { encoding, pages } = reading.source
  const of = pages === null ? null : language === 'zh' ? `${pages}页` : `${pages} p.`
  return [formatOf(reading), encoding?.toUpperCase(), of].filter(part => part != null).join(' ')
}

/** How many there are of each kind, the commonest first; those of one number in the order of their kinds. */
export type Counts<K extends string = string> = [kind: K, count: number][]

export function countsOf<K extends string>(kinds: Iterable<K>): Counts<K> {
  const counts = new Map<K, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** `断行接合 12，补出编号 3`. */
export function said<K extends string>(counts: Counts<K>, labels: Record<K, Label>, language: Language): string {
  return counts.map(([kind, count]) => `${labels[kind][language]} ${count}`).join(language === 'zh' ? '，' : ', ')
}

/** What was repaired or flagged in the text, and what the file holds besides it; empty where there is nothing to say. */
export function treatment({ repairs, asides }: Reading, language: Language): string[] {
  const mended = said(countsOf(repairs.map(each => each.kind)), REPAIR, language)
  const left = said(countsOf(asides.map(each => each.reason)), ASIDE, language)
  return [
    ...(mended ? [`${language === 'zh' ? '整理和标记：' : 'Mended or flagged: '}${mended}`] : []),
    ...(left ? [`${language === 'zh' ? '未入正文：' : 'Left out of the text: '}${left}`] : []),
  ]
}
