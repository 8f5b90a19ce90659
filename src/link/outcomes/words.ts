/** The wording of a clause, brought to what comparisons need. */
import { rows } from '../../catalogue/table.ts'
import { sameWords } from '../../catalogue/tables.generated.ts'

/** Quotation marks, brackets, blanks and footnote marks say nothing of what a clause is about. */
const NOISE = /\^?\[\d+\]|\\[rn]|[\s“”‘’"'「」『』《》〈〉（）()【】·・—－\-,，;；:：。！？!?]/g

/** Marks before an item: （一）, 一是, 1. */
const ITEM = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]+[是要])+/

let same: { all: RegExp; as: Map<string, string> } | null = null

/** Wordings that mean the same, brought to one. */
function inOneWording(text: string): string {
  if (!same) {
    const forms = rows(sameWords)
    const longestFirst = forms.map(([form]) => form!).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    same = { all: new RegExp(longestFirst.join('|'), 'g'), as: new Map(forms.map(([form, as]) => [form!, as ?? ''])) }
  }
  const { all, as } = same
  return text.replace(all, form => as.get(form)!)
}

/** 五个1000 and 5个1000 are one name. */
const DIGITS = '零一二三四五六七八九'
const COUNTED = /[一二三四五六七八九](?=个)/g

/** 崇左至凭祥铁路 is the 崇凭铁路. */
const BETWEEN = /(\p{Script=Han})\p{Script=Han}至(\p{Script=Han})\p{Script=Han}((?:高速)?铁路|高铁|高速)/gu

/** 西安—咸阳一体化 is the 西咸一体化. */
const TOGETHER = /(\p{Script=Han})\p{Script=Han}[—–－-](\p{Script=Han})\p{Script=Han}(?=一体化|同城化)/gu

/** What is compared of a text: without punctuation, quotation marks and item numbers, in one wording. */
export function plain(text: string): string {
  const bare = (/一体化|同城化/.test(text) ? text.replace(TOGETHER, '$1$2') : text)
    .replace(ITEM, '')
    .replace(NOISE, '')
    .replace(COUNTED, c => String(DIGITS.indexOf(c)))
  const said = inOneWording(bare)
  return said.includes('至') ? said.replace(BETWEEN, '$1$2$3') : said
}

/** The pairs of characters that follow each other, each once. A text of one character is its own pair. */
export function pairs(text: string): string[] {
  const out = new Set<string>()
  addPairs(text, out)
  return [...out]
}

/** Adds the pairs of a text to those of another. */
export function addPairs(text: string, to: Set<string>): void {
  if (text.length === 1) to.add(text)
  for (let i = 0; i + 1 < text.length; i++) to.add(text.slice(i, i + 2))
}

/** The longest run of characters that two texts have in common. */
export function commonRun(a: string, b: string): string {
  let best = 0
  let end = 0
  let row = new Uint16Array(b.length + 1)
  let next = new Uint16Array(b.length + 1)
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const run = a[i] === b[j] ? row[j]! + 1 : 0
      next[j + 1] = run
      if (run <= best) continue
      best = run
      end = i + 1
    }
    ;[row, next] = [next, row]
  }
  return a.slice(end - best, end)
}

/** A report has about so many clauses: in shorter texts a pair is as telling as in one of that length. */
const LEAST_TEXTS = 400

/** How much a pair of characters tells: rare pairs more. Counted over the clauses of two documents. */
export class Weights {
  readonly #count = new Map<string, number>()
  #texts = 0
  /** The weights, made when first asked for: they are asked for far more often than there are pairs. */
  #of: Map<string, number> | null = null
  #unseen = 0

  add(list: Iterable<string>): void {
    this.#texts++
    this.#of = null
    for (const pair of list) this.#count.set(pair, (this.#count.get(pair) ?? 0) + 1)
  }

  of(pair: string): number {
    return (this.#of ?? this.#made()).get(pair) ?? this.#unseen
  }

  #made(): Map<string, number> {
    const all = Math.max(this.#texts, LEAST_TEXTS) + 1
    // a few counts are those of nearly all pairs
    const byCount: number[] = []
    const weight = (count: number): number => (byCount[count] ??= Math.log(all / (count + 0.5)))
    const made = new Map<string, number>()
    for (const [pair, count] of this.#count) made.set(pair, weight(count))
    this.#unseen = weight(0)
    this.#of = made
    return made
  }

  sum(list: readonly string[]): number {
    let sum = 0
    for (const pair of list) sum += this.of(pair)
    return sum
  }
}

/** How much of one text's pairs another has, by weight, and the weight they share. */
export function shared(of: readonly string[], within: ReadonlySet<string>, weights: Weights): { share: number; weight: number } {
  let all = 0
  let common = 0
  for (const pair of of) {
    const weight = weights.of(pair)
    all += weight
    if (within.has(pair)) common += weight
  }
  return { share: all > 0 ? common / all : 0, weight: common }
}
