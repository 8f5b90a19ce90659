/**
 * Whether a font's characters can be believed. A font without a map, or with a false one that is to hinder copying, gives
 * characters at random; among those the few thousand that Chinese texts consist of are rare.
 */
import { commonCharacters } from '../common-characters.ts'
import type { JudgedGlyph } from './types.ts'

/** Share of common characters among the Chinese ones, below which a font is not believed. */
const leastCommon = 0.25
/** So many Chinese characters tell. */
const enough = 30

interface Seen {
  han: number
  common: number
}

const common = new Set(commonCharacters)

/** Keeps count over the pages of one document. */
export class Belief {
  readonly #fonts = new Map<string, Seen>()

  /** Replaces what cannot be believed by U+FFFD. @returns visible glyphs and those of them that are not known */
  judge(glyphs: JudgedGlyph[]): { visible: number; unknown: number } {
    for (const { text, font, known } of glyphs) {
      if (!known) continue
      let seen = this.#fonts.get(font)
      if (!seen) this.#fonts.set(font, (seen = { han: 0, common: 0 }))
      for (const character of text)
        if (/\p{Script=Han}/u.test(character)) {
          seen.han++
          if (common.has(character)) seen.common++
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
    const { han, common: usual } = this.#fonts.get(font) ?? { han: 0, common: 0 }
    if (guessed) return han > 0 && usual >= leastCommon * han
    return han < enough || usual >= leastCommon * han
  }
}
