/** From a phrase of the text to an indicator of the catalogue. */
import { ADVERB, INDICATOR, type IndicatorEntry, type Lexicon, SCOPE, TIME } from '../catalogue/lexicon.ts'
import { placeFormAt } from '../catalogue/places.ts'

/** Words of change and target that follow an indicator's name, tried in turn. */
const TRAILING = [
  /(的)?(全年|同比|累计)?(涨幅|降低率|下降率|增速|增幅|增长速度|增长率|增长目标|增长|总量|水平|完成额|(主要)?预期目标|年度目标|目标)$/,
  /(目标|控制[在到至]?|均值|平均值?)$/,
]
/** The last characters of those words. */
const LAST = '幅速度率长量平额标制在到至值均'
/** What drives an indicator without being part of it: 推动地区生产总值跨越. */
const DRIVING = /^(奋力|努力|全力|着力)?(推动|促进|保持|实现|力争|确保|争取)$/
/** 服务业完成增加值 is 服务业增加值. */
const DONE = /(?<=^.{2,12})(累计|共)?(完成|实现|创造)(?=[^完实创]{2,6}$)/
const SCOPED = /^全[市省县区国州旗]/
/** Whose it is: 大湾区经济总量, 某县、某市生产总值 are the same indicator of another area. */
const AREA = /^[\u4e00-\u9fff、]{1,14}[省市县区州旗圈带]$/
const LEADING = SCOPE | TIME | ADVERB

/** Whether everything from `start` to `end` is scope, time or adverb (全市, 全年, 区本级 …). */
function onlyScope(text: string, start: number, end: number, lexicon: Lexicon): boolean {
  let i = start
  while (i < end) {
    const to = lexicon.trie.longest(text, i, LEADING, end)
    if (to < 0) return false
    i = to
  }
  return true
}

/** Whether everything from `start` to `end` is names of places: 襄阳、宜昌｜经济总量. */
function onlyPlaces(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; ) {
    const at = placeFormAt(text, i, end)
    if (at) i = at.end
    else if (i > start && '、和与及'.includes(text[i]!)) i++
    else return false
  }
  return end > start
}

/**
 * The catalogue's indicator that the phrase `text[start, end)` names, or null. The whole phrase must be
 * the indicator: scope words may stand before it and words of change after it, nothing else.
 */
export function canonical(text: string, start: number, end: number, lexicon: Lexicon): IndicatorEntry | null {
  const whole = match(text, start, end, lexicon)
  if (whole) return whole
  const phrase = text.slice(start, end)
  const done = DONE.exec(phrase)
  if (done) return lexicon.indicator.get(lexicon.trie.find(phrase.replace(SCOPED, '').replace(DONE, ''))) ?? null
  if (!LAST.includes(text[end - 1]!)) return null
  for (const pattern of TRAILING) {
    const trailing = pattern.exec(phrase)
    const found = trailing && trailing.index > 1 ? match(text, start, start + trailing.index, lexicon) : null
    if (found) return found
  }
  return null
}

function match(text: string, start: number, end: number, lexicon: Lexicon): IndicatorEntry | null {
  for (let i = start; i < end - 1; i++) {
    const to = lexicon.trie.longest(text, i, INDICATOR, end)
    if (to === end) {
      const entry = lexicon.indicator.get(lexicon.trie.lastNode)!
      const ahead = text.slice(start, i)
      return i === start ||
        DRIVING.test(ahead) ||
        AREA.test(ahead) ||
        onlyScope(text, start, i, lexicon) ||
        onlyPlaces(text, start, i)
        ? entry
        : null
    }
  }
  return null
}
