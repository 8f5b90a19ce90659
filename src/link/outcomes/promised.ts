/** What a document promises: targets, targets without a number, tasks. */
import type { Document } from '../documents.ts'
import type { Mark, Promised } from '../types.ts'
import { type Amount, amountsOf } from './amounts.ts'
import { type Clause, clausesOf, sentence } from './clauses.ts'
import { matterOf, type Thing, thingsOf } from './things.ts'
import { isHeading } from './told.ts'
import { plain } from './words.ts'

export interface Pledge {
  promise: Promised
  /** The promised amount, where it has one. */
  amount: Amount | null
  /** The things named, each by itself: the projects of a list. */
  things: Thing[]
  /** The promise's clause with its verb, plain. */
  clause: string
  /** Whether it can be ticked off: it has an amount, a date or a name. */
  checkable: boolean
}

/** A target without a number has a subject and what is wanted of it. */
const LEAST_TARGET = 5
const LEAST_BARE = 6

/** What a planned investment is said of is described by it; that it comes to so much is no promise of the year. */
const DESCRIBES = /^.{0,4}总投资额?$|^投资总额$/

/** Clauses that lead to a promise and are none. */
const LEADS_IN =
  /^(?:高举|团结|始终|以|围绕|按照|根据|在|对|为|通过|聚焦|立足|依托|针对|紧扣|把|将|坚持|同时|各位|我们)|目标是?$|围绕|习近平|党中央/

/** 清西陵景区围绕5A标准，…: what stands before such a word is what the sentence is about. */
const TOPIC = /^([^，,；;、：:]{2,8}?)(?:围绕|按照|紧扣|立足|依托|对标|要)/

/** The pledges of a document, in the order of the text. */
export function pledgesOf(document: Document): Pledge[] {
  const { reading } = document
  const clauses = clausesOf(document, reading.statements, () => '')
  const all = amountsOf(document, clauses)
  const amounts = all.filter(amount => isWanted(amount, all))
  const headings = new Set(clauses.filter(c => isHeading(c)).map(c => c.statement.id))
  const pledges = [
    ...amounts.map(amount => ofAmount(document, amount)),
    ...claimsOf(document, clauses),
    ...tasksOf(document, new Set(amounts.map(a => a.figure.id))),
  ]
  const has = new Covered(pledges)
  pledges.push(...bareOf(document, clauses, has))
  pledges.sort((a, b) => a.promise.mark.start - b.promise.mark.start || a.promise.mark.end - b.promise.mark.end)
  // two claims of one clause are one promise
  const same = (a: Pledge, b: Pledge | undefined) =>
    b?.promise.mark.start === a.promise.mark.start && b.promise.mark.end === a.promise.mark.end
  carryOver(pledges)
  const heads = ({ amount, promise }: Pledge) => amount === null && headings.has(promise.statement)
  return pledges.filter((pledge, i) => !same(pledge, pledges[i - 1]) && !heads(pledge))
}

/** What only says how far something is to be (6月底达到通车条件) is said of what was named before it. */
const GOES_ON =
  /^(?:确保|力争|争取|并)?(?:年内|年底|上半年|如期|早日|尽快|[\d一二三四五六七八九十]+月|实现|达到|完成|通过|建成|投用|竣工|完工|开工|通车|获批|投产)/

/** A thing of no more characters says how far, and not what. */
const SAYS_LITTLE = 6

/** Gives what goes on with something the names of it: those of the clause before, else what the sentence begins with. */
function carryOver(pledges: readonly Pledge[]): void {
  for (const [i, pledge] of pledges.entries()) {
    const { promise, things } = pledge
    if (promise.kind !== 'task' || !GOES_ON.test(promise.mark.text)) continue
    if (things.some(t => t.named || t.words.length > SAYS_LITTLE)) continue
    const before = pledges[i - 1]
    const names =
      before && !before.amount && before.promise.statement === promise.statement ? before.things.filter(t => t.named) : []
    const topic = TOPIC.exec(promise.text)
    if (names.length > 0) {
      pledge.things = [...things, ...names]
      pledge.clause = before!.clause + pledge.clause
    } else if (topic) {
      const words = plain(topic[1]!)
      pledge.things = [...things, { words, quoted: false, named: true }]
      pledge.clause = words + pledge.clause
    }
  }
}

/** Which places of the text are promises already. */
class Covered {
  readonly #of = new Map<string, Mark[]>()

  constructor(pledges: readonly Pledge[]) {
    for (const { promise } of pledges) this.#of.set(promise.statement, [...(this.#of.get(promise.statement) ?? []), promise.mark])
  }

  has(clause: Clause): boolean {
    return (this.#of.get(clause.statement.id) ?? []).some(m => m.start < clause.end && clause.start < m.end)
  }
}

const yearOf = (document: Document): string | null => (document.year === null ? null : String(document.year))

const byClauseStatement = (clauses: readonly Clause[]): Map<string, Clause[]> => {
  const out = new Map<string, Clause[]>()
  for (const clause of clauses) {
    const list = out.get(clause.statement.id)
    if (list) list.push(clause)
    else out.set(clause.statement.id, [clause])
  }
  return out
}

function claimsOf(document: Document, clauses: readonly Clause[]): Pledge[] {
  const of = byClauseStatement(clauses)
  return document.reading.claims
    .filter(claim => claim.status === 'target')
    .map(claim => {
      const at = of.get(claim.statement)!.find(c => c.start <= claim.start && claim.start < c.end)!
      return worded(document, at, {
        kind: 'claim',
        claim: claim.id,
        subject: claim.indicator?.name ?? claim.indicator?.text ?? claim.text,
        indicator: claim.indicator?.id ?? null,
      })
    })
}

function byStatement<T extends { statement: string }>(items: readonly T[]): Map<string, T[]> {
  const out = new Map<string, T[]>()
  for (const item of items) {
    const list = out.get(item.statement)
    if (list) list.push(item)
    else out.set(item.statement, [item])
  }
  return out
}

function tasksOf(document: Document, taken: ReadonlySet<string>): Pledge[] {
  const { reading } = document
  const statements = new Map(reading.statements.map(s => [s.id, s]))
  const claimed = byStatement(reading.claims.filter(c => c.status === 'target'))
  const projects = byStatement(reading.projects.filter(p => p.status === 'target'))
  const pledges: Pledge[] = []
  for (const task of reading.tasks) {
    if (task.status !== 'planned' || !task.object || /目标是?$/.test(task.text)) continue
    if (task.figures.some(f => taken.has(f))) continue
    if ((claimed.get(task.statement) ?? []).some(c => c.start < task.end && task.start < c.end)) continue
    const inside = (projects.get(task.statement) ?? []).filter(p => p.start >= task.start && p.end <= task.end)
    const names = inside.map(p => plain(p.text))
    const things = thingsOf(task.object.text, names, task.text.slice(task.object.end - task.start))
    if (things.length === 0) continue
    const statement = statements.get(task.statement)!
    pledges.push({
      promise: {
        ...sentence(document, statement),
        kind: 'task',
        mark: { start: task.start, end: task.end, text: task.text },
        figure: null,
        claim: null,
        task: task.id,
        subject: task.object.text,
        indicator: null,
        period: yearOf(document),
      },
      amount: null,
      things,
      clause: plain(task.text),
      checkable: things.some(t => t.named) || task.rateable.length > 0,
    })
  }
  return pledges
}

/**
 * Clauses that promise beside figures, claims and tasks: in the passage of the year's targets what has no number (国际收支保持基本平衡),
 * elsewhere what is put without a verb that reading knows (以“高效办成一件事”为牵引).
 */
function bareOf(document: Document, clauses: readonly Clause[], has: Covered): Pledge[] {
  const passage = passageOf(document)
  const pledges: Pledge[] = []
  for (const clause of clauses) {
    const { statement } = clause
    if (statement.kind !== 'plan' || statement.question !== 'plan-year' || clause.figures.length > 0 || has.has(clause)) continue
    const target = passage.has(statement.id) && clause.plain.length >= LEAST_TARGET && !/目标是?$/.test(clause.text)
    if (target)
      pledges.push({
        ...worded(document, clause, { kind: 'claim', claim: null, subject: clause.text, indicator: null }),
        checkable: true,
      })
    else if (clause.plain.length >= LEAST_BARE) {
      const names = thingsOf(clause.text).filter(t => t.quoted)
      if (LEADS_IN.test(clause.text) && (names.length === 0 || !/^以/.test(clause.text))) continue
      const bare = worded(document, clause, { kind: 'task', claim: null, subject: clause.text, indicator: null })
      pledges.push({ ...bare, things: [...names, ...bare.things], checkable: false })
    }
  }
  return pledges
}

/** The statements that announce the year's targets. */
function passageOf(document: Document): Set<string> {
  const out = new Set<string>()
  const order = document.reading.statements
  for (const { passage } of document.reading.headlineTargets) {
    if (!passage || out.has(passage.to)) continue
    const from = order.findIndex(s => s.id === passage.from)
    for (let i = from; i >= 0 && i < order.length; i++) {
      out.add(order[i]!.id)
      if (order[i]!.id === passage.to) break
    }
  }
  return out
}

/** A target for a time to come; the difference from the year before (28.5万亿元、比上年增加1.1万亿元) says the same once more. */
function isWanted({ fact, figure, clause }: Amount, all: readonly Amount[]): boolean {
  if (fact.status !== 'target' && fact.status !== 'estimated') return false
  if (DESCRIBES.test(figure.indicator!.text)) return false
  // 没有完成增长5%的预期目标: a target of the year before, quoted
  const { kind, question } = clause.statement
  if (fact.status === 'target' && kind !== 'plan' && question?.startsWith('review')) return false
  // 县医院、第三小学等12个项目: the names are what is promised, not that there are twelve
  if (clause.text.slice(0, figure.start - clause.start).endsWith('等')) return false
  const other = (a: Amount) => a.fact.statement === fact.statement && a.fact.measure === 'level' && a.fact.name === fact.name
  if (figure.measure === 'change-abs' && all.some(other)) return false
  return figure.measure !== 'structure' && figure.measure !== 'duration'
}

function ofAmount(document: Document, amount: Amount): Pledge {
  const { fact, figure, clause } = amount
  return {
    promise: {
      ...sentence(document, clause.statement),
      kind: fact.status === 'estimated' ? 'estimate' : 'target',
      mark: { start: figure.start, end: figure.end, text: figure.text },
      figure: figure.id,
      claim: null,
      task: null,
      subject: figure.indicator!.text,
      indicator: fact.indicator,
      period: fact.period,
    },
    amount,
    things: [{ words: amount.subject, quoted: false, named: false }],
    clause: clause.plain,
    checkable: true,
  }
}

/** A promise in words: the clause as it stands. */
function worded(document: Document, clause: Clause, of: Pick<Promised, 'kind' | 'claim' | 'subject' | 'indicator'>): Pledge {
  return {
    promise: {
      ...sentence(document, clause.statement),
      ...of,
      mark: { start: clause.start, end: clause.end, text: clause.text },
      figure: null,
      task: null,
      period: yearOf(document),
    },
    amount: null,
    things: [{ words: matterOf(clause.plain), quoted: false, named: false }],
    clause: clause.plain,
    checkable: true,
  }
}
