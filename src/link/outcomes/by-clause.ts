/** Finds the clause that tells what came of a task. */
import type { Clause } from './clauses.ts'
import type { Pair } from './pair.ts'
import { isUndone, reachOf } from './progress.ts'
import type { Pledge } from './promised.ts'
import type { Hit } from './search.ts'
import { BEFORE, isAct, type Thing } from './things.ts'
import { commonRun, pairs, shared } from './words.ts'

export interface Told {
  clause: Clause
  /** How much of the thing promised the clause names, 0–1. */
  share: number
}

/**
 * How much of a thing's words a clause must have, by the weight of what both have: the more telling the words in common, the more
 * of the rest may differ.
 */
const LEAST: readonly { weight: number; share: number }[] = [
  { weight: 25, share: 0.52 },
  { weight: 20, share: 0.58 },
  { weight: 12, share: 0.7 },
  { weight: 9, share: 0.8 },
]

/** A long run of telling characters is a name that both use: 公平竞争审查 in 公平竞争审查行政法规 and 公平竞争审查条例. */
const NAMED = { run: 5, weight: 20, share: 0.3 }

/** A run so long stands for the whole, whatever follows it. */
const NAMED_RUN = 5

/** So long a run is a name whatever stands before it. */
const LONG_RUN = 8

/** How much of the topic of a sentence, and of the thing itself, a clause must have that tells of it under the topic. */
const TOPIC = { share: 0.5, run: 3, weight: 10, thing: 0.2 }

/** A name in quotation marks is whole, and may be short. */
const QUOTED = { weight: 4.5, share: 0.99, dice: 0.12 }

/** Two clauses that are alike as a whole, this much of both by weight: less of the thing will do. */
const ALIKE = { dice: 0.4, weight: 14, share: 0.4 }

/** What is no name is the same matter only where the clauses have this much of both in common. */
const LEAST_DICE = 0.28
/** The same for clauses in which reading found no task. */
const LEAST_DICE_BARE = 0.45

/** So much of a thing is the thing, whatever its first word. */
const NEARLY = 0.75

/** Characters in a row that the two must have in common. */
const RUN = 4

/** Fewer will do where most of a telling name is there: 西显阳片区安置区 in 西显阳村片区改造安置区. */
const ALIKE_RUN = { weight: 20, share: 0.7, run: 3 }

/** Least weight of a thing that a clause is told to be about. */
const FOCUS_WEIGHT = 10

/** What kind of promise a thing is of: a clause in which reading found no task, and whether it is the only thing named. */
interface Of {
  bare: boolean
  only: boolean
}

/** Whether a clause is about the thing as a whole: it begins with it, or ends with it and a number. */
function isFocus(words: string, { plain: text }: Clause): boolean {
  const at = text.indexOf(words)
  return (at >= 0 && at <= 3) || (at > 0 && /^[\d.]*[万亿]?\D{0,3}$/.test(text.slice(at + words.length)))
}

function enough(thing: Thing, hit: Hit, run: string, dice: number, of: Of): boolean {
  const { share, weight } = hit
  if (thing.quoted && dice < QUOTED.dice) return false
  if (thing.quoted && weight >= QUOTED.weight && share >= QUOTED.share) return true
  const alike = weight >= ALIKE_RUN.weight && share >= ALIKE_RUN.share
  if (run.length < Math.min(alike ? ALIKE_RUN.run : RUN, thing.words.length)) return false
  if (!thing.named && dice < (of.bare ? LEAST_DICE_BARE : LEAST_DICE) && run.length < LONG_RUN) {
    if (!of.only || weight < FOCUS_WEIGHT || isAct(thing.words) || !isFocus(thing.words, hit.clause)) return false
  }
  // a name differs by its beginning: 工程建设审批制度 is not 行政审批制度
  const lead = thing.words.replace(BEFORE, '').slice(0, 2)
  const quotes = hit.clause.names.some(name => thing.words.includes(name))
  if (share < NEARLY && run.length < LONG_RUN && !quotes && !hit.clause.pairs.has(lead)) return false
  // 疫苗接种 is not told by a clause on 疫情: something of the second half must be there
  const half = thing.words.slice(Math.ceil(thing.words.length / 2))
  if (share < NEARLY && run.length < NAMED_RUN && !pairs(half).some(p => hit.clause.pairs.has(p))) return false
  return (
    LEAST.some(l => weight >= l.weight && share >= l.share) ||
    (run.length >= NAMED.run && !run.includes('的') && weight >= NAMED.weight && share >= NAMED.share) ||
    (dice >= ALIKE.dice && weight >= ALIKE.weight && share >= ALIKE.share)
  )
}

/** How much two clauses have in common, of both, by weight. */
function diceOf(wanted: ReadonlySet<string>, clause: Clause, pair: Pair): number {
  let common = 0
  for (const p of wanted) if (clause.pairs.has(p)) common += pair.weights.of(p)
  const all = pair.weights.sum([...wanted]) + pair.weights.sum([...clause.pairs])
  return all > 0 ? (2 * common) / all : 0
}

/**
 * The clauses that tell of what was promised: of each thing of a list the one that tells most.
 * @returns the best first; empty where none tells of any
 */
export function toldOf(pledge: Pledge, pair: Pair): Told[] {
  const wanted = new Set(pairs(pledge.clause))
  const bare = pledge.promise.kind === 'task' && pledge.promise.task === null
  const found = pledge.things.flatMap(thing => bestOf(thing, wanted, pair, { bare, only: pledge.things.length === 1 }) ?? [])
  if (found.length === 0 && pledge.topic) found.push(...underTopic(pledge, pledge.topic, wanted, pair))
  return found.sort((a, b) => b.rank - a.rank).map(({ clause, share }) => ({ clause, share }))
}

type Ranked = Told & { rank: number }

function bestOf(thing: Thing, wanted: ReadonlySet<string>, pair: Pair, of: Of): Ranked | null {
  let best: Ranked | null = null
  for (const words of new Set([thing.words, thing.whole ?? thing.words])) {
    const form = { ...thing, words }
    for (const hit of pair.search.find(pairs(words), NAMED.share)) {
      const { clause, share } = hit
      const run = commonRun(words, clause.plain + clause.about)
      if (!enough(form, hit, run, diceOf(wanted, clause, pair), of)) continue
      const rank = rankOf(share, wanted, clause, pair)
      if (!best || rank > best.rank) best = { clause, share, rank }
    }
  }
  return best
}

/** 清西陵景区围绕5A标准，…确保实现挂牌: the sentence says at its head what all its clauses are about. */
function underTopic(pledge: Pledge, topic: string, wanted: ReadonlySet<string>, pair: Pair): Ranked[] {
  let best: Ranked | null = null
  for (const { words } of pledge.things) {
    const own = pairs(words)
    for (const { clause, weight } of pair.search.find(pairs(topic), TOPIC.share)) {
      if (commonRun(topic, clause.plain).length < TOPIC.run || weight < TOPIC.weight) continue
      const { share } = shared(
        own.filter(p => !topic.includes(p)),
        clause.pairs,
        pair.weights,
      )
      if (share < TOPIC.thing) continue
      const rank = rankOf(share, wanted, clause, pair)
      if (!best || rank > best.rank) best = { clause, share, rank }
    }
  }
  return best ? [best] : []
}

/** The thing named most of, then the whole promise repeated, then words that say how far it is. */
function rankOf(share: number, wanted: ReadonlySet<string>, clause: Clause, pair: Pair): number {
  const tells = (reachOf(clause.text) ? 0.5 : 0) + (isUndone(clause.text) ? 0.5 : 0)
  return share * 10 + nearness(wanted, clause, pair) + tells - (clause.statement.kind === 'context' ? 1 : 0)
}

/** How much of the whole promise the clause repeats: decides between clauses that name the thing alike. */
function nearness(wanted: ReadonlySet<string>, clause: Clause, pair: Pair): number {
  let common = 0
  for (const p of wanted) if (clause.pairs.has(p)) common += pair.weights.of(p)
  return common / 10
}
