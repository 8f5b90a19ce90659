/**
 * What a text states more than once: the relations among its numbers, found by trying the arithmetic on neighbouring numbers
 * rather than by reading. A mistake is detectable in principle when it breaks one of them. A relation counts only where a
 * word says that the numbers belong together and the sum comes out in the text as it stands.
 */
import { type Numeral, numeralsOf, type Sentence } from './numbers.ts'

export interface Relation {
  /** The rule of `check` whose matter this is. */
  rule: string
  numerals: readonly Numeral[]
  /** Whether values, in the order of `numerals`, fulfil it within what their digits leave open. */
  holds(values: readonly number[]): boolean
}

/** How many numbers further on a partner may stand. */
const WINDOW = 6
const FROM = /[由从自]/
const RISE = /提高|增加|增长|上升|下降|减少|降低|降[到至]|增[到至]|升[到至]|扩大|提升|攀升|跃升|扩展|发展|达到|压减|缩短|缩减/
const MORE = /比|较|同比|提高|增加|增长|上升|下降|减少|降低|新增|净增|增收/
const TOTAL = /共|合计|总计|其中|总[量数额]|分别|：|中[，,、]/
const SHARE = /占|率|比重|比例/

const near = (a: number, b: number, slack: number): boolean =>
  Math.abs(a - b) <= slack + 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/** Every relation among the numbers of one sentence. */
export function relationsIn(sentence: Sentence): Relation[] {
  const { numerals } = sentence
  const found: Relation[] = []
  const add = (relation: Relation) => {
    if (relation.holds(relation.numerals.map(n => n.value))) found.push(relation)
  }
  const text = (from: Numeral, to: Numeral) => sentence.text.slice(from.after - sentence.start, to.start - sentence.start)
  for (const [i, a] of numerals.entries()) {
    for (let j = i + 1; j < Math.min(i + WINDOW, numerals.length); j++) {
      const b = numerals[j]!
      if (a.unit === '' || a.unit !== b.unit || a.value === 0) continue
      const lead = sentence.text.slice(Math.max(0, a.start - sentence.start - 20), a.start - sentence.start)
      if (j === i + 1) for (const r of changes(sentence, i, FROM.test(lead) && RISE.test(text(a, b)))) add(r)
      if (b.value < a.value) for (const r of shares(sentence, i, j)) add(r)
      if (/其中/.test(text(a, b)) && b.value < a.value && a.unit !== '%' && !/。|；/.test(text(a, b)))
        add({ rule: 'nested-set', numerals: [a, b], holds: ([x, y]) => y! <= x! })
    }
    for (const r of sums(sentence, i)) add(r)
  }
  return found
}

/** From a to b, and c the change: as a difference, a rate or a multiple; or a level, its increase and its rate. */
function* changes({ numerals, text, start }: Sentence, i: number, moved: boolean): Generator<Relation> {
  const [a, b] = [numerals[i]!, numerals[i + 1]!]
  const c = numerals[i + 2]
  if (!c || c.start - b.after > 24 || /[。；]/.test(text.slice(b.after - start, c.start - start))) return
  const gap = text.slice(b.after - start, c.start - start)
  if (/每年|分别|高于|低于|优于|快于/.test(gap)) return
  if (/年均/.test(gap)) {
    if (moved && !(a.unit === '%') && c.unit === '%') yield* yearly(text.slice(0, c.start - start), [a, b, c])
    return
  }
  const slack = a.half + b.half + c.half
  const percent = a.unit === '%'
  if (moved && (percent ? c.unit === '个百分点' : c.unit === a.unit))
    yield { rule: 'from-to-change', numerals: [a, b, c], holds: ([x, y, z]) => near(Math.abs(y! - x!), z!, slack) }
  if (moved && !percent && c.unit === '%')
    yield {
      rule: 'from-to-change',
      numerals: [a, b, c],
      holds: ([x, y, z]) => near((Math.abs(y! - x!) / x!) * 100, z!, 2 * c.half + (200 * (a.half + b.half)) / x!),
    }
  if (moved && c.unit === '倍')
    yield {
      rule: 'from-to-change',
      numerals: [a, b, c],
      holds: ([x, y, z]) => [0, 1].some(less => near(y! / x! - less, z!, c.half + (2 * (a.half + b.half)) / x!)),
    }
  const between = text.slice(a.after - start, b.start - start)
  if (
    !moved &&
    !percent &&
    c.unit === '%' &&
    b.value < a.value &&
    MORE.test(between) &&
    MORE.test(gap) &&
    b.start - a.after < 16
  ) {
    const sign = /减|降/.test(between) ? -1 : 1
    yield {
      rule: 'from-to-change',
      numerals: [a, b, c],
      holds: ([x, y, z]) =>
        near((y! / (x! - sign * y!)) * 100, z!, 2 * c.half + (300 * (a.half + b.half)) / Math.abs(x! - sign * y!)),
    }
  }
}

/** A yearly rate over the years that stand before it. */
function* yearly(before: string, [a, b, c]: [Numeral, Numeral, Numeral]): Generator<Relation> {
  const [first, second] = [...before.matchAll(/((?:19|20)\d{2})年/g)].slice(-2).map(m => Number(m[1]))
  const years = first && second ? second - first : /五年|[一二三四]五/.test(before) ? 5 : 0
  if (years < 2 || years > 10) return
  const rate = (ratio: number) => (ratio ** (1 / years) - 1) * 100
  yield {
    rule: 'from-to-change',
    numerals: [a, b, c],
    holds: ([x, y, z]) => near(rate(y! / x!), z!, 2 * c.half + (rate((y! + b.half) / (x! - a.half)) - rate(y! / x!)) * 2),
  }
}

/** b of a is so many per cent. */
function* shares({ numerals, text, start }: Sentence, i: number, j: number): Generator<Relation> {
  const [a, b] = [numerals[i]!, numerals[j]!]
  const c = numerals[j + 1]
  if (c?.unit !== '%' || a.unit === '%' || c.start - b.after > 14) return
  if (!SHARE.test(text.slice(b.after - start, c.start - start))) return
  const slack = 2 * c.half + (200 * (a.half + b.half)) / a.value
  // counts as round as these have any share
  if (slack > 2) return
  yield { rule: 'count-share', numerals: [a, b, c], holds: ([x, y, z]) => near((y! / x!) * 100, z!, slack) }
}

/** A run of numbers of one unit that adds to the one before or behind it. */
function* sums({ numerals, text, start, end }: Sentence, i: number): Generator<Relation> {
  const first = numerals[i]!
  if (first.unit === '' || first.unit === '%') return
  const same = numerals.slice(i).filter(n => n.unit === first.unit)
  for (let k = 2; k < Math.min(same.length, 10); k++) {
    for (const backwards of [false, true]) {
      const whole = backwards ? same[k]! : first
      const parts = backwards ? same.slice(0, k) : same.slice(1, k + 1)
      const from = backwards ? first.start : whole.start
      const last = backwards ? whole : parts[k - 1]!
      const said = text.slice(from - start, Math.min(last.after - start, end - start))
      if (!TOTAL.test(said) || said.includes('；') || said.length > 160) continue
      const slack = whole.half + parts.reduce((sum, n) => sum + n.half, 0)
      // small numbers add up by chance
      if (whole.value < 40 * Math.max(slack, 0.25) || whole.digits.replace(/\D/g, '').length < 2) continue
      yield {
        rule: 'parts-total',
        numerals: [whole, ...parts],
        holds: ([total, ...list]) =>
          near(
            list.reduce((a, b) => a + b, 0),
            total!,
            slack,
          ),
      }
    }
  }
}

/** Digits that two different things hardly share: four that are no round number, or three with a point. */
const isSpecific = (digits: string): boolean => {
  const figures = digits.replace('.', '').replace(/^0+|0+$/g, '')
  return figures.length >= (digits.includes('.') ? 3 : 4)
}

/** One number said twice under one name: the words before it and its unit are the same. */
export function repeatedNumerals(sentences: readonly Sentence[]): Relation[] {
  const places = new Map<string, { numeral: Numeral; sentence: Sentence }[]>()
  const texts = new Map<string, number>()
  for (const sentence of sentences) texts.set(sentence.text, (texts.get(sentence.text) ?? 0) + 1)
  for (const sentence of sentences) {
    // what stands there twice word for word is no second statement
    if (texts.get(sentence.text)! > 1) continue
    for (const numeral of sentence.numerals) {
      const name = /[\u4e00-\u9fff]{6,}$/.exec(sentence.text.slice(0, numeral.start - sentence.start))?.[0].slice(-8)
      // a bound may be a target and its outcome; an exact number is one fact
      const bound = /^(以上|以下|以内|左右)/.test(sentence.text.slice(numeral.after - sentence.start))
      if (!name || numeral.unit === '' || bound || !isSpecific(numeral.digits)) continue
      const key = `${name} ${numeral.digits}${sentence.text.slice(numeral.end - sentence.start, numeral.after - sentence.start)}`
      const list = places.get(key) ?? places.set(key, []).get(key)!
      list.push({ numeral, sentence })
    }
  }
  const found: Relation[] = []
  for (const list of places.values()) {
    const [one, two, ...more] = list
    if (!one || !two || more.length || one.sentence === two.sentence) continue
    const numerals = [one.numeral, two.numeral]
    found.push({ rule: 'said-twice', numerals, holds: ([x, y]) => near(x!, y!, one.numeral.half * 2) })
  }
  return found
}

/** 23.7∶32.5∶43.8: parts of a hundred. */
export function structures(text: string): Relation[] {
  const found: Relation[] = []
  for (const match of text.matchAll(/(?<![\d.])\d+(?:\.\d+)?(?:\s?[:：∶︰]\s?\d+(?:\.\d+)?){2,}(?![\d.])/g)) {
    const numerals = [...match[0].matchAll(/\d+(?:\.\d+)?/g)].map(m => {
      const [numeral] = numeralsOf(`${m[0]}%`)
      const start = match.index + m.index
      return { ...numeral!, start, end: start + m[0].length, after: start + m[0].length }
    })
    const slack = numerals.reduce((sum, n) => sum + n.half, 0)
    const relation: Relation = {
      rule: 'structure-sum',
      numerals,
      holds: values =>
        near(
          values.reduce((a, b) => a + b, 0),
          100,
          slack,
        ),
    }
    if (relation.holds(numerals.map(n => n.value))) found.push(relation)
  }
  return found
}
