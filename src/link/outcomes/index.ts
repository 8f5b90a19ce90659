/** What became of each promise: every target and task held against what later documents tell. */
import type { Reading } from '../../read/types.ts'
import { type Document, documentsOf, placeKey } from '../documents.ts'
import type { OutcomeLink } from '../types.ts'
import { linksOf } from './links.ts'
import { type Telling, telling } from './pair.ts'
import { type Pledge, pledgesOf } from './promised.ts'
import { replacedOr } from './replaced.ts'
import { tellsOf } from './years.ts'

const PROMISES = new Set(['report', 'digest', 'plan'])

/**
 * Links promises with their outcomes. Each later document that tells of a promise makes a link of its own, so that the year's
 * progress can be followed; a promise that none tells of has one link without an outcome. A promise for a year of which no
 * document tells has no link.
 * @param readings of any number of places and years, in any order
 * @returns in the order of the documents and of their texts
 */
export function outcomes(readings: readonly Reading[]): OutcomeLink[] {
  const groups = new Map<string, Document[]>()
  for (const document of documentsOf(readings)) {
    const key = placeKey(document.place)
    const group = groups.get(key)
    if (group) group.push(document)
    else groups.set(key, [document])
  }
  return [...groups.values()].flatMap(ofPlace)
}

function ofPlace(documents: readonly Document[]): OutcomeLink[] {
  if (documents.length < 2) return []
  const promised = new Map<Document, Pledge[]>()
  const pledges = (document: Document): Pledge[] => {
    let are = promised.get(document)
    if (!are) promised.set(document, (are = pledgesOf(document)))
    return are
  }
  const told = new Map<Document, Telling>()
  const tellingOf = (document: Document): Telling => {
    let is = told.get(document)
    if (!is) told.set(document, (is = telling(document, pledges(document))))
    return is
  }
  return documents.flatMap(document => {
    if (!PROMISES.has(document.kind) || document.year === null) return []
    const others = documents.filter(d => d !== document)
    return ofDocument(document, pledges(document), others, tellingOf)
  })
}

function ofDocument(
  document: Document,
  pledges: readonly Pledge[],
  others: readonly Document[],
  tellingOf: (document: Document) => Telling,
): OutcomeLink[] {
  const found = new Map<Pledge, OutcomeLink[]>(pledges.map(p => [p, []]))
  const tellers = others.filter(d => tellsOf(d, document).length > 0)
  for (const other of tellers) {
    for (const [pledge, link] of linksOf(document, pledges, tellingOf(other), [document, ...others], tellingOf))
      found.get(pledge)!.push(link)
  }
  return pledges.flatMap(pledge => {
    const links = found.get(pledge)!
    if (links.length > 0) return links
    const mine = tellers.filter(d => pledge.promise.period !== null && tellsOf(d, document).includes(pledge.promise.period))
    if (mine.length === 0 || !pledge.checkable || pledge.promise.kind === 'estimate') return []
    return [replacedOr(pledge, mine.map(tellingOf))]
  })
}
