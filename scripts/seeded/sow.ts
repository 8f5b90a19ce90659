/** Sows mistakes in texts and sees which of them checking finds. */
import { type Checked, check, type Finding } from '../../src/check/index.ts'
import { read } from '../../src/read/index.ts'
import { random, sample } from '../random.ts'
import { apply, KINDS, type Kind, type Mistake, type Sower } from './mistakes.ts'
import { countWords, headings, listItems, marks, misnamed, repeats } from './of-form.ts'
import { changes, digits, magnitudes, saidTwice, structureParts, sums, swaps, unitsSwapped } from './of-numbers.ts'

const SOWERS: Record<Kind, Sower> = {
  digit: digits,
  swap: swaps,
  magnitude: magnitudes,
  unit: unitsSwapped,
  structure: structureParts,
  sum: sums,
  change: changes,
  'said-twice': saidTwice,
  'list-item': listItems,
  'count-word': countWords,
  heading: headings,
  name: misnamed,
  mark: marks,
  repeat: repeats,
}

/** Rules that set two things side by side and say of neither that it is wrong, or speak of the text as a whole. */
const NO_MISTAKE = new Set(['target-path', 'outcome-as-bound', 'vague-promise', 'mixed-width', 'numeral-style'])

/** Characters on either side that tell one place from another. */
const AROUND = 12

export interface Sown extends Mistake {
  document: string
  /** The rules that found it. */
  caught: string[]
  /** The rules of new findings at other places. */
  elsewhere: string[]
}

export interface Source {
  name: string
  text: string
}

/**
 * @param count how many mistakes; each kind gets an equal share, and what a kind has no room for goes to the others
 * @returns the mistakes, by kind and in the order they were drawn: the same for the same texts
 */
export function sow(sources: readonly Source[], count: number, seed = 'jiedu'): Sown[] {
  const ground = new Map<Kind, { source: Source; mistake: Mistake }[]>(KINDS.map(kind => [kind, []]))
  const known = new Set<string>()
  for (const source of sources) {
    const again = secondCopies(source.text)
    for (const kind of KINDS)
      for (const mistake of SOWERS[kind](source.text, random(seed, kind, source.name))) {
        // some reports are there in two editions, and some pages hold their text twice: one place is sown once
        const around = `${kind}${source.text.slice(Math.max(0, mistake.start - AROUND), mistake.end + AROUND).replace(/\s/g, '')}`
        if (known.has(around) || again.some(([start, end]) => mistake.start >= start && mistake.start < end)) continue
        known.add(around)
        ground.get(kind)!.push({ source, mistake })
      }
  }
  const chosen: { source: Source; mistake: Mistake }[] = []
  const kinds = [...KINDS].sort((a, b) => ground.get(a)!.length - ground.get(b)!.length)
  for (const [i, kind] of kinds.entries()) {
    const share = Math.floor((count - chosen.length) / (kinds.length - i))
    chosen.push(...sample(ground.get(kind)!, share, random(seed, kind)))
  }
  const found = new Map<string, { source: Source; mistakes: Mistake[] }>()
  for (const { source, mistake } of chosen) {
    const entry = found.get(source.name) ?? { source, mistakes: [] }
    entry.mistakes.push(mistake)
    found.set(source.name, entry)
  }
  return [...found.values()].flatMap(({ source, mistakes }) => tryAll(source, mistakes))
}

/** The lines that stand in the text before: what is told of them is told of the first. */
function secondCopies(text: string): [number, number][] {
  const seen = new Set<string>()
  const again: [number, number][] = []
  for (const match of text.matchAll(/[^\r\n]{20,}/g)) {
    const line = match[0].trim()
    if (seen.has(line)) again.push([match.index, match.index + match[0].length])
    seen.add(line)
  }
  return again
}

function tryAll({ name, text }: Source, mistakes: readonly Mistake[]): Sown[] {
  const before = new Map<string, number>()
  for (const finding of findingsOf(text).findings) {
    const key = keyOf(finding)
    before.set(key, (before.get(key) ?? 0) + 1)
  }
  return mistakes.map(mistake => {
    const left = new Map(before)
    const checked = findingsOf(apply(text, mistake))
    const fresh = checked.findings.filter(finding => {
      const key = keyOf(finding)
      const known = left.get(key) ?? 0
      left.set(key, known - 1)
      return known <= 0 && !NO_MISTAKE.has(finding.rule)
    })
    const here = fresh.filter(finding => touches(finding, mistake))
    return {
      ...mistake,
      document: name,
      caught: [...new Set(here.map(f => f.rule))],
      // a body that stands there twice is told in other pieces when one of its copies changes
      elsewhere: fresh.filter(f => !here.includes(f) && f.rule !== 'repeated-body').map(f => f.rule),
    }
  })
}

const findingsOf = (text: string): Checked => check(read(text))

/** What a finding is, wherever it stands. */
const keyOf = (finding: Finding): string => `${finding.rule} ${finding.text} ${finding.message.en}`

const touches = (finding: Finding, mistake: Mistake): boolean =>
  [finding, ...finding.related].some(place => mistake.where.some(([start, end]) => place.start <= end && start <= place.end))
