/** Why a link is believed, and how far. */
import type { Words } from '../types.ts'

export interface Grounds {
  /** `item`: told under the promise as a notice quotes it. */
  by: 'indicator' | 'words' | 'item' | 'beside' | 'stock' | 'odds' | 'clause' | 'claim'
  /** How alike the words are, 0–1. */
  likeness: number
  /** The logarithm of the odds that a clause tells of the promise. */
  odds?: number
  /** Set where one of the two was worked out. */
  derived: { words: Words; fromOthers: boolean } | null
  /** Whether it stands in the review of a longer period. */
  inPeriod?: boolean
  /** Whether only a bound is told, short of the promise. */
  byBound?: boolean
  /** Whether a notice quotes the promise with the same number; null where it does not quote it. */
  quoted: boolean | null
}

/** Confidence of each ground with the words quite alike; less alike takes off up to `span`. */
const GROUND: Record<Grounds['by'], { most: number; span: number; words: Words }> = {
  indicator: {
    most: 0.96,
    span: 0,
    words: { zh: '同一指标、同一地区、同一时期', en: 'same indicator, place and time' },
  },
  item: { most: 0.95, span: 0.3, words: { zh: '通报在该任务项下报告', en: 'told under the promise as quoted' } },
  words: {
    most: 0.92,
    span: 0.5,
    words: { zh: '所指对象用语相同、计量单位相同', en: 'same thing counted, by its words and unit' },
  },
  beside: {
    most: 0.85,
    span: 0.2,
    words: { zh: '同一句中的另一指标已对应，此处并列报告', en: 'told beside what another amount of the same sentence became' },
  },
  stock: {
    most: 0.8,
    span: 0,
    words: { zh: '由前后两年的总数相减得出新增数', en: 'what was added is the difference of two years’ stocks' },
  },
  odds: {
    most: 0.9,
    span: 0.9,
    words: { zh: '用语、数量大小和上下文相近', en: 'like in words, in size and in what stands around it' },
  },
  clause: { most: 0.9, span: 0.6, words: { zh: '后文写到同一对象', en: 'the later text names the same thing' } },
  claim: { most: 0.85, span: 0.3, words: { zh: '后文报告了该事项的结果', en: 'the later text tells of what was claimed' } },
}

/** The confidence in a link, with its reasons. */
export function confidenceOf({ by, likeness, odds, derived, quoted, inPeriod, byBound }: Grounds): {
  confidence: number
  reasons: Words[]
} {
  const ground = GROUND[by]
  const reasons = [ground.words]
  let confidence = odds === undefined ? ground.most - ground.span * (1 - likeness) : ground.most / (1 + Math.exp(-odds))
  if (by !== 'indicator' && likeness < 1) {
    const share = `${Math.round(likeness * 100)}%`
    reasons.push({ zh: `用语相合程度${share}`, en: `words alike by ${share}` })
  }
  if (derived) {
    if (derived.fromOthers) confidence -= 0.15
    reasons.push(derived.words)
  }
  if (inPeriod) {
    confidence -= 0.15
    reasons.push({ zh: '出自多年回顾，不专说这一年', en: 'from the review of several years, not of this one alone' })
  }
  if (byBound) {
    confidence -= 0.3
    reasons.push({ zh: '后文只报了界限，没有到目标数', en: 'only a bound is told, and it is short of the target' })
  }
  if (quoted === true) {
    confidence += 0.03
    reasons.push({ zh: '通报所列目标与报告一致', en: 'the notice quotes the same target' })
  } else if (quoted === false) {
    confidence -= 0.2
    reasons.push({ zh: '通报所列目标与报告不一致', en: 'the notice quotes another target' })
  }
  return { confidence: Number(Math.min(0.99, Math.max(0.05, confidence)).toFixed(2)), reasons }
}
