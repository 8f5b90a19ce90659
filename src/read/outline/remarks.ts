/** Among plans: what is said of how things stand, of why, or of what is hoped, and promises nothing. */
import { ACTS, ADVERB_BEFORE, LEAD, NOUN_SIGN, SIGN, signs } from '../../catalogue/signs.ts'
import { hasCue } from './cues.ts'
import { speaksOfPlans, weights } from './weigh.ts'

/** Whether a sentence among the plans only remarks on them, by its words. */
export function aside(text: string): boolean {
  if (ASKS.test(text) || TARGET.test(text)) return false
  if (hasCue('sure', text)) return !leads(text)
  return !speaksOfPlans(text) && (hasCue('situation', text) || aphorism(text)) && !leads(text)
}

/** Whether a sentence has a subject of its own and neither asks for a deed nor sets a target. */
export const asksNothing = (text: string): boolean =>
  !ASKS.test(text) && !HOPED.test(text) && !speaksOfPlans(text) && !leads(text) && !opens(text)

/**
 * Whether a sentence recounts, with a number or by its words, what has come about.
 * @param past years that lie behind; a number told of one of them was reached
 */
export function recounts(text: string, past: RegExp | null = null): boolean {
  if (ASKS.test(text) || AHEAD.test(text.replace(CARRIED_OUT, ''))) return false
  const ofYear = past?.test(text) ?? false
  if (!PAST.test(text) && !ofYear) return false
  const { plan, done } = weights(text)
  // 在…原则下继续推行，已经收到成效: what went on has come about
  if (plan > 0 && !(plan === 1 && done > 1 && ALREADY.test(text))) return false
  return (RECOUNTED.test(text) || ALREADY.test(text) || (ofYear && QUANTITY.test(text))) && !leads(text)
}
/** A plan that is measured against, and what of this year lies behind. */
const CARRIED_OUT =
  /五年计划|(完成|超过|超额|执行|达到)了?[^，。；]{0,10}(计划|预算|指标)(规定)?的?|计划(规定)?的?[^，。]{0,8}百分之|今年(上半年|[一二三四五六七八九十]{1,2}月|以来|已)/g
const ALREADY = /已经?[^，。；]{1,20}(成效|成绩|成就|成果|完成|建[成立]|实现|进展|发展|胜利)/
const QUANTITY = /[\d０-９]|百分之|[一二两三四五六七八九十百千][多余]?[万亿倍个项]/

const RECOUNTED =
  /(先后|已经)[^，。]{0,8}(成立|完成|建[成立]|实现)了?|(增[加长]|提高|减少|下降|达到|成立|完成|建[成立]|有)了?[^，。；]{0,10}([\d０-９]|百分之|[一二三四五六七八九十百千]+[倍万亿多个人名])/
const PAST = /了|已|先后|以来|年来|过去|去年|曾|解放前/
const AHEAD = /预算|计划|规划|安排为|拟定为|将|今[年后]|本年|明年|目标|提出/

/** A quantity, or a state that is wished for. */
const HOPED =
  /[\d０-９百千万亿]\s*(%|％|‰|亿|万|个|家|项|公里|元|吨|亩|户|人|名|所)|百分之|^——|新(突破|水平|进步|局面|台阶|成效)|(明显|显著|稳步|全面|持续|不断|大幅|基本)(提[升高]|增强|改善|优化|缩小|下降|形成|建[成立])|进一步|更加/

/** Whether the sentence begins without a subject: with an adverb, with an object brought forward, with a verb that is no sign of a deed. */
function opens(text: string): boolean {
  const at = NUMBERED.exec(text)?.[0].length ?? 0
  const words = text.slice(at, at + 8)
  if (/^[^，。；]{2,14}以来[，,]/.test(text)) return false
  if (SUBJECTLESS.test(words)) return true
  if (SCENE.test(words)) return false
  const { trie } = signs()
  return trie.longest(text, at, SIGN) > 0 && (trie.flags[trie.lastNode]! & (ADVERB_BEFORE | LEAD)) !== 0
}

const SUBJECTLESS =
  /^[—－\-·“‘《\s]*(把|将|让|使|以|用|按|对|为|从|坚持|始终|突出|自觉|主动|旗帜|牢|树|严|锤炼|争|扛|聚焦|围绕|贯穿|讲|谋|厉行|倾听|创|勇|敢|力|狠|深|做|抓|守|强|优|精|扩|提|促|推|建|打|加|培|引|支持|鼓励|允许|禁止|不得|严禁|取消|下放|减|降|免|赋予|给予|给|发|放|改|完善|健全|实|落实|依|开|积极|大力|着力|全面|全力|切实)/
/** Where and when, before a subject. */
const SCENE =
  /^[—－\-·\s]*(今年|今天|全[国省市县区州年球世社]|其中|也|都|就|还|已|正|当|目前|现|去年|过去|近|从[^，]{1,8}看|随着|由于|因为|因此|所以|但|而|然|这|那|它|他|我[国们省市县区]|世界|国际)/

/** 断头路，断的是路；民之所望，政之所向: clauses of one length that name no deed and measure nothing. */
export function aphorism(text: string): boolean {
  if (text.length > 40 || GROWS.test(text) || NUMBERED.test(text)) return false
  const clauses = text.replace(/[。！]$/, '').split(/[，；、,;]/)
  const { trie } = signs()
  return (
    clauses.length > 1 &&
    clauses.length < 5 &&
    clauses.every(c => c.length === clauses[0]!.length && c.length >= 4 && c.length <= 9) &&
    trie.longest(text, 0, SIGN) < 0
  )
}
const GROWS =
  /^(坚持|创新|扛起|厉行|放宽|搞活|敢于|改革(?![不关生])|广开|服务|刚性)|[\d“”]|更加?|显著|明显|大幅|全面|进一步|稳步|基本|不断|持续|有序|有效|深入/

/** Words that ask for a deed, wherever they stand. */
export const ASKS =
  /要(?<![需重主纲摘概首紧必只]要)(?![求素点么闻道强紧塞案件义领])|必须|应当|应该|务必|力争(?!上游)|确保|年内|今年(?=要|将|计划|拟|安排|再|新|全|继续|重点|力|确|争)|计划(?=[新建完实安开])/
/** A value that is to be reached. */
const TARGET =
  /(引进|开工|新建|改造|培育|建设|发放|培训|增长|增加|达到?|发展到|扩大到|提高|突破|控制|下降|降低|建成|新增|完成|保持|减少)[^，。；]{0,10}[\d０-９百]/

/** Whether the sentence begins with a verb of doing, behind its number, a form of address or adverbs. */
export function leads(text: string): boolean {
  const { trie } = signs()
  let at = NUMBERED.exec(text)?.[0].length ?? 0
  for (let n = 0; n < 4; n++) {
    const end = trie.longest(text, at, SIGN)
    if (end < 0) return false
    const bits = trie.flags[trie.lastNode]!
    if (bits & ACTS && !(bits & NOUN_SIGN)) return true
    if (!(bits & (ADVERB_BEFORE | LEAD))) return false
    at = end
  }
  return false
}

const NUMBERED = /^第[一二三四五六七八九十]{1,2}[，、．.\s]*|^[（(]?[一二三四五六七八九十\d]{1,3}([）)、．.]|是|要)[，,]?/
