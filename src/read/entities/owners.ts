/** Who answers for a task: 由市发改委负责, 市住建局牵头, （牵头单位：市发改委；责任单位：各县）. */
import { CO_LABEL, OWNER_LABEL, OWNER_VERB } from '../../catalogue/signs.ts'
import type { Span } from '../types.ts'
import type { EntityContext } from './context.ts'
import { type Clause, spanAt } from './scan.ts'

export interface Owners {
  /** Named for the statement as a whole. */
  lead: Span | null
  others: Span[]
  /** Named inside a clause, for that clause. */
  inside: Map<Clause, Span>
  /** Clauses that name bodies and nothing else. */
  spent: Set<Clause>
}

const LONGEST = 24
const NOBODY: Owners = { lead: null, others: [], inside: new Map(), spent: new Set() }

/** The bodies that the clauses of a statement name as answerable. */
export function ownersOf(context: EntityContext, clauses: readonly Clause[]): Owners {
  if (!clauses.some(c => c.bits & (OWNER_LABEL | CO_LABEL | OWNER_VERB))) return NOBODY
  const { text } = context
  const out: Owners = { lead: null, others: [], inside: new Map(), spent: new Set() }
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i]!
    if (clause.bits & (OWNER_LABEL | CO_LABEL) && /^[:：]$/.test(clause.stop)) {
      const label = clause.marks.find(m => m.bits & (OWNER_LABEL | CO_LABEL))!
      const names = clauses[i + 1]
      if (label.end !== clause.end || !names) continue
      out.spent.add(clause).add(names)
      const list = listed(text, names)
      if (label.bits & OWNER_LABEL) out.lead ??= list.shift() ?? null
      out.others.push(...list)
      i++
    } else if (clause.bits & OWNER_VERB) {
      const found = inside(context, clause)
      if (!found) continue
      out.inside.set(clause, found.body)
      if (found.alone) {
        out.spent.add(clause)
        out.lead ??= found.body
      }
    }
  }
  return out
}

/** The names of a list, one a part. */
function listed(text: string, clause: Clause): Span[] {
  const out: Span[] = []
  let from = clause.start
  for (const comma of [...clause.commas, clause.end]) {
    const part = spanAt(text, from, comma)
    if (part) out.push(part)
    from = comma + 1
  }
  return out
}

/** 由X负责, X牵头: the body before the verb, where it ends as bodies do. */
function inside({ text, signs }: EntityContext, clause: Clause): { body: Span; alone: boolean } | null {
  const verb = clause.marks.find(m => m.bits & OWNER_VERB)!
  const before = text.slice(clause.start, verb.start)
  const by = before.lastIndexOf('由')
  if (by < 0 && before.length > LONGEST) return null
  const body = spanAt(text, by < 0 ? clause.start : clause.start + by + 1, verb.start)
  if (!body || body.end - body.start < 2 || body.end - body.start > LONGEST || !signs.bodyEnd.test(body.text)) return null
  if (by < 0 && !/[局委办厅部院]$|政府$|公司$|管委会$|单位$|部门$/.test(body.text)) return null
  return { body, alone: verb.end >= clause.end - 2 }
}
