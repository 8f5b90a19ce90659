/** What a task acts on: the noun phrase behind its verb, without its amount, and the parts of a list. */
import type { Figure, Span } from '../types.ts'
import type { EntityContext } from './context.ts'
import { type Mark, spanAt } from './scan.ts'
import type { Segment } from './segments.ts'

const BOUNDS = /^(?:了|不少于|不低于|约|近|超|超过|至少|达|共|各|总?计|至|到|逾)*$/

/** The objects from `from` on: the parts of a list, each without its amount. */
export function objectsOf(context: EntityContext, segment: Segment, from: number, subject: Span | null): Span[] {
  const { text } = context
  const figure = segment.figures.find(f => f.start >= from && !embedded(text, f, from, segment.end))
  let span: Span | null
  if (!figure) span = spanAt(text, from, segment.end)
  else if (BOUNDS.test(text.slice(from, figure.start))) span = counted(text, figure, segment)
  else if (/等$/.test(text.slice(from, figure.start))) span = spanAt(text, from, figure.start - 1)
  else span = spanAt(text, from, amountStart(text, figure, from))
  if (!span || span.end - span.start < 2) return subject ? [subject] : []
  return parts(text, trimmed(text, span) ?? span, segment.marks)
}

/** An amount inside a name or before 的 tells of its noun, not how much is done: 总投资10亿元的项目, 国电投300兆瓦光伏. */
function embedded(text: string, figure: Figure, from: number, end: number): boolean {
  const before = text.slice(from, figure.start)
  const after = text.slice(figure.end, Math.min(end, figure.end + 3))
  if (/^(?:以上|左右|以内)?的/.test(after) && !BOUNDS.test(before)) return true
  return (
    !BOUNDS.test(before) &&
    !/等$/.test(before) &&
    /^[\u4e00-\u9fffA-Za-z]{2}/.test(after) &&
    !/^(?:以上|左右|以内|以下|[和与及并])/.test(after)
  )
}

/** 5所幼儿园: the noun behind the amount, up to the next one. */
export function counted(text: string, figure: Figure, segment: Segment): Span | null {
  const next = segment.figures.find(f => f.start > figure.start)
  const after = figure.cues.find(c => c.start === figure.end)
  const span = spanAt(text, after ? after.end : figure.end, next ? amountStart(text, next, figure.end) : segment.end)
  return span?.text.startsWith('的') ? spanAt(text, span.start + 1, span.end) : span
}

/** Where an amount begins with the words that bound it: 达到, 不少于, 总数达. */
export function amountStart(text: string, figure: Figure, floor: number): number {
  let start = figure.start
  for (const cue of figure.cues) if (cue.start >= floor && cue.start < start) start = cue.start
  const words =
    /(?:总数|总量|总规模|累计|分别|各|共|约|近|达到|达|超过|超|不少于|不低于|至少|增加到|提高到|控制在|为|均|年均|新增|增长|增加|提高|下降|降低|减少|完成|实现|到|至|逾|在)+$/.exec(
      text.slice(floor, start),
    )
  return words ? floor + words.index : start
}

const trimmed = (text: string, span: Span): Span | null => {
  const lead =
    /^(?:(?:[和并与及]|以及|并且)(?=(?:实施|践行|落实|完善|运用|规范|发展|推广|保护|利用|弘扬|改进|维护|加强|提升|改善|用好|推动|执行|巩固|拓展|建设|培育|引进|管好|保障|优化|促进))[\u4e00-\u9fff]{2}|了|着|好|成为|成|为|到|一批|一大批|若干|一个|一些|更多)+/.exec(
      span.text,
    )
  const end = span.text.endsWith('等') ? span.end - 1 : span.end
  return spanAt(text, span.start + (lead && lead[0].length < span.text.length - 1 ? lead[0].length : 0), end)
}

/** 等 that closes a list, not that of 高等, 平等, 等级. */
const ETC = /(?<![高初中平同优均对不上特甲乙一二三])等(?![级于效同量值额次])/

/** Splits a list at its commas, and at 和 or 及 in its last part; what follows 等 names the kind, not a part. */
export function parts(text: string, span: Span, marks: readonly Mark[]): Span[] {
  const commas = marks.filter(m => m.bits === 0 && m.start > span.start && m.start < span.end && text[m.start] === '、')
  if (commas.length === 0) return [span]
  const out: Span[] = []
  let from = span.start
  for (const comma of commas) {
    const part = spanAt(text, from, comma.start)
    if (part) out.push(part)
    from = comma.end
  }
  const rest = text.slice(from, span.end)
  const etc = ETC.exec(rest)
  const end = etc && etc.index > 1 ? from + etc.index : span.end
  const and = /^([^的]{2,10})(以及|[和及与])[^的]{2,10}$/.exec(text.slice(from, end))
  if (and) {
    const middle = from + and[1]!.length
    for (const part of [spanAt(text, from, middle), spanAt(text, middle + and[2]!.length, end)]) if (part) out.push(part)
  } else {
    const part = spanAt(text, from, end)
    if (part) out.push(part)
  }
  return out
}
