/** What others would use for the same job: a general recogniser of numbers, and a regular expression. */
import { createRequire } from 'node:module'

export interface Found {
  start: number
  end: number
}

interface Recognised {
  start: number
  /** Inclusive. */
  end: number
}
type Recogniser = (text: string, culture: string) => Recognised[]

// The package's types do not resolve under NodeNext, its code is CommonJS.
const suite = createRequire(import.meta.url)('@microsoft/recognizers-text-suite') as Record<
  'recognizeNumber' | 'recognizePercentage' | 'recognizeCurrency' | 'recognizeDimension',
  Recogniser
>
const models = [suite.recognizeNumber, suite.recognizePercentage, suite.recognizeCurrency, suite.recognizeDimension]

/**
 * Microsoft Recognizers-Text, four models over one line: number, percentage, currency, dimension. Where
 * results overlap the longest stands, as a caller would compose them.
 */
export function recognizers(line: string): Found[] {
  const all = models.flatMap(model => model(line, 'zh-cn')).map(({ start, end }) => ({ start, end: end + 1 }))
  const taken: Found[] = []
  for (const item of all.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start))
    if (!taken.some(other => item.start < other.end && other.start < item.end)) taken.push(item)
  return taken.sort((a, b) => a.start - b.start)
}

/** The rule of thumb: a number, a magnitude, a unit out of the most frequent ones. */
const numberAndUnit =
  /(?:第?[零一二两三四五六七八九十百千]+(?=[个家项次届位名倍件户人座所条])|[0-9０-９]+(?:[.．,，][0-9０-９]+)*)(?:[十百千万亿]+多?)?(?:个百分点|平方公里|平方米|立方米|公顷|公里|千瓦时|千瓦|人次|美元|[%％‰元吨亩户个家项人次件辆台套座所条名位倍米届])?/g

/** The regular expression over a whole text. */
export function bareExpression(text: string): Found[] {
  return Array.from(text.matchAll(numberAndUnit), match => ({ start: match.index, end: match.index + match[0].length }))
}

/** Runs `find` line by line and gives offsets into the whole text. */
export function byLine(text: string, find: (line: string) => Found[]): Found[] {
  let offset = 0
  return text.split('\n').flatMap(line => {
    const at = offset
    offset += line.length + 1
    return find(line).map(({ start, end }) => ({ start: start + at, end: end + at }))
  })
}
