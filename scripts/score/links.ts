/** Scores links of promises with outcomes against gold/links: see gold/LINKS.md. */
import { basename } from 'node:path'
import { outcomes } from '../../src/link/outcomes/index.ts'
import type { OutcomeLink } from '../../src/link/types.ts'
import type { Reading } from '../../src/read/types.ts'
import { common, type GoldLink, lineOf, linkGold, parseLinks, readingsOf } from './link-gold.ts'
import type { Share } from './measures.ts'

/** Links with a judged promise that lead to one of its outcomes; promises with an outcome that are linked to one; verdicts. */
interface Measures {
  precision: Share
  recall: Share
  verdict: Share
}

export interface LinkScore {
  name: string
  targets: Measures
  tasks: Measures
  /** Links whose promise nobody judged. */
  unjudged: OutcomeLink[]
  errors: string[]
}

const none = (): Share => ({ right: 0, all: 0 })
const empty = (name: string): LinkScore => ({
  name,
  targets: { precision: none(), recall: none(), verdict: none() },
  tasks: { precision: none(), recall: none(), verdict: none() },
  unjudged: [],
  errors: [],
})

/** Scores one file. */
function scoreLinks(path: string, root: string, corpus: string | undefined): LinkScore {
  const name = basename(path, '.jsonl')
  const gold = parseLinks(path)
  const readings = readingsOf(name, gold, root, corpus)
  check(gold, name, readings)
  const links = outcomes([...readings.values()]).filter(link => link.promise.document === `${name}.txt`)
  return compare(name, gold, links)
}

/** Offsets that no longer fit are an error of the gold, not of the program. */
function check(gold: readonly GoldLink[], name: string, readings: Map<string, Reading>): void {
  for (const line of gold) {
    for (const place of [{ ...line, document: name }, ...line.outcomes]) {
      const { text } = readings.get(place.document)!
      if (!text.slice(place.start, place.end).startsWith(place.text))
        throw new Error(`gold/links/${name}: «${place.text}» does not stand at ${place.start} of ${place.document}`)
    }
  }
}

function compare(name: string, gold: readonly GoldLink[], links: readonly OutcomeLink[]): LinkScore {
  const score = empty(name)
  const linked = new Map<GoldLink, OutcomeLink[]>()
  for (const link of links) {
    const line = lineOf(link.promise.mark, gold)
    if (!line) {
      if (link.outcome) score.unjudged.push(link)
      continue
    }
    linked.set(line, [...(linked.get(line) ?? []), link])
  }
  for (const line of gold)
    judgeLine(line, linked.get(line) ?? [], line.kind === 'task' ? score.tasks : score.targets, score.errors)
  return score
}

const leads = (link: OutcomeLink, line: GoldLink): boolean =>
  line.outcomes.some(
    o => link.outcome !== null && `${o.document}.txt` === link.outcome.document && common(o, link.outcome.mark) > 0,
  )

function judgeLine(line: GoldLink, links: readonly OutcomeLink[], measures: Measures, errors: string[]): void {
  const add = (share: Share, right: boolean, error: () => string) => {
    share.all++
    if (right) share.right++
    else errors.push(error())
  }
  const promise = `«${line.text}» at ${line.start}`
  const told = links.filter(link => link.outcome !== null)
  // another value set for the next year is no outcome: only said where nothing else is told
  const firm = told.filter(link => link.verdict !== 'replaced' || line.outcomes.length > 0)
  for (const link of firm) {
    const right = leads(link, line)
    add(
      measures.precision,
      right,
      () => `wrong link: ${promise} → «${link.outcome!.mark.text}» at ${link.outcome!.mark.start} (${link.confidence})`,
    )
    if (right && !line.pooled)
      add(
        measures.verdict,
        line.verdict.includes(link.verdict),
        () => `verdict: ${promise} is ${line.verdict.join(' or ')}, said ${link.verdict}`,
      )
  }
  if (line.pooled) return
  const silent = line.verdict.includes('silent')
  if (line.outcomes.length > 0 && !silent)
    add(
      measures.recall,
      told.some(link => leads(link, line)),
      () => `no link: ${promise} → «${line.outcomes[0]!.text}» at ${line.outcomes[0]!.start}`,
    )
  if (silent && firm.length === 0 && links.length > 0)
    add(
      measures.verdict,
      links.every(link => line.verdict.includes(link.verdict)),
      () => `verdict: ${promise} is ${line.verdict.join(' or ')}, said ${links[0]!.verdict}`,
    )
}

/** Scores every file whose texts are here. */
export function scoreAllLinks(
  root: string,
  corpus: string | undefined,
  heldout: boolean,
): { scores: LinkScore[]; skipped: string[] } {
  const { files, skipped } = linkGold(root, corpus, heldout)
  return { scores: files.map(file => scoreLinks(file, root, corpus)), skipped }
}

/** What fell short of the least that links must reach, over all pairs. */
export function shortLinks(
  scores: readonly LinkScore[],
  least: { precision: number; recall: number; verdict: number },
): string[] {
  const { targets, tasks } = totalLinks(scores)
  return (['precision', 'recall', 'verdict'] as const).flatMap(measure => {
    const all = targets[measure].all + tasks[measure].all
    const is = all > 0 ? ((targets[measure].right + tasks[measure].right) / all) * 100 : null
    return is !== null && is < least[measure] ? [`links: ${measure} ${is.toFixed(2)} is below ${least[measure]}`] : []
  })
}

/** Every error, and every link whose promise nobody judged, one a line. */
export const describeLinks = (scores: readonly LinkScore[]): string[] =>
  scores.flatMap(({ name, errors, unjudged }) => [
    ...errors.map(error => `${name}: ${error}`),
    ...unjudged.map(
      ({ promise, outcome, verdict, confidence }) =>
        `${name}: unjudged: ${promise.kind} «${promise.mark.text}» at ${promise.mark.start} → «${outcome!.mark.text}» at ${outcome!.mark.start}, ${verdict} (${confidence})`,
    ),
  ])

/** All files taken as one. */
function totalLinks(scores: readonly LinkScore[]): LinkScore {
  const all = empty('all')
  for (const score of scores) {
    for (const part of ['targets', 'tasks'] as const) {
      for (const measure of ['precision', 'recall', 'verdict'] as const) {
        all[part][measure].right += score[part][measure].right
        all[part][measure].all += score[part][measure].all
      }
    }
    all.unjudged.push(...score.unjudged)
    all.errors.push(...score.errors)
  }
  return all
}

const cell = ({ right, all }: Share): string => (all ? `${((right / all) * 100).toFixed(1)} of ${all}` : '–').padStart(13)

/** A table for reading: precision, recall and verdicts in percent, of how many. */
export function linksTable(scores: readonly LinkScore[]): string {
  const head = ['precision', 'recall', 'verdict']
  const lines = [...scores, totalLinks(scores)].map(
    ({ name, targets, tasks, unjudged }) =>
      name.padEnd(26) +
      [targets, tasks].map(m => cell(m.precision) + cell(m.recall) + cell(m.verdict)).join('  ') +
      String(unjudged.length).padStart(10),
  )
  const columns = [...head, ...head].map(h => h.padStart(13))
  return [
    `\n${'links: targets, then tasks'.padEnd(26)}${columns.slice(0, 3).join('')}  ${columns.slice(3).join('')}  unjudged`,
    ...lines,
  ].join('\n')
}
