/** What was sown and what was found of it, by kind of mistake and by rule. */
import { KINDS } from './mistakes.ts'
import type { Sown } from './sow.ts'

interface Row {
  name: string
  sown: number
  detectable: number
  caught: number
  /** Caught though nothing in the document was known to be at odds with it. */
  besides: number
}

function row(name: string, list: readonly Sown[]): Row {
  const can = list.filter(s => s.rule !== null)
  return {
    name,
    sown: list.length,
    detectable: can.length,
    caught: can.filter(s => s.caught.length).length,
    besides: list.length - can.length && list.filter(s => s.rule === null && s.caught.length).length,
  }
}

export interface SeededScore {
  kinds: Row[]
  rules: Row[]
  total: Row
  /** New findings at places where nothing was sown. */
  elsewhere: number
}

export function seededScore(sown: readonly Sown[]): SeededScore {
  const rules = [...new Set(sown.flatMap(s => s.rule ?? []))].sort()
  return {
    kinds: KINDS.map(kind =>
      row(
        kind,
        sown.filter(s => s.kind === kind),
      ),
    ),
    rules: rules.map(rule =>
      row(
        rule,
        sown.filter(s => s.rule === rule),
      ),
    ),
    total: row('all', sown),
    elsewhere: sown.reduce((sum, s) => sum + s.elsewhere.length, 0),
  }
}

export function seededTable({ kinds, rules, total, elsewhere }: SeededScore): string {
  const line = ({ name, sown, detectable, caught, besides }: Row) =>
    [
      name.padEnd(24),
      String(sown).padStart(6),
      String(detectable).padStart(11),
      String(caught).padStart(7),
      (detectable ? `${((caught / detectable) * 100).toFixed(0)}%` : '—').padStart(7),
      String(besides).padStart(8),
    ].join('')
  const head = `${'mistake'.padEnd(24)}  sown detectable caught  share besides`
  return [
    head,
    ...kinds.map(line),
    line(total),
    '',
    head.replace('mistake', 'rule   '),
    ...rules.map(line),
    `new findings where nothing was sown: ${elsewhere}`,
  ].join('\n')
}
