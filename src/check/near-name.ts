/** Wordings that are one slip away from the official name of an indicator. */
import { table } from '../catalogue/index.ts'

/** Shorter names are too close to each other for a slip to be told from another name. */
const MIN = 6
/** Words that may follow a name and are no part of it. */
const TAIL = /(涨幅|增幅|增速|增长率|增长|总额|总量|比重|占比|比例|水平|目标|累计)$/

let known: Set<string> | null = null
/** Official names and aliases that are long enough, by each of their slips. */
let slips: Map<string, string> | null = null

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
    for (const { slip, doubled } of slipsOf(name)) {
      // the catalogue lists some doubled wordings, so that they are read: they are wrong all the same
      if (doubled || !known.has(slip)) slips.set(slip, name)
    }
  }
  return slips
}

function* slipsOf(name: string): Generator<{ slip: string; doubled: boolean }> {
  for (let i = 0; i < name.length; i++) {
    // a word of two characters that the name holds, said once more somewhere else
    const word = name.slice(i, i + 2)
    if (word.length === 2)
      for (let at = 0; at <= name.length; at++) {
        const twice = name.slice(0, at) + word + name.slice(at)
        if (!twice.includes(word + word)) yield { slip: twice, doubled: true }
      }
    // neighbours swapped
    if (i + 1 < name.length && name[i] !== name[i + 1])
      yield { slip: name.slice(0, i) + name[i + 1] + name[i] + name.slice(i + 2), doubled: false }
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
