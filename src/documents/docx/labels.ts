/** Numbers as labels, by the names of ECMA-376 part 1, 17.18.59 (ST_NumberFormat). */

const digits = '〇一二三四五六七八九'
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

/** @param n from 0; numbers that a format has no sign for come as digits */
export function label(n: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return counting(n)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(n)].map(digit => digits[Number(digit)]).join('')
    case 'chineseLegalSimplified':
      return [...counting(n)].map(char => legal[char] ?? char).join('')
    case 'ideographTraditional':
      return stems[n - 1] ?? String(n)
    case 'ideographZodiac':
      return branches[n - 1] ?? String(n)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(n)
    case 'decimalEnclosedParen':
      return `(${n})`
    case 'decimalEnclosedFullstop':
      return `${n}.`
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(n)].map(digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
    case 'decimalZero':
      return String(n).padStart(2, '0')
    case 'upperLetter':
      return letters(n)
    case 'lowerLetter':
      return letters(n).toLowerCase()
    case 'upperRoman':
      return roman(n)
    case 'lowerRoman':
      return roman(n).toLowerCase()
    default:
      return String(n)
  }
}

const legal: Record<string, string> = {
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
  千: '仟',
  〇: '零',
}

/** 一, 十, 十一, 二十一, 一百〇一 … up to 9999. */
function counting(n: number): string {
  if (n === 0) return '〇'
  if (n < 0 || n > 9999) return String(n)
  let out = ''
  let gap = false
  for (const [power, sign] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / power) % 10
    if (digit === 0) {
      gap = out !== ''
      continue
    }
    if (gap) out += '〇'
    gap = false
    out += (power === 10 && digit === 1 && out === '' ? '' : digits[digit]) + sign
  }
  return out
}

function circled(n: number): string {
  if (n >= 1 && n <= 20) return String.fromCharCode(0x2460 + n - 1)
  if (n >= 21 && n <= 35) return String.fromCharCode(0x3251 + n - 21)
  return n >= 36 && n <= 50 ? String.fromCharCode(0x32b1 + n - 36) : String(n)
}

/** A … Z, AA, BB …: Word repeats the letter. */
function letters(n: number): string {
  if (n < 1 || n > 780) return String(n)
  return String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
}

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n)
  let out = ''
  for (const [value, sign] of [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const) {
    while (n >= value) {
      out += sign
      n -= value
    }
  }
  return out
}
