/** From the name a report gives of its own place to the division that it is: code and level in the year of the report. */
import { isCommonWord } from '../../catalogue/place-words.ts'
import { covers, inForce, lastPlaceAt, type Place, placeOfCode, placesNamed } from '../../catalogue/places.ts'
import type { Report } from '../types.ts'

type Level = NonNullable<NonNullable<Report['place']>['level']>

/** The list of codes that the catalogue's history starts with is of 1998. Of codes before it, only those of provinces are sure. */
const FIRST_LIST = 1998

/**
 * The division at the end of a chain of names (某市某区), or null where the catalogue knows none.
 * Of several of one name, the one within the place named before it is meant, else the one whose parent the text speaks of most.
 */
export function divisionOf(chain: string, year: number | null, body: string): Place | null {
  for (let from = 0; from < chain.length - 1; from++) {
    const name = chain.slice(from)
    let found = placesNamed(name, year).filter(place => place.name === name || place.level === 'province')
    if (!found.length) found = placesNamed(name, null).filter(place => place.name === name)
    if (!found.length) continue
    for (let k = 0; k < from && found.length > 1; k++) {
      const outer = placesNamed(chain.slice(k, from), year)
      const inside = found.filter(place => outer.some(o => covers(o.code, place.code)))
      if (inside.length) found = inside
    }
    return found.length === 1 || found.every(p => p.code === found[0]!.code) ? found[0]! : mostSpoken(found, year, body)
  }
  return null
}

/** The division of a level by its short form (武汉 for 武汉市), or null where none or several have it. */
export function divisionCalled(short: string, level: Level | null, year: number | null): Place | null {
  const found = placesNamed(short, year).filter(place => level === null || place.level === level)
  return found.length === 1 ? found[0]! : null
}

/** Of places of one name, the one whose prefecture and province the text names most; null where none stands out. */
function mostSpoken(found: Place[], year: number | null, body: string): Place | null {
  const count = (place: Place): number => {
    let n = 0
    for (const outer of [`${place.code.slice(0, 4)}00`, `${place.code.slice(0, 2)}0000`]) {
      const name = placeName(outer, year)
      if (name) n += body.split(name).length - 1
    }
    return n
  }
  const ranked = found.map(place => ({ place, n: count(place) })).sort((a, b) => b.n - a.n)
  // in the year of a change both codes of a place are in force: the older is meant
  if (ranked[1] && ranked[0]!.place.successor === ranked[1].place.code) return ranked[0]!.place
  return ranked[0] && ranked[0].n > (ranked[1]?.n ?? 0) ? ranked[0].place : null
}

function placeName(code: string, year: number | null): string | null {
  const place = placeOfCode(code, year)
  return place && (place.short[0] ?? place.name)
}

/** A report's place as its reading has it. */
export function reportPlace(name: string, level: Level | null, place: Place | null, year: number | null): Report['place'] {
  if (!place) return { name, code: null, level }
  const valid = inForce(place, year) && (year === null || year >= FIRST_LIST || place.level === 'province')
  return { name: place.name, code: valid ? place.code : null, level: place.level }
}

const LEVEL_OF: [RegExp, RegExp][] = [
  [/我县|全县|县委|县政府|县人民政府/g, /县$/],
  [/我旗|全旗|旗委|旗政府|旗人民政府/g, /旗$/],
  [/我市|全市|市委|市政府|市人民政府/g, /市$/],
  [/我州|全州|州委|州政府|州人民政府/g, /州$/],
  [/我省|全省|省委|省政府|省人民政府/g, /省$/],
]
const SPEAKER = /代表(?:第[一二三四五六七八九十]+届)?(县|旗|市|州|省)(?:人民)?政府/

/**
 * The division that a text without a head speaks of as its own: of the kind that it says “our county” of, the one it names most,
 * its closing words counting most. Null where none stands out.
 */
export function spokenOf(body: string, opening: string, year: number | null): Place | null {
  const said = SPEAKER.exec(opening)?.[1]
  const kinds = LEVEL_OF.map(([words, suffix]) => ({ suffix, n: body.match(words)?.length ?? 0 }))
  const kind = said ? kinds.find(k => k.suffix.test(said)) : kinds.reduce((a, b) => (b.n > a.n ? b : a))
  if (!kind || kind.n < 3) return null
  const speaks = (place: Place, form: string): boolean =>
    kind.suffix.test(place.name) && inForce(place, year) && !isCommonWord(form)
  const votes = new Map<Place, number>()
  const closing = body.length - 600
  for (let i = 0; i < body.length; i++) {
    const said = lastPlaceAt(body, i, speaks)
    if (!said) continue
    const { end, place } = said
    const full = end - i === place.name.length
    // 安新 in 雄安新区 is no mention
    if (full || !/[区市镇乡村路街]/.test(body[end] ?? ''))
      votes.set(place, (votes.get(place) ?? 0) + (full || i > closing ? 3 : 1))
    i = end - 1
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1])
  return first && first[1] >= 3 && first[1] >= 1.5 * (second?.[1] ?? 0) ? first[0] : null
}
