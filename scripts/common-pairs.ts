/**
 * Counts how often pairs of characters stand in clauses of reports, for src/catalogue/tables/common-pairs.tsv: what is said in every
 * report tells little of what a promise and its outcome have in common.
 *
 *   npm run common-pairs
 *
 * JIEDU_CORPUS names the folder whose reports/*.txt are counted.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { placeFormAt } from '../src/catalogue/places.ts'
import { decode } from '../src/documents/index.ts'
import { cut } from '../src/link/outcomes/clauses.ts'
import { pairs, plain } from '../src/link/outcomes/words.ts'

const table = fileURLToPath(new URL('../src/catalogue/tables/common-pairs.tsv', import.meta.url))

/** Clauses in ten thousand, in steps; what is rarer than the last is not listed. */
const OFTEN = [500, 300, 200, 150, 100, 70, 50, 35, 25, 18, 13, 9, 7, 5, 4, 3]

/** Shorter and longer pieces are headings, names and lists. */
const CLAUSE = { least: 4, most: 80 }

const HAN = /^\p{Script=Han}{2}$/u

/** Names of places tell which reports were counted, not how reports are written. */
const isPlace = (pair: string): boolean => placeFormAt(pair, 0, 2)?.end === 2

const folder = process.env.JIEDU_CORPUS && join(process.env.JIEDU_CORPUS, 'reports')
if (!folder) {
  console.error('JIEDU_CORPUS names no folder with reports')
  process.exit(2)
}
const count = new Map<string, number>()
let clauses = 0
for (const name of readdirSync(folder)
  .filter(n => n.endsWith('.txt'))
  .sort()) {
  for (const line of decode(readFileSync(join(folder, name)), name).text.split('\n')) {
    for (const { text } of cut(line, 0)) {
      const words = plain(text)
      if (words.length < CLAUSE.least || words.length > CLAUSE.most) continue
      clauses++
      for (const pair of pairs(words)) if (HAN.test(pair) && !isPlace(pair)) count.set(pair, (count.get(pair) ?? 0) + 1)
    }
  }
}
const lines = OFTEN.map((often, i) => {
  const most = OFTEN[i - 1] ?? Number.POSITIVE_INFINITY
  const those = [...count]
    .filter(([, n]) => (n / clauses) * 10_000 >= often && (n / clauses) * 10_000 < most)
    .map(([pair]) => pair)
  return `${often}\t${those.sort().join('')}`
})
const head = readFileSync(table, 'utf8')
  .split('\n')
  .filter(line => line.startsWith('#') || line.startsWith('often'))
writeFileSync(table, `${[...head, ...lines].join('\n')}\n`)
console.log(`${count.size} pairs in ${clauses} clauses, ${lines.join('').length} characters listed`)
