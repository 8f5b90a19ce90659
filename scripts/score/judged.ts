/** What is read today of the statements and the set-asides that somebody judged by eye: gold/check/kinds.tsv and asides.tsv. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '../../src/documents/index.ts'
import { type Reading, read } from '../../src/read/index.ts'
import { percent, type Share } from './measures.ts'

/** Reports from this year on list what is to be done; earlier ones argue, and are scored apart. */
const LATER = 1998

export interface JudgedScore {
  kind: Share
  question: Share
  /** Of reports of 1998 and later alone. */
  laterKind: Share
  /** For each sample of set-asides: right when judged, and right as read today. */
  asides: { sample: string; judged: Share; today: Share }[]
  /** One line for each judged row that is read otherwise today. */
  wrong: string[]
}

/** The rows of a table in gold/check, by document. */
function rowsOf(root: string, name: string, document: number): Map<string, string[][]> {
  const out = new Map<string, string[][]>()
  const lines = readFileSync(join(root, 'gold', 'check', name), 'utf8')
    .trimEnd()
    .split('\n')
  for (const line of lines.filter(l => !l.startsWith('#')).slice(1)) {
    const row = line.split('\t')
    const own = out.get(row[document]!)
    if (own) own.push(row)
    else out.set(row[document]!, [row])
  }
  return out
}

const share = (): Share => ({ right: 0, all: 0 })
const add = (s: Share, right: boolean): void => {
  s.all++
  if (right) s.right++
}

function scoreKinds(reading: Reading, rows: string[][], score: JudgedScore): void {
  const said = new Map(reading.statements.map(s => [s.start, s]))
  for (const [document, start, kind, question] of rows) {
    const found = said.get(Number(start))
    const right = found?.kind === kind
    add(score.kind, right)
    if ((reading.report.year ?? 0) >= LATER) add(score.laterKind, right)
    add(score.question, found !== undefined && (found.question ?? '') === (question ?? ''))
    if (!right)
      score.wrong.push(
        `${document} ${start}: ${found?.kind ?? 'no statement'}, judged ${kind}: ${found?.text.slice(0, 40) ?? ''}`,
      )
  }
}

/** What a numeral is read as today: a figure, or set aside for a reason. */
function readAs(reading: Reading, start: number, end: number): string {
  if (reading.figures.some(f => f.start < end && start < f.end)) return 'figure'
  return reading.setAside.find(a => a.start < end && start < a.end)?.reason ?? 'nothing'
}

function scoreAsides(
  reading: Reading,
  rows: string[][],
  samples: Map<string, JudgedScore['asides'][number]>,
  wrong: string[],
): void {
  for (const [sample, document, start, text, reason, verdict, right] of rows) {
    let own = samples.get(sample!)
    if (!own) samples.set(sample!, (own = { sample: sample!, judged: share(), today: share() }))
    const wanted = verdict === 'right' ? reason : right
    const today = readAs(reading, Number(start), Number(start) + text!.length)
    add(own.judged, verdict === 'right')
    add(own.today, today === wanted)
    if (today !== wanted) wrong.push(`${document} ${start} ${text}: ${today}, judged ${wanted}`)
  }
}

/**
 * Reads the judged reports again.
 * @returns null where there is no corpus
 */
export function scoreJudged(root: string, corpus: string | undefined): JudgedScore | null {
  const folder = corpus === undefined ? '' : join(corpus, 'reports')
  if (!existsSync(folder)) return null
  const score: JudgedScore = { kind: share(), question: share(), laterKind: share(), asides: [], wrong: [] }
  const kinds = rowsOf(root, 'kinds.tsv', 0)
  const asides = rowsOf(root, 'asides.tsv', 1)
  const samples = new Map<string, JudgedScore['asides'][number]>()
  for (const document of new Set([...kinds.keys(), ...asides.keys()])) {
    const path = join(folder, `${document}.txt`)
    if (!existsSync(path)) continue
    const reading = read(decode(readFileSync(path), `${document}.txt`))
    scoreKinds(reading, kinds.get(document) ?? [], score)
    scoreAsides(reading, asides.get(document) ?? [], samples, score.wrong)
  }
  score.asides = [...samples.values()]
  return score
}

/** The scores as lines for the terminal. */
export function judgedLines(score: JudgedScore): string {
  const of = (s: Share): string => `${percent(s).toFixed(1)}%`
  return [
    `statements judged by eye: kind ${of(score.kind)} (${of(score.laterKind)} of the ${score.laterKind.all} in reports since ${LATER}), question ${of(score.question)} of ${score.kind.all}`,
    ...score.asides.map(
      ({ sample, judged, today }) =>
        `set-asides judged by eye, sample ${sample}: ${of(judged)} of ${judged.all} right when judged, ${of(today)} as read today`,
    ),
  ].join('\n')
}
