/**
 * Characters that fonts give for others: radicals in place of the characters they look like, which converters take from
 * a font's own table; and the private codes of the symbol fonts that office programs draw bullets with.
 */

/** CJK Radicals Supplement, those that look like a whole character; Unicode itself maps only two of them. */
const radicals: Record<string, string> = Object.fromEntries(
  [
    ...'⺟母⺠民⺒巳⺓幺⺩王⺼月⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, from, to]) => [from, to]),
)

/** Kangxi radicals that Unicode maps to the older form, where fonts of today draw the one in use. */
const inUse: Record<string, string> = { '⼾': '户', '⾭': '青' }

/** Symbol, Wingdings: what their private codes draw. */
const symbols: Record<string, string> = {
  '\uf0b7': '•',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf0a7': '▪',
  '\uf075': '◆',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf0b2': '◇',
  '\uf0a8': '□',
  '\uf0e0': '→',
}

const odd = /[\u2e80-\u2fdf\uf900-\ufaff\ue000-\uf8ff\ufffd\u0000-\u001f\u007f-\u009f]/

export const needsMending = (text: string): boolean => odd.test(text)

/** The character meant; U+FFFD where nobody knows. Always as long as what is given. */
export function mended(character: string): string {
  if (!odd.test(character)) return character
  if (/[\u2f00-\u2fdf\uf900-\ufaff]/.test(character)) {
    const plain = inUse[character] ?? character.normalize('NFKC')
    return plain.length === character.length ? plain : character
  }
  return radicals[character] ?? symbols[character] ?? (/[\u2e80-\u2eff]/.test(character) ? character : '\ufffd')
}
