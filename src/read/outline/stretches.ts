/** Years and stretches of years that headings and openings name, placed against the report's own year. */
import { planYears } from '../../catalogue/periods.ts'
import { matchesOf } from '../matches.ts'
import type { Report } from '../types.ts'
import { yearOf } from './year.ts'

/** A stretch of years named in a heading: a year is from = to. */
export interface Stretch {
  at: number
  end: number
  from: number
  to: number
}

/** A five-year plan by its short name; a bare 九五 or 十五 is one only where the next words say so. */
const SHORT =
  /[“"]\s*(十[一二三四五]|[一二六七八九十])五\s*[”"]|(?<![〇○零Ｏ九第一二])(十[一二三四五]五(?![年届个])|[六七八九十]五(?=时期|期间|计划|规划|以来|末|经济|发展|回顾))/g
const LONG = /第(十?[一二三四五六七八九十])个五年(?=计划|规划|发展)/g
const YEARS =
  /(?:1[9９]|2[0０])\d\d(?=年|[—－-])|[１２][９０][０-９]{2}(?=年)|[一二][九〇○零Ｏ０][一二三四五六七八九〇○零Ｏ０]{2}(?=年)/g
const BEHIND =
  /(?:过去|这|近|上)的?([一二三四五六])年|(?<![〇○零Ｏ０\d一二三四五六七八九十])([三四五])年(?:来|(?:的|政府|主要)?工作)|的([四五])年$/g
const AHEAD = /(?:今后|未来|往后)(?:的?)([一二三四五六]|十五|十|几)年/g
const TERM_BEHIND = /本届政府/g
const TERM_AHEAD = /新一届政府|下一个?五年/g
const THIS = /今年|本年度|新的一年/g
const LAST = /去年|上年|一年来|刚刚过去的一年/g
const NUMBER: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 十: 10, 十五: 15, 几: 5 }

/** What every way to name a stretch holds: 年, 五, 本届政府, 新一届政府, or the digits of 2016—2020年. */
const MAY_NAME = /[年五届０\d]/

/** The year a plan begins, by the ordinal before 五: 十四 → 2021. */
const planFrom = (order: string): number | undefined => planYears(`${order}五`)?.[0]

/**
 * All years and stretches named, in order; those that overlap an earlier one are left out.
 * @param report its year places 今年, 过去五年 and 今后五年; without it only plans and plain years are found
 */
export function stretches(words: string, report: Report): Stretch[] {
  const out: Stretch[] = []
  // no expression matches without one of these, and most openings have none
  if (!MAY_NAME.test(words)) return out
  const add = (m: RegExpExecArray, from: number | undefined, to: number | undefined): void => {
    if (from === undefined || to === undefined) return
    const at = m.index
    const end = at + m[0].length
    if (!out.some(s => at < s.end && s.at < end)) out.push({ at, end, from, to })
  }
  const { year } = report
  if (year !== null) {
    for (const m of matchesOf(AHEAD, words)) add(m, year, year + NUMBER[m[1]!]! - 1)
    for (const m of matchesOf(BEHIND, words)) {
      const n = NUMBER[m[1] ?? m[2] ?? m[3]!]!
      add(m, year - n, year - 1)
    }
    for (const m of matchesOf(TERM_AHEAD, words)) add(m, year, year + 4)
    for (const m of matchesOf(TERM_BEHIND, words)) add(m, year - 5, year - 1)
    for (const m of matchesOf(THIS, words)) add(m, year, year)
    for (const m of matchesOf(LAST, words)) add(m, year - 1, year - 1)
  }
  for (const pattern of [SHORT, LONG])
    for (const m of matchesOf(pattern, words)) {
      const from = planFrom(m[1] ?? m[2]!.slice(0, m[2]!.endsWith('五') ? -1 : undefined))
      add(m, from, from === undefined ? undefined : from + 4)
    }
  for (const m of matchesOf(YEARS, words)) {
    const y = yearOf(m[0])
    add(m, y, y)
  }
  return out.sort((a, b) => a.at - b.at)
}

/** Whether a stretch lies behind the year planned, ahead of it or across its beginning. */
export function side(stretch: Stretch, report: Report): 'behind' | 'ahead' | 'across' {
  const { year } = report
  if (year === null) return 'across'
  if (stretch.to < year) return 'behind'
  return stretch.from >= year ? 'ahead' : 'across'
}

/** A stretch as a period: 2020 or 2016/2020. */
export const periodText = (s: { from: number; to: number }): string => (s.from === s.to ? String(s.from) : `${s.from}/${s.to}`)
