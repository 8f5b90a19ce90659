/**
 * Fits the weights of src/catalogue/tables/likeness.tsv to the judged pairs of gold/links, and shows what weights fitted without a pair
 * find in that pair.
 *
 *   npm run likeness            show
 *   npm run likeness -- --write show, and write the table
 *
 * JIEDU_CORPUS names the folder with the texts. What is fitted: for each promise without an amount and each clause of the later text that
 * has something of it, whether the gold has the clause as an outcome; for each target that no indicator settles and each amount of its
 * kind, the same. Logistic regression, with a small penalty on large weights.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { documentsOf } from '../src/link/documents.ts'
import { AMOUNT_MARKS } from '../src/link/outcomes/amount-likeness.ts'
import { answerOf, candidatesFor } from '../src/link/outcomes/by-amount.ts'
import { candidatesOf } from '../src/link/outcomes/by-clause.ts'
import { MARKS, oddsOf, wantedOf } from '../src/link/outcomes/likeness.ts'
import { pairOf, telling } from '../src/link/outcomes/pair.ts'
import { type Pledge, pledgesOf } from '../src/link/outcomes/promised.ts'
import { common, type GoldLink, lineOf, linkGold, parseLinks, readingsOf } from './score/link-gold.ts'
import { fitted, oddsBy } from './score/logistic.ts'

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
}

/** The rows of one promise in one later document; null where the gold says nothing of it. */
type OfPromise = (pledge: Pledge, line: GoldLink, at: Pick<Row, 'pair' | 'promise' | 'wanted' | 'open'>, where: Where) => Row[]

/** What later document is meant: its outcomes in the gold, and the pair made ready. */
interface Where {
  outcomes: GoldLink['outcomes']
  pair: ReturnType<typeof pairOf>
}

function rowsOf(path: string, ofPromise: OfPromise): Row[] {
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
      const line = lineOf(pledge.promise.mark, gold)
      if (!line) return []
      const outcomes = line.outcomes.filter(o => `${o.document}.txt` === to.key)
      const silent = line.verdict.includes('silent')
      const at = {
        pair: name,
        promise: `${name} ${pledge.promise.mark.start}`,
        wanted: outcomes.length > 0 && !silent && !line.pooled,
        open: silent && outcomes.length > 0,
      }
      return ofPromise(pledge, line, at, { outcomes, pair })
    })
  })
}

/** Of a promise without an amount: every clause that has something of it. */
const ofClauses: OfPromise = (pledge, line, at, { outcomes, pair }) => {
  // a claim of an indicator is held against its rate
  if (pledge.amount || line.kind === 'target' || pledge.promise.indicator !== null) return []
  const wanted = wantedOf(pledge, pair)
  const best = new Map<object, Row>()
  for (const thing of pledge.things) {
    for (const { clause, marks } of candidatesOf(thing, wanted)) {
      const before = best.get(clause)
      if (before && oddsOf(before.marks) >= oddsOf(marks)) continue
      best.set(clause, { ...at, right: outcomes.some(o => common(o, clause) > 0), marks })
    }
  }
  return [...best.values()]
}

/** Of a target: every amount of its kind, unless its indicator and words settle which it is. */
const ofAmounts: OfPromise = ({ amount, promise }, line, at, { outcomes, pair }) => {
  if (!amount || promise.kind !== 'target' || line.kind === 'task') return []
  const { period } = amount.fact
  const settled = answerOf(amount, period, pair)
  if (settled && (settled.by === 'indicator' || settled.by === 'stock')) return []
  return candidatesFor(amount, period, pair).map(({ amount: told, marks }) => ({
    ...at,
    right: outcomes.some(o => common(o, told.figure) > 0),
    marks,
  }))
}

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

/** Shows what weights fitted to the other pairs find in each. */
function show(rows: readonly Row[], what: string): void {
  const all = [...new Set(rows.map(r => r.pair))].flatMap(pair => bestOfPair(rows, pair))
  const wanted = new Set(rows.filter(r => r.wanted).map(r => r.promise)).size
  console.log(`${what}: loss ${lossOf(rows).toFixed(5)}; least odds, precision, recall of those that have a candidate`)
  for (let least = -1.5; least <= 1.5; least += 0.25) {
    const taken = all.filter(b => b.odds >= least)
    const right = taken.filter(b => b.row.right)
    const found = right.filter(b => b.row.wanted).length
    console.log(`${least.toFixed(2).padStart(5)}  ${share(right.length, taken.length)}  ${share(found, wanted)}`)
  }
}

/** The table with the weights fitted to all rows. */
function withWeights(table: string, rows: readonly Row[], marks: readonly string[], always: string): string {
  const weights = fitted(rows.filter(r => !r.open))
  const by = new Map(marks.map((mark, i) => [mark, weights[i]!]))
  by.set(always, weights.at(-1)!)
  return table.replace(/^([a-z-]+)\t-?[\d.]+\t/gm, (line, mark) =>
    by.has(mark) ? `${mark}\t${by.get(mark)!.toFixed(3)}\t` : line,
  )
}

function main(): void {
  const corpus = process.env.JIEDU_CORPUS
  const files = [...linkGold(root, corpus, false).files, ...linkGold(root, corpus, true).files]
  const clauses = files.flatMap(file => rowsOf(file, ofClauses))
  const amounts = files.flatMap(file => rowsOf(file, ofAmounts))
  show(clauses, 'clauses')
  show(amounts, 'amounts')
  const text = withWeights(readFileSync(table, 'utf8'), clauses, MARKS, 'always')
  const written = withWeights(text, amounts, AMOUNT_MARKS, 'amount-always')
  console.log(written)
  if (process.argv.includes('--write')) writeFileSync(table, written)
}

if (process.env.JIEDU_CORPUS) main()
else console.error('JIEDU_CORPUS names no folder with reports')
