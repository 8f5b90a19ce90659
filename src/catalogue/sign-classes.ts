/** The classes of signs, the words that tell of tasks, projects, honours and claims, as bits: a sign may have several. */

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
/** A verb whose end can be seen: 建成, 出台, 取消. */
export const END = 1 << 26
export const SIGN = (1 << 27) - 1

/** Class bits by the names that the tables give them. */
export const CLASS: Record<string, number> = {
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
  end: END,
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
