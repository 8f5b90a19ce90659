/**
 * How fast reading is, beside what others would use, in one run on one machine; and how right each is.
 * Megabytes are 10⁶ bytes of UTF-8. JIEDU_CORPUS and JIEDU_GOLD name the texts and the gold; without them
 * the samples are read.
 *
 *   npm run bench
 *   npm run bench -- --corpus [FILES]     how `jiedu corpus` scales, by default up to 13,000 files; takes some minutes and 5 GB of disk
 */
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { findGold } from '../scripts/score/gold.ts'
import { f1, precision, recall, type Scorable, score, total } from '../scripts/score/measures.ts'
import { bareExpression, byLine, recognizers } from './peers.ts'
import { loadReports, loadTexts, size, take } from './texts.ts'
import { coldStart, time } from './time.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const cli = join(root, 'dist', 'cli.js')
// What users run is the built package.
const { read } = (await import(pathToFileURL(join(root, 'dist', 'read.js')).href)) as typeof import('../src/read/index.ts')

const print = (...cells: (string | number)[]) =>
  console.log(cells.map((cell, i) => (i ? String(cell).padStart(12) : cell.toString().padEnd(34))).join(''))
const fixed = (value: number, places = 2) => value.toFixed(places)

if (process.argv[2] === '--corpus') {
  const { corpusBench } = await import('./corpus.ts')
  await corpusBench(cli, loadReports(root, process.env.JIEDU_CORPUS), Number(process.argv[3] ?? 13_000), read)
  process.exit()
}

const texts = loadTexts(root, process.env.JIEDU_CORPUS)
console.log(`node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, texts from ${texts.from}\n`)

print('time per MB of one text, median', '0.2 MB', '2 MB', '20 MB', '20 ÷ 0.2')
const speed = new Map<string, number>()
for (const [name, pieces] of [
  ['shuffled lines', texts.lines],
  ['whole reports, one after another', texts.reports],
] as const) {
  read(take(pieces, 1)) // warm
  const perMegabyte = [0.2, 2, 20].map(megabytes => {
    const text = take(pieces, megabytes)
    return time(megabytes < 1 ? 25 : megabytes < 10 ? 9 : 3, () => read(text)) / size(text)
  })
  speed.set(name, 1000 / perMegabyte[1]!)
  print(name, ...perMegabyte.map(ms => `${fixed(ms, 1)} ms`), fixed(perMegabyte[2]! / perMegabyte[0]!))
}

const near = (length: number) =>
  texts.reports.reduce((a, b) => (Math.abs(b.length - length) < Math.abs(a.length - length) ? b : a))
const typical = near(20_000)
console.log(
  `\na report of ${typical.length} characters, warm: ${fixed(
    time(25, () => read(typical)),
    1,
  )} ms\n`,
)

print('speed on shuffled lines', 'MB/s', 'jiedu is')
const ours = speed.get('shuffled lines')!
print('jiedu, full reading', fixed(ours))
const slow = slice(20_000)
print('Recognizers-Text, 4 models, by line', fixed(slow, 4), `${fixed(ours / slow, 0)} ×`)
const two = take(texts.lines, 2)
const fast = (1000 * size(two)) / time(5, () => bareExpression(two))
print('number-and-unit expression', fixed(fast), `${fixed(ours / fast, 3)} ×`)

/** Speed of Recognizers over as many lines as it gets through in `cap` milliseconds, at most 0.2 MB. */
function slice(cap: number): number {
  recognizers(texts.lines[0]!) // its models are built on first use
  const begin = performance.now()
  let bytes = 0
  for (const line of texts.lines) {
    recognizers(line)
    bytes += Buffer.byteLength(line) + 1
    if (bytes > 200_000 || performance.now() - begin > cap) break
  }
  return bytes / 1e3 / (performance.now() - begin)
}

const { gold, skipped } = findGold(root, process.env)
const withFigures = gold.filter(g => g.figures.length).map(g => ({ gold: g, text: readFileSync(g.textPath, 'utf8') }))
console.log(`\nspans of figures against ${withFigures.length} gold documents${skipped.length ? ` (${skipped.join('; ')})` : ''}`)
print('', 'precision', 'recall', 'F1')
for (const [name, find] of [
  ['jiedu', text => read(text).figures],
  ['Recognizers-Text', text => byLine(text, recognizers)],
  ['number-and-unit expression', bareExpression],
] satisfies [string, (text: string) => Scorable['figures']][]) {
  const { span } = total(withFigures.map(({ gold, text }) => score(gold, { figures: find(text) })))
  print(name, fixed(precision(span), 1), fixed(recall(span), 1), fixed(f1(span), 1))
}

const sample = readdirSync(join(root, 'samples')).find(name => name.startsWith('xianning-2021'))
if (sample === undefined) throw new Error('samples/ has no xianning-2021')
const bare = coldStart(['-e', '0'], 9)
const cold = coldStart([cli, 'read', join(root, 'samples', sample)], 9)
console.log(
  `\ncold start, median of 9: node -e 0 ${fixed(bare, 0)} ms, jiedu read ${sample} ${fixed(cold, 0)} ms, ${fixed(cold - bare, 0)} ms more`,
)
