/** Stretches of a text, by UTF-16 offsets. */
export interface Stretch {
  start: number
  end: number
}

export const key = ({ start, end }: Stretch) => `${start}:${end}`
const shared = (a: Stretch, b: Stretch) => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** The item that shares most characters with `wanted`; the first of equals; undefined where none does. */
export function best<T extends Stretch>(items: T[], wanted: Stretch): T | undefined {
  let found: T | undefined
  let most = 0
  for (const item of items) {
    const length = shared(item, wanted)
    if (length > most) [found, most] = [item, length]
  }
  return found
}
