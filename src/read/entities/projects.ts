/** Named projects: the name, how far it is, and the money, length and size said of it. */
import {
  PREPOSITION,
  PROJECT_HEAD,
  PROJECT_SUFFIX,
  type Signs,
  STAGE_AFTER,
  STAGE_BEFORE,
  type StageName,
} from '../../catalogue/signs.ts'
import type { Figure, Project, Span, Statement } from '../types.ts'
import type { EntityContext } from './context.ts'
import { governor } from './governor.ts'
import { parts } from './objects.ts'
import { type Clause, type Mark, spanAt } from './scan.ts'

/** A name has at most this many characters; what is longer is a sentence. */
const LONGEST = 40
const ORDER: readonly StageName[] = ['preparation', 'underway', 'started', 'built', 'in-use']
/** 等12个重大项目: what closes a list of names and says what they are. */
const LIST_END =
  /等(?:[^、，]{0,12}(?:个|项|条|家|座|处|批))?[^、，的]{0,14}(?:项目|工程|园区|平台|基地|高速|高速公路|铁路|公路|公园|园|中心|道路|桥梁|水库|电站|学校|医院)/

/** The projects of one clause, without their ids; `figures` are its measures. */
export function projectsOf(context: EntityContext, statement: Statement, clause: Clause, figures: readonly Figure[]): Project[] {
  if (!(clause.bits & (STAGE_AFTER | STAGE_BEFORE)) || !(clause.bits & PROJECT_HEAD)) return []
  const { text } = context
  const found = stageAndRegion(context, clause, figures)
  if (!found) return []
  const names = namesIn(context, clause, found.start, found.end)
  const stageText = spanAt(text, found.stage.start, found.stage.end)
  return names.map(name => ({
    id: '',
    start: name.start,
    end: name.end,
    text: name.text,
    statement: statement.id,
    status: statement.kind === 'result' ? ('actual' as const) : ('target' as const),
    stage: context.signs.stage.get(found.stage.node)!,
    stageText,
    place: placeOf(text, name),
    figures: figures
      .filter(f => (f.start >= name.start && f.end <= name.end) || (names.length === 1 && SIZE.test(f.dimension ?? '')))
      .map(f => f.id),
  }))
}

/** Amounts that tell how big or dear one project is; a count of projects does not. */
const SIZE = /^(?:money|length|area|volume|power|energy|mass|flow)/

/** The words of the stage, the furthest where there are several, and where in the clause the names stand. */
function stageAndRegion(
  context: EntityContext,
  clause: Clause,
  figures: readonly Figure[],
): { stage: Mark; start: number; end: number } | null {
  const segment = { start: clause.start, end: clause.end, marks: clause.marks, figures }
  const governed = governor(context, segment, null)
  const after = trailing(context, clause)
  if (governed && !governed.subject) {
    const last = governed.acts.at(-1)!
    const before = furthest(
      context,
      governed.acts.filter(m => m.bits & STAGE_BEFORE),
    )
    const stage = after && after.start >= last.end ? after : before
    return stage && { stage, start: last.end, end: after && after.start >= last.end ? after.start : clause.end }
  }
  return after && { stage: after, start: clause.start, end: after.start }
}

const furthest = (context: EntityContext, marks: readonly Mark[]): Mark | null => {
  let best: Mark | null = null
  const rank = (m: Mark): number => ORDER.indexOf(context.signs.stage.get(m.node)!)
  for (const mark of marks) if (!best || rank(mark) > rank(best)) best = mark
  return best
}

/** The stage that closes the clause: 甲乙高速建成通车. What follows it may be an amount or a particle. */
function trailing(context: EntityContext, clause: Clause): Mark | null {
  const { text } = context
  for (let k = clause.marks.length - 1; k >= 0; k--) {
    const mark = clause.marks[k]!
    if (!(mark.bits & STAGE_AFTER)) continue
    return mark.start > clause.start + 2 &&
      /^(?:运营|建设|条件|阶段|仪式|进度|手续|工作|准备|了|生产|使用|并|和|、|一批)*$/.test(text.slice(mark.end, clause.end))
      ? mark
      : null
  }
  return null
}

/** The names between `from` and `to`. */
function namesIn(context: EntityContext, clause: Clause, from: number, to: number): Span[] {
  const { text, signs } = context
  const span = spanAt(text, from, to)
  if (!span) return []
  const close = LIST_END.exec(span.text)
  const closes = close !== null && span.text.length - close.index - close[0].length <= 8
  const listed = closes && clause.commas.length > 0
  const whole = close && closes && close.index >= 2 ? spanAt(text, span.start, span.start + close.index) : span
  if (!whole) return []
  const pieces = parts(text, whole, clause.marks).flatMap(piece => joined(text, signs, piece))
  const shared = listed || (pieces.length > 1 && headed(signs, cleaned(text, pieces.at(-1)!)?.text ?? ''))
  const out: Span[] = []
  for (const piece of pieces) {
    const name = cleaned(text, piece)
    if (name && named(signs, name.text, shared || (closes && pieces.length === 1))) out.push(name)
  }
  return out
}

/** 甲中学和乙中学: two names where the first ends as names do. */
function joined(text: string, signs: Signs, piece: Span): Span[] {
  const and = /以及|[和与及]/.exec(piece.text)
  if (!and || !headed(signs, piece.text.slice(0, and.index))) return [piece]
  const middle = piece.start + and.index
  return [spanAt(text, piece.start, middle), spanAt(text, middle + and[0].length, piece.end)].filter(s => s !== null)
}

const AHEAD =
  /^(?:[①-⑳]|力促|力争|确保|推动|加快|促进|争取|推进|启动|(?:计划|预计|概算)?(?:总投资|投资|全长|总长|总面积|占地|总建筑面积|建筑面积|设计|装机|年产)[^的、，]{2,24}的|[^的、，“]{0,12}?(?:最大|最长|最高|首个|首条|首座)[^的、，]{0,8}的|(?:位于|落户|坐落)[^的、，]{2,12}的|重点|重大|一批|一大批|包括|其中|我[省市县区]的?|[全本][省市县区]的?|成功|如期|新的|以)+/
const BEHIND =
  /(?:(?:项目)?建设(?:进度|步伐|任务|工作)?|(?:项目)?(?:前期)?工作|进度|步伐|力争|确保|全部|全线|基本|正式|如期|年内|已|将|均|也|相继|陆续|顺利|成功|尽快|尽早|早日|实现|即将|先后|同时|全面|主体|工程主体|主体工程|启动|实质性|有序|稳步|正在|正|加快|一期工程建设|开工建设|开工|建成|竣工|完工|投产|投用|通车|年底前?|[上下]半年|\d+月(?:底|份)?前?|等)+$/

/** How far back from a name's end adverbs are looked for. */
const TAIL = 16

/** A name without what is said of its size before it, and without 建设 and adverbs behind it. */
function cleaned(text: string, piece: Span): Span | null {
  const lead = AHEAD.exec(piece.text)
  const start = piece.start + (lead?.[0].length ?? 0)
  const from = Math.max(start, piece.end - TAIL)
  const tail = BEHIND.exec(text.slice(from, piece.end))
  return spanAt(text, start, tail ? from + tail.index : piece.end)
}

/** Whether a name ends as projects do. */
function headed(signs: Signs, name: string): boolean {
  return stem(signs, name) < name.length
}

/** Where the head that closes a name begins: its length where none does. */
function stem(signs: Signs, name: string): number {
  let end = name.replace(/(?:[（(][^）)]{1,10}[）)]|[一二三四五六七八九十\d]+期(?:工程|项目)?)$/, '').length
  for (let moved = true; moved && end > 0; ) {
    moved = false
    for (let from = Math.max(0, end - 8); from < end; from++) {
      const to = signs.trie.longest(name, from, PROJECT_HEAD | PROJECT_SUFFIX, end)
      if (to !== end) continue
      end = from
      moved = true
      break
    }
  }
  return end === 0 && name.length > 0 ? 0 : end
}

const CLAUSE_WORDS = /[的了，。；：]|工作$|机制|体系|制度|能力|水平|政策|服务$|行动$|计划$|任务$|问题|企业$|产业$|发展$|增长/

/** Whether a name names one thing: it ends as projects do, or stands in a list of projects, and is not of common words alone. */
function named(signs: Signs, name: string, listed: boolean): boolean {
  if (name.length < 3 || name.length > LONGEST) return false
  const end = stem(signs, name)
  const head = end < name.length
  const bare = name.replace(/[“”"《》]/g, '')
  if (!head && !(listed && !CLAUSE_WORDS.test(bare))) return false
  if (/[了，。；：]/.test(bare) || (/的/.test(bare) && !/[“《].*的.*[”》]/.test(name))) return false
  if (
    /^(?:与|和|对|在|以|为|向|从|让|使|把|将|对于|各|每|所有|更多|更高|第[一二三四五六七八九十]批|[0-9０-９一二三四五六七八九十百两]+[个项条座家所处批大万亿公+多余])/.test(
      bare,
    )
  )
    return false
  if (signs.programme.test(bare)) return false
  const first = signs.trie.longest(bare, 0, PREPOSITION)
  if (first > 1) return false
  // 县中医院 is one thing though both words are common
  if (/^[省市县区](?:第|中|人民|一中|二中|妇幼|体育|图书|文化|博物|科技|档案)/.test(bare) && !/(?:项目|工程)$/.test(bare))
    return true
  return !common(signs, name.slice(0, head ? end : name.length).replace(/[“”"《》]/g, ''))
}

/** Whether a stem is made of common words alone. */
function common(signs: Signs, stem: string): boolean {
  let i = 0
  while (i < stem.length) {
    const to = Math.max(signs.common.longest(stem, i, 1), signs.trie.longest(stem, i, PROJECT_HEAD | PROJECT_SUFFIX))
    if (to < 0) return false
    i = to
  }
  return true
}

/** The place that a name begins with: 通山县大坪水库. */
function placeOf(text: string, name: Span): Span | null {
  const m =
    /^(?:[^、“”（）]{1,6}?(?:[县市镇乡州旗盟]|街道|新区|(?<![开发园库灌景校社牧林山小老城片湾赛考矿])区))(?=[^、，]{2,})/.exec(
      name.text,
    )
  return m && !/^(?:城市|都市|[一二三四五六七八九十]|超市|集市|门市)/.test(m[0]) && m[0].length >= 3
    ? spanAt(text, name.start, name.start + m[0].length)
    : null
}
