/** Which government reports, and to which assembly. */

import type { Report } from '../types.ts'
import { divisionCalled, divisionOf, reportPlace, spokenOf } from './own.ts'

export interface Words {
  title: string | null
  /** The lines before the text proper and its first lines. */
  head: string[]
  opening: string[]
  headings: string[]
  /** The whole text, for the level that it speaks of as its own. */
  body: string
  year: number | null
}

const UNIT = '(?:特别行政区|自治区|自治州|自治县|自治旗|林区|地区|省|市|县|区|旗|盟|镇|乡|街道)'
// 在, 年, 月 … never stand in a place's name, and so show where it begins
const NAME = `[^\\s\\d在年月的了我全任届第作向委、，。：:（）()—－“”-]{1,12}?${UNIT}`
const ASSEMBLY = new RegExp(`(?:^|[在\\s—－-])((?:${NAME}){1,3})(?:第?[一二三四五六七八九十百]+届)\\s*(?:人民代表大会|人大)`)
const OFFICE = new RegExp(
  `^(?:[^\\u4e00-\\u9fff]*)((?:${NAME}){1,3})(?:人民)?政府(?:代理?|副|常务副)?(?:省长|市长|县长|区长|州长|旗长|盟长|主席|镇长|乡长)?`,
)
const TITLED = new RegExp(
  `^(?:标题[:：]|资料[:：])?[（(【《“\\s]*(?:\\d{4}\\s*年)?((?:${NAME}){1,3})(?:人民)?(?:政府)?(?:\\d{4}\\s*年)?(?:度)?(?:人民)?(?:政府工作报告|政\\s*府\\s*工\\s*作\\s*报\\s*告)`,
)
/** 某市2020年国民经济和社会发展统计公报, and the office that issues it. */
const COMMUNIQUE = new RegExp(
  `^(?:标题[:：])?[（(【《“\\s]*((?:${NAME}){1,3})(?:\\d{4}\\s*年度?国民经济和社会发展|统计局(?:[\\s　]|国家统计局|$))`,
)
const NATION_COMMUNIQUE =
  /^(?:中华人民共和国|全国)\d{4}\s*年度?国民经济和社会发展统计公报|^[《“\s]*\d{4}\s*年国民经济和社会发展统计公报.*国家统计局/
const SPEAKER = new RegExp(
  `((?:${NAME}){1,3})(?:人民政府)?(?:代|副|常务副)?(?:省长|市长|县长|区长|州长|旗长|盟长|主席|镇长|乡长)`,
)
/** Signatures and titles, and what one must hold: the expressions take longer to make than most texts to read. */
const SIGNATURES: readonly (readonly [RegExp, RegExp])[] = [
  [OFFICE, /政府/],
  [TITLED, /告/],
  [COMMUNIQUE, /国民经济|统计局/],
  [SPEAKER, /长|主席/],
]
/** The place that a digest asks about: 2020年，某市怎么看？ */
const ASKED = /[，,]([\u4e00-\u9fff]{2,8}?)(?:应该|又)?(?:怎么看|怎么干|怎么办|干得怎么样)/
const NATIONAL = /届全国人民代表大[会會]|届全國人民代表大會|代表(国务院|國務院|中央人民政府)|国务院总理|受国务院的?委托/
const PROXY = new RegExp(`代表((?:${NAME}){1,3})(?:第[一二三四五六七八九十]+届)?(?:人民)?政府`)
const BODY =
  /第?[一二三四五六七八九十百]+届[\u4e00-\u9fff]{0,12}人民代表大[会會](常务委员会)?(第?[一二三四五六七八九十]+次[会會][议議])?/

/** The last place of a chain is the one that reports: 保定市清苑区 → 清苑区. */
function lastOf(chain: string): string {
  const parts = chain.match(new RegExp(NAME, 'g')) ?? [chain]
  // 市 inside a name such as 沙市区 and one-character heads are no places of their own
  const merged: string[] = []
  for (const part of parts) {
    if (merged.length && (part.length < 2 || (merged.at(-1)!.length < 2 && part.length < 3))) merged[merged.length - 1] += part
    else merged.push(part)
  }
  return merged.at(-1)!
}

const MUNICIPALITIES = new Set(['北京市', '天津市', '上海市', '重庆市', '北京', '天津', '上海', '重庆'])

/** Level by the name's own suffix. */
export function levelOfName(name: string): 'national' | 'province' | 'city' | 'county' | 'township' | null {
  if (name === '全国') return 'national'
  if (/(省|自治区|特别行政区)$/.test(name) || MUNICIPALITIES.has(name)) return 'province'
  if (/(自治州|盟|地区|州)$/.test(name)) return 'city'
  if (/(县|旗|区|林区)$/.test(name)) return 'county'
  if (/(镇|乡|街道)$/.test(name)) return 'township'
  if (/市$/.test(name)) return 'city'
  return null
}

/** Place and assembly, best source first: the session's line, the signature, the title, the opening sentence. */
export function reporter(words: Words): { place: Report['place']; body: string | null } {
  const head = words.head.filter(w => w.length < 300)
  let body: string | null = null
  for (const line of head) body ??= BODY.exec(line)?.[0] ?? null
  const found = (chain: string): { place: Report['place']; body: string | null } => {
    const name = lastOf(chain)
    return { place: reportPlace(name, levelOfName(name), divisionOf(chain, words.year, words.body), words.year), body }
  }
  for (const line of head) {
    const m = line.includes('届') ? ASSEMBLY.exec(line) : null
    if (!m) continue
    const assembly = BODY.exec(line.slice(m.index))?.[0]
    body = assembly ? m[1] + assembly : body
    if (lastOf(m[1]!).length >= 2) return found(m[1]!)
  }
  for (const line of [...head, ...words.opening]) if (NATIONAL.test(line)) return { place: NATION, body }
  if (head.some(line => NATION_COMMUNIQUE.test(line))) return { place: NATION, body }
  for (const [pattern, needed] of SIGNATURES) {
    for (const line of head) {
      const m = needed.test(line) ? pattern.exec(line) : null
      if (m && lastOf(m[1]!).length >= 2) return found(m[1]!)
    }
  }
  for (const line of words.opening) {
    const m = line.includes('代表') ? PROXY.exec(line) : null
    // 代表县人民政府 names no county, 代表蠡县人民政府 does
    if (m && (lastOf(m[1]!).length >= 3 || divisionOf(m[1]!, words.year, words.body))) return found(m[1]!)
  }
  const own = ownLevel(words.body)
  for (const heading of words.headings) {
    const m = ASKED.exec(heading)
    if (!m) continue
    const full = ['省', '市', '县', '区', '州', '旗'].map(suffix => m[1]! + suffix).find(name => words.body.includes(name))
    const name = full ?? m[1]!
    const place = divisionOf(name, words.year, words.body) ?? divisionCalled(name, own, words.year)
    return { place: reportPlace(name, levelOfName(name) ?? own, place, words.year), body }
  }
  if (own === 'national') return { place: NATION, body }
  const spoken = spokenOf(words.body, words.opening.join('\n'), words.year)
  return { place: spoken && reportPlace(spoken.name, spoken.level, spoken, words.year), body }
}

export const NATION: Report['place'] = { name: '全国', code: null, level: 'national' }

const OWN: [RegExp, 'province' | 'city' | 'county'][] = [
  [/我省/g, 'province'],
  [/我市/g, 'city'],
  [/我县|我区|我旗/g, 'county'],
]

/** The level that a text speaks of as its own: 我省, 我市, 我县; 我国 where it speaks of none of these. */
function ownLevel(body: string): 'national' | 'province' | 'city' | 'county' | null {
  let best: 'province' | 'city' | 'county' | null = null
  let most = 1
  for (const [pattern, level] of OWN) {
    const n = body.match(pattern)?.length ?? 0
    if (n > most) {
      most = n
      best = level
    }
  }
  return best ?? ((body.match(/我国|我國/g)?.length ?? 0) > 4 ? 'national' : null)
}
