/** Who reports, for which year, when: from the text's own head and headings, never from the page around it. */
import type { Report } from '../types.ts'
import { MARKDOWN } from './headings.ts'
import type { Block } from './layout.ts'
import { isTitle } from './layout.ts'
import type { Line } from './lines.ts'
import { reporter } from './reporter.ts'

const ZERO = '〇○零Ｏ０O'
const YEAR = `(?:1[9９]|2[0０])\\d\\d|[１２][９０][０-９]{2}|[一二][九${ZERO}][一二三四五六七八九${ZERO}]{2}`
const DATE = new RegExp(
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

const SESSION = /人民代表大会|代表大[会會]|会议上|[会會]議上|次会议|次会議/
const PAGE_DATE = /发布|发文|来源|时间[:：]|更新|印发|浏览|中央政府门户/

/** The day the report was given: from a line that names the session, or a line that is only a date. */
function sessionDate(text: string, head: Line[]): string | null {
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
const SENTENCE_TARGET = new RegExp(`${Y}[^，。；年]{0,20}(主要)?预期目标`)

/** The year planned, by votes of the headings, the target sentence, the session's date, the title and the file's name. */
function yearPlanned(text: string, blocks: Block[], date: string | null, titles: string[], name: string): number | null {
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
  for (const title of titles.slice(0, 2)) {
    const m = new RegExp(YEAR).exec(title)
    if (m) vote(yearOf(m[0]), 3)
  }
  const file = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(name)
  if (file) vote(Number(file[1]), 2)
  let best: number | null = null
  for (const [year, weight] of votes)
    if (best === null || weight > votes.get(best)! || (weight === votes.get(best)! && year > best)) best = year
  return best
}

const DIGEST = /解读|一图|读懂|摘登|摘要|要点|看点/

function kindOf(text: string, titles: string[], opening: string, salutation: boolean): Report['kind'] {
  const title = titles.join(' ')
  if (DIGEST.test(title) && /政府工作报告/.test(title)) return 'digest'
  if (salutation || /工\s*作\s*报\s*告/.test(title)) return 'report'
  if (/统计公报/.test(title)) return 'communique'
  if (/通报|督查|督办|完成情况|进展情况|推进情况/.test(title)) return 'notice'
  if (/规划|计划|纲要|方案|任务分解|责任分解/.test(title)) return 'plan'
  if (/怎么看|怎么干|怎么办/.test(opening)) return 'digest'
  return text.length > 4000 && /政府(各部门|自身建设|工作)|国务院/.test(text) ? 'report' : 'other'
}

/** The identity of a report, as its own head, session line, signature and headings give it. */
export function identity(text: string, blocks: Block[], front: Line[], name: string): Report {
  const said = (block: { start: number; end: number }): string => text.slice(block.start, block.end)
  const titles = front
    .map(said)
    .filter(isTitle)
    .map(t => t.replace(MARKDOWN, ''))
  const salutation = blocks.some(b => b.kind === 'salutation' || (b.kind === 'paragraph' && text.startsWith('各位代表', b.start)))
  const opening = blocks.filter(b => b.kind !== 'furniture' && b.kind !== 'title').slice(0, 6)
  const head: Line[] = [...front.slice(-60), ...opening.slice(0, 3)]
  const date = sessionDate(text, head)
  const named = titles.find(t => /工\s*作\s*报\s*告|公报|通报|解读/.test(t)) ?? titles[0] ?? null
  const year = yearPlanned(
    text,
    blocks,
    date,
    titles.filter(t => !SESSION.test(t)),
    name,
  )
  const { place, body } = reporter({
    title: named,
    head: head.map(said),
    opening: opening.map(said).map(s => s.slice(0, 120)),
    headings: blocks
      .filter(b => b.kind === 'heading')
      .map(said)
      .slice(0, 40),
    body: text,
    year,
  })
  return {
    title: named === null ? null : named.replace(/^(标题|资料)[:：]/, '').trim(),
    kind: kindOf(
      text,
      titles,
      blocks
        .filter(b => b.kind === 'heading')
        .map(said)
        .join(' '),
      salutation,
    ),
    place,
    year,
    reviewYear: year === null ? null : year - 1,
    date,
    body,
  }
}
