/**
 * Places: the divisions of China from province to county, by the names and codes that they had in a given year.
 * The table is read on first use, so a program that asks for no place pays nothing.
 */
import { placeData } from './compiled.ts'
import { places as table } from './generated/places.generated.ts'
import { AtNodes, Trie } from './trie.ts'

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

let forms: { trie: Trie; lines: AtNodes<number | readonly number[]> } | null = null

function formsOf(): NonNullable<typeof forms> {
  if (forms) return forms
  const data = placeData()
  const trie = new Trie(data.trie)
  forms = { trie, lines: new AtNodes(trie, data.form, data.lines) }
  return forms
}

const placesAt = (lines: number | readonly number[]): Place[] =>
  typeof lines === 'number' ? [placeAt(lines)] : lines.map(placeAt)

/**
 * The longest name or short form of a division that starts at `from` in a text: where it ends and all the divisions that have it;
 * null where none does.
 */
export function placeFormAt(text: string, from: number, limit: number): { end: number; places: Place[] } | null {
  const { trie, lines } = forms ?? formsOf()
  const end = trie.longest(text, from, 1, limit)
  return end < 0 ? null : { end, places: placesAt(lines.get(trie.lastNode)!) }
}

/**
 * As `placeFormAt`, of the divisions only that `accepts` takes and with a word for each form: the last of those that have the longest
 * accepted form, or null.
 */
export function lastPlaceAt(
  text: string,
  from: number,
  accepts: (place: Place, form: string) => boolean,
): { end: number; place: Place } | null {
  const { trie, lines } = forms ?? formsOf()
  let found: { end: number; place: Place } | null = null
  for (let i = from, node = 0; i < text.length; i++) {
    node = trie.step(node, text.charCodeAt(i))
    if (node === 0) break
    if (!trie.flags[node]) continue
    const place = placesAt(lines.get(node)!).findLast(each => accepts(each, text.slice(from, i + 1)))
    if (place) found = { end: i + 1, place }
  }
  return found
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
  const all = linesOf()
  let low = 0
  for (let high = all.length; low < high; ) {
    const middle = (low + high) >> 1
    if (all[middle]!.slice(0, 6) < code) low = middle + 1
    else high = middle
  }
  const found: Place[] = []
  for (; all[low]?.startsWith(`${code}\t`); low++) if (inForce(placeAt(low), year)) found.push(placeAt(low))
  return (year === null ? found.at(-1) : found[0]) ?? null
}

/** The division that `place` belonged to: the prefecture of its code, or the province where it answers to that directly; null for a province. */
export function parentOf(place: Place, year: number | null = null): Place | null {
  if (place.level === 'province') return null
  const province = placeOfCode(`${place.code.slice(0, 2)}0000`, year)
  return place.level === 'city' ? province : (placeOfCode(`${place.code.slice(0, 4)}00`, year) ?? province)
}

/** The division that a later one took the place of, as it was in a year; null where the table does not say. */
export function predecessorOf(place: Place, year: number): Place | null {
  const before = places().filter(other => other !== place && other.successor === place.code && inForce(other, year))
  return before.length === 1 ? before[0]! : null
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
