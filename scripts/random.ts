/** Numbers that look random and are the same on every run. */

export type Random = () => number

/** Mulberry32: the same seed, the same numbers from 0 up to 1. */
export function mulberry32(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296
  }
}

/** The generator of a hash of the words given: the same words, the same numbers. */
export function random(...words: string[]): Random {
  let seed = 0x811c9dc5
  for (const char of words.join('\n')) seed = Math.imul(seed ^ char.codePointAt(0)!, 0x01000193)
  return mulberry32(seed)
}

export const pick = <T>(list: readonly T[], next: Random): T => list[Math.floor(next() * list.length)]!

/** Up to `count` of a list, each equally likely. */
export function sample<T>(list: readonly T[], count: number, next: Random): T[] {
  const rest = [...list]
  for (let i = rest.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[rest[i], rest[j]] = [rest[j]!, rest[i]!]
  }
  return rest.slice(0, count)
}
