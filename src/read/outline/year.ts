/** The year that a report plans and the day it was given. */
import { planYears, sessionYear } from '../../catalogue/periods.ts'
import type { Block } from './layout.ts'
import type { Line } from './lines.ts'

const ZERO = '〇○零Ｏ０O'
const YEAR = `(?:1[9９]|2[0０])\\d\\d|[１２][９０][０-９]{2}|[一二][九${ZERO}][一二三四五六七八九${ZERO}]{2}`
export const DATE = new RegExp(
  `(${YEAR})\\s*年\\s*([\\d０-９]{1,2}|[一二三四五六七八九十]{1,3})\\s*月\\s*([\\d０-９]{1,2}|[一二三四五六七八九十]{1,3})\\s*日`,
)

const HAN_DIGITS = '〇一二三四五六七八九'
const plain = (s: string): string => s.replace(/[０-９]/g, c => String(c.charCodeAt(0) - 0xff10))

/** A year as a number from digits of either width or Chinese digits. */
export function yearOf(words: string): number {
  const digits = plain(words)
  if (/^\d{4}$/.test(digits)) return Number(digits)
  return Number([...words].map(c => HAN_DIGITS.indexOf(ZERO.includes(c) ? '〇' : c)).join(''))
}

function smallNumber(words: string): number {
  const digits = plain(words)
  if (/^\d+$/.test(digits)) return Number(digits)
  const [tens, ones] = digits.includes('十') ? digits.split('十') : ['', digits]
  const ten = digits.includes('十') ? (tens ? HAN_DIGITS.indexOf(tens) : 1) : 0
  return ten * 10 + (ones ? HAN_DIGITS.indexOf(ones) : 0)
}

const two = (n: number): string => String(n).padStart(2, '0')

function isoDate(words: string): string | null {
  const m = DATE.exec(words)
  if (!m) return null
  const [month, day] = [smallNumber(m[2]!), smallNumber(m[3]!)]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${yearOf(m[1]!)}-${two(month)}-${two(day)}` : null
}

export const SESSION = /人民代表大会|代表大[会會]|会议上|[会會]議上|次会议|次会議/
const PAGE_DATE = /发布|发文|来源|时间[:：]|更新|印发|浏览|中央政府门户/

/** The day the report was given: from a line that names the session, or a line that is only a date. */
export function sessionDate(text: string, head: Line[]): string | null {
  let alone: string | null = null
  for (let i = 0; i < head.length; i++) {
    const words = text.slice(head[i]!.start, head[i]!.end).slice(0, 300)
    const date = isoDate(words)
    if (!date || PAGE_DATE.test(words)) continue
    if (SESSION.test(words)) return date
    if (/^[（(—\-–\s]*[\d一二１２][^，。]{6,18}日\s*[）)]?/.test(words)) alone ??= date
  }
  return alone
}

const Y = `(${YEAR})\\s*年?`
const REVIEWED = new RegExp(
  `${Y}(的|度)?(国内|政府|全[国省市县区]|主要|经济|社会|国民|各项|和|及|政府工作|经济社会发展|的?工作)*[^，。；]{0,6}(回顾|怎么看|工作总结|取得)`,
)
const PLANNED = new RegExp(
  `${Y}(的|度)?[^，。；年]{0,24}(任务|安排|部署|要求|目标|思路|重点|怎么干|谋划|打算|建议|展望|预期|工作)`,
)
const JUST_PAST = new RegExp(`刚刚?过去的\\s*(${YEAR})\\s*年`)
const PLAN_BEHIND = /[“"]([一二三四五六七八九十]{1,2}五)[”"]?(?:时期|期间|计划|规划)?[^，。；]{0,20}回顾/
/** Clauses that tell what came about in a year, the surest first: 1999年已达…, 1999年增长…; not what is planned until then. */
const TOLD_OF_YEAR = ['已|了', '达|接近|突破|完成|增长|增加'].map(
  words => new RegExp(`(?<![到至比从自])(${YEAR})年[^。；]{0,24}(?:${words})`, 'g'),
)
const PLANNED_FOR = /将|计划|规划|要|目标|规定|预计|安排|指标/

/** The latest year that a text tells facts of, in more than a passing remark; null where it names none. */
function latestTold(text: string, blocks: readonly Block[]): number | null {
  for (const pattern of TOLD_OF_YEAR) {
    const told = new Map<number, number>()
    for (const { kind, start, end } of blocks) {
      if (kind !== 'paragraph') continue
      for (const m of text.slice(start, end).matchAll(pattern)) {
        if (PLANNED_FOR.test(m[0])) continue
        const year = yearOf(m[1]!)
        told.set(year, (told.get(year) ?? 0) + 1)
      }
    }
    const most = Math.max(...told.values())
    if (told.size > 0) return Math.max(...[...told].filter(([, n]) => n >= most * 0.3).map(([year]) => year))
  }
  return null
}

const SENTENCE_TARGET = new RegExp(`${Y}[^，。；年]{0,20}(主要)?预期目标`)

const NATIONAL_SESSION =
  /第?([一二三四五六七八九十]{1,3})届全[国國](?:人民代表大[会會]|人大)(?:第?([一二三四五六])次[会會][议議])?/

const ORDER = '一二三四五六'
const OWN_SESSION = /(^|[\s向在日月—－-]|这是|我[们們])$/
const SINCE = /^[^。；]{0,8}(以来|以后|闭幕|到这次|到本次|至今|到现在|期间)/
/** What an earlier session did: its resolution, what it called for. */
const EARLIER = /^(的(决议|决定|号召|精神)|[，,]?(号召|提出|确定|批准|通过))/

/**
 * The year of the session of the National People's Congress that a text addresses, by the ordinals of term and session: those it
 * names as its own (向第…次会议), or those it looks back on, one session or, where it speaks of five years, one term.
 */
function nationalSession(lines: string[]): number | null {
  for (const line of lines) {
    const m = NATIONAL_SESSION.exec(line)
    if (!m) continue
    const after = line.slice(m.index + m[0].length)
    const before = line.slice(0, m.index)
    if (!SINCE.test(after) && (!EARLIER.test(after) || /[向在]$/.test(before))) {
      if (OWN_SESSION.test(before)) return sessionYear(m[1]!, m[2] ?? '一')
      continue
    }
    if (/五年/.test(lines.join(''))) return sessionYear(nextOrdinal(m[1]!), '一')
    return m[2] ? sessionYear(m[1]!, ORDER[ORDER.indexOf(m[2]) + 1] ?? null) : null
  }
  return null
}

const ONES = ['', ...'一二三四五六七八九']

/** 九 → 十, 十 → 十一, 十三 → 十四. */
function nextOrdinal(ordinal: string): string {
  const ten = ordinal.startsWith('十') ? 10 : 0
  const n = ten + (ten ? ONES.indexOf(ordinal.slice(1)) : ONES.indexOf(ordinal)) + 1
  return n < 10 ? ONES[n]! : `十${ONES[n - 10]}`
}

/** What tells the year, beside the blocks of the text. */
export interface YearSigns {
  date: string | null
  titles: string[]
  /** The lines that may name the session: the head and the first sentences. */
  opening: string[]
  name: string
}

/** The year planned, by votes of the headings, the target sentence, the session, its date, the title and the file's name. */
export function yearPlanned(text: string, blocks: Block[], { date, titles, opening, name }: YearSigns): number | null {
  const votes = new Map<number, number>()
  const vote = (year: number, weight: number): void => {
    if (year >= 1949 && year <= 2100) votes.set(year, (votes.get(year) ?? 0) + weight)
  }
  const heard = new Set<string>()
  for (const block of blocks) {
    if (block.kind === 'heading' && block.style <= 1) {
      const words = text.slice(block.start, block.end)
      const reviewed = REVIEWED.exec(words)
      const planned = PLANNED.exec(words)
      const behind = planYears(PLAN_BEHIND.exec(words)?.[1] ?? '')
      if (behind) vote(behind[1] + 1, 3)
      const key = `${reviewed?.[1]}|${planned?.[1]}`
      if (heard.has(key)) continue
      heard.add(key)
      if (reviewed) vote(yearOf(reviewed[1]!) + 1, 4)
      else if (planned && !/回顾|以来|—|－|-/.test(words)) vote(yearOf(planned[1]!), 5)
    } else if (block.kind === 'paragraph' && block.end > block.start) {
      const target = SENTENCE_TARGET.exec(text.slice(block.start, Math.min(block.end, block.start + 160)))
      if (target && !heard.has('target')) {
        heard.add('target')
        vote(yearOf(target[1]!), 4)
      }
    }
  }
  if (date) {
    const [year, month] = date.split('-').map(Number) as [number, number]
    vote(month >= 11 ? year + 1 : year, 4)
  }
  const past = opening.map(line => JUST_PAST.exec(line)?.[1]).find(Boolean)
  if (past) vote(yearOf(past) + 1, 4)
  const session = nationalSession(opening)
  if (session) vote(session, 6)
  for (const title of titles.slice(0, 2)) {
    const m = new RegExp(YEAR).exec(title)
    if (m) vote(yearOf(m[0]), 3)
  }
  const file = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(name)
  if (file) vote(Number(file[1]), 2)
  // no sign at all: the year after the latest of which the text tells facts
  if (votes.size === 0) {
    const told = latestTold(text, blocks)
    if (told !== null) vote(told + 1, 1)
  }
  let best: number | null = null
  for (const [year, weight] of votes)
    if (best === null || weight > votes.get(best)! || (weight === votes.get(best)! && year > best)) best = year
  return best
}
