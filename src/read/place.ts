/** The places that a report names besides its own: with the code in force in its year, and as the place of the figures they head. */
import { ACT, ADVERB, DIST, DOWN, INDICATOR, type Lexicon, MODAL, STATE, TIME, TO, UP } from '../catalogue/lexicon.ts'
import { isCommonWord } from '../catalogue/place-words.ts'
import { covers, inForce, type Place, placeFormAt } from '../catalogue/places.ts'
import { codesOf } from './chars.ts'
import type { Figure, PlaceMention, Report, Statement } from './types.ts'

/** What makes a short form part of another name: 北京路, 雄安新区 (安新), 东方市场. */
const OTHER_NAME = /^[路街道村乡镇区县市场城港桥湾岛山河湖站里寨屯庄]/
/** After a full name: 和县委, 海城市场, 中原区域. */
const RUNS_ON = /^[域位间块场长委]/
/** Before a full name: the end of a longer word (沿海城市, 示范县, 自治县). */
const JOINED = /[沿滨近临内环]$/

interface Found extends PlaceMention {
  place: Place
}

/** The place meant, of those that a form stands for, or null: the own area's first, then one that is alone in the country. */
function meant(form: string, found: readonly Place[], own: string | null, before: Found | null): Place | null {
  if (before) {
    const inside = found.filter(place => place !== before.place && covers(before.place.code, place.code))
    if (inside.length) return inside[0]!
  }
  const common = isCommonWord(form)
  const area = own === null ? null : own.endsWith('0000') ? own : `${own.slice(0, 4)}00`
  const rank = (place: Place): number => (place.level === 'province' ? 0 : place.level === 'city' ? 1 : 2)
  const candidates = found.filter(place => {
    const full = place.name === form
    if (place.level === 'province') return true
    const near = area !== null && covers(area, place.code)
    if (common) return full && near && form.length > 2 && !/^[城郊矿新老市][城市]?区$/.test(form)
    return full || place.level === 'city' || near
  })
  if (!candidates.length) return null
  for (const outer of own === null ? [] : [own, area!, `${own.slice(0, 2)}0000`]) {
    const near = candidates.filter(place => covers(outer, place.code))
    if (near.length) return single(near, rank)
  }
  return single(candidates, rank)
}

/** The highest of the places, if it is one place. */
function single(found: Place[], rank: (place: Place) => number): Place | null {
  const top = Math.min(...found.map(rank))
  const best = found.filter(place => rank(place) === top)
  const [first] = best
  return first && best.every(place => place.code === first.code || first.successor === place.code) ? first : null
}

/** Whether two characters are a word, so that no name begins at the second. */
const joins = (pair: string, lexicon: Lexicon): boolean =>
  lexicon.trie.find(pair) !== 0 || /^(?:治安|雄安|推开|公开|召开|罗浮|隆重)$/.test(pair)

/** Whether a form is only part of a longer word: what follows it goes on, or its first character belongs to the word before it. */
function joined(
  text: string,
  from: number,
  to: number,
  start: number,
  full: boolean,
  inside: boolean,
  lexicon: Lexicon,
): boolean {
  const next = text.charAt(to)
  if (full ? RUNS_ON.test(next) : OTHER_NAME.test(next)) return true
  // 治安新格局 is no 安新, 新增城区 no 增城区
  return (
    !inside && from > start && ((full && JOINED.test(text.charAt(from - 1))) || joins(text.slice(from - 1, from + 1), lexicon))
  )
}

/** The mentions of other places in `text[start, end)`, left to right. The report's own place is none. */
function mentions(
  text: string,
  start: number,
  end: number,
  own: string | null,
  year: number | null,
  lexicon: Lexicon,
  out: Found[],
): void {
  for (let i = start; i < end; ) {
    const at = placeFormAt(text, i, end)
    if (!at) {
      i++
      continue
    }
    const to = at.end
    const form = text.slice(i, to)
    const found = at.places.filter(place => inForce(place, year))
    const last = out.at(-1)
    const before = last && last.end === i ? last : null
    const place = found.length ? meant(form, found, own, before) : null
    if (!place || joined(text, i, to, start, place.name === form, before !== null, lexicon)) {
      i++
      continue
    }
    if (place.code !== own) out.push({ start: i, end: to, text: form, code: place.code, name: place.name, place })
    i = to
  }
}

/** The classes of words that a place as a subject is followed by. */
const PREDICATE = ACT | UP | DOWN | TO | STATE | TIME | MODAL | ADVERB | DIST | INDICATOR

/** Whether a place is a subject: a verb, an indicator or a count follows its name, and not the rest of a longer name (武汉大学, 宁波舟山港). */
function speaks(text: string, end: number, limit: number, lexicon: Lexicon): boolean {
  return (
    /^(?:等|[0-9二两三四五六七八九十]+[个县市区]|的|地区)/.test(text.slice(end, end + 4)) ||
    lexicon.trie.longest(text, end, PREDICATE, limit) > 0
  )
}

/** What may stand between the start of a clause and the place that heads it. */
const HEAD = /^(?:其中[，,：:]?|仅|——|—|在)?$/
const STOP = codesOf('，,；;。：:！？\n（(')
/** Words for parts of the own place, which have no code: 其中市区增长8%. */
const PART =
  /^(?:其中[，,：:]?)?(市区|城区|主城区|中心城区|市本级|区本级|县本级|城关镇|高新区|经开区)(?=[\u4e00-\u9fff])(?!内|的|域|位|建设|道路|面积)/

const NONE: readonly Found[] = []

/** How far back the head of a clause is looked for. */
const LONGEST = 200

/** The place that heads the clause in which a figure stands, as written, or null. */
function headOf(text: string, from: number, figure: Figure, found: readonly Found[], lexicon: Lexicon): string | null {
  let clause = figure.start
  // no clause of the genre is longer; the cap keeps a text without stops linear
  const floor = Math.max(from, figure.start - LONGEST)
  while (clause > floor && !STOP.has(text.charCodeAt(clause - 1))) clause--
  const first = found.find(m => m.start >= clause && m.end <= figure.start)
  if (!first) {
    const part = PART.exec(text.slice(clause, figure.start))
    return part && speaks(text, clause + part[0].length, figure.end, lexicon) ? part[1]! : null
  }
  if (!HEAD.test(text.slice(clause, first.start).trim())) return null
  let end = first.end
  for (const next of found)
    if (next.start > end - 1 && /^[、和与及]?$/.test(text.slice(end, next.start)) && next.end <= figure.start) end = next.end
  return speaks(text, end, figure.end, lexicon) ? text.slice(first.start, end) : null
}

/** 涞源县生产总值80亿元，增长8%: the place of the figure whose indicator a figure has taken over. */
const goesOn = (figure: Figure, last: Figure | undefined): string | null =>
  last?.statement === figure.statement && figure.indicator !== null && last.indicator?.start === figure.indicator.start
    ? last.place
    : null

/**
 * Finds the places that the statements name and gives the figures that one of them heads that place.
 * @returns the mentions in order, each with the code in force in the year of the report
 */
export function placesIn(
  text: string,
  report: Report,
  statements: readonly Statement[],
  figures: readonly Figure[],
  lexicon: Lexicon,
): PlaceMention[] {
  const out: Found[] = []
  const own = report.place?.code ?? null
  let f = 0
  for (const statement of statements) {
    const from = out.length
    mentions(text, statement.start, statement.end, own, report.year, lexicon, out)
    const here = out.length > from ? out.slice(from) : NONE
    for (; f < figures.length && figures[f]!.start < statement.end; f++) {
      const figure = figures[f]!
      if (figure.role !== 'measure' || figure.measure === 'rank') continue
      figure.place = headOf(text, statement.start, figure, here, lexicon) ?? goesOn(figure, figures[f - 1])
    }
  }
  return out.map(({ start, end, text: said, code, name }) => ({ start, end, text: said, code, name }))
}
