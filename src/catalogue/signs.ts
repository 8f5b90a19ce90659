/**
 * The words that tell of tasks, projects, honours and claims, from their tables, in one trie: a second
 * lexicon beside the one of figures, so that a word may mean one thing to a number and another to a task.
 * Built once, on first use.
 */
import { rows } from './table.ts'
import * as tables from './tables.generated.ts'
import { Trie } from './trie.ts'

/** Class bits of a sign. A word may have several. */
export const DEED = 1
export const PUSH = 1 << 1
export const AID = 1 << 2
export const LEAD = 1 << 3
export const ADVERB_BEFORE = 1 << 4
export const PREPOSITION = 1 << 5
export const STAGE_AFTER = 1 << 6
export const STAGE_BEFORE = 1 << 7
export const PROJECT_HEAD = 1 << 8
export const PROJECT_SUFFIX = 1 << 9
export const DEADLINE = 1 << 10
export const OWNER_LABEL = 1 << 11
export const CO_LABEL = 1 << 12
export const OWNER_VERB = 1 << 13
export const CLAIM_SIGN = 1 << 14
export const AWARD = 1 << 15
export const PASSIVE = 1 << 16
export const LISTED = 1 << 17
export const COMMEND = 1 << 18
export const FIRST = 1 << 19
export const STREAK = 1 << 20
export const LEADING_PLACE = 1 << 21
export const RECORD = 1 << 22
export const FIELD = 1 << 23
/** A noun that holds a sign and is none: 建档立卡, 开发区. */
export const NOUN_SIGN = 1 << 24

/** A verb that governs a task. */
export const ACTS = DEED | PUSH | AID
/** A word of which titles are made: 称号, 示范, 百强. */
export const TITLE = 1 << 25

/** A word of honour of any kind. */
export const HONOURS = AWARD | PASSIVE | LISTED | COMMEND | FIRST | STREAK | LEADING_PLACE | RECORD
export const SIGN = (1 << 26) - 1

const CLASS: Record<string, number> = {
  deed: DEED,
  push: PUSH,
  aid: AID,
  lead: LEAD,
  adverb: ADVERB_BEFORE,
  prep: PREPOSITION,
  noun: NOUN_SIGN,
  head: PROJECT_HEAD,
  suffix: PROJECT_SUFFIX,
  whole: DEADLINE,
  label: OWNER_LABEL,
  'co-label': CO_LABEL,
  verb: OWNER_VERB,
  award: AWARD,
  passive: PASSIVE,
  listed: LISTED,
  commend: COMMEND,
  first: FIRST,
  streak: STREAK,
  leading: LEADING_PLACE,
  record: RECORD,
  title: TITLE,
}

export type StageName = 'preparation' | 'started' | 'underway' | 'built' | 'in-use'
export type ClaimName = 'all' | 'none' | 'relative-target' | 'unquantified-target'

export interface ClaimRule {
  claim: ClaimName
  need: 'subject' | 'indicator' | ''
  /** Whether it tells a target: only plans have those. */
  target: boolean
  /** What the clause must end in, if anything, and the last characters of that. */
  ends: readonly string[]
  last: string
  pattern: RegExp
}

export interface Signs {
  trie: Trie
  stage: Map<number, StageName>
  /** The rules that a trigger word calls for. */
  claims: Map<number, ClaimRule[]>
  /** Words that name no single project. */
  common: Trie
  /** Matches the name of a policy that is called 工程 and builds nothing. */
  programme: RegExp
  /** What makes a deadline of the date before it, and what a body's name ends in; longest first. */
  afterDate: RegExp
  bodyEnd: RegExp
  headlines: { indicator: string; members: readonly string[] }[]
  openers: Record<'opener' | 'year' | 'span' | 'none', RegExp>
  serviceList: RegExp
}

const DONE_STAGES = ['started', 'built', 'in-use']

let built: Signs | null = null

const alternatives = (words: string[]): string => words.sort((a, b) => b.length - a.length).join('|')

/** The lexicon of signs. */
export function signs(): Signs {
  if (built) return built
  const trie = new Trie(1 << 15)
  const common = new Trie(1 << 13)
  const stage = new Map<number, StageName>()
  const claims = new Map<number, ClaimRule[]>()
  const forms: string[] = []
  const add = (form: string, flag: number): number => {
    forms.push(form)
    return trie.add(form, flag)
  }
  for (const table of [tables.acts, tables.honours]) for (const [form, cls] of rows(table)) add(form!, CLASS[cls!]!)
  for (const [form] of rows(tables.scopes)) add(form!, FIELD)
  for (const [form, name, side] of rows(tables.stages)) {
    const flag = side === 'after' ? STAGE_AFTER : side === 'before' ? STAGE_BEFORE : STAGE_AFTER | STAGE_BEFORE
    stage.set(add(form!, flag), name as StageName)
    // 基本建成, 竣工通车 take an object as any deed does, and 扎实推进 as any work
    if (side !== 'after' && DONE_STAGES.includes(name!)) add(form!, DEED)
    else if (side === 'before' || (name === 'underway' && side === 'both')) add(form!, PUSH)
  }
  const programmes: string[] = []
  for (const [form, cls] of rows(tables.projects)) {
    if (cls === 'common') common.add(form!, 1)
    else if (cls === 'programme') programmes.push(form!)
    else add(form!, CLASS[cls!]!)
  }
  const afterDate: string[] = []
  for (const [form, cls] of rows(tables.deadlines)) {
    if (cls === 'after') afterDate.push(form!)
    else add(form!, DEADLINE)
  }
  const bodyEnd: string[] = []
  for (const [form, cls] of rows(tables.owners)) {
    if (cls === 'unit') bodyEnd.push(form!)
    else add(form!, CLASS[cls!]!)
  }
  for (const [claim, trigger, need, ends, pattern] of rows(tables.claims)) {
    const rule: ClaimRule = {
      claim: claim as ClaimName,
      need: need as ClaimRule['need'],
      target: claim!.endsWith('target'),
      ends: ends ? ends.split('|') : [],
      last: ends ? [...new Set(ends.split('|').map(e => e.at(-1)!))].join('') : '',
      pattern: new RegExp(pattern!, 'gu'),
    }
    const triggers = trigger!.split('|')
    for (const form of triggers) triggered(form, rule)
    // a trigger inside a longer sign calls for its rule too: 稳 in 稳定
    for (const form of forms) if (triggers.some(t => form.length > t.length && form.includes(t))) triggered(form, rule)
  }
  function triggered(form: string, rule: ClaimRule): void {
    const node = trie.add(form, CLAIM_SIGN)
    const list = claims.get(node)
    if (!list) claims.set(node, [rule])
    else if (!list.includes(rule)) list.push(rule)
  }
  const openers = { opener: '', year: '', span: '', none: '' }
  for (const [use, pattern] of rows(tables.headlineOpeners)) openers[use as keyof typeof openers] = pattern!
  built = {
    trie,
    stage,
    claims,
    common,
    programme: new RegExp(`(?:${alternatives(programmes)})[”"]?(?:重点|重大)?工程$`),
    afterDate: new RegExp(`^(?:${alternatives(afterDate)})`),
    bodyEnd: new RegExp(`(?:${alternatives(bodyEnd)})$`),
    headlines: rows(tables.headlines).map(([indicator, members]) => ({
      indicator: indicator!,
      members: members!.split('|'),
    })),
    openers: {
      opener: new RegExp(openers.opener),
      year: new RegExp(openers.year),
      span: new RegExp(openers.span),
      none: new RegExp(openers.none),
    },
    serviceList: new RegExp(rows(tables.serviceLists)[0]![0]!),
  }
  return built
}
