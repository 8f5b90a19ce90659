/** 分别: which value belongs to which of the subjects listed before. */
import { ADVERB, AFTER, type IndicatorEntry, type Lexicon, SCOPE, TIME } from '../catalogue/lexicon.ts'
import { clauseAhead } from './clause.ts'
import type { Draft } from './draft.ts'
import { KEPT, MEASURE_NOUN, TOLD } from './noun.ts'
import { named } from './subject.ts'
import { T_DATE, T_LIST, type Token } from './tokens.ts'
import type { Indicator } from './types.ts'

/** Whether the quantity at `k` only goes on a list of values begun at `j`: 增长8%、9%. */
export function listContinues(text: string, tokens: readonly Token[], j: number, k: number): boolean {
  let at = tokens[j]!.end
  for (let m = j + 1; m < k; m++) {
    const t = tokens[m]!
    if (t.start > at && !BETWEEN.test(text.slice(at, t.start))) return false
    at = t.end
    if (t.type !== T_LIST && !(t.flags & AFTER) && !/^[和与及，,]$/.test(text.slice(t.start, t.end))) return false
  }
  const gap = tokens[k]!.start - tokens[j]!.end
  // 两个100%: what stands right beside is no list
  return gap > 0 && gap <= 6 && BETWEEN.test(text.slice(at, tokens[k]!.start))
}

/** What may stand between two values of a list besides words of bound and list marks. */
const BETWEEN = /^[\s和与及、]*$/

/** 分别, 和, 、: the values of a run are given to the listed subjects in order, where the lengths agree. */
export function distribute(text: string, tokens: readonly Token[], drafts: readonly Draft[], lexicon: Lexicon): void {
  let before: (Indicator | null)[] = []
  for (let i = 0; i < drafts.length; i++) {
    const head = drafts[i]!
    const { dist } = head.governor
    if (head.figure.role === 'qualifier' || (!head.phrase && before.length < 2 && !dist)) continue
    const run = [head]
    while (i + 1 < drafts.length && goesOn(text, tokens, drafts[i]!, drafts[i + 1]!, dist)) run.push(drafts[++i]!)
    if (run.length < 2) continue
    shareBounds(text, run)
    // 分别为A、B，分别增长a%、b%: the second run goes on with the subjects of the first
    if (!head.phrase) {
      if (dist && before.length !== run.length) before = subjectsBefore(drafts, i - run.length + 1, run.length)
      if (dist && before.length !== run.length) before = subjectsListed(text, tokens, head, run.length, lexicon)
      if (run.length === before.length) for (const [n, d] of run.entries()) d.figure.indicator = before[n]!
      continue
    }
    const { start, end } = head.phrase
    const items = splitList(text, start, end, dist ? run.length : 0)
    // 接待游客、实现旅游总花费分别增长: the verb of the second subject cut the phrase
    if (dist && items.length === run.length - 1) items.unshift(...subjectAhead(text, head.place.segmentStart, start))
    if (items.length !== run.length) {
      const pair = run.length === 2 && items.length === 1 ? cityAndCountry(text, start, end, lexicon) : null
      run.forEach((d, n) => {
        if (pair) d.figure.indicator = indicatorOf(text, start, end, pair[n]!)
        else if (dist) d.figure.indicator = head.figure.indicator
      })
      // 存贷款余额为A和B，分别增长a%和b%: both go on with the one subject
      before = items.length === 1 ? run.map(d => d.figure.indicator ?? head.figure.indicator) : []
      continue
    }
    const last = items[items.length - 1]!
    run.forEach((d, n) => {
      const [from, to] = items[n]!
      const shared = n < items.length - 1 ? sharedHead(text, from, to, last, lexicon) : null
      const share = n < items.length - 1 && SHARE.test(text.slice(last[0], last[1])) && !text.slice(from, to).includes('占')
      const whole = !shared && n < items.length - 1 && (share || lacksHead(text, from, to, items))
      d.figure.indicator = shared
        ? indicatorOf(text, from, last[1], shared)
        : whole
          ? { start: from, end: last[1], text: text.slice(from, last[1]), id: null, name: null }
          : named(text, { start: from, end: to, action: null }, lexicon)
      d.figure.action = head.figure.action
    })
    before = run.map(d => d.figure.indicator)
  }
}

/** The subject before a list mark and a verb of doing, without a verb of its own: 接待游客、实现｜. */
function subjectAhead(text: string, from: number, to: number): [number, number][] {
  const found = /([\u4e00-\u9fff]{2,14})[、，和](实现|完成|接待|取得)$/.exec(text.slice(from, to))
  if (!found) return []
  const lead = /^(全年|累计|共)?(实现|完成|接待|引进)?/.exec(found[1]!)![0].length
  return [[from + found.index + lead, from + found.index + found[1]!.length]]
}

/** 分别达2050万吨、4200万吨、19万吨以上; 突破8万亿元、9万亿元: one bound for the whole list. */
function shareBounds(text: string, run: readonly Draft[]): void {
  const first = run[0]!.figure
  const last = run[run.length - 1]!.figure
  const plain = (d: Draft): boolean => d.figure.comparator === 'eq'
  const joined = run.every(
    (d, n) => n === 0 || (d.figure.unit === first.unit && text.slice(run[n - 1]!.figure.end, d.figure.start) === '、'),
  )
  const opens = joined && first.comparator !== 'eq' && first.cues.some(c => c.end <= first.start && first.start - c.end <= 2)
  const commas = run.every((d, n) => n === 0 || /^[、，和与及]$/.test(text.slice(run[n - 1]!.figure.end, d.figure.start)))
  const closes = run[0]!.governor.dist && commas && /^(以上|以内|左右|以下)/.test(text.slice(last.end, last.end + 2))
  if (opens && first.comparator !== 'range') for (const d of run) if (plain(d)) d.figure.comparator = first.comparator
  if (closes) for (const d of run) if (plain(d) && d.figure.value !== 100) d.figure.comparator = last.comparator
}

/** 收入12312元、纯收入4331元，分别增长12.7%和9%: the subjects that the last `count` values before had of their own. */
function subjectsBefore(drafts: readonly Draft[], from: number, count: number): (Indicator | null)[] {
  const found: (Indicator | null)[] = []
  for (let i = from - 1; i >= Math.max(0, from - 12) && found.length < count; i--) {
    const d = drafts[i]!
    if (d.figure.role === 'measure' && d.phrase && d.figure.measure === 'level') found.unshift(d.figure.indicator)
  }
  return found
}

/** 空气综合指数、细颗粒物浓度实现双下降，分别下降2.3%、7.9%: the list that opens the clause before. */
function subjectsListed(text: string, tokens: readonly Token[], head: Draft, count: number, lexicon: Lexicon): Indicator[] {
  const ahead = clauseAhead(text, tokens, head.place.clause, lineStart(text, tokens[0]!.start))
  if (!ahead) return []
  let { start } = ahead
  for (
    let m = ahead.first;
    tokens[m]!.start === start && (tokens[m]!.type === T_DATE || tokens[m]!.flags & (SCOPE | TIME));
    m++
  ) {
    if (tokens[m]!.flags & KEPT) break
    start = tokens[m]!.end
  }
  const verb = tokens.slice(ahead.first, ahead.stop).find(t => t.start > start && !(t.flags & KEPT) && t.flags & (TOLD | ADVERB))
  const items = splitList(text, start, verb ? verb.start : ahead.end, count)
  if (items.length !== count || items.some(([from, to]) => to - from < 2 || to - from > 14)) return []
  return items.map(([from, to]) => named(text, { start: from, end: to, action: null }, lexicon))
}

function lineStart(text: string, i: number): number {
  while (i > 0 && !/[\n。；;]/.test(text[i - 1]!)) i--
  return i
}

/** Whether the run of values goes on; without 分别 only over 、 and 和, and only to a value without a noun of its own. */
function goesOn(text: string, tokens: readonly Token[], one: Draft, next: Draft, dist: boolean): boolean {
  if (!listContinues(text, tokens, one.place.k, next.place.k)) return false
  // 分别增至37座、14座，6部作品获奖: over a comma only to a value of the same kind
  if (/[，,]/.test(text.slice(one.figure.end, next.figure.start)) && one.figure.unit !== next.figure.unit) return false
  return dist || (next.phrase === null && !/[，,]/.test(text.slice(one.figure.end, next.figure.start)))
}

const indicatorOf = (text: string, start: number, end: number, entry: IndicatorEntry): Indicator => ({
  start,
  end,
  text: text.slice(start, end),
  id: entry.id,
  name: entry.name,
})

const entryOf = (form: string, lexicon: Lexicon): IndicatorEntry | undefined => lexicon.indicator.get(lexicon.trie.find(form))

/** 城镇、农村居民人均可支配收入: the first item lacks the head that the last one has. */
function sharedHead(text: string, from: number, to: number, last: [number, number], lexicon: Lexicon): IndicatorEntry | null {
  const item = text.slice(from, to)
  if (item.length > 8 || entryOf(item, lexicon)) return null
  const whole = text.slice(last[0], last[1])
  for (let cut = 1; cut < whole.length - 1 && cut <= 8; cut++) {
    const entry = entryOf(item + whole.slice(cut), lexicon)
    if (entry) return entry
  }
  return null
}

/**
 * 先进制造业、高技术制造业增加值占…比重: the item lacks the head that ends the list. The list from the item on says
 * what is measured, the item alone says it shorter; whichever is nearer to item and head together is taken.
 */
function lacksHead(text: string, from: number, to: number, items: readonly [number, number][]): boolean {
  const item = text.slice(from, to)
  const [start, end] = items[items.length - 1]!
  const parallel = item.length <= 2 || text[start + item.length - 1] === item[item.length - 1]
  // 高技术制造业、优势产业增加值: what is an industry already lacks no more than its measure
  const found = LIST_HEAD.exec(text.slice(start, end))?.[0].replace(item.endsWith('业') ? /^(产业|行业|制造业|业)/ : '', '') ?? ''
  const head = Math.max(found.length, parallel ? end - start - item.length : 0)
  if (head <= 0 || MEASURE_NOUN.test(item)) return false
  const wanted = item.length + head
  const alone = item.length / (item.length + wanted)
  const rest = wanted / (end - from + wanted)
  return rest > alone
}

/** 增加值和上缴税金占全省的比重: of what the last item is a share, all are. */
const SHARE = /占[^，。；]{1,12}(比重|比例|份额)$/

/** What the items of a list share at its end. */
const LIST_HEAD =
  /(人均.{2,8}|(产业|行业|制造业|业)?(增加值|总产值|产值|产量|存栏|出栏|销售额|营业收入|营收|收入|投资|面积|利润|税收|贷款|余额|出口|进口|进出口|进出口总额|总额|支出|消费)(占.{2,14})?(的?(比重|比例)|占比)?|(保险)?参保(人数|率)|(产业|行业)?(增速|数量|年均浓度|平均浓度|浓度|排放总量|排放量|覆盖率|普及率|治理率|达标率|占比|比重|标准))$/

/** 城乡居民…分别: town first, country second. */
function cityAndCountry(text: string, start: number, end: number, lexicon: Lexicon): [IndicatorEntry, IndicatorEntry] | null {
  const phrase = text.slice(start, end)
  const at = phrase.indexOf('城乡')
  if (at < 0) return null
  const rest = phrase.slice(at + 2)
  const town = entryOf(`城镇${rest}`, lexicon)
  const country = entryOf(`农村${rest}`, lexicon)
  return town && country && town !== country ? [town, country] : null
}

/** Items of A、B和C; by commas alone where that gives the `count` that 分别 looks for, since A及B、C may be two. */
function splitList(text: string, start: number, end: number, count: number): [number, number][] {
  const all = itemsOf(text, start, end, '、，和与及')
  if (count === 0 || all.length <= count) return all
  const fewer = itemsOf(text, start, end, '、，')
  return fewer.length === count ? fewer : all
}

function itemsOf(text: string, start: number, end: number, marks: string): [number, number][] {
  const items: [number, number][] = []
  let from = start
  for (let i = start; i < end; i++) {
    const c = text[i]!
    if (marks.includes(c) && (c === '、' || c === '，' || (i > from + 1 && i < end - 2))) {
      items.push([from, c === '及' && text[i - 1] === '以' ? i - 1 : i])
      from = i + 1
    }
  }
  items.push([from, end])
  return items.filter(([a, b]) => b > a)
}
