/**
 * A person's word on links: kept beside the document that promises, in FILE.jiedu-links.json, by the words of both sentences, so that
 * it holds as long as they stand as they are, whatever is edited elsewhere.
 */
import type { OutcomeLink } from '../../link/index.ts'
import { type Beside, keepBeside, keptBeside } from '../beside.ts'

interface Kept {
  promise: string
  outcome: string | null
  confirmed: boolean
  reason: string | null
}

const beside: Beside<Kept> = {
  ending: '.jiedu-links.json',
  schema: 'jiedu/confirmed@1',
  field: 'links',
  valid: k => typeof k.promise === 'string' && typeof k.confirmed === 'boolean',
}

const words = (text: string): string => text.replace(/\s+/g, '')
const keyOf = (promise: string, outcome: string | null): string => `${promise}\n${outcome ?? ''}`

const ofLink = ({ promise, outcome }: OutcomeLink): [string, string | null] => [
  `${words(promise.text)}|${words(promise.mark.text)}`,
  outcome ? `${words(outcome.text)}|${words(outcome.mark.text)}` : null,
]

/**
 * Puts people's words on the links of a document.
 * @param file the document that promises; null for standard input, beside which nothing is kept
 */
export function confirm(links: readonly OutcomeLink[], file: string | null): OutcomeLink[] {
  const kept = keptBeside(beside, file)
  if (kept.length === 0) return [...links]
  const known = new Map(kept.map(k => [keyOf(k.promise, k.outcome), k.confirmed]))
  return links.map(link => ({ ...link, confirmed: known.get(keyOf(...ofLink(link))) ?? link.confirmed }))
}

/** Keeps a person's word on one link. @returns the file written */
export function keep(link: OutcomeLink, file: string | null, confirmed: boolean, reason: string | null): string {
  const [promise, outcome] = ofLink(link)
  const others = keptBeside(beside, file).filter(k => keyOf(k.promise, k.outcome) !== keyOf(promise, outcome))
  return keepBeside(beside, file, [...others, { promise, outcome, confirmed, reason }])
}
