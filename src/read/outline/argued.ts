/**
 * Reports of earlier decades argue: they recount, reason and ask in one paragraph. What a sentence of such a passage does is told by
 * its own words, with the part that it stands in as the last resort.
 */
import type { StatementKind } from '../types.ts'
import { hasCue, occurrences } from './cues.ts'
import { ASKS, asksNothing, leads, recounts } from './remarks.ts'
import { speaksOfPlans, weights } from './weigh.ts'

/** A year in digits of either width and in Chinese digits. */
export const yearForms = (year: number): string[] => {
  const digits = String(year)
  const as = (set: string): string => [...digits].map(d => set[Number(d)]).join('')
  return [digits, as('０１２３４５６７８９'), as('〇一二三四五六七八九'), as('○一二三四五六七八九')]
}

/** The years before a report's own, as far back as one recounts year by year; not where they are what something is compared with. */
export function pastYears(year: number): RegExp {
  const forms = Array.from({ length: 15 }, (_, i) => yearForms(year - 1 - i).join('|')).join('|')
  return new RegExp(`(?<![比较同与和于从为自至到按以])(?:${forms})年(?!决算|的|同期|相比|比较|初|以来|以后)`)
}

/** So many words of foreign affairs, and one in so many characters, make a passage one on them. */
const FEW = 3
const DENSITY = 45

/** Whether a passage is on foreign affairs, by how often it speaks of them. */
export function onForeignAffairs(passage: string): boolean {
  const n = occurrences('foreign', passage)
  return n >= FEW && n * DENSITY >= passage.length
}

/** Whether a heading announces a passage on foreign affairs. */
export const headsForeignAffairs = (heading: string | null): boolean => heading !== null && FOREIGN_HEAD.test(heading)
const FOREIGN_HEAD = /外交|对外政策|对外工作|国际形势|国际局势|霸权|祖国(和平)?统一|统一大业/

const NUMBER =
  /[\d０-９]|百分之|[一二两三四五六七八九十百千][多余几]?[万亿倍个项次年斤吨元里亩户人所座件台种]|[一二三四五六七八九十百千万]{3}/
/** A share or an amount, which says more than that there are several. */
const AMOUNT = /[％%‰]|百分之|[\d十百千万亿][万亿]?(元|吨|斤|担|亩|公里|度)/
const DONE = /了(?!解(?!放)|不起)|已|曾|先后/
const DONES = /[^为除]了(?!解(?!放)|不起)/g
/** Longer than what sums a period up. */
const LONG = 80
/** What one must always hold to is a principle. */
const CREED = /^(因此，|所以，)?(我们)?(都|就)?必须(坚持|牢牢|始终|深刻|把握|坚定)/
/** Whether a sentence tells of several things that came about: then it sums nothing up. */
export const tellsMuch = (text: string): boolean => text.length > LONG && (text.match(DONES)?.length ?? 0) > 2
/** What lies a year back at most is told, whatever it is good for. */
const LATELY = /^(去年|上年|过去一年)(以来)?[^。]*了/
/** 国家…实行了, 现在已经加以调整: done by the state, or done already. */
const STATE_DID =
  /(^|[，；])(国家|政府|国务院|中央|我们|各级政府|各地|有关部门)(?!应|要|必|需|看到|认为)[^。；]{2,60}(实行|采取|作|做|进行|制定|颁布|建立|成立|完成|制订|召开|开展|安排|解决|纠正)了|已经?[^，。；]{0,30}(做|作)了|已经?(基本上?|大部|全部)?(消灭|防治|实现|普及|形成|超过|完成|建成|达到|加以|作了|进行了?|采取|开始|着手|制定|颁布|暂时|适当|分别|先后|陆续)/
/** This year's outcome, as far as it is known; not the base of next year's plan. */
const EXPECTED = /(?<![比较同与和于从为][^，。；]{0,8})预计(?!达到的|的|增长的)/
/** What something is for has not come about. */
const PURPOSE = /为了?[^，。；]{2,40}(而|，)/g
/** Words of a state or a movement that a review tells of without 了. */
const MOVES = /稳定|完成|实现|取得|平衡|顺利|超过|提高|增加|比去年|比上年/
/** 发展道路并不是平坦的: what something is like, or was. */
const LIKE = /(?<!不但|不仅|不只)(是|并不是|都是)[^，。；]{2,30}的[。！]$/
/** What others say. */
const REPORTED = /^(有人|有些人|某些人|有少数|他们)/
const BETTER = /得到|加强|增强|提高|改善|克服|减少|扭转|好转|缓[解和]|冲击|发展|进步/
/** What is not well. */
const SHORT =
  /(缓慢|落后|不足|失误|困难|缺点|错误|曲折|教训|偏差|毛病|浪费|官僚主义|忘记|滋长|歪风|不正之风|漏洞|失调|薄弱|脱节|不够|贪污|还没有|没有能够)(?<!(?:克服|解决|消除|改善|改变|扭转|减少|防止|反对|纠正|弥补)[^，。；]{0,10}\1)/
/** A quotation that began in an earlier sentence. */
const INSIDE = /^[^“「]*[”」]|^“[^”]*”[。！]?$/
const ENDS_ASKING = /[？?][”」]?$/
const SUPPOSES =
  /^(但是?|而且?|因此|所以|同时)?[，,]?[^，。]{0,6}(如果|假如|倘若|要是|只要|只有|除非|一旦)[^。]*(就|才|便|那末|那么|也|则|将|决不|不能)/
const THEN_ASKS = /(就|那末|那么)[^，。]{0,4}(必须|应当|应该|要(?!求))/
/** Our own deed to come, in foreign affairs. */
const OURS =
  /(^|[，；：])(因此|为此|今后|同时)?[，,]?(我们|我国|中国|国务院|我国政府|中国政府|全国人民|全军|中国人民)(今后|一定|还|都|也|仍|仍然)?(将(?!军)|要(?!求)|必须|应当|准备(?!好)|决心)(?!是|指出|承认|看到)|^(今后)?(要|必须)(?!指出|承认|看到)/

/** Whether a sentence only reasons, quotes, supposes or asks. */
function reasons(text: string): boolean {
  if (ENDS_ASKING.test(text) || INSIDE.test(text)) return true
  if (SUPPOSES.test(text) && !THEN_ASKS.test(text) && !AMOUNT.test(text)) return true
  return hasCue('argues', text)
}

/** What stands round a sentence; asked for where its own words do not tell. */
interface Around {
  foreign(): boolean
  asking(): boolean
}

/**
 * What a sentence of an argued passage does, by its own words.
 * @param base what sentences of its part do as a rule
 * @param around whether its paragraph is on foreign affairs, and whether most of that asks for something
 * @returns null where its words do not tell
 */
export function arguedKind(text: string, base: StatementKind, around: Around, past: RegExp | null): StatementKind | null {
  const counted = NUMBER.test(text)
  const aimed = base === 'plan' && AMOUNT.test(text) && hasCue('asks', text)
  const told = base === 'result' && AMOUNT.test(text) && !REPORTED.test(text)
  if (aimed && !recounts(text, past)) return 'plan'
  if (reasons(text) && !told) return 'context'
  if (base !== 'result' && around.foreign() && !AMOUNT.test(text)) return OURS.test(text) ? 'plan' : 'context'
  if (base === 'result') {
    if (hasCue('refers', text) || (!told && (hasCue('sure', text) || (LIKE.test(text) && !MOVES.test(text))))) return 'context'
    if (counted || DONE.test(text)) return null
    return hasCue('situation', text) || (SHORT.test(text) && !BETTER.test(text)) ? 'context' : null
  }
  if (recounts(text, past) || tellsDeed(text, past)) return SHORT.test(text) && !AMOUNT.test(text) ? 'context' : 'result'
  if (LIKE.test(text) && !/必须/.test(text) && !(AMOUNT.test(text) && ASKS.test(text))) return 'context'
  if (base !== 'plan') return null
  if (asksFor(text) && !CREED.test(text)) return 'plan'
  // among sentences that ask for nothing an amount is planned, unless it is said to be wanting
  return !around.asking() && (SHORT.test(text) || !AMOUNT.test(text)) ? 'context' : asksNothing(text) ? 'context' : null
}

/** Whether most sentences of a paragraph ask for something or set an amount: there, what does not reason asks too. */
export const asksMostly = (sentences: readonly string[]): boolean =>
  sentences.filter(each => asksFor(each) || AMOUNT.test(each)).length > sentences.length * MOST
const MOST = 0.6

/** Whether a sentence asks for a deed, by any word for it. */
function asksFor(text: string): boolean {
  const plain = text.replace(NO_TASK, '')
  if (ASKS.test(plain)) return true
  return (
    (hasCue('asks', plain) || leads(text.replace(MANNER, '')) || leads(text) || leadsLater(text)) && !hasCue('situation', text)
  )
}
/** 过去要交纳地租, 要到第二年才能发挥效益: 要 that asks for nothing. */
const NO_TASK = /(过去|从前|以前|仍旧|往往|有的)[^，。；]{0,12}要|要[^。；]{2,40}(?<![人英干成])才(能|会|可|有)/g

/** 根据新的特点，不断丰富内容: whether a sentence begins with a verb of doing behind the clause that says where, how or why. */
function leadsLater(text: string): boolean {
  const found = FIRST_CLAUSE.exec(text)
  if (!found) return false
  const rest = text.slice(found[0].length)
  return leads(rest.replace(MANNER, '')) || leads(rest)
}
const FIRST_CLAUSE = /^(同时，)?(根据|按照|依照|遵循|在|对|结合|围绕|通过|从|为|为了|针对|适应|配合|以)[^，。；]{2,40}[，,]/
const MANNER = /^[^，。；]{1,7}地/

/** Whether a sentence tells of a deed without a number: what lies back by its year, or was done already. */
function tellsDeed(text: string, past: RegExp | null): boolean {
  if (EXPECTED.test(text) && AMOUNT.test(text) && !ASKS.test(text)) return true
  if (ASKS.test(text) || speaksOfPlans(text)) return false
  return LATELY.test(text) || STATE_DID.test(text) || ((past?.test(text) ?? false) && DONE.test(text))
}

/** What a sentence contributes to the sense of its paragraph: it tells, asks, or neither. */
export function sense(text: string, past: RegExp | null): 'review' | 'plan' | null {
  if (reasons(text)) return null
  if (recounts(text, past) || (EXPECTED.test(text) && AMOUNT.test(text))) return 'review'
  const plain = text.replace(PURPOSE, '')
  const { plan, done } = weights(plain)
  const asks = ASKS.test(text) || hasCue('asks', text) || plan > done
  if (asks) return 'plan'
  return DONE.test(plain) || (done > 0 && plan === 0) ? 'review' : null
}
