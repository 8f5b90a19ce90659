/** Honours, firsts, ranks and streaks: who holds what, given by whom, in which field, since when. */
import {
  AWARD,
  COMMEND,
  FIELD,
  FIRST,
  HONOURS,
  LEADING_PLACE,
  LISTED,
  PASSIVE,
  RECORD,
  STREAK,
  TITLE,
} from '../../catalogue/signs.ts'
import type { Figure, Honour, Span, Statement } from '../types.ts'
import type { EntityContext } from './context.ts'
import { type Clause, type Mark, spanAt } from './scan.ts'

/** The honours that one clause of a result tells; `figures` are its measures. */
export function honoursOf(context: EntityContext, statement: Statement, clause: Clause, figures: readonly Figure[]): Honour[] {
  const ranks = figures.filter(f => f.measure === 'rank')
  if (!(clause.bits & HONOURS) && ranks.length === 0) return []
  const since = streakOf(context, clause, figures)
  const out: Honour[] = []
  const add = (draft: Partial<Honour> & { kind: Honour['kind'] }, start: number, end: number): void => {
    const whole = spanAt(context.text, start, end)
    if (whole)
      out.push({
        id: '',
        start: whole.start,
        end: whole.end,
        text: whole.text,
        statement: statement.id,
        kind: draft.kind,
        verb: draft.verb ?? null,
        title: draft.title ?? null,
        holder: draft.holder ?? null,
        body: draft.body ?? null,
        scope: draft.scope ?? null,
        rank: draft.rank ?? null,
        since: since?.span ?? null,
        years: since?.years ?? null,
        figures: draft.figures ?? [],
      })
  }
  // 获省政府表扬: what was got is praise
  const given =
    clause.marks.find(m => m.bits & COMMEND) ?? clause.marks.find(m => m.bits & (AWARD | PASSIVE | LISTED) && !(m.bits & FIRST))
  if (given) award(context, clause, given, add)
  for (const figure of ranks) {
    const scope = fieldBefore(clause, figure.start)
    add(
      {
        kind: 'rank',
        rank: figure.value,
        scope: scope && spanAt(context.text, scope.start, scope.end),
        holder:
          figure.indicator && !/^[居列位排]/.test(figure.indicator.text)
            ? spanAt(context.text, figure.indicator.start, figure.indicator.end)
            : null,
        figures: [figure.id],
      },
      // 全国第10位升至第8位: the field stands before another rank
      scope && figure.start - scope.end <= 6 ? scope.start : figure.start,
      figure.end,
    )
  }
  if (out.length === 0) first(context, clause, add)
  if (out.length === 0 && since) add({ kind: 'streak' }, since.span.start, clause.end)
  return out
}

type Add = (draft: Partial<Honour> & { kind: Honour['kind'] }, start: number, end: number) => void

/** 荣获…, 被…评为…, 入选…, 获…通报表扬. */
function award(context: EntityContext, clause: Clause, verb: Mark, add: Add): void {
  const { text } = context
  const rest = spanAt(text, verb.end, clause.end)
  const verbSpan = spanAt(text, verb.start, verb.end)
  const by = byWhom(context, clause, verb)
  const start = by ? Math.min(by.open, verb.start) : verb.start
  const holder = held(text, clause.start, start)
  if (verb.bits & COMMEND) {
    if (by?.body)
      add(
        {
          kind: 'commendation',
          verb: verbSpan,
          body: by.body,
          scope: scopeIn(context, clause, by.body.start, by.body.end),
          holder,
        },
        start,
        verb.end,
      )
    return
  }
  if (!rest || rest.text.length < 3) return
  const scope = clause.marks.find(m => m.bits & FIELD && m.start >= verb.end)
  const titled = clause.marks.some(m => m.bits & TITLE && m.start >= verb.end) || QUOTED.test(rest.text)
  if (!titled) return
  // 进入, 成为 and 列入 tell an honour only where a field is named
  if (verb.bits & LISTED && !scope) return
  const from = rest.start + (/^(?:了|为|成为|得)/.exec(rest.text)?.[0].length ?? 0)
  // 荣获教育部“示范校”称号: who gave it stands before what was won
  const giver = by?.body ? null : GIVER.exec(text.slice(from, rest.end))
  const title = spanAt(text, from + (giver?.[0].length ?? 0), rest.end)
  add(
    {
      kind: verb.bits & LISTED ? 'listed' : 'award',
      verb: verbSpan,
      title,
      body: by?.body ?? (giver && spanAt(text, from, from + giver[1]!.length)),
      scope: scope ? spanAt(text, scope.start, scope.end) : null,
      holder,
    },
    start,
    clause.end,
  )
}

const GIVER =
  /^((?:国务院|中共中央|联合国|全国总工会|[\u4e00-\u9fff]{2,12}?(?:部|委|委员会|局|厅|办公室|总署|署|协会|学会|联合会|组织|省政府|市政府|人民政府|省委|市委)(?:[和、][\u4e00-\u9fff]{2,8}(?:部|委|局|厅|署))*))(?:授予的?|颁发的?|命名的?|评选的?|表彰的?)?(?=[“《])/

const QUOTED = /[“"《][^”"》]{2,24}[”"》]/

/** The body between 被, 获, 受到 and the verb: 被国务院授予. */
function byWhom(context: EntityContext, clause: Clause, verb: Mark): { body: Span | null; open: number } | null {
  const { text } = context
  const before = text.slice(clause.start, verb.start)
  const m = /(被|由|获得|荣获|获|受到|得到|受)([^被获受]{0,24})$/.exec(before)
  if (!m) return null
  const open = clause.start + m.index
  const body = spanAt(text, open + m[1]!.length, verb.start)
  return {
    body:
      body && (BODY.test(body.text) || (m[1] === '被' && !/[了着的，]/.test(body.text) && body.text.length <= 16))
        ? trimBody(text, body)
        : null,
    open,
  }
}

const BODY =
  /国务院|中央|[省市县区州]委|政府|[部委局厅办院署会]$|领导|总书记|总理|人大|政协|联合国|组织|集团|[省市]级?$|国家|全国|中国|[省市县]$/
const trimBody = (text: string, body: Span): Span => {
  const tail = /(?:联合|分别|正式|专门|再次|充分|高度|领导)$/.exec(body.text)
  return tail && tail.index >= 2 && tail[0] !== '领导' ? spanAt(text, body.start, body.start + tail.index)! : body
}

/** 全国首个…, 全省率先…, 位居全省前列, 零的突破. */
function first(context: EntityContext, clause: Clause, add: Add): void {
  const { text } = context
  for (let k = 0; k < clause.marks.length; k++) {
    const mark = clause.marks[k]!
    if (mark.bits & RECORD) {
      add(
        { kind: 'record', holder: holderBefore(text, clause, mark.start), title: spanAt(text, mark.start, mark.end) },
        clause.start,
        mark.end,
      )
      return
    }
    if (!(mark.bits & (FIRST | LEADING_PLACE))) continue
    const scope = fieldBefore(clause, mark.start)
    const own = /^(?:全国|全省|全市|世界|国内|省内)/.exec(text.slice(mark.start, mark.end))
    if (!own && (!scope || mark.start - scope.end > 3)) continue
    const field = own ? spanAt(text, mark.start, mark.start + own[0].length) : spanAt(text, scope!.start, scope!.end)
    const from = field!.start
    if (mark.bits & FIRST) add({ kind: 'first', scope: field, title: spanAt(text, from, clause.end) }, from, clause.end)
    else add({ kind: 'leading', scope: field, holder: holderBefore(text, clause, from) }, clause.start, mark.end)
    return
  }
}

function holderBefore(text: string, clause: Clause, end: number): Span | null {
  const lead = /(?:位居|位列|居于|居|走在|走|保持|跃居|稳居|处于|进入|实现|创|达到|创下|均|继续|创造|在|列)+$/.exec(
    text.slice(clause.start, end),
  )
  return held(text, clause.start, lead ? clause.start + lead.index : end)
}

const ADVERBS =
  /(?:连续[一二三四五六七八九十两\d]+[年次届]|先后|成功|再次|首次|连续|荣|共|分别|均|又|也|已|相继|顺利|率先|双双|继续|正式|一举|全部|多次)+$/

/** The holder, without the adverbs behind it; null where nothing else is left. */
function held(text: string, start: number, end: number): Span | null {
  const from = Math.max(start, end - 16)
  const adverbs = ADVERBS.exec(text.slice(from, end))
  return spanAt(text, start, adverbs ? from + adverbs.index : end)
}

function fieldBefore(clause: Clause, at: number): Mark | null {
  let found: Mark | null = null
  for (const mark of clause.marks) {
    if (mark.start >= at) break
    if (mark.bits & FIELD) found = mark
  }
  return found
}

function scopeIn(context: EntityContext, clause: Clause, start: number, end: number): Span | null {
  const mark = clause.marks.find(m => m.bits & FIELD && m.start >= start && m.end <= end)
  return mark ? spanAt(context.text, mark.start, mark.end) : null
}

/** 连续18年: since how long. */
function streakOf(
  context: EntityContext,
  clause: Clause,
  figures: readonly Figure[],
): { span: Span; years: number | null } | null {
  if (!(clause.bits & STREAK)) return null
  const { text } = context
  for (const mark of clause.marks) {
    if (!(mark.bits & STREAK) || !text.startsWith('连', mark.start)) continue
    const figure = figures.find(f => f.start === mark.end && STRETCH.test(f.unit))
    if (!figure) continue
    return { span: spanAt(text, mark.start, figure.end)!, years: figure.unit === '年' ? figure.value : null }
  }
  return null
}

const STRETCH = /^(?:年|个月|届|次|个季度|天|轮)$/
