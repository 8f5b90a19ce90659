/** The links between the promises of one document and what another tells. */
import type { Document } from '../documents.ts'
import type { Fact, OutcomeLink, Verdict } from '../types.ts'
import type { Amount } from './amounts.ts'
import { baseEffect } from './base-effect.ts'
import { type Answer, answerOf, beside } from './by-amount.ts'
import { type Told, toldOf } from './by-clause.ts'
import { judgeClaim } from './claims.ts'
import { comparable } from './comparable.ts'
import { type Judgement, judge } from './judge.ts'
import { idOf, outcomeIn, outcomeOf } from './outcome.ts'
import { addsUp, elapsed, paceOf, paceWords } from './pace.ts'
import { type Pair, pairOf, samePlace, type Telling } from './pair.ts'
import { endOf, reachOf } from './progress.ts'
import type { Pledge } from './promised.ts'
import { confidenceOf, type Grounds } from './reasons.ts'
import { dueYear, yearTold } from './years.ts'

type TellingOf = (document: Document) => Telling

/**
 * Links each pledge with what a later document tells of it.
 * @param all every document of the place, for what was before
 * @returns only pledges that the document tells of
 */
export function linksOf(
  from: Document,
  pledges: readonly Pledge[],
  to: Telling,
  all: readonly Document[],
  tellingOf: TellingOf,
): [Pledge, OutcomeLink][] {
  const year = String(yearTold(to.document))
  const due = pledges.filter(p => dueYear(p.promise.period) === year)
  if (due.length === 0) return []
  const pair = pairOf(from, due, to)
  const before = (fact: Fact): Fact | null => rateBefore(fact, Number(year) - 1, all, tellingOf)
  const links = new Map<Pledge, OutcomeLink>()
  for (const pledge of due) {
    const link = linkOf(pledge, pair, year, before)
    if (link) links.set(pledge, link)
  }
  const sentences = new Map<string, Pledge[]>()
  for (const pledge of due) sentences.set(pledge.promise.statement, [...(sentences.get(pledge.promise.statement) ?? []), pledge])
  for (const pledge of due) {
    const link = besideOthers(pledge, sentences.get(pledge.promise.statement)!, links, pair, before)
    if (link) links.set(pledge, link)
  }
  return [...links]
}

/**
 * What is promised in one breath is told in one breath: 游客1000万人次、综合收入50亿元 by 游客1027万人次，综合效益51亿元. Where one promise of
 * a sentence was found, another looks in the same place, with less of its words.
 * @param sentence what else its sentence promises
 */
function besideOthers(
  pledge: Pledge,
  sentence: readonly Pledge[],
  links: ReadonlyMap<Pledge, OutcomeLink>,
  pair: Pair,
  before: Before,
): OutcomeLink | null {
  if (!pledge.amount || pledge.promise.kind !== 'target' || links.get(pledge)?.outcome?.figure) return null
  const near = new Set(sentence.flatMap(p => (p === pledge ? [] : (links.get(p)?.outcome?.statement ?? []))))
  if (near.size === 0) return null
  const used = new Set([...links.values()].map(l => l.outcome!.figure))
  const answer = beside(pledge.amount, pledge.amount.fact.period, near, used, pair)
  return answer && ofAmount(pledge, pledge.amount, answer, pair, before)
}

type Before = (fact: Fact) => Fact | null

function linkOf(pledge: Pledge, pair: Pair, year: string, before: Before): OutcomeLink | null {
  const { amount } = pledge
  if (pledge.promise.kind === 'claim') {
    const judged = judgeClaim(pledge, pair, year)
    if (judged) return judged
  }
  if (amount) {
    const answer = answerOf(amount, amount.fact.period === year ? year : amount.fact.period, pair)
    if (answer) return ofAmount(pledge, amount, answer, pair, before)
    if (pledge.promise.kind === 'estimate') return null
  }
  const told = toldOf(pledge, pair).filter(t => !amount || isWorkedAt(amount) || isPlainWord(amount, t))
  return told.length > 0 ? ofClauses(pledge, told, pair) : null
}

/**
 * Whether a clause in words can tell what came of an amount: of an indicator that has a name only where it says the name and no
 * number; of another not where it gives an amount of the kind, which was looked at and is not the one.
 */
function isPlainWord({ fact }: Amount, { clause, share }: Told): boolean {
  if (fact.indicator !== null) return share >= LARGELY && clause.figures.length === 0
  return !clause.figures.some(f => f.role === 'measure' && f.dimension === fact.dimension)
}

/** A list is as far as the least of the things that are named wholly. */
function ofClauses(pledge: Pledge, told: readonly Told[], pair: Pair): OutcomeLink {
  const links = told.filter((t, i) => i === 0 || t.share >= WHOLE).map(t => ofClause(pledge, t, pair))
  const least = Math.min(...links.map(l => FAR.indexOf(l.verdict)))
  return links.find(l => FAR.indexOf(l.verdict) === least)!
}

/** A thing is named wholly with this share of its words. */
const WHOLE = 0.8
const LARGELY = 0.55

const FAR: readonly Verdict[] = ['missed', 'in-progress', 'incomparable', 'met']

function ofAmount(pledge: Pledge, promised: Amount, answer: Answer, pair: Pair, before: Before): OutcomeLink | null {
  const { amount } = answer
  const sides = comparable(promised.fact, amount.fact, pair.from)
  const judged = sides && judge(sides.promise, sides.outcome)
  const grounds: Grounds = {
    by: answer.by,
    likeness: answer.likeness,
    derived: sides?.derived ?? null,
    quoted: quotes(promised, pair),
    byBound: judged?.byBound ?? false,
  }
  const outcome = outcomeOf(amount.clause.document, amount)
  if (pledge.promise.kind === 'estimate' && !judged) return null
  const passed = pair.to.within ? (elapsed(amount.fact.period) ?? elapsed(pair.to.document.period)) : null
  const addable = passed !== null && addsUp(promised.fact, promised.subject)
  const pace = judged && passed !== null ? paceOf(promised.fact, sides.outcome, judged, passed, addable) : null
  return {
    id: idOf(pledge, outcome),
    promise: pledge.promise,
    outcome,
    verdict: judged ? settled(pledge, within(judged, passed, addable)) : 'incomparable',
    working: judged && {
      formula: sides.derived ? `${sides.derived.formula}; ${judged.working.formula}` : judged.working.formula,
      words: pace ? paceWords(promised.fact, sides.outcome, pace, outcome.period ?? '') : judged.working.words,
    },
    pace,
    baseEffect: judged && baseEffect(promised.fact, amount.fact, before(promised.fact)),
    ...confidenceOf(grounds),
    confirmed: null,
  }
}

/** An estimate is borne out or not: there is no exceeding it. */
const settled = (pledge: Pledge, verdict: Verdict): Verdict =>
  pledge.promise.kind === 'estimate' && verdict === 'exceeded' ? 'met' : verdict

/** Within the year a rate is not settled; an amount that adds up is once it is reached. */
function within(judged: Judgement, passed: number | null, addable: boolean): Verdict {
  if (passed === null) return judged.verdict
  return addable && judged.verdict !== 'missed' ? judged.verdict : 'in-progress'
}

/** Whether the telling document quotes the promise with the same number: true, false, or null where it quotes none. */
function quotes(promised: Amount, pair: Pair): boolean | null {
  if (pair.to.document.kind !== 'notice' || promised.fact.indicator === null) return null
  for (const target of pair.to.targets) {
    if (target.fact.indicator !== promised.fact.indicator || target.fact.measure !== promised.fact.measure) continue
    return target.fact.value === promised.fact.value && target.fact.min === promised.fact.min
  }
  return null
}

/** The same rate of the year before, as any document of the place tells it. */
function rateBefore(fact: Fact, year: number, all: readonly Document[], tellingOf: TellingOf): Fact | null {
  if (fact.measure !== 'change' || fact.indicator === null) return null
  let best: Fact | null = null
  for (const document of all) {
    if (yearTold(document) !== year) continue
    for (const { fact: told } of tellingOf(document).amounts) {
      if (told.indicator !== fact.indicator || told.measure !== 'change' || told.period !== String(year)) continue
      if (told.baseline !== String(year - 1)) continue
      if (samePlace(told.place, fact.place) && (!best || (best.status === 'estimated' && told.status === 'actual'))) best = told
    }
  }
  return best
}

function ofClause(pledge: Pledge, told: Told, pair: Pair): OutcomeLink {
  const { clause } = told
  const outcome = outcomeIn(clause, pair.to.document.period ?? String(yearTold(pair.to.document)))
  const counted = clause.figures.some(f => f.role === 'measure' && f.measure === 'level' && f.dimension !== 'percent')
  const inPeriod = clause.statement.question === 'review-period'
  // a number of things to be worked at (推进五个集中区建设) is as far as the work is; one to be reached is not told in words
  const quantity = pledge.amount !== null && !isWorkedAt(pledge.amount)
  return {
    id: idOf(pledge, outcome),
    promise: pledge.promise,
    outcome,
    verdict: ofReach(pledge, clause.text, pair.to.within, quantity, counted),
    working: null,
    pace: null,
    baseEffect: null,
    ...confidenceOf({
      by: clause.about ? 'item' : 'clause',
      likeness: told.share,
      ...(clause.about ? {} : { odds: told.odds }),
      derived: null,
      quoted: null,
      inPeriod,
    }),
    confirmed: null,
  }
}

/** Verbs of work without an end of its own. */
const WORKED = /^(?:加快|加强|推进|推动|建设|实施|加快推进|加快建设|支持|深化)/

/** 推进五个集中区建设 counts in words what is there to be worked at; 建设高标准农田6.5万亩 is an amount to be reached. */
const isWorkedAt = ({ deed, figure }: Amount): boolean => WORKED.test(deed) && /^[一二两三四五六七八九十]+/.test(figure.text)

/** How far the later clause says it is, against how far it was to be. */
function ofReach(pledge: Pledge, told: string, within: boolean, quantity: boolean, counted: boolean): Verdict {
  const wanted = endOf(pledge.promise.mark.text)
  // 建设完整社区试点19个: with a number it is done, and not going on
  const is = counted ? (reachOf(told.replaceAll('建设', '')) ?? 'done') : reachOf(told)
  if (within) return is === 'done' && wanted !== null && !quantity ? 'met' : 'in-progress'
  if (is === 'undone') return 'missed'
  if (quantity) return 'incomparable'
  if (is === 'done' || is === null) return 'met'
  if (wanted === 'done') return 'missed'
  return wanted === 'begun' ? 'met' : 'in-progress'
}
