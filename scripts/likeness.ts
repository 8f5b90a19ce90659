/**
 * Fits the weights of src/catalogue/tables/likeness.tsv to the judged pairs of gold/links, and shows what weights fitted without a pair
 * find in that pair.
 *
 *   npm run likeness            show
 *   npm run likeness -- --write show, and write the table
 *
 * JIEDU_CORPUS names the folder with the texts. What is fitted: for each promise without an amount and each clause of the later text that
 * has something of it, whether the gold has the clause as an outcome. Logistic regression, with a small penalty on large weights.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { documentsOf } from '../src/link/documents.ts'
import { candidatesOf } from '../src/link/outcomes/by-clause.ts'
import { MARKS, oddsOf, wantedOf } from '../src/link/outcomes/likeness.ts'
import { pairOf, telling } from '../src/link/outcomes/pair.ts'
import { type Pledge, pledgesOf } from '../src/link/outcomes/promised.ts'
import { common, type GoldLink, lineOf, linkGold, parseLinks, readingsOf } from './score/link-gold.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const table = fileURLToPath(new URL('../src/catalogue/tables/likeness.tsv', import.meta.url))

interface Row {
  pair: string
  promise: string
  /** Of a promise whose outcome must be found. */
  wanted: boolean
  /** Left out of fitting: a reader may hold either. */
  open: boolean
  right: boolean
  marks: number[]
  what: string
}

function rowsOf(path: string): Row[] {
  const name = basename(path, '.jsonl')
  const gold = parseLinks(path)
  const readings = readingsOf(name, gold, root, process.env.JIEDU_CORPUS)
  const documents = documentsOf([...readings.values()])
  const from = documents.find(d => d.key === `${name}.txt`)!
  const pledges = pledgesOf(from)
  return documents.flatMap(to => {
    if (to === from || to.kind === 'notice') return []
    const pair = pairOf(from, pledges, telling(to, pledgesOf(to)))
    return pledges.flatMap(pledge => {
      const line = pledge.amount ? null : lineOf(pledge.promise.mark, gold)
      // a claim of an indicator is held against its rate
      if (!line || line.kind === 'target' || pledge.promise.indicator !== null) return []
      return rowsOfPromise(pledge, line, name, to.key, pair)
    })
  })
}

function rowsOfPromise(pledge: Pledge, line: GoldLink, name: string, to: string, pair: ReturnType<typeof pairOf>): Row[] {
  const outcomes = line.outcomes.filter(o => `${o.document}.txt` === to)
  const silent = line.verdict.includes('silent')
  const wanted = wantedOf(pledge, pair)
  const best = new Map<object, Row>()
  for (const thing of pledge.things) {
    for (const { clause, marks } of candidatesOf(thing, wanted)) {
      const before = best.get(clause)
      if (before && oddsOf(before.marks) >= oddsOf(marks)) continue
      best.set(clause, {
        pair: name,
        promise: `${name} ${pledge.promise.mark.start}`,
        wanted: outcomes.length > 0 && !silent && !line.pooled,
        open: silent && outcomes.length > 0,
        right: outcomes.some(o => common(o, clause) > 0),
        marks,
        what: `${pledge.promise.mark.text} → ${clause.text}`,
      })
    }
  }
  return [...best.values()]
}

const PENALTY = 3
const STEPS = 40

/** The variance of each mark: weights are held small for marks of one size. */
function variances(rows: readonly Row[]): number[] {
  return MARKS.map((_, i) => {
    const mean = rows.reduce((sum, r) => sum + r.marks[i]!, 0) / rows.length
    return rows.reduce((sum, r) => sum + (r.marks[i]! - mean) ** 2, 0) / rows.length
  })
}

/** Weights, the one of `always` last, by Newton's method. */
function fitted(rows: readonly Row[]): number[] {
  const size = MARKS.length + 1
  const weights = new Array<number>(size).fill(0)
  const held = [...variances(rows).map(v => v * PENALTY), 0]
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((w, i) => w * held[i]!)
    const bend = weights.map((_, i) => weights.map((_, j) => (i === j ? held[i]! + 1e-6 : 0)))
    for (const { marks, right } of rows) {
      const x = [...marks, 1]
      const p = 1 / (1 + Math.exp(-x.reduce((sum, v, i) => sum + v * weights[i]!, 0)))
      for (let i = 0; i < size; i++) {
        slope[i]! += (p - (right ? 1 : 0)) * x[i]!
        for (let j = 0; j < size; j++) bend[i]![j]! += p * (1 - p) * x[i]! * x[j]!
      }
    }
    const change = solved(bend, slope)
    for (let i = 0; i < size; i++) weights[i]! -= change[i]!
    if (Math.max(...change.map(Math.abs)) < 1e-7) break
  }
  return weights
}

/** Solves a system of linear equations by elimination. */
function solved(matrix: number[][], right: number[]): number[] {
  const n = right.length
  const rows = matrix.map((row, i) => [...row, right[i]!])
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let k = i + 1; k < n; k++) if (Math.abs(rows[k]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = k
    ;[rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!]
    for (let k = 0; k < n; k++) {
      if (k === i) continue
      const by = rows[k]![i]! / rows[i]![i]!
      for (let j = i; j <= n; j++) rows[k]![j]! -= by * rows[i]![j]!
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!)
}

const oddsBy = (weights: readonly number[], { marks }: Row): number =>
  marks.reduce((sum, v, i) => sum + v * weights[i]!, weights.at(-1)!)

interface Best {
  row: Row
  odds: number
}

/** The best clause of each promise of a pair, by weights fitted to the others. */
function bestOfPair(rows: readonly Row[], pair: string): Best[] {
  const weights = fitted(rows.filter(r => r.pair !== pair && !r.open))
  const best = new Map<string, Best>()
  for (const row of rows) {
    if (row.pair !== pair) continue
    const odds = oddsBy(weights, row)
    if (!best.has(row.promise) || odds > best.get(row.promise)!.odds) best.set(row.promise, { row, odds })
  }
  return [...best.values()]
}

/** Mean of the logarithmic loss of each row by weights fitted without its pair. */
function lossOf(rows: readonly Row[]): number {
  const judged = rows.filter(r => !r.open)
  let sum = 0
  for (const pair of new Set(judged.map(r => r.pair))) {
    const weights = fitted(judged.filter(r => r.pair !== pair))
    for (const row of judged) if (row.pair === pair) sum += Math.log1p(Math.exp(oddsBy(weights, row) * (row.right ? -1 : 1)))
  }
  return sum / judged.length
}

const share = (n: number, of: number): string => `${((100 * n) / of).toFixed(1)} of ${of}`

const rows = [
  ...linkGold(root, process.env.JIEDU_CORPUS, false).files,
  ...linkGold(root, process.env.JIEDU_CORPUS, true).files,
].flatMap(rowsOf)
const all = [...new Set(rows.map(r => r.pair))].flatMap(pair => bestOfPair(rows, pair))
const wanted = new Set(rows.filter(r => r.wanted).map(r => r.promise)).size
const loss = all.length > 0 ? lossOf(rows) : 0
console.log(`loss ${loss.toFixed(5)}`)
console.log('each pair by weights fitted to the others: precision, recall of those with a candidate')
for (let least = -1.5; least <= 1.5; least += 0.25) {
  const taken = all.filter(b => b.odds >= least)
  const right = taken.filter(b => b.row.right)
  console.log(
    `${least.toFixed(2)}  ${share(right.length, taken.length)}  ${share(right.filter(b => b.row.wanted).length, wanted)}`,
  )
}
const weights = fitted(rows.filter(r => !r.open))
const by = new Map<string, number>([...MARKS.map((mark, i) => [mark, weights[i]!] as const), ['always', weights.at(-1)!]])
const text = readFileSync(table, 'utf8').replace(/^([a-z-]+)\t(-?[\d.]+)\t/gm, (line, mark, _old) => {
  const weight = by.get(mark)
  return weight === undefined ? line : `${mark}\t${weight.toFixed(3)}\t`
})
console.log(text)
if (process.argv.includes('--write')) writeFileSync(table, text)
