/**
 * Places: the divisions of China from province to county, by the names and codes that they had in a given year.
 * The table is read on first use, so a program that asks for no place pays nothing.
 */
import { places as table } from './tables.generated.ts'

export type DivisionLevel = 'province' | 'city' | 'county'

/** One name that one code of GB/T 2260 had. */
export interface Place {
  code: string
  /** The official name, e.g. 咸宁市. */
  name: string
  /** The forms without the suffix: 咸宁; none where a single character would be left (蠡县). */
  short: readonly string[]
  /** A county-level city is `county`, a district of a municipality too; prefecture, league and prefecture-level city are `city`. */
  level: DivisionLevel
  /** First and last year in force; null for "since the list of 1998 or before" and "still". The year of a change counts for both. */
  from: number | null
  to: number | null
  /** The code that took its place, where it ended. */
  successor: string | null
}

/** The table's lines, and their divisions as far as they were asked for: most programs need few of the thousands. */
let lines: string[] | null = null
let parsed: (Place | undefined)[] = []
let byCode: Map<string, number[]> | null = null

function linesOf(): string[] {
  if (!lines) {
    lines = table.split('\n')
    lines.shift()
    parsed = new Array(lines.length)
  }
  return lines
}

function placeAt(line: number): Place {
  const known = parsed[line]
  if (known) return known
  const [code, name, short, from, to, successor] = linesOf()[line]!.split('\t')
  const place: Place = {
    code: code!,
    name: name!,
    short: short ? short.split('|') : [],
    level: levelOf(code!),
    from: from ? Number(from) : null,
    to: to ? Number(to) : null,
    successor: successor || null,
  }
  parsed[line] = place
  return place
}

/** All divisions, by code and then by year. */
export function places(): readonly Place[] {
  return linesOf().map((_, line) => placeAt(line))
}

/**
 * The lines by the first two characters of their name and of each short form, as chains: quick to build at a cold start, and the
 * forms themselves are compared only where a pair fits.
 */
let index: { heads: Map<number, number>; next: Int32Array; rows: Int32Array } | null = null

const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)

function indexed(): NonNullable<typeof index> {
  if (index) return index
  const all = linesOf()
  const built = { heads: new Map<number, number>(), next: new Int32Array(all.length * 4), rows: new Int32Array(all.length * 4) }
  let entry = 1
  const put = (pair: number, line: number): void => {
    built.next[entry] = built.heads.get(pair) ?? 0
    built.rows[entry] = line
    built.heads.set(pair, entry++)
  }
  // from the last line to the first, so that each chain runs in the table's order; a line has code, name, short forms …
  for (let line = all.length - 1; line >= 0; line--) {
    const row = all[line]!
    const name = row.indexOf('\t') + 1
    const short = row.indexOf('\t', name) + 1
    const rest = row.indexOf('\t', short)
    const own = pairAt(row, name)
    put(own, line)
    for (let from = short; from < rest; ) {
      if (pairAt(row, from) !== own) put(pairAt(row, from), line)
      const bar = row.indexOf('|', from)
      from = bar < 0 || bar > rest ? rest : bar + 1
    }
  }
  index = built
  return built
}

/**
 * The longest name or short form of a division that starts at `from` in a text: where it ends and all the divisions that have it;
 * null where none does.
 */
export function placeFormAt(text: string, from: number, limit: number): { end: number; places: Place[] } | null {
  const { heads, next, rows } = index ?? indexed()
  let entry = heads.get(pairAt(text, from)) ?? 0
  let best = 0
  let found: Place[] = []
  for (; entry !== 0; entry = next[entry]!) {
    const place = placeAt(rows[entry]!)
    for (let k = -1; k < place.short.length; k++) {
      const form = k < 0 ? place.name : place.short[k]!
      if (form.length < best || from + form.length > limit || !text.startsWith(form, from)) continue
      if (form.length > best) found = []
      best = form.length
      found.push(place)
    }
  }
  return best ? { end: from + best, places: found } : null
}

/** The level that a code of GB/T 2260 stands for. */
export function levelOf(code: string): DivisionLevel {
  return code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county'
}

/** Whether a division was in force in a year; with null for "whenever". */
export function inForce(place: Place, year: number | null): boolean {
  return year === null || ((place.from === null || place.from <= year) && (place.to === null || year <= place.to))
}

/** Whether the division of code `outer` is or holds that of code `inner`; by the codes, so within one year. */
export function covers(outer: string, inner: string): boolean {
  return inner.startsWith(outer.endsWith('0000') ? outer.slice(0, 2) : outer.endsWith('00') ? outer.slice(0, 4) : outer)
}

/**
 * The division of a code in a year.
 * @param year null for the latest name
 * @returns null where the code was not in force then
 */
export function placeOfCode(code: string, year: number | null = null): Place | null {
  if (!byCode) {
    byCode = new Map()
    for (const [line, row] of linesOf().entries()) {
      const code = row.slice(0, 6)
      const lines = byCode.get(code)
      if (lines) lines.push(line)
      else byCode.set(code, [line])
    }
  }
  const found = (byCode.get(code) ?? []).map(line => placeAt(line)).filter(place => inForce(place, year))
  return (year === null ? found.at(-1) : found[0]) ?? null
}

/** The division that `place` belonged to: the prefecture of its code, or the province where it answers to that directly; null for a province. */
export function parentOf(place: Place, year: number | null = null): Place | null {
  if (place.level === 'province') return null
  const province = placeOfCode(`${place.code.slice(0, 2)}0000`, year)
  return place.level === 'city' ? province : (placeOfCode(`${place.code.slice(0, 4)}00`, year) ?? province)
}

/**
 * The divisions that a name stands for, official or short.
 * @param year the year of the text: divisions in force then; null for any year
 * @param within the code of the place that speaks: if any of them lie in its county, prefecture or province, only those of the nearest
 *   are given. In the reports of a prefecture 和平区 means its own.
 */
export function placesNamed(name: string, year: number | null = null, within: string | null = null): Place[] {
  const whole = placeFormAt(name, 0, name.length)
  const found = whole?.end === name.length ? whole.places.filter(place => inForce(place, year)) : []
  if (within === null || found.length === 0) return found
  for (const outer of [within, `${within.slice(0, 4)}00`, `${within.slice(0, 2)}0000`]) {
    const near = found.filter(place => covers(outer, place.code))
    if (near.length) return near
  }
  return found
}

/**
 * The one division that a name stands for, or null where there is none or several are as near.
 * Of several names of one code the one in force first is given; a county and the prefecture of the same short name are told
 * apart by the name's suffix, and the short name alone means the higher.
 */
export function placeNamed(name: string, year: number | null = null, within: string | null = null): Place | null {
  const found = placesNamed(name, year, within)
  const official = found.filter(place => place.name === name)
  const best = official.length ? official : found
  const top = best.filter(place => place.level === best.reduce(higher).level)
  const first = top[0]
  return first && top.every(place => place.code === first.code || renumbered(first, place)) ? first : null
}

const RANK: Record<DivisionLevel, number> = { province: 0, city: 1, county: 2 }
const higher = (a: Place, b: Place): Place => (RANK[b.level] < RANK[a.level] ? b : a)

/** In the year of a change both codes are in force: the one that ended and its successor are the same place. */
const renumbered = (a: Place, b: Place): boolean => a.successor === b.code || b.successor === a.code
