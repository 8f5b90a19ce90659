/** The verb that governs a clause, with the verbs joined to it, and what stands before it. */
import {
  ACTS,
  ADVERB_BEFORE,
  DEADLINE,
  DEED,
  FIELD,
  LEAD,
  NOUN_SIGN,
  OWNER_VERB,
  PREPOSITION,
  STAGE_AFTER,
} from '../../catalogue/signs.ts'
import type { Span } from '../types.ts'
import { dateFrom, type EntityContext } from './context.ts'
import { type Mark, spanAt } from './scan.ts'
import type { Segment } from './segments.ts'

export interface Governor {
  acts: Mark[]
  /** What stands before the verb and is its object in meaning: 机场开工建设. */
  subject: Span | null
  place: Span | null
  /** Where the task begins. */
  from: number
}

const JOIN = /^(?:、|和|并|及|或|与|以及|，)$/

/** The verb that governs a segment, with the verbs joined to it. */
export function governor(context: EntityContext, segment: Segment, body: Span | null): Governor | null {
  const { text } = context
  const { marks } = segment
  let at = body && body.start >= segment.start && body.end < segment.end ? body.end : segment.start
  let place: Span | null = null
  let i = 0
  for (; i < marks.length; i++) {
    const mark = marks[i]!
    if (mark.start < at) continue
    const gap = text.slice(at, mark.start)
    if (gap !== '' && !LEAD_IN.test(gap) && !dated(context, at, mark.start)) {
      const preposition = marks[i - 1]
      if (!preposition || !(preposition.bits & PREPOSITION) || preposition.end !== at) return nominal(context, segment, at)
    }
    if (mark.bits & NOUN_SIGN) return nominal(context, segment, at)
    if (mark.bits & PREPOSITION && !(mark.bits & ACTS)) {
      const ahead = afterPhrase(context, segment, i)
      if (ahead < 0) return null
      if (text.startsWith('在', mark.start)) place = placeAt(text, mark.end, marks[ahead]!.start)
      const moved = brings(text, mark) ? spanAt(text, mark.end, marks[ahead]!.start) : null
      return { acts: run(text, segment, ahead), subject: moved && bare(text, moved), place, from: segment.start }
    }
    if (mark.bits & ACTS) {
      // 加快, 确保: an adverb where another verb, or a date, follows at once
      if (mark.bits & DEED || !(mark.bits & (LEAD | ADVERB_BEFORE)) || !leadsOn(context, marks, i)) break
    } else if (!(mark.bits & (ADVERB_BEFORE | FIELD | DEADLINE | OWNER_VERB)) && mark.bits !== 0)
      return nominal(context, segment, at)
    at = mark.end
  }
  const head = marks[i]
  if (!head || !(head.bits & ACTS)) return null
  return { acts: run(text, segment, i), subject: null, place, from: segment.start }
}

/** Whether a verb or a date follows the mark at `i` at once, adverbs between them or not. */
function leadsOn(context: EntityContext, marks: readonly Mark[], i: number): boolean {
  let { end } = marks[i]!
  for (let k = i + 1; k < marks.length && marks[k]!.start === end; k++) {
    const { bits } = marks[k]!
    if (bits & NOUN_SIGN) return false
    if (bits & (ACTS | DEADLINE)) return true
    if (!(bits & ADVERB_BEFORE)) return false
    end = marks[k]!.end
  }
  return dateFrom(context, end, end + 1) !== undefined
}

/** Words without a sign that may stand before the verb. */
const LEAD_IN =
  /^(?:[的地]|了|要|将|再|还|新|就|来|去|可|能|应|好|会|更|最|多|以便|从而|进而|继而|[ \u3000“”"]|[一二三四五六七八九十\d]+[是要、.．]|[（(]?[一二三四五六七八九十\d]{1,2}[)）]|[①-⑳⑴-⒇])*$/

/** Whether there is nothing but a date from `from` to `to`. */
function dated(context: EntityContext, from: number, to: number): boolean {
  const date = dateFrom(context, from - 1, to)
  return (
    date !== undefined &&
    /^[到至在于从自前底末内，、]*$/.test(context.text.slice(from, date.start)) &&
    /^[前底末内年月日之以份]*$/.test(context.text.slice(Math.min(date.end, to), to))
  )
}

/** What follows the verb of an object brought forward. */
const FORWARDED = /^(?:成|为|到|至|入)/

/** Prepositions whose phrase a verb may follow: 以更大力度推进, 通过…集中整治. */
const MEANS = /[以用通按依在]/

const brings = (text: string, mark: Mark): boolean => mark.end - mark.start === 1 && '将把对'.includes(text[mark.start]!)

/**
 * The verb behind a phrase that a preposition opens: the last one for 将, 把 and 对, which bring the object
 * forward; else the first behind a place (在城区新建) or behind an adverb (以更大力度推进), since a verb inside the
 * phrase governs nothing (以培育产业链为载体). −1 where there is none.
 */
function afterPhrase(context: EntityContext, segment: Segment, i: number): number {
  const { text } = context
  const { marks } = segment
  const forward = brings(text, marks[i]!)
  // 以…为目标: all of the clause is the phrase
  if (text.startsWith('以', marks[i]!.start) && /为[^，]{1,8}$/.test(text.slice(segment.start, segment.end))) return -1
  let found = -1
  for (let k = i + 1; k < marks.length; k++) {
    const mark = marks[k]!
    if (!(mark.bits & ACTS) || mark.bits & NOUN_SIGN || mark.end - mark.start < 2) continue
    if ('的上中下里为'.includes(text[mark.end] ?? '') || mark.start === marks[i]!.end) continue
    if (forward) {
      // 把甲打造成乙, 对甲实施改造; but not 把政治建设放在首位
      if (mark.end >= segment.end || FORWARDED.test(text.slice(mark.end, mark.end + 2))) found = k
      continue
    }
    const before = marks[k - 1]!
    if (
      before.bits & ADVERB_BEFORE &&
      before.end === mark.start &&
      before.start > marks[i]!.end &&
      MEANS.test(text[marks[i]!.start]!)
    )
      return k
    if (text.startsWith('在', marks[i]!.start) && placeAt(text, marks[i]!.end, mark.start)) return k
  }
  return found
}

/** 机场开工建设, 5G基站新建1000座: what is done to the thing before the verb. */
function nominal(context: EntityContext, segment: Segment, from: number): Governor | null {
  const { text } = context
  for (let k = segment.marks.length - 1; k >= 0; k--) {
    const mark = segment.marks[k]!
    if (mark.start <= from + 1) return null
    if (!(mark.bits & DEED) || mark.bits & NOUN_SIGN || mark.end - mark.start < 2) continue
    // 成交额突破6000亿元 bounds a figure and is no deed
    if (segment.figures.some(f => f.cues.some(c => c.start === mark.start))) return null
    const counted = segment.figures.some(f => f.start >= mark.end && f.start <= mark.end + 3 && !/[%％‰元点倍]$/.test(f.unit))
    if (!(mark.end >= segment.end - 1 && mark.bits & STAGE_AFTER) && !counted) continue
    const subject = spanAt(text, from, mark.start)
    return subject && subject.end - subject.start >= 2 ? { acts: [mark], subject: bare(text, subject), place: null, from } : null
  }
  return null
}

/** Adverbs and dates between a subject and its verb. */
const LOOSE =
  /(?:力争|力促|确保|争取|要|将|全部|基本|年内|今年|正式|全面|如期|尽快|尽早|早日|加快|均|已|计划|预计|实现|新|顺利|按期|进行|开展|加以|予以|逐一|统一|实施|[\d一二三四五六七八九十]+月(?:份|[底末])?(?:之?前)?|年底(?:之?前)?|[上下]半年|[一二三四]季度|(?:20)?\d\d年[底末]?(?:之?前)?)+$/

/** The subject without the adverbs between it and the verb; null where nothing else is left. */
function bare(text: string, subject: Span): Span | null {
  const from = Math.max(subject.start, subject.end - 16)
  const adverbs = LOOSE.exec(text.slice(from, subject.end))
  const rest = adverbs ? spanAt(text, subject.start, from + adverbs.index) : subject
  return rest && rest.end - rest.start >= 2 ? rest : null
}

/** The verb at `i` and those joined to it. */
function run(text: string, segment: Segment, i: number): Mark[] {
  const { marks } = segment
  const out = [marks[i]!]
  for (let k = i + 1; k < marks.length; k++) {
    const last = out.at(-1)!
    let next = marks[k]!
    if (next.bits === 0 && next.start === last.end && marks[k + 1]) next = marks[++k]!
    if (!(next.bits & ACTS) || next.bits & NOUN_SIGN) break
    const gap = text.slice(last.end, next.start)
    if (gap !== '' && !JOIN.test(gap)) break
    if (!objectAfter(text, segment, next.end)) break
    // 加强和改进党的建设 joins verbs; 推进改革和发展 joins nouns after one verb
    if (gap === '' && !(last.bits & LEAD)) break
    out.push(next)
  }
  return out
}

const HAN2 = /[\u4e00-\u9fffA-Za-z]{2}/

/** Whether a noun stands between `from` and the first amount, or behind an amount that follows at once. */
function objectAfter(text: string, segment: Segment, from: number): boolean {
  const figure = segment.figures.find(f => f.start >= from)
  const direct = figure && figure.start <= from + 2
  const words = direct ? text.slice(figure.end, segment.end) : text.slice(from, figure ? figure.start : segment.end)
  return HAN2.test(words) && !/^(?:的|等|工作$|任务$|力度|水平|能力)/.test(words)
}

const PLACE_END = /(?:[省市县区镇乡村州盟旗]|街道|新区|园区|社区|城区|山区|片区|沿线|流域|基地|路段|路|城|港)$/

function placeAt(text: string, from: number, to: number): Span | null {
  const span = spanAt(text, from, to)
  if (!span) return null
  const inner =
    /^(.{2,20}?(?:[省市县区镇乡村州盟旗]|街道|新区|园区|社区|城区|片区|流域|沿线))(?:等.{0,10})?(?:[内中里上]|范围内|各地|境内)?(?:新|规划|再|各|选址|试点|率先|先行|全面)*$/.exec(
      span.text,
    )
  if (inner) return spanAt(text, span.start, span.start + inner[1]!.length)
  return PLACE_END.test(span.text) && span.text.length <= 20 ? span : null
}
