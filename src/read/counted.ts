/** What a quantity counts, where the noun phrase stands after it. */
import {
  ACT,
  AFTER,
  BEFORE,
  DOWN,
  ETC,
  HEAD,
  MODAL,
  PART,
  PRED,
  RANKV,
  STATE,
  TIME,
  TO,
  UP,
  VADV,
  WEAK,
} from '../catalogue/lexicon.ts'
import { isHan, kindOf, QUOTE } from './chars.ts'
import { KEPT, NO_PREPOSITION, type Phrase, PREPOSITION, trim } from './noun.ts'
import { T_BASE, T_DATE, T_LIST, T_QUANTITY, T_QUOTE, T_STOP, T_WORD, type Token } from './tokens.ts'

/** The noun that the quantity counts, straight after it: 158个｜市级以上重点项目. Null where none follows. */
export function phraseAfter(
  text: string,
  tokens: readonly Token[],
  k: number,
  limit: number,
  throughVerb = false,
  object = false,
): Phrase | null {
  const token = tokens[k]!
  let start = token.end
  let j = k + 1
  if (tokens[j] && tokens[j]!.start === start && tokens[j]!.flags & AFTER) start = tokens[j++]!.end
  // 15条(段)高速公路: a second measure word in a bracket
  const second = SECOND.exec(text.slice(start, start + 6))
  if (second) {
    start += second[0].length
    while (tokens[j] && tokens[j]!.start < start) j++
  }
  if (text[start] === '的') start++
  let end = start
  let sawQualifier = false
  let verbAfter: Token | null = null
  let quoted = false
  for (; ; j++) {
    const next = tokens[j]
    const gapEnd = next ? next.start : limit
    // what stands in a quotation is one name, whatever words it holds
    if (quoted && next && next.type !== T_STOP && next.type !== T_QUOTE) {
      end = next.end
      continue
    }
    const cut = text.slice(end, gapEnd).search(/[的了]/)
    // 60处群众身边的健身设施: what stands before 的 tells which, the noun follows
    if (cut >= 0 && text[end + cut] === '的' && !throughVerb && tellsWhich(text, tokens, k, start, end + cut)) {
      start = end + cut + 1
      end = start
    } else if (cut >= 0 && !throughVerb && !(sawQualifier && end + cut + 1 < gapEnd)) {
      if (end + cut > start) return phrase(text, start, ownEnd(text, start, end + cut))
    }
    end = gapEnd
    if (!next) break
    // 57个县（市）: a bracket inside the noun
    if (next.type === T_STOP && /[（(]/.test(text[next.start]!) && end > start) {
      const inner = BRACKETED.exec(text.slice(next.start, next.start + 12))
      if (inner) {
        end = next.start + inner[0].length
        while (tokens[j + 1] && tokens[j + 1]!.start < end) j++
        // 57个县（市）实施改革: with its other kinds named the noun has ended
        if (AREA.test(inner[0]) && acts(tokens, j)) break
        continue
      }
    }
    // 20000名视力、听力、智力等残疾儿童: the head of the list stands after 等
    if (next.type === T_LIST && (listHead(text, tokens, j) || sharesHead(text, tokens, k, j, start, limit))) {
      end = next.end
      continue
    }
    // 28个省、市重点项目: levels of one noun
    if (next.type === T_LIST && LEVEL.test(text.slice(start, next.start)) && LEVELS.test(text.slice(next.end, next.end + 3))) {
      end = next.end
      continue
    }
    // 34公里供水、供热管网: services that share their lines
    if (
      next.type === T_LIST &&
      SERVED.test(text.slice(start, next.start)) &&
      SERVED_TOO.test(text.slice(next.end, next.end + 6))
    ) {
      end = next.end
      continue
    }
    if (next.type === T_STOP || next.type === T_LIST || next.type === T_BASE) break
    // 由65%提高到91%: a verb of change after a share opens the next value
    if (
      throughVerb &&
      token.quantity?.unit !== '次' &&
      next.type === T_WORD &&
      next.start === start &&
      next.flags & (UP | DOWN | TO)
    )
      return null
    if (next.type === T_QUOTE) quoted = OPENING.includes(text[next.start]!)
    if (!throughVerb && (end > start + 1 || (end > start && ONE_NOUN.includes(text[start]!))) && predicates(text, tokens, j)) {
      verbAfter = next.flags & (ACT | WEAK) ? next : verbAfter
      break
    }
    // 6个万亿级产业: an amount that names a class belongs to the noun
    if (next.type === T_QUANTITY && next.quantity!.numeral.han && text[next.end] === '级' && next.start - start <= 4) {
      end = next.end + 1
      if (text[end] === '的') start = ++end
      continue
    }
    // 6个百万羽蛋鸡养殖项目: so does one that tells its size
    if (next.type === T_QUANTITY && next.quantity!.numeral.bare && next.start === start && isHan(text.charCodeAt(next.end))) {
      end = next.end
      continue
    }
    if (next.type === T_QUANTITY) {
      const bounded = tokens[j - 1]!.flags & BEFORE || (tokens[j + 1]?.flags ?? 0) & AFTER
      if (
        !bounded ||
        (!(tokens[j - 1]!.flags & BEFORE) &&
          !/[\u4e00-\u9fff]{2}/.test(text.slice(start, next.start).replace(/以上|以内|左右|以下/g, '')))
      )
        break
      sawQualifier = true
      end = next.end
      continue
    }
    // 打造1000个民族村寨旅游提升示范村: under a verb of making a verb inside the object forms a noun with what follows
    if (object && end > start + 1 && formsObject(text, tokens, j, limit)) {
      end = next.end
      continue
    }
    if (next.type === T_WORD && !(next.flags & KEPT)) {
      const verb = next.flags & (ACT | WEAK | STATE | TO | UP | DOWN | RANKV)
      if (!throughVerb) {
        if (next.flags & BEFORE && tokens[j + 1]?.type === T_QUANTITY) {
          end = next.end
          continue
        }
        const single = next.end - next.start === 1
        // 700个大棚要全部投产
        if (single && end > start + 1 && /[要将已均都可须应]/.test(text[next.start]!) && opensVerb(tokens, j)) break
        // 疾病控制和医疗救治项目: two acts joined make one noun
        if (
          verb &&
          !single &&
          end > start + 1 &&
          /^[和与][\u4e00-\u9fff]{4}/.test(text.slice(next.end, next.end + 5)) &&
          (object || governedByAct(tokens, k)) &&
          noCount(tokens, j)
        ) {
          end = next.end
          continue
        }
        const strong = verb && !(next.flags & WEAK && !(next.flags & (STATE | TO | UP | DOWN | RANKV)))
        if (next.flags & (ACT | WEAK) && end > start + 1) verbAfter = next
        // 既有建筑, 平价超市: a single character is a verb only right before a number
        if (
          strong &&
          !(single && !(tokens[j + 1]?.type === T_QUANTITY && tokens[j + 1]!.start === next.end)) &&
          (end > start + 1 ||
            next.flags & (STATE | TO | UP | DOWN | RANKV) ||
            next.start === start ||
            // 为20个村新打了机井
            (text[next.end] === '了' && ONE_NOUN.includes(text[start]!)))
        )
          break
        // 15项改革成果: a weak verb forms a noun with what follows it
        if (verb && !strong && next.start === start && !formsNoun(text, tokens, j, limit)) break
        if (next.flags & (VADV | MODAL | DIST_PART) && !single && end > start && !nounPlan(text, tokens, j)) {
          const verbNext = tokens[j + 1]
          if (verbNext && verbNext.flags & (ACT | WEAK)) verbAfter = verbNext
          break
        }
        if (next.flags & (VADV | TIME) && next.start === start && !text.startsWith('年度', start)) break
      } else if (verb && end > start + 3 && next.flags & (STATE | UP | DOWN)) break
    }
    if (next.type === T_DATE && !throughVerb) break
    end = next.end
  }
  if (!throughVerb && tokens[j]?.type === T_QUANTITY) {
    // 22轮强降水和“桦加沙”等15个台风: the second item has a count of its own
    const and = AND.exec(text.slice(start, end))?.index ?? -1
    if (and >= 2) end = start + and
    end = ownEnd(text, start, end)
    const beside = /[和与及、]$/.test(text.slice(start, end)) ? -1 : text.slice(start, end).search(/两侧|两岸|沿线|周边|沿岸/)
    if (beside >= 2) end = start + beside
  }
  // 12条产业链和“3+3”集群: the numbers of the second item are in its name
  const numbered = NAMED_COUNT.exec(text.slice(start, end))
  if (numbered && numbered.index >= 2) end = start + numbered.index
  // 23个项目除一个跨年度项目外: nor is what is excepted
  const except = EXCEPT.exec(text.slice(start, end))
  if (except && except.index >= 2) end = start + except.index
  // 113项服务事项“一网通办”: a saying in quotation marks at the end tells what became of them
  const saying = throughVerb ? null : SAYING.exec(text.slice(start, end))
  if (saying && saying.index >= 2) end = start + saying.index
  const found = phrase(text, start, end)
  return found && { ...found, action: verbAfter }
}

/** A second measure word beside the first. */
const SECOND = /^[（(][段处个条座项家所户人]{1,2}[）)]/

/** A bracket of a few characters without a number, inside a noun, or with the other kinds of area: 县（市、区）. */
const AREA = /^[（(][市县区州旗乡镇村街道特社、]+[）)]/
const BRACKETED = /^[（(]([\u4e00-\u9fff、]{1,8}[）)](?=[\u4e00-\u9fff])|[市县区州旗乡镇村街道特社、]{1,8}[）)])/

/** Whether a verb or a number follows the token at `j` before the next stop or list mark. */
function acts(tokens: readonly Token[], j: number): boolean {
  for (let m = j + 1; m < tokens.length; m++) {
    const t = tokens[m]!
    if (t.type === T_STOP || t.type === T_LIST) return false
    if (t.type === T_QUANTITY || (t.type === T_WORD && !(t.flags & KEPT) && t.flags & VERBAL)) return true
  }
  return false
}

/** Whether a verb of two characters or more stands right before a noun that ends with its clause. */
function formsObject(text: string, tokens: readonly Token[], j: number, limit: number): boolean {
  const t = tokens[j]!
  if (t.type !== T_WORD || t.end - t.start < 2 || t.flags & (PRED | KEPT) || !(t.flags & (ACT | WEAK | UP | DOWN))) return false
  if (!/^(?![了至到为的])[\u4e00-\u9fff]{2}/.test(text.slice(t.end, t.end + 2))) return false
  for (let m = j + 1; ; m++) {
    const next = tokens[m]
    if (!next || next.type === T_STOP || next.type === T_LIST) return (next?.start ?? limit) - t.end <= 12
    if (next.type !== T_WORD || next.flags & (PRED | STATE | TO | RANKV | VADV)) return false
  }
}

/** Levels of government, alone or in a list. */
const LEVEL = /^((国家|中央|省|市|县|区|州|部)[级属]?[、和])*(国家|中央|省|市|县|区|州|部)[级属]?$/
const LEVELS = /^(省|市|县|区|州|镇|乡|部)(?!场|政|容|民|委)[\u4e00-\u9fff]/

/** What pipes and lines carry, alone or in a list. */
const SERVED = /^(([供排给][水热气电]|给排水|雨水|污水|燃气|热力|电力|通信)[、和及]?)+$/
const SERVED_TOO = /^([供排给][水热气电]|给排水|雨水|污水|燃气|热力|电力|通信)/

/** Words of place that end what only tells which. */
const BESIDE = /(身边|周边|附近|沿线|两侧|境内|以内|当中|之间)$/

/** What is said of the things counted: 住房困难的家庭. */
const STATE_OF = /[\u4e00-\u9fff](困难|薄弱|落后|不足|缺失|达标|合格|健全|齐全)$/

/** Whether the words from `start` to `end`, before 的, only tell which things are counted: a place beside, or a verb at their end. */
function tellsWhich(text: string, tokens: readonly Token[], k: number, start: number, end: number): boolean {
  if (!/[\u4e00-\u9fff]{2}/.test(text.slice(end + 1, end + 3))) return false
  if (BESIDE.test(text.slice(start, end)) || STATE_OF.test(text.slice(start, end))) return true
  for (let m = k + 1; m < tokens.length && tokens[m]!.end <= end; m++) {
    const t = tokens[m]!
    // 对接大市场的平台: an act at the head makes it a clause
    if (t.start === start && t.end < end - 1 && t.type === T_WORD && !(t.flags & KEPT) && t.flags & (ACT | WEAK)) return true
    if (
      t.end === end &&
      t.start > start + 1 &&
      t.type === T_WORD &&
      !(t.flags & KEPT) &&
      t.flags & (STATE | TO | UP | DOWN | PRED | (t.start - start <= 4 ? ACT | WEAK : 0))
    )
      return true
  }
  return false
}

/** Whether the list that goes on at `j` ends in 等 and a noun, with nothing counted in between. */
function listHead(text: string, tokens: readonly Token[], j: number): boolean {
  for (let m = j + 1; m < tokens.length && m < j + 14; m++) {
    const t = tokens[m]!
    if (t.type === T_STOP || t.type === T_QUANTITY || t.start - tokens[j]!.start > 30) return false
    if (t.flags & ETC) return /^[\u4e00-\u9fff]{2}/.test(text.slice(t.end, t.end + 2)) && tokens[m + 1]?.type !== T_QUANTITY
  }
  return false
}

/** What several kinds of a thing have in common: 产业共性、关键技术研发项目. */
const KIND = /(项目|工程|企业|机构|活动|课题|设施|产品|站点|事项|标准|技术|人才)$/

/** What is set up or built, as the end of its name tells. */
const FACILITY = /(实验室|中心|基地|平台|工作站|流动站|研究院|孵化器|园区|学校|医院|卫生院|示范区)$/

/** Whether the list that goes on at `j` tells the kinds of what is counted at `k`, which its last item alone names. */
function sharesHead(text: string, tokens: readonly Token[], k: number, j: number, start: number, limit: number): boolean {
  if (!governedByAct(tokens, k)) return false
  let end = limit
  for (let m = j + 1; m < tokens.length; m++) {
    const t = tokens[m]!
    if (t.type === T_QUANTITY || t.start - tokens[j]!.start > 24) return false
    if (t.type !== T_STOP) continue
    end = t.start
    break
  }
  const list = text.slice(start, end)
  if (end - tokens[j]!.start > 24 || list.includes('等')) return false
  // 新建50个重点实验室、企业技术中心和检测中心: one count for all that a closed list names
  const items = list.split(/[、和]/)
  if (/和[^、和]+$/.test(list) && items.every(item => FACILITY.test(item))) return true
  return !KIND.test(text.slice(start, tokens[j]!.start)) && KIND.test(text.slice(tokens[j]!.end, end))
}

/** Whether no other number follows in the clause after the token at `j`. */
function noCount(tokens: readonly Token[], j: number): boolean {
  for (let m = j + 1; tokens[m] && tokens[m]!.type !== T_STOP; m++) if (tokens[m]!.type === T_QUANTITY) return false
  return true
}

const governedByAct = (tokens: readonly Token[], k: number): boolean =>
  tokens[k - 1] !== undefined && tokens[k - 1]!.end === tokens[k]!.start && (tokens[k - 1]!.flags & (ACT | WEAK)) !== 0

/** Whether a verb or adverb follows the one-character token at `j` at once. */
function opensVerb(tokens: readonly Token[], j: number): boolean {
  const next = tokens[j + 1]
  return next !== undefined && next.start === tokens[j]!.end && next.type === T_WORD && (next.flags & (VERBAL | VADV)) !== 0
}

/** Whether a weak verb at the head of a phrase is followed by a noun in the same breath. */
function formsNoun(text: string, tokens: readonly Token[], j: number, limit: number): boolean {
  let n = j + 1
  let next = tokens[n]
  let { end } = tokens[j]!
  // 搬迁整合点: two verbs and their noun
  while (next && next.start === end && next.type === T_WORD && next.flags & (ACT | WEAK) && !(next.flags & (KEPT | PRED))) {
    end = next.end
    next = tokens[++n]
  }
  if (end >= limit || !/[\u4e00-\u9fff]/.test(text[end]!) || /[了至到]/.test(text[end]!)) return false
  return !next || next.start > end || (next.type === T_WORD && (next.flags & KEPT) !== 0)
}

/** 完成投资, 实现产值 inside a phrase that another number follows: what was counted ended before it. */
const OWN_PREDICATE =
  /(累计|已|共|预计|年度|全部|当年)*(完成|实现|达到|总投资|计划投资)|(?<=[\u4e00-\u9fff]{3})占(?=[\u4e00-\u9fff]|$)/

/** Where what was counted ended, before a predicate of its own. */
function ownEnd(text: string, start: number, end: number): number {
  const own = OWN_PREDICATE.exec(text.slice(start, end))
  return own && own.index >= 2 ? start + own.index : end
}

/** The last word that joins two counts, and not a part of 和美, 参与, 普及. */
const AND =
  /(和(?![美谐平睦解])|(?<![参])与(?!会)|(?<![普涉以波顾])及(?!以上))(?!.*(和(?![美谐平睦解])|(?<![参])与(?!会)|(?<![普涉以波顾])及(?!以上)))/

/** Sayings of how a thing is done, which name nothing: “一网通办”, “零跑腿”. */
const SAYING = /[“"](一|零|最多|全程|即|秒|免|不|跨|就近|掌上|异地)[^”"]{0,8}[办通跑批享取结][^”"]{0,2}[”"]$/

const EXCEPT = /除[^，。；]{1,16}(之?外|以外)$/
const NAMED_COUNT = /[和与及][“"]?\d+([+＋×xX]\d+)+/

const VERBAL = ACT | WEAK | STATE | TO | UP | DOWN | RANKV | PRED
const DIST_PART = PART | ETC
/** Nouns of one character. */
const ONE_NOUN = '市县区乡镇村社校人户家厂'
const OPENING = '“‘《「'
/** Whether the token at `j` opens a predicate, so that the noun phrase before it has ended. */
function predicates(text: string, tokens: readonly Token[], j: number): boolean {
  const token = tokens[j]!
  if (token.type !== T_WORD) return false
  if (token.flags & PRED) return true
  if (token.end - token.start > 1 || !PREPOSITION.includes(text[token.start]!)) return false
  const at = token.start
  return !NO_PREPOSITION.test(text.slice(at - 1, at + 1)) && !NO_PREPOSITION.test(text.slice(at, at + 2))
}

/** 行动计划, 资金安排: a noun where no verb follows. */
function nounPlan(text: string, tokens: readonly Token[], j: number): boolean {
  const token = tokens[j]!
  if (!/^(计划|安排)$/.test(text.slice(token.start, token.end))) return false
  const next = tokens[j + 1]
  return !(next && next.start === token.end && next.type === T_WORD && next.flags & (ACT | WEAK | TO | HEAD | STATE))
}

function phrase(text: string, start: number, end: number): Phrase | null {
  let [s, e] = trim(text, start, end)
  // 6个垃圾箱和80个: the word that joins two counts belongs to neither
  while (
    e > s &&
    /[和与及或]/.test(text[e - 1]!) &&
    !/(饱和|共和|协和|平和|祥和|温和|缓和|参与|普及|涉及)$/.test(text.slice(s, e))
  )
    [s, e] = trim(text, s, e - (text[e - 1] === '及' && text[e - 2] === '以' ? 2 : 1))
  // 8个产业占全部产值的70%: the verb of the share
  if (e - s > 2 && text[e - 1] === '占') e--
  while (e > s && kindOf(text.charCodeAt(e - 1)) === QUOTE && !'”’》"'.includes(text[e - 1]!)) return phrase(text, s, e - 1)
  // 64项任务中: the locative is no part of what is counted
  if (e - s > 2 && text[e - 1] === '中' && !/(高|初|集|空|其|途)中$/.test(text.slice(s, e))) return phrase(text, s, e - 1)
  return e - s >= 1 && hasNoun2(text, s, e) ? { start: s, end: e, action: null } : null
}

const hasNoun2 = (text: string, start: number, end: number): boolean => /[\u4e00-\u9fffA-Za-z]/.test(text.slice(start, end))
