/** Words with a numeral that a quotation, a place or a school makes names of. */
import { kindOf, QUOTE, STOP } from './chars.ts'
import type { SetAsideReason } from './types.ts'

/** Characters that end the name of a place in nature or of a settlement. */
const OF_PLACE = /^(岩|峡|溪|谷|洞|寺|岛|桥|镇|乡|巷|湾|沟|坪|寨|山(?![水川河])|河(?!山)|湖|路(?!上)|街)/

/** 百花岩, 千里岩: a turn of phrase that the name of a place begins with. */
const opensPlace = (text: string, start: number, end: number): boolean =>
  end - start === 2 && /^[百千万]/.test(text[start]!) && OF_PLACE.test(text.slice(end, end + 2))

/** Whether `start` stands in a quotation whose every part, between its commas, opens with a numeral: “一区一谷一高地，一城一河”. */
function inNumberedSlogan(text: string, from: number, limit: number, start: number): boolean {
  const before = text.slice(Math.max(from, start - 40), start)
  const open = before.lastIndexOf('“')
  if (open < 0 || before.includes('”', open)) return false
  const after = text.slice(start, Math.min(limit, start + 40))
  const close = after.indexOf('”')
  if (close < 0) return false
  const parts = (before.slice(open + 1) + after.slice(0, close)).split(/[，、]/)
  return (
    parts.length > 1 &&
    parts.every(part => /^[一二两三四五六七八九十百千万双多](?![方些般个步切次])[\u4e00-\u9fff]{1,11}$/.test(part))
  )
}

/** Whether the typewriter's mark at `i` opens a quotation: an even number of them stand before it in the statement. */
const opensAt = (text: string, from: number, i: number): boolean =>
  text.slice(Math.max(from, i - MARKS_WITHIN), i).split('"').length % 2 === 1

/** Statements are seldom longer; the cap keeps a mile of marks linear. */
const MARKS_WITHIN = 600

/** Whether the numeral stands in a quotation of at most twelve characters: a slogan or a programme's name. */
export function inShortQuote(text: string, from: number, limit: number, start: number, end: number): boolean {
  let open = -1
  for (let i = start - 1; i >= from && i >= start - 12; i--) {
    const c = text[i]!
    if (c === '”' || c === '’' || c === '》') return false
    if (c === '“' || c === '‘' || c === '《' || (c === '"' && opensAt(text, from, i))) {
      open = i
      break
    }
    if (c === '"') return false
    // “一主一带（群）一副一极”: brackets may stand inside
    if ('（）()'.includes(c)) continue
    if (kindOf(text.charCodeAt(i)) === STOP || kindOf(text.charCodeAt(i)) === QUOTE) return false
  }
  if (open < 0) return false
  for (let i = end; i < limit && i <= open + 14; i++) {
    const c = text[i]!
    if (c === '”' || c === '’' || c === '》' || (c === '"' && text[open] === '"')) return true
    if ('（）()'.includes(c)) continue
    if (kindOf(text.charCodeAt(i)) === STOP) return false
  }
  return false
}

/** 三中: the third plenary session of a committee, or else a middle school. */
const SCHOOL = /^[一二三四五六七八]中$/
const ofSession = (text: string, start: number, end: number): boolean =>
  /(届|中[、和及])$/.test(text.slice(Math.max(0, start - 2), start)) ||
  /^([、和及]?[一二三四五六七八]中)*[ ]?(全会|全体)/.test(text.slice(end, end + 14))

/** Why the word of the table of names from `start` to `end` is set aside where it stands: as the table says, or as a part of a name. */
export function reasonOf(
  text: string,
  from: number,
  limit: number,
  start: number,
  end: number,
  reason: SetAsideReason,
): SetAsideReason {
  const word = text.slice(start, end)
  if (reason === 'ordinal') {
    // “三期叠加”
    if (/^.期$/.test(word) && inShortQuote(text, from, limit, start, end)) return 'name'
    return SCHOOL.test(word) && !ofSession(text, start, end) ? 'name' : reason
  }
  if (reason !== 'idiom') return reason
  // a turn of phrase in quotation marks is somebody's slogan
  const slogan =
    (!word.includes('零') && inShortQuote(text, from, limit, start, end)) ||
    (word.startsWith('一') && inNumberedSlogan(text, from, limit, start))
  return slogan || opensPlace(text, start, end) ? 'name' : reason
}

/** Numerals of cheques that no common word of the genre holds, as it does 队伍, 大肆, 收拾. */
const ONLY_IN_NAMES = '壹贰叁柒捌玖佰仟'

/** Why 双 or a numeral of cheques at `k`, which no word of the catalogue holds, is set aside: “双盲” is a name, 供需双旺 says how. */
export const formalReason = (text: string, from: number, limit: number, k: number): SetAsideReason =>
  ONLY_IN_NAMES.includes(text[k]!) ||
  (text[k] === '双' && /^[\u4e00-\u9fff](等?遗址|镇|乡|村|山|河|街道|大桥|水库|机场|煤矿)/.test(text.slice(k + 1, k + 6))) ||
  (text[k] === '双' && inShortQuote(text, from, limit, k, k + 1))
    ? 'name'
    : 'idiom'
