/** 分别: which value belongs to which of the subjects listed before. */
import { AFTER, type Lexicon } from '../catalogue/lexicon.ts'
import type { Draft } from './draft.ts'
import { named } from './subject.ts'
import { T_LIST, type Token } from './tokens.ts'

/** Whether the quantity at `k` only goes on a list of values begun at `j`: 增长8%、9%. */
export function listContinues(text: string, tokens: readonly Token[], j: number, k: number): boolean {
  for (let m = j + 1; m < k; m++) {
    const t = tokens[m]!
    if (t.type !== T_LIST && !(t.flags & AFTER) && !/^[和与及，,]$/.test(text.slice(t.start, t.end))) return false
  }
  return tokens[k]!.start - tokens[j]!.end <= 4
}

/** 分别: the values of a run are given to the listed subjects in order, where the lengths agree. */
export function distribute(text: string, tokens: readonly Token[], drafts: readonly Draft[], lexicon: Lexicon): void {
  for (let i = 0; i < drafts.length; i++) {
    const head = drafts[i]!
    if (!head.governor.dist || !head.phrase) continue
    const run = [head]
    while (i + 1 < drafts.length && listContinues(text, tokens, drafts[i]!.place.k, drafts[i + 1]!.place.k))
      run.push(drafts[++i]!)
    if (run.length < 2) continue
    const items = splitList(text, head.phrase.start, head.phrase.end)
    if (items.length !== run.length) {
      for (const d of run) d.figure.indicator = head.figure.indicator
      continue
    }
    run.forEach((d, n) => {
      const [start, end] = items[n]!
      d.figure.indicator = named(text, { start, end, action: null }, lexicon)
      d.figure.action = head.figure.action
    })
  }
}

/** Items of A、B和C. */
function splitList(text: string, start: number, end: number): [number, number][] {
  const items: [number, number][] = []
  let from = start
  for (let i = start; i < end; i++) {
    const c = text[i]!
    if (c === '、' || c === '，' || ((c === '和' || c === '与' || c === '及') && i > from + 1 && i < end - 2)) {
      items.push([from, c === '及' && text[i - 1] === '以' ? i - 1 : i])
      from = i + 1
    }
  }
  items.push([from, end])
  return items.filter(([a, b]) => b > a)
}
