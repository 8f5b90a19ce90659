/** The tables of tasks, projects, honours, claims and headline targets as one packed lexicon of signs. */
import {
  CLAIM_SIGN,
  CLASS,
  type ClaimName,
  type ClaimRule,
  DEADLINE,
  DEED,
  FIELD,
  PUSH,
  STAGE_AFTER,
  STAGE_BEFORE,
  type StageName,
} from '../sign-classes.ts'
import { rows } from '../table.ts'
import * as tables from '../tables.generated.ts'
import type { PackedTrie } from '../trie.ts'
import { Words } from './words.ts'

/** A rule of the table of claims; its pattern as written. */
export interface ClaimRow {
  claim: ClaimName
  need: ClaimRule['need']
  ends: readonly string[]
  pattern: string
}

export interface SignData {
  trie: PackedTrie
  /** Which of `stages` the words of a stage tell. */
  stage: string
  stages: readonly StageName[]
  /** Which of `ruleLists` a trigger calls for: indexes into `rules`. */
  claim: string
  ruleLists: readonly (readonly number[])[]
  rules: readonly ClaimRow[]
  common: PackedTrie
  /** Words of a kind, as the alternatives of an expression, longest first. */
  programme: string
  afterDate: string
  bodyEnd: string
  headlines: readonly { indicator: string; members: readonly string[] }[]
  openers: Record<'opener' | 'year' | 'span' | 'none', string>
  serviceList: string
}

const STAGES: readonly StageName[] = ['preparation', 'started', 'underway', 'built', 'in-use']
const DONE_STAGES = ['started', 'built', 'in-use']

const alternatives = (words: string[]): string => words.sort((a, b) => b.length - a.length).join('|')

export function compileSigns(): SignData {
  const words = new Words()
  const common = new Words()
  for (const table of [tables.acts, tables.honours]) for (const [form, cls] of rows(table)) words.add(form!, CLASS[cls!]!)
  for (const [form] of rows(tables.scopes)) words.add(form!, FIELD)
  const stage = addStages(words)
  const apart = {
    common: (form: string): void => common.add(form, 1),
    programme: [] as string[],
    after: [] as string[],
    unit: [] as string[],
  }
  for (const [form, cls] of rows(tables.projects)) {
    if (cls === 'common') apart.common(form!)
    else if (cls === 'programme') apart.programme.push(form!)
    else words.add(form!, CLASS[cls!]!)
  }
  for (const [form, cls] of rows(tables.deadlines)) {
    if (cls === 'after') apart.after.push(form!)
    else words.add(form!, DEADLINE)
  }
  for (const [form, cls] of rows(tables.owners)) {
    if (cls === 'unit') apart.unit.push(form!)
    else words.add(form!, CLASS[cls!]!)
  }
  const { rules, triggered } = addClaims(words)
  const ruleLists = [...new Set([...triggered.values()].map(String))]
  return {
    trie: words.pack(),
    stage: words.values(form => stage.get(form)),
    stages: STAGES,
    claim: words.values(form => ruleLists.indexOf(String(triggered.get(form)!))),
    ruleLists: ruleLists.map(list => list.split(',').map(Number)),
    rules,
    common: common.pack(),
    programme: alternatives(apart.programme),
    afterDate: alternatives(apart.after),
    bodyEnd: alternatives(apart.unit),
    headlines: rows(tables.headlines).map(([indicator, members]) => ({ indicator: indicator!, members: members!.split('|') })),
    openers: Object.fromEntries(rows(tables.headlineOpeners)) as SignData['openers'],
    serviceList: rows(tables.serviceLists)[0]![0]!,
  }
}

function addStages(words: Words): Map<string, number> {
  const stage = new Map<string, number>()
  for (const [form, name, side] of rows(tables.stages)) {
    words.add(form!, side === 'after' ? STAGE_AFTER : side === 'before' ? STAGE_BEFORE : STAGE_AFTER | STAGE_BEFORE)
    stage.set(form!, STAGES.indexOf(name as StageName))
    // 基本建成, 竣工通车 take an object as any deed does, and 扎实推进 as any work
    if (side !== 'after' && DONE_STAGES.includes(name!)) words.add(form!, DEED)
    else if (side === 'before' || (name === 'underway' && side === 'both')) words.add(form!, PUSH)
  }
  return stage
}

/** The rules of claims, and the rules that each trigger calls for, in their order. */
function addClaims(words: Words): { rules: ClaimRow[]; triggered: Map<string, number[]> } {
  const forms = [...words.forms]
  const rules: ClaimRow[] = []
  const triggered = new Map<string, number[]>()
  for (const [claim, trigger, need, ends, pattern] of rows(tables.claims)) {
    const triggers = trigger!.split('|')
    // a trigger inside a longer sign calls for its rule too: 稳 in 稳定
    const longer = forms.filter(form => triggers.some(t => form.length > t.length && form.includes(t)))
    for (const form of new Set([...triggers, ...longer])) {
      words.add(form, CLAIM_SIGN)
      const own = triggered.get(form)
      if (own) own.push(rules.length)
      else triggered.set(form, [rules.length])
    }
    rules.push({
      claim: claim as ClaimName,
      need: need as ClaimRule['need'],
      ends: ends ? ends.split('|') : [],
      pattern: pattern!,
    })
  }
  return { rules, triggered }
}
