/** Character classes of the genre's text, one byte a UTF-16 code unit, so that scanning is a table read. */

export const DIGIT = 1 // 0-9 and full-width
export const HAN_DIGIT = 2 // 〇零一…九两
export const HAN_UNIT = 3 // 十百千
export const HAN_MYRIAD = 4 // 万亿兆
export const SPACE = 5
export const STOP = 6 // ends a clause: ，。；：！？ and their ASCII twins, brackets, line ends
export const LIST_COMMA = 7 // 、
export const QUOTE = 8
export const LATIN = 9
export const DASH = 10

const table = new Uint8Array(65536)
const mark = (chars: string, kind: number): void => {
  for (let i = 0; i < chars.length; i++) table[chars.charCodeAt(i)] = kind
}
mark('0123456789０１２３４５６７８９', DIGIT)
mark('〇○零一二三四五六七八九两', HAN_DIGIT)
mark('十百千', HAN_UNIT)
mark('万亿兆', HAN_MYRIAD)
mark(' \u3000\u00a0\t\u2002\u2003', SPACE)
mark('，,。；;：:！!？?（）()\n\r［］[]〔〕【】…', STOP)
mark('、', LIST_COMMA)
mark('“”"‘’「」『』《》〈〉', QUOTE)
mark('-—－–―~～─', DASH)
for (let c = 65; c <= 90; c++) {
  table[c] = LATIN
  table[c + 32] = LATIN
  table[c + 0xfee0] = LATIN
  table[c + 0xfee0 + 32] = LATIN
}

/** The class of a UTF-16 code unit. */
export const kindOf = (char: number): number => table[char]!

/** Whether a code unit can begin a numeral: a digit or a Chinese numeral. */
export const startsNumeral = (char: number): boolean => {
  const kind = table[char]!
  return kind >= DIGIT && kind <= HAN_MYRIAD
}

/** Whether a code unit is a Han character (the common and extension-A blocks). */
export const isHan = (char: number): boolean => char >= 0x3400 && char <= 0x9fff

/** The value of a digit in either width, or −1. */
export const digitValue = (char: number): number => {
  if (char >= 48 && char <= 57) return char - 48
  if (char >= 0xff10 && char <= 0xff19) return char - 0xff10
  return -1
}

/** What else is asked of every character, as bits. */
const FORMAL = 1
const OPENER = 2
const NOTE = 4
const marks = new Uint8Array(65536)
for (const [chars, bit] of [
  ['双壹贰叁肆伍陆柒捌玖拾佰仟', FORMAL],
  ['过今未这近前最往后上第翻', OPENER],
  ['[〔［【', NOTE],
] as const)
  for (let i = 0; i < chars.length; i++) marks[chars.charCodeAt(i)]! |= bit

/** Whether a code unit is 双 or a numeral of cheques, which count nothing in this genre: 双循环, 队伍, 陆水. */
export const isFormal = (char: number): boolean => (marks[char]! & FORMAL) !== 0

/** Whether a code unit that is no numeral may open a stretch of years, a rank, an ordinal or a multiple: 过去五年, 第三, 翻两番. */
export const isOpener = (char: number): boolean => (marks[char]! & OPENER) !== 0

/** Whether a code unit may open a note mark: [3], 〔12〕. */
export const opensNote = (char: number): boolean => (marks[char]! & NOTE) !== 0

/** Some characters as code units: to ask for one in a text makes no string of it. */
export const codesOf = (chars: string): ReadonlySet<number> => new Set(Array.from(chars, c => c.charCodeAt(0)))

/** What /^[…]/ asks of a text, without calling on the engine of expressions. */
export function beginningWith(chars: string): { test(text: string): boolean } {
  const codes = codesOf(chars)
  return { test: text => codes.has(text.charCodeAt(0)) }
}

/** What /[…]$/ asks of a text, which that searches for from its beginning on. */
export function endingWith(chars: string): { test(text: string): boolean } {
  const codes = codesOf(chars)
  return { test: text => codes.has(text.charCodeAt(text.length - 1)) }
}
