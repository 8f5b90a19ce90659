/** Zero and all claims, and targets without a number: sentences that can be checked though they hold no figure. */
import { INDICATOR, type IndicatorEntry } from '../../catalogue/lexicon.ts'
import { ACTS, ADVERB_BEFORE, CLAIM_SIGN, type ClaimRule, LEAD, PREPOSITION, type Signs } from '../../catalogue/signs.ts'
import { kindOf, LIST_COMMA, QUOTE } from '../chars.ts'
import { canonical } from '../indicator.ts'
import { matchesOf } from '../matches.ts'
import type { Claim, Figure, Indicator, Span, Statement } from '../types.ts'
import type { EntityContext } from './context.ts'
import { type Clause, spanAt } from './scan.ts'

/**
 * The claims of one clause, without their ids.
 * @param figures the clause's own measures; a clause that states a number needs no target in words beside it
 * @param announced whether the statement announces targets: there any indicator named without a number is one
 */
export function claimsOf(
  context: EntityContext,
  statement: Statement,
  clause: Clause,
  figures: readonly Figure[],
  announced: boolean,
): Claim[] {
  const plan = statement.kind === 'plan' || announced
  const { text } = context
  let end = clause.end
  while (end > clause.start && kindOf(text.charCodeAt(end - 1)) === QUOTE) end--
  const rules =
    clause.bits & CLAIM_SIGN ? rulesOf(context.signs, clause, plan && figures.length === 0, text[end - 1] ?? '') : NO_RULES
  const words = rules.length > 0 ? text.slice(clause.start, end) : ''
  for (const rule of rules) {
    if (rule.ends.length > 0 && !rule.ends.some(e => words.endsWith(e))) continue
    const out: Claim[] = []
    let from = clause.start
    for (const match of matchesOf(rule.pattern, words)) {
      if (match[0] === '') continue
      const at = clause.start + match.index
      if (rule.need === 'indicator' && !namesIndicator(context, from, at)) continue
      const subjects = subjectsOf(context, clause, from, at)
      from = at + match[0].length
      if (rule.need === 'indicator' && !subjects.some(s => s.id !== null)) continue
      if (rule.need === 'subject' && subjects.length === 0) continue
      out.push(...drafts(context, statement, rule.claim, plan, at, from, subjects))
    }
    if (out.length > 0) return out
  }
  return announced && figures.length === 0 ? named(context, statement, clause) : []
}

const NO_RULES: ClaimRule[] = []

/** The rules that the clause's triggers call for and its last character allows. */
function rulesOf(signs: Signs, clause: Clause, targets: boolean, last: string): ClaimRule[] {
  let out = NO_RULES
  for (const mark of clause.marks) {
    if (!(mark.bits & CLAIM_SIGN)) continue
    for (const rule of signs.claims.get(mark.node)!) {
      if ((!targets && rule.target) || (rule.last !== '' && !rule.last.includes(last)) || out.includes(rule)) continue
      if (out === NO_RULES) out = [rule]
      else out.push(rule)
    }
  }
  return out
}

function drafts(
  { text }: EntityContext,
  statement: Statement,
  claim: Claim['claim'],
  plan: boolean,
  at: number,
  end: number,
  subjects: Indicator[],
): Claim[] {
  const cue = { start: at, end, text: text.slice(at, end) }
  const status = plan ? ('target' as const) : ('actual' as const)
  const one = (indicator: Indicator | null): Claim => {
    const start = indicator ? indicator.start : at
    return { id: '', start, end, text: text.slice(start, end), statement: statement.id, claim, status, indicator, cue }
  }
  return subjects.length > 0 ? subjects.map(one) : [one(null)]
}

/** What may follow an indicator's name that promises nothing of it. */
const NO_TARGET = /^[、和与及等的]|目标|指标|任务|[0-9０-９]/
const RELATIVE = /高于|快于|好于|低于|同步|持平|一致|略高|匹配|前列/

/** In a passage of targets: an indicator that opens a clause without a number (固定资产投资提质增效). */
function named(context: EntityContext, statement: Statement, clause: Clause): Claim[] {
  const { text, lexicon } = context
  for (const start of starts(context, clause, clause.start, clause.end)) {
    for (let end = Math.min(clause.end - 2, start + 24); end >= start + 2; end--) {
      const entry = canonical(text, start, end, lexicon)
      if (!entry || NO_TARGET.test(text.slice(end, clause.end))) continue
      const indicator = { start, end, text: text.slice(start, end), id: entry.id, name: entry.name }
      const claim = RELATIVE.test(text.slice(end, clause.end)) ? 'relative-target' : 'unquantified-target'
      return drafts(context, statement, claim, true, end, clause.end, [indicator])
    }
  }
  return []
}

/** Where the subject may begin: at `from`, and behind each word of will or haste that opens it. */
function starts(context: EntityContext, clause: Clause, from: number, limit: number): number[] {
  const out = [from]
  let at = from
  for (const mark of clause.marks) {
    if (mark.start < from) continue
    if (mark.start !== at || mark.end > limit) break
    if (!(mark.bits & (ACTS | LEAD | ADVERB_BEFORE | PREPOSITION)) && mark.bits !== 0) break
    // 沿江, 对口: one character may as well begin a noun
    if (mark.end - mark.start === 1 && mark.bits & PREPOSITION && !'将把使让为'.includes(context.text[mark.start]!)) break
    at = mark.end
    out.push(at)
  }
  return out
}

/** Adverbs left over between a subject and what is claimed of it. */
const LOOSE = /(?:基本|持续|均|都|已经|已|将|也|仍|继续|全年|今年|的)+$/

/** Whether any indicator of the catalogue is named between `from` and `to`: cheaper to ask than whether the phrase is one. */
function namesIndicator({ text, lexicon }: EntityContext, from: number, to: number): boolean {
  for (let i = from; i < to - 1; i++) if (lexicon.trie.longest(text, i, INDICATOR, to) > 0) return true
  return false
}

/** What is claimed of: the phrase before the claim, or each part of a list of indicators. */
function subjectsOf(context: EntityContext, clause: Clause, from: number, to: number): Indicator[] {
  const { text, lexicon } = context
  const end = to - (LOOSE.exec(text.slice(Math.max(from, to - 12), to))?.[0].length ?? 0)
  const begins = starts(context, clause, from, end)
  const known = namesIndicator(context, from, end)
  for (const start of known ? begins.toReversed() : []) {
    const entry = canonical(text, start, end, lexicon)
    const span = entry && spanAt(text, start, end)
    if (span) return [naming(span, entry)]
  }
  const span = spanAt(text, begins.at(-1)!, end)
  if (!span || span.end - span.start < 2) return []
  const parts = (known ? partsOf(text, begins.at(-1)!, span.end) : []).flatMap(part => {
    const entry = canonical(text, part.start, part.end, lexicon)
    return entry ? [naming(part, entry)] : []
  })
  return parts.length > 0 ? parts : [naming(span, null)]
}

const naming = (span: Span, entry: IndicatorEntry | null): Indicator => ({
  start: span.start,
  end: span.end,
  text: span.text,
  id: entry?.id ?? null,
  name: entry?.name ?? null,
})

/** Splits at 、, 和, 与 and 及. */
function partsOf(text: string, start: number, end: number) {
  const out: NonNullable<ReturnType<typeof spanAt>>[] = []
  let from = start
  for (let i = start; i <= end; i++) {
    if (i < end && kindOf(text.charCodeAt(i)) !== LIST_COMMA && !'和与及'.includes(text[i]!)) continue
    const part = spanAt(text, from, i)
    if (part && part.end - part.start >= 2) out.push(part)
    from = i + 1
  }
  return out.length > 1 ? out : []
}
