/** Headings: how they are numbered, and which line is one. */
import { beginningWith } from '../chars.ts'
import { hasCue } from './cues.ts'

const HAN = '[一二三四五六七八九十〇]'
const STYLES: readonly [RegExp, number][] = [
  [/^#{1,2}\s+/, 1],
  [/^###\s+/, 2],
  [/^#{4,6}\s+/, 3],
  [new RegExp(`^第${HAN}{1,3}(部分|章|篇)`), 1],
  [new RegExp(`^(${HAN}{1,3}|[ⅠⅡⅢⅣⅤ])[、．.]`), 1],
  [new RegExp(`^[（(]\\s*${HAN}{1,3}\\s*[）)]`), 2],
  [/^\d{1,2}\s*([.．、](?!\d)|\s(?=[\u4e00-\u9fff]))/, 3],
  [/^[（(]\d{1,2}[）)]/, 4],
  [/^[①-⑳]/, 5],
]

/** The characters that any of those begins with. */
const NUMBERS = beginningWith('#第一二三四五六七八九十〇ⅠⅡⅢⅣⅤ（(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳')

/** Level of the number that a line begins with: 一、 1 · （一） 2 · 1. 3 · (1) 4 · ① 5; 0 for none. */
export function headingStyle(words: string): number {
  if (!NUMBERS.test(words)) return 0
  for (const [pattern, level] of STYLES) if (pattern.test(words)) return level
  return 0
}

/** The words of a heading without its number. */
export function withoutNumber(words: string): string {
  if (!NUMBERS.test(words)) return words
  for (const [pattern] of STYLES) {
    const m = pattern.exec(words)
    if (m) return words.slice(m[0].length).trim()
  }
  return words
}

/** The mark of a heading in Markdown. */
export const MARKDOWN = /^#{1,6}\s+/

export interface Around {
  style: number
  /** The next line, or null at the end. */
  next: string | null
  /** Whether the line before stops in mid-sentence. */
  prevOpen: boolean
  /** Width at which the text's lines are wrapped, or 0. */
  wrap: number
  glossary: boolean
}

const HAS_HAN = /[\u4e00-\u9fff]/
const ENDS = /[。！；;，,、：:…]$/
const RUNS_ON = /^[，。、；：！？）”』】》的和与及等]/
const STOPS = /[。！；;]/

/** Whether a line is a heading: numbered, or short, without a stop, before a paragraph. */
export function isHeadingLine(words: string, around: Around): boolean {
  const { style, next, wrap } = around
  if (!HAS_HAN.test(words) || words.length > 64 || around.glossary) return false
  if (/^(——|—|--|[一二三四五六七八九十]{1,2}(是|要)|第一，|首先)/.test(words)) return false
  if (MARKDOWN.test(words)) return true
  // 牵头单位：县住建局 says something of what stands above it
  if (around.style === 0 && /^[^：:，]{0,6}(单位|部门|领导|时限|内容)[：:].{2,}/.test(words)) return false
  const role = isRole(words)
  if (style > 0) {
    const bare =
      words.length <= 36 && /[。]$/.test(words) && !STOPS.test(words.slice(0, -1)) && style === 1 && !/\d{2}/.test(words.slice(2))
    if (bare) return true
    if (ENDS.test(words) || STOPS.test(words)) return false
    if (wrap > 0 && words.length >= wrap * 0.85 && !role && style > 1) return false
    if (style >= 3)
      return !/\d/.test(words.replace(/^[（(]?\d+/, '')) && next !== null && next.length > 30 && headingStyle(next) !== style
    return true
  }
  if (around.prevOpen && !role) return false
  if (
    ENDS.test(words) ||
    STOPS.test(words) ||
    words.length > 42 ||
    words.length < 2 ||
    RUNS_ON.test(words) ||
    /[）)]$/.test(words)
  )
    return false
  if (next === null || RUNS_ON.test(next)) return false
  if (wrap > 0 && words.length >= wrap * (role ? 0.85 : 0.6)) return false
  if (role) return true
  // a chain of short pieces is a paragraph that lost its links, not a chain of headings
  const nextShort = next.length <= 42 && !STOPS.test(next) && headingStyle(next) === 0 && !/^[●■◆▲★▪►◎○•]/.test(next)
  return !nextShort && !/\d/.test(words.replace(/\d{4}年/, ''))
}

/** Whether a heading names one of the four parts by itself: a year or a stretch of years with 回顾, 任务, 怎么干 … */
export function isRole(words: string): boolean {
  return (
    words.length <= 42 &&
    /\d{4}年|[一二][〇○零九]..年|１９|２０|今年|去年|过去|五年|四年|十[一二三四五]?五|工作回顾/.test(words) &&
    (hasCue('review', words) || hasCue('plan', words)) &&
    !/[，,].*[，,]/.test(words) &&
    !STOPS.test(words)
  )
}
