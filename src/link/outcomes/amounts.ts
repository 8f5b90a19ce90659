/** The amounts of a document, as promises and outcomes are compared. */
import { indicatorEntry, indicatorOf } from '../../catalogue/indicators.ts'
import type { Figure } from '../../read/types.ts'
import type { Document } from '../documents.ts'
import { factsOf } from '../facts.ts'
import type { Fact } from '../types.ts'
import type { Clause } from './clauses.ts'
import { isAct, matterOf } from './things.ts'
import { pairs, plain } from './words.ts'

export interface Amount {
  fact: Fact
  figure: Figure
  clause: Clause
  /** What is counted, plain: the indicator's words, the deed left aside. */
  subject: string
  pairs: string[]
  /** Which of a kind are counted: 10亿元以上, 500强. Two amounts with different ones never compare. */
  kinds: string
  /** What was done to them (新增, 引进), '' for a stock or a rate. */
  deed: string
}

/** A rate that is told by its own name: 能耗降幅3%, 预期目标5%. */
const RATE = /(?:(降幅|降低率|下降率)|增幅|增速|涨幅|增长率|增长预期目标|预期目标|目标)$/

/** An indicator of no more characters says too little by itself. */
const SHORT = 2

/** A clause of more characters says more than what is counted. */
const LONGEST = 16

/** Verbs that go with any amount. */
const IDLE = /^(?:完成|实现|力争|确保|已|共|累计|全年|年内|再)+/

const KINDS = /[\d.]+[万亿]*[元人吨]?(?:以上|强)|[万亿]元以上|[百千万]亿/g

/** Amounts that are parts of another (其中) stand for themselves all the same: 其中10亿元以上项目24个. */
export function amountsOf(document: Document, clauses: readonly Clause[]): Amount[] {
  const figures = new Map(document.reading.figures.map(f => [f.id, f]))
  const at = new Map<string, Clause>()
  for (const clause of clauses) for (const figure of clause.figures) at.set(figure.id, clause)
  const out: Amount[] = []
  for (const fact of factsOf(document.reading, document)) {
    const clause = at.get(fact.figure)
    if (clause) out.push(amount(named(fact, figures.get(fact.figure)!), figures.get(fact.figure)!, clause))
  }
  return out
}

function amount(fact: Fact, figure: Figure, clause: Clause): Amount {
  const words = plain(figure.indicator!.text)
  const said = figure.action?.text ?? ''
  const subject = subjectOf(words, said, clause)
  // 改造老旧小区12个: the verb may stand in the indicator's words
  const deed = said || (words.endsWith(subject) ? words.slice(0, words.length - subject.length) : '')
  return {
    fact,
    figure,
    clause,
    subject,
    pairs: pairs(subject),
    kinds: (words.match(KINDS) ?? []).join(' '),
    deed,
  }
}

/** What is counted: the indicator without its verb. Where only a verb stands there, the clause says it: 改造提升11条市政路. */
function subjectOf(words: string, deed: string, clause: Clause): string {
  if (deed && words.startsWith(deed) && words.length > deed.length + 1) return words.slice(deed.length)
  if (words.length > SHORT && words !== deed && !isAct(words)) return deed ? words : matterOf(words)
  let rest = clause.text
  for (const figure of clause.figures) rest = rest.replace(figure.text, '')
  const said = matterOf(plain(rest.replace(/[（(][^）)]*[）)]/g, '')).replace(IDLE, ''))
  return said.length > SHORT && said.length <= LONGEST ? said : words
}

/** A rate that stands under its own name belongs to the indicator that it is the rate of. */
function named(fact: Fact, figure: Figure): Fact {
  if (fact.indicator !== null || fact.dimension !== 'percent') return fact
  const words = figure.indicator!.text
  const rate = RATE.exec(words)
  const entry = rate && indicatorOf(words.slice(0, rate.index))
  if (!rate || !entry) return fact
  const known = { ...fact, indicator: entry.id, name: entry.name }
  if (!rate[1] || (fact.measure !== 'level' && fact.measure !== 'change') || fact.value === null || fact.value < 0) return known
  const [low, high] = fact.interval ?? [fact.value, fact.value]
  return { ...known, measure: 'change', value: -fact.value, interval: [-high, -low] }
}

/** What is better of an indicator; deeds are better done more often than less. */
export function directionOf(fact: Fact): 'more' | 'less' | 'keep' {
  if (fact.measure === 'rank') return 'less'
  const direction = fact.indicator === null ? null : indicatorEntry(fact.indicator)?.direction
  return direction === 'less' || direction === 'keep' ? direction : 'more'
}
