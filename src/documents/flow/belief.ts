/**
 * Whether a font's characters can be believed. A font without a map, or with a false one that is to hinder copying, gives
 * characters at random; among those the few thousand that Chinese texts consist of are rare.
 */
import { mended } from './characters.ts'
import type { JudgedGlyph } from './types.ts'

/** Share of usual characters among the Chinese ones, below which a font is not believed: at random it is a third. */
const leastUsual = 0.6
/** So many Chinese characters tell, and so many different ones: a font may be there for a single rare name. */
const enough = 30
const enoughKinds = 8

interface Seen {
  han: number
  usual: number
  kinds: Set<string>
}

let usualOnes: Set<string> | null = null

/** The characters in general use, simplified and traditional: the first levels of GB/T 2312 and of Big5. */
function usual(): Set<string> {
  if (usualOnes !== null) return usualOnes
  const all = new Set<string>()
  const add = (encoding: string, from: number, to: number, lows: [number, number][]) => {
    const decoder = new TextDecoder(encoding)
    for (let high = from; high <= to; high++)
      for (const [first, last] of lows)
        for (let low = first; low <= last; low++) all.add(decoder.decode(Uint8Array.of(high, low)))
  }
  add('gb18030', 0xb0, 0xd7, [[0xa1, 0xfe]])
  add('big5', 0xa4, 0xc6, [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ])
  return (usualOnes = all)
}

/** Keeps count over the pages of one document. */
export class Belief {
  readonly #fonts = new Map<string, Seen>()

  /** Replaces what cannot be believed by U+FFFD. @returns visible glyphs and those of them that are not known */
  judge(glyphs: JudgedGlyph[]): { visible: number; unknown: number } {
    const known = usual()
    for (const { text, font, known: mapped } of glyphs) {
      if (!mapped) continue
      let seen = this.#fonts.get(font)
      if (!seen) this.#fonts.set(font, (seen = { han: 0, usual: 0, kinds: new Set() }))
      for (const character of text)
        if (/\p{Script=Han}/u.test(character)) {
          seen.han++
          seen.kinds.add(character)
          // A font that gives radicals for the characters that look like them is mended later and no liar.
          if (known.has(mended(character))) seen.usual++
        }
    }
    let [visible, unknown] = [0, 0]
    for (const glyph of glyphs) {
      if (glyph.text.trim() === '') continue
      visible++
      if (!glyph.known || !this.#believed(glyph)) {
        glyph.text = '\ufffd'
        unknown++
      }
    }
    return { visible, unknown }
  }

  #believed({ font, guessed }: JudgedGlyph): boolean {
    const seen = this.#fonts.get(font)
    if (!seen) return !guessed
    const makesSense = seen.usual >= leastUsual * seen.han
    if (guessed) return seen.han > 0 && makesSense
    return seen.han < enough || seen.kinds.size < enoughKinds || makesSense
  }
}
