/** A promise that nothing is told of: set anew with another number, or silent. */
import type { OutcomeLink } from '../types.ts'
import { idOf, outcomeOf } from './outcome.ts'
import { samePlace, type Telling } from './pair.ts'
import type { Pledge } from './promised.ts'

/**
 * The link of a promise without an outcome.
 * @param tellers the documents that could have told of it, in their order
 */
export function replacedOr(pledge: Pledge, tellers: readonly Telling[]): OutcomeLink {
  const { amount, promise } = pledge
  const bare = { promise, working: null, pace: null, baseEffect: null, confirmed: null }
  if (amount && amount.fact.indicator !== null) {
    for (const { document, targets } of tellers) {
      const next = targets.find(
        t =>
          t.fact.indicator === amount.fact.indicator &&
          t.fact.measure === amount.fact.measure &&
          t.fact.unit === amount.fact.unit &&
          t.kinds === amount.kinds &&
          t.deed === amount.deed &&
          samePlace(t.fact.place, amount.fact.place) &&
          (t.fact.value !== amount.fact.value || t.fact.min !== amount.fact.min),
      )
      if (!next) continue
      const outcome = outcomeOf(document, next)
      return {
        ...bare,
        id: idOf(pledge, outcome),
        outcome,
        verdict: 'replaced',
        confidence: 0.85,
        reasons: [
          { zh: '没有报告结果，后来另定目标', en: 'no outcome is told; a later document sets another value' },
          { zh: '同一指标、同一地区', en: 'same indicator and place' },
        ],
      }
    }
  }
  const names = tellers.map(t => t.document.title ?? t.document.key).join('、')
  return {
    ...bare,
    id: idOf(pledge, null),
    outcome: null,
    verdict: 'silent',
    confidence: 0.7,
    reasons: [{ zh: `${names}没有提到`, en: `not mentioned in ${names}` }],
  }
}
