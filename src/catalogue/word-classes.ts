/** The classes of words that reading looks for, as bits: a word may have several. */

export const ACT = 1
export const UP = 2
export const DOWN = 4
export const TO = 8
export const STATE = 16
export const RANKV = 32
export const BEFORE = 64
export const AFTER = 128
export const SCOPE = 256
export const TIME = 512
export const ESTIMATE = 1024
export const MODAL = 2048
export const ADVERB = 4096
export const PART = 8192
export const DIST = 16384
export const ETC = 32768
export const HEAD = 65536
export const NOUN = 131072
export const NAME = 262144
export const INDICATOR = 524288
export const PLACE = 1 << 20
/** The word holds a Chinese numeral that must be accounted for. */
export const HOLDS_NUMERAL = 1 << 21

/** A verb that also forms nouns: it governs only at the head of a clause. */
export const WEAK = 1 << 22
/** An adverb that stands before a verb and so ends the noun phrase before it. */
export const VADV = 1 << 23

/** A verb that never stands inside a noun phrase, so the phrase before it has ended: 入选, 提供. */
export const PRED = 1 << 24

/** Any word, places left out. */
export const WORD = (PLACE - 1) | WEAK | VADV | PRED

/** Class bits by the names that the tables give them. */
export const CLASS: Record<string, number> = {
  act: ACT,
  up: UP,
  down: DOWN,
  to: TO,
  state: STATE,
  rankv: RANKV,
  scope: SCOPE,
  time: TIME,
  est: ESTIMATE,
  modal: MODAL,
  adv: ADVERB,
  vadv: ADVERB | VADV,
  weak: WEAK,
  part: PART,
  pred: PRED,
  dist: DIST,
  etc: ETC,
  head: HEAD,
  noun: NOUN,
}

export type Bound = 'eq' | 'ge' | 'gt' | 'le' | 'lt' | 'approx'
export interface IndicatorEntry {
  id: string
  name: string
  english: string
  unit: string
  topic: string
}
/** Why a phrase of the table of names is no quantity. */
export type AsideReason = 'name' | 'idiom' | 'ordinal' | 'date'

/** Classes of the list of units, which is apart from the lexicon: a measure word or unit, and a counted noun that only begins like one. */
export const UNIT = 1
export const COUNTED = 2
