/** Wordings that are one slip away from the official name of an indicator. */
import { table } from '../catalogue/index.ts'

/** Shorter names are too close to each other for a slip to be told from another name. */
const MIN = 6
/** Words that may follow a name and are no part of it. */
const TAIL = /(涨幅|增幅|增速|增长率|增长|总额|总量|比重|占比|比例|水平|目标|累计)$/

let known: Set<string> | null = null
/** Official names and aliases that are long enough, by each of their slips. */
let slips: Map<string, string> | null = null
/** The slips that can be told in running text, by their first characters. */
const inText = new Map<string, string[]>()
const KEY = 4

function build(): Map<string, string> {
  if (slips) return slips
  slips = new Map()
  known = new Set()
  const rows = table('indicators')
  const names: string[] = []
  for (const row of rows) {
    for (const name of [row.name!, ...row.aliases!.split('|').filter(Boolean)]) known.add(name)
    names.push(row.name!)
  }
  for (const name of names.filter(n => n.length >= MIN && /^[\u4e00-\u9fff]+$/.test(n))) {
    for (const { slip, doubled, inside } of slipsOf(name)) {
      // the catalogue lists some doubled wordings, so that they are read: they are wrong all the same
      if (!doubled && known.has(slip)) continue
      slips.set(slip, name)
      if (inside) inText.set(slip.slice(0, KEY), [...(inText.get(slip.slice(0, KEY)) ?? []), slip])
    }
  }
  return slips
}

const close = (text: string, word: string): boolean => {
  const at = text.indexOf(word)
  return text.startsWith(word, at + 2) || text.startsWith(word, at + 3)
}

/** @returns `inside`: no part of the slip can belong to the words around it, as 增加 can in 增加值增加 */
function* slipsOf(name: string): Generator<{ slip: string; doubled: boolean; inside: boolean }> {
  for (let i = 0; i < name.length; i++) {
    // a word of two characters that the name holds, said once more somewhere else
    const word = name.slice(i, i + 2)
    if (word.length === 2)
      for (let at = 0; at <= name.length; at++) {
        const twice = name.slice(0, at) + word + name.slice(at)
        // 就业再就业 is a way of speaking: what is said twice by a slip has a word between
        if (!close(twice, word)) yield { slip: twice, doubled: true, inside: at > 0 && at < name.length }
      }
    // neighbours swapped
    if (i + 1 < name.length && name[i] !== name[i + 1])
      yield { slip: name.slice(0, i) + name[i + 1] + name[i] + name.slice(i + 2), doubled: false, inside: true }
  }
}

/**
 * @param name what a text calls an indicator, without scope words
 * @returns the wording that is wrong and the official name it is nearest to; null for a right name, and for one that is far from all
 */
export function nearMiss(name: string): { written: string; official: string } | null {
  const all = build()
  for (const written of [name, name.replace(TAIL, '')]) {
    const official = all.get(written)
    if (official) return { written, official }
    if (known!.has(written)) return null
  }
  return null
}

/** Every slip of a name in running text, in order: the longest at each place. */
export function* slipsIn(text: string): Generator<{ start: number; written: string; official: string }> {
  const all = build()
  for (let at = 0; at + KEY <= text.length; at++) {
    const candidates = inText.get(text.slice(at, at + KEY))
    const fits = candidates?.filter(slip => text.startsWith(slip, at)) ?? []
    if (!fits.length) continue
    const written = fits.reduce((a, b) => (b.length > a.length ? b : a))
    yield { start: at, written, official: all.get(written)! }
    at += written.length - 1
  }
}
