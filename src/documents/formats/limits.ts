/** How much a document may cost: bounds for what is read from files that others made. */
export interface Limits {
  /** Bytes of the file. */
  bytes: number
  /** Bytes of everything in it after expansion. */
  expanded: number
  /** Bytes out for each byte in, of one entry of an archive or one compressed stream; small ones are let pass. */
  ratio: number
  /** Entries of an archive, archives inside it included. */
  entries: number
  pages: number
  /** Characters of text. */
  characters: number
  /** Depth to which elements of XML and HTML nest. */
  depth: number
  /** Seconds that the reading of one document may take. */
  seconds: number
  /** Megabytes of memory that it may take. */
  memory: number
}

/**
 * Ten times what the largest reports with their annexes need: the longest has 90,000 characters and 150 pages, and
 * Office XML expands some twentyfold.
 */
export const defaultLimits: Limits = {
  bytes: 100 * 1024 * 1024,
  expanded: 400 * 1024 * 1024,
  ratio: 300,
  entries: 5000,
  pages: 2000,
  characters: 5_000_000,
  depth: 400,
  seconds: 60,
  memory: 1024,
}

const sizes = new Set<keyof Limits>(['bytes', 'expanded'])

/**
 * Limits written as `pages=5000,seconds=120`; sizes may have a unit, `expanded=1GB`.
 * @returns the limits named, or the piece that makes no sense
 */
export function limitsNamed(text: string): Partial<Limits> | { wrong: string } {
  const out: Partial<Limits> = {}
  for (const piece of text.split(/[,\s]+/).filter(Boolean)) {
    const [, name, value] = /^(\w+)=(\S+)$/.exec(piece) ?? []
    if (name === undefined || !Object.hasOwn(defaultLimits, name)) return { wrong: piece }
    const limit = name as keyof Limits
    const number = sizes.has(limit) ? sizeNamed(value!) : /^\d+(?:\.\d+)?$/.test(value!) ? Number(value) : null
    if (number === null || number <= 0) return { wrong: piece }
    out[limit] = number
  }
  return out
}

/** `500MB`, `1g`, `2048` as bytes; null for what is no size. */
export function sizeNamed(text: string): number | null {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*([kmg]?)i?b?$/i.exec(text.trim()) ?? []
  const size = Number(number) * 1024 ** ' kmg'.indexOf(unit?.toLowerCase() || ' ')
  return size >= 1 ? Math.floor(size) : null
}
