/**
 * Scores what is read against all gold there is.
 *
 *   npm run score                      one table
 *   npm run score -- --errors 20 NAME  with the first 20 errors of a document
 *   npm run score -- --json            for programs
 *   npm run score -- --seeded 1000    mistakes sown in the texts at hand, and how many of them `check` finds
 *   npm run score -- --sample WORD    200 findings over the corpus to be judged by hand, drawn by the word
 *   npm run score -- --identity        place, year and kind of the texts of $JIEDU_CORPUS/MANIFEST.tsv
 *   npm run score -- --links           links of promises with outcomes alone, with every error and what nobody judged
 *   npm run score -- --links --heldout the same of the pairs held out
 *
 * JIEDU_GOLD and JIEDU_CORPUS name folders with further gold and its texts. Exit status 1: a measure is
 * below gold/thresholds.json; 2: a wrong call.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { decode } from '../src/documents/index.ts'
import { read } from '../src/read/index.ts'
import { findGold, type Gold } from './score/gold.ts'
import { identityTable, scoreIdentity } from './score/identity.ts'
import { judgedLines, scoreJudged } from './score/judged.ts'
import { describeLinks, linksTable, scoreAllLinks, shortLinks } from './score/links.ts'
import { score, total } from './score/measures.ts'
import { rulesTable, scoreRules } from './score/rules.ts'
import { sampleFindings } from './score/sample.ts'
import { summary, table } from './score/table.ts'
import { shortfalls, type Thresholds } from './score/thresholds.ts'
import { sources } from './seeded/sources.ts'
import { sow } from './seeded/sow.ts'
import { seededScore, seededTable } from './seeded/table.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The document read as `jiedu read` reads it. */
const readGold = (gold: Gold) => read(decode(readFileSync(gold.textPath), basename(gold.textPath)))

function identities(): number {
  const folder = process.env.JIEDU_CORPUS
  if (!folder || !existsSync(join(folder, 'MANIFEST.tsv'))) {
    console.error('JIEDU_CORPUS names no folder with a MANIFEST.tsv')
    return 2
  }
  console.log(identityTable(scoreIdentity(folder)))
  return 0
}

function links(heldout: boolean): number {
  const { scores, skipped } = scoreAllLinks(root, process.env.JIEDU_CORPUS, heldout)
  if (scores.length > 0) console.log(linksTable(scores))
  for (const line of skipped) console.log(`skipped ${line}`)
  for (const line of describeLinks(scores)) console.log(line)
  return 0
}

function seeded(count: number, json: boolean): number {
  if (!Number.isInteger(count) || count < 1) {
    console.error('--seeded takes the number of mistakes to sow, such as 1000')
    return 2
  }
  const scored = seededScore(sow(sources(root, process.env.JIEDU_CORPUS), count))
  console.log(json ? JSON.stringify(scored, null, 1) : seededTable(scored))
  return 0
}

function sampled(word: string): number {
  const drawn = sampleFindings(process.env.JIEDU_CORPUS, 200, word)
  if (!drawn) {
    console.error('JIEDU_CORPUS names no folder with reports')
    return 2
  }
  console.log(drawn.join('\n'))
  return 0
}

function main(): number {
  const { values: options, positionals: names } = parseArgs({
    allowPositionals: true,
    options: {
      errors: { type: 'string' },
      json: { type: 'boolean', default: false },
      identity: { type: 'boolean', default: false },
      links: { type: 'boolean', default: false },
      heldout: { type: 'boolean', default: false },
      seeded: { type: 'string' },
      sample: { type: 'string' },
    },
  })
  if (options.identity) return identities()
  if (options.links) return links(options.heldout)
  if (options.seeded !== undefined) return seeded(Number(options.seeded), options.json)
  if (options.sample !== undefined) return sampled(options.sample)
  const { gold, skipped } = findGold(root, process.env)
  const wanted = names.length ? gold.filter(g => names.includes(g.name)) : gold
  const unknown = names.filter(name => !gold.some(g => g.name === name))
  if (unknown.length) {
    console.error(`no gold named ${unknown.join(', ')}; there is ${gold.map(g => g.name).join(', ')}`)
    return 2
  }
  if (!wanted.length) {
    console.error(`nothing to score\n${skipped.join('\n')}`)
    return 2
  }
  const scores = wanted.map(g => score(g, readGold(g)))
  const all = total(scores)
  const path = join(root, 'gold', 'thresholds.json')
  const least = existsSync(path) && !names.length ? (JSON.parse(readFileSync(path, 'utf8')) as Thresholds) : null
  const short = least ? shortfalls(scores, all, least) : []
  if (options.json) console.log(JSON.stringify({ documents: scores.map(summary), total: summary(all), skipped, short }, null, 1))
  else {
    console.log(table(scores.length > 1 ? [...scores, all] : scores))
    for (const line of skipped) console.log(`skipped ${line}`)
    const ruled = names.length ? null : scoreRules(root, process.env.JIEDU_CORPUS)
    if (ruled) console.log(rulesTable(ruled))
    if (!names.length) {
      const linked = scoreAllLinks(root, process.env.JIEDU_CORPUS, false)
      if (linked.scores.length > 0) console.log(linksTable(linked.scores))
      for (const line of linked.skipped) console.log(`skipped ${line}`)
      if (least?.links) short.push(...shortLinks(linked.scores, least.links))
    }
    const judged = names.length ? null : scoreJudged(root, process.env.JIEDU_CORPUS)
    if (judged) console.log(judgedLines(judged))
    const count = Number(options.errors ?? 0)
    for (const line of judged && count > 0 ? judged.wrong.slice(0, count) : []) console.log(`  ${line}`)
    for (const s of count > 0 ? scores : []) {
      console.log(`\n${s.name}: ${s.errors.length} errors`)
      for (const error of s.errors.slice(0, count)) console.log(`  ${error}`)
    }
  }
  for (const line of short) console.error(`below the threshold: ${line}`)
  return short.length ? 1 : 0
}

process.exitCode = main()
