/** Marks of enumerations: 一是, （一）, 1., ①. */

const DIGITS = '零一二三四五六七八九'

/** 1 to 99 in Chinese or arabic; null for anything else. */
export function chineseNumber(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  const [, tens, ten, ones] = /^([一二三四五六七八九])?(十)?([一二三四五六七八九两])?$/.exec(text) ?? []
  if (text === '' || (tens && ones && !ten)) return null
  const one = ones ? (ones === '两' ? 2 : DIGITS.indexOf(ones)) : 0
  if (!ten) return tens ? DIGITS.indexOf(tens) : one || null
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + one
}

export function toChinese(n: number): string {
  const ones = n % 10 === 0 ? '' : DIGITS[n % 10]!
  if (n < 10) return ones
  return `${n < 20 ? '' : DIGITS[Math.floor(n / 10)]}十${ones}`
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** How the nth mark of a kind of list is written, and how long one item may be. */
const KINDS: { pattern(n: number): RegExp; item: number }[] = [
  { pattern: n => new RegExp(`(?<=[。；;：:，,、\\s　])${toChinese(n)}[是要]`), item: 4000 },
  { pattern: n => new RegExp(`(?<=[\\n\\r][\\s　]*)[（(]${toChinese(n)}[）)]`), item: 8000 },
  { pattern: n => new RegExp(n <= 20 ? CIRCLED[n - 1]! : '(?!)'), item: 1500 },
  { pattern: n => new RegExp(`(?<=[\\n\\r][\\s　]*)${n}[.．、](?!\\d)`), item: 3000 },
]

/** How far after its announcement a list may begin. */
const NEAR = 12

export interface MarkedList {
  count: number
  /** Where the last mark stands. */
  last: number
  mark: string
}

/** The numbered list that begins at `from`, or null. */
export function markers(text: string, from: number): MarkedList | null {
  for (const { pattern, item } of KINDS) {
    const first = earliest(text, pattern(1), from - 1, from + NEAR)
    if (!first) continue
    let last = first
    let count = 1
    for (;;) {
      const next = earliest(text, pattern(count + 1), last.at + last.mark.length, last.at + item)
      if (!next) break
      // a list begun anew before the next mark: the mark belongs to that one
      const anew = earliest(text, pattern(1), last.at + last.mark.length, next.at)
      if (anew) break
      last = next
      count++
    }
    return count > 1 ? { count, last: last.at, mark: last.mark } : null
  }
  return null
}

function earliest(text: string, pattern: RegExp, from: number, to: number): { at: number; mark: string } | null {
  // a few characters before, for what the mark has to follow
  const start = Math.max(0, from - 3)
  const found = pattern.exec(text.slice(start, to))
  return found && start + found.index >= from ? { at: start + found.index, mark: found[0] } : null
}
