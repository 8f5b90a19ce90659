/** The pace rule (序时进度) for what is told within the year. */
import type { Fact, LinkDocument, Pace, Words } from '../types.ts'
import { isCeiling, type Judgement } from './judge.ts'

/** Stocks and rates do not add up over the year. */
const STOCK = /总数|总量|累计|达到|保有量|存栏|面积稳定|余额|覆盖率/

/**
 * The share of a year that a notice looks back on.
 * @returns null for what covers the year, or more, or no known part of it
 */
export function elapsed(period: string | null): number | null {
  if (!period) return null
  const part = /^\d{4}-(?:Q(\d)|H(\d)|(\d\d))$/.exec(period)
  if (part) {
    const share = part[1] ? Number(part[1]) / 4 : part[2] ? Number(part[2]) / 2 : Number(part[3]) / 12
    return share < 1 ? share : null
  }
  const months = /^(\d{4})-01\/\1-(\d\d)$/.exec(period)
  return months && Number(months[2]) < 12 ? Number(months[2]) / 12 : null
}

/** Whether a document tells of a year that is not over. */
export const withinYear = (document: LinkDocument): boolean => elapsed(document.period) !== null

/** Whether an amount adds up over the year, so that a share of it can be done. */
export function addsUp(promise: Fact, subject: string): boolean {
  return (
    promise.measure === 'level' &&
    promise.dimension !== 'percent' &&
    promise.dimension !== null &&
    !isCeiling(promise) &&
    !STOCK.test(subject)
  )
}

/**
 * Whether an amount keeps step with the year.
 * @param passed share of the year that has passed
 */
export function paceOf(promise: Fact, outcome: Fact, judged: Judgement, passed: number, addable: boolean): Pace {
  const target = promise.value ?? promise.min
  const done = addable && target && outcome.value !== null ? Number((outcome.value / target).toFixed(4)) : null
  const kept = done === null ? judged.verdict !== 'missed' : done >= passed - 1e-9
  return { elapsed: passed, done, kept }
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))}%`

/** The pace in words: what is done beside what of the year has passed. */
export function paceWords(promise: Fact, outcome: Fact, pace: Pace, period: string): Words {
  const kept = pace.kept ? { zh: '达到序时进度', en: 'in step with the year' } : { zh: '未达序时进度', en: 'behind the year' }
  const done = pace.done === null ? null : percent(pace.done)
  return {
    zh: `全年目标${promise.written}，${period}为${outcome.written}${done ? `，完成${done}，时间过去${percent(pace.elapsed)}` : ''}：${kept.zh}`,
    en: `${promise.written} for the year, ${outcome.written} in ${period}${done ? `, ${done} done with ${percent(pace.elapsed)} of the year passed` : ''}: ${kept.en}`,
  }
}
