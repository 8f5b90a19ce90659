/**
 * The targets that a report is expected to set. Whether one is set, said without a number, or not set is
 * judged in the passage that announces the year's targets; without such a passage nothing is known.
 */
import { INDICATOR, type Lexicon } from '../../catalogue/lexicon.ts'
import type { Signs } from '../../catalogue/signs.ts'
import { kindOf, STOP } from '../chars.ts'
import { canonical } from '../indicator.ts'
import type { Claim, Figure, HeadlineTarget, Report, Statement } from '../types.ts'

/** How many statements on a passage may go without a headline figure before it is over. */
const GAP = 2
/** A passage that nothing announces has targets for this many indicators at least. */
const LEAST = 3

interface Passage {
  from: number
  /** Index after its last statement. */
  to: number
  headlines: Set<string>
  opened: boolean
}

interface Known {
  /** Figures and claims that could be headline targets of the year planned, by statement. */
  figures: Map<string, Named<Figure>[]>
  claims: Map<string, Named<Claim>[]>
}

/** An item and the headline indicators that it is about. */
interface Named<T> {
  item: T
  headlines: readonly string[]
  /** Named by the catalogue's own match; otherwise it counts only inside the passage. */
  sure: boolean
}

/** The state of every headline target of the report, in the order of the table. */
export function headlineTargets(
  context: { text: string; signs: Signs; lexicon: Lexicon },
  report: Report,
  statements: readonly Statement[],
  figures: readonly Figure[],
  claims: readonly Claim[],
): HeadlineTarget[] {
  const { signs } = context
  const known = gather(context, report, statements, figures, claims)
  const passage = best(passages(signs, report, statements, known))
  const inside = new Set(passage ? statements.slice(passage.from, passage.to).map(s => s.id) : [])
  const plan = new Set(statements.filter(s => s.question === 'plan-year').map(s => s.id))
  const found = new Map(signs.headlines.map(h => [h.indicator, { figures: [] as string[], claims: [] as string[] }]))
  const collect = (within: ReadonlySet<string>, sure: boolean): void => {
    const open = new Set([...found].filter(([, f]) => f.figures.length + f.claims.length === 0).map(([id]) => id))
    for (const kind of ['figures', 'claims'] as const)
      for (const [statement, list] of known[kind])
        if (within.has(statement))
          for (const { item, headlines, sure: named } of list)
            for (const id of headlines) {
              const own = found.get(id)!
              // outside the passage words count only where no number does
              const later = sure && kind === 'claims' && own.figures.length > 0
              if (open.has(id) && (named || !sure) && !later) own[kind].push(item.id)
            }
  }
  collect(inside, false)
  collect(plan, true)
  return signs.headlines.map(({ indicator }) => {
    const own = found.get(indicator)!
    const said = own.figures.length > 0 ? 'set' : own.claims.length > 0 ? 'stated-without-number' : null
    return {
      indicator,
      state: said ?? (passage ? 'not-set' : 'not-found'),
      ...own,
      passage: passage ? { from: statements[passage.from]!.id, to: statements[passage.to - 1]!.id } : null,
    }
  })
}

function gather(
  context: { text: string; signs: Signs; lexicon: Lexicon },
  report: Report,
  statements: readonly Statement[],
  figures: readonly Figure[],
  claims: readonly Claim[],
): Known {
  const known: Known = { figures: new Map(), claims: new Map() }
  const headline = new Map<string, string>()
  for (const { indicator, members } of context.signs.headlines) for (const member of members) headline.set(member, indicator)
  const planned = new Set(statements.filter(s => s.question?.startsWith('plan')).map(s => s.id))
  for (const figure of figures) {
    if (!wanted(report, figure)) continue
    const id = figure.indicator?.id
    const sure = id ? headline.get(id) : undefined
    const headlines = sure ? [sure] : id || !planned.has(figure.statement) ? [] : guess(context, figure, headline)
    if (headlines.length > 0) push(known.figures, figure.statement, { item: figure, headlines, sure: sure !== undefined })
  }
  for (const claim of claims) {
    const about = headline.get(claim.indicator?.id ?? '')
    if (about && claim.claim.endsWith('target'))
      push(known.claims, claim.statement, { item: claim, headlines: [about], sure: true })
  }
  return known
}

/** A figure that could be a headline target of the year planned. */
function wanted(report: Report, figure: Figure): boolean {
  if (figure.role !== 'measure' || figure.status !== 'target' || figure.place !== null) return false
  if (figure.measure === 'rank' || figure.measure === 'structure' || figure.measure === 'duration') return false
  return figure.period === null || report.year === null || figure.period === String(report.year)
}

const LINK = /[、和与及]|以及/
/** How far back the head of a figure's clause is looked for. */
const HEAD = 40

/** Headline indicators of a figure whose phrase the catalogue does not know as a whole: joint subjects, and the head of its clause. */
function guess({ text, lexicon }: { text: string; lexicon: Lexicon }, figure: Figure, headline: Map<string, string>): string[] {
  const out = new Set<string>()
  const phrase = figure.indicator
  if (phrase && LINK.test(phrase.text)) {
    let at = phrase.start
    for (const part of phrase.text.split(LINK)) {
      const from = text.indexOf(part, at)
      const id = part && canonical(text, from, from + part.length, lexicon)?.id
      if (id && headline.has(id)) out.add(headline.get(id)!)
      at = from + part.length
    }
  }
  let start = figure.start
  while (start > 0 && figure.start - start < HEAD && kindOf(text.charCodeAt(start - 1)) !== STOP) start--
  for (let i = start; out.size === 0 && i < figure.start; i++) {
    const end = lexicon.trie.longest(text, i, INDICATOR, figure.start)
    if (end < 0) continue
    const found = headline.get(lexicon.indicator.get(lexicon.trie.lastNode)!.id)
    if (found && !/^[占与和及、]/.test(text.slice(end, end + 1))) out.add(found)
    break
  }
  return [...out]
}

const NO_IDS: readonly string[] = []

/** Every stretch of statements that holds targets, opened by words that announce them or not. */
function passages(signs: Signs, report: Report, statements: readonly Statement[], known: Known): Passage[] {
  const out: Passage[] = []
  let current: Passage | null = null
  let last = -1
  for (let i = 0; i < statements.length; i++) {
    const statement = statements[i]!
    if (statement.question?.startsWith('review')) {
      current = null
      continue
    }
    const opens = announces(signs, statement)
    const here = known.figures.get(statement.id) ?? []
    const horizon = opens ? horizonOf(signs, report, statement, here) : null
    if (opens && horizon === 'year') {
      current = { from: i, to: i + 1, headlines: new Set(), opened: true }
      out.push(current)
      last = i
    } else if (opens && horizon === 'span') current = null
    const claims = known.claims.get(statement.id)
    const ids = here.length > 0 || claims ? [...here, ...(claims ?? [])].flatMap(n => n.headlines) : NO_IDS
    if (current && ids.length > 0) {
      if (i - last > GAP) current = null
      else {
        for (const id of ids) current.headlines.add(id)
        current.to = i + 1
        last = i
        continue
      }
    }
    if (!current && new Set(ids).size >= LEAST && statement.question === 'plan-year')
      out.push({ from: i, to: i + 1, headlines: new Set(ids), opened: false })
  }
  return out.filter(p => p.headlines.size > 0)
}

/** Whether a statement announces targets. */
export const announces = (signs: Signs, statement: Statement): boolean =>
  statement.question?.startsWith('review') !== true &&
  (statement.text.includes('目标') || statement.text.includes('指标') || statement.text.includes('安排')) &&
  signs.openers.opener.test(statement.text)

/** Which horizon the announced targets have: what is said first counts, else the part it stands in, else the figures. */
function horizonOf(signs: Signs, report: Report, statement: Statement, here: readonly Named<Figure>[]): 'year' | 'span' {
  const { text } = statement
  const opener = signs.openers.opener.exec(text)!
  const lead = text.slice(0, opener.index + opener[0].length)
  const year = signs.openers.year.exec(lead)
  const span = signs.openers.span.exec(lead)
  if (year && (!span || span.index < year.index || statement.question === 'plan-year')) return 'year'
  if (span) return 'span'
  if (statement.question !== 'plan-period') return 'year'
  return here.some(n => n.item.period !== null && n.item.period === String(report.year)) ? 'year' : 'span'
}

/** The passage with targets for most indicators; an announced one before one that is not; the earlier of equals. */
function best(all: readonly Passage[]): Passage | null {
  let found: Passage | null = null
  const rank = (p: Passage): number => p.headlines.size + (p.opened ? 1 : 0)
  for (const passage of all) if (!found || rank(passage) > rank(found)) found = passage
  return found
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}
