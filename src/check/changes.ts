/** Two versions of one report: which facts and promises were added, dropped or changed. */
import { conversion } from '../catalogue/units.ts'
import type { Figure, Reading, Statement } from '../read/types.ts'
import { sameNumber } from './compared.ts'
import { subject } from './context.ts'
import { meet, standsFor } from './interval.ts'
import type { Place, Words } from './types.ts'

export interface FactChange {
  kind: 'added' | 'dropped' | 'changed'
  /** The fact by its place, indicator, measure, period and status, or `promise`. */
  what: string
  /** The same for people. */
  name: Words
  before: string | null
  after: string | null
  /** A change of figures by rounding alone, as from 116.83 to 116.8. */
  rounding: boolean
  /** Where it stands in the later version; null for what was dropped. */
  at: Place | null
  /** Where it stood in the earlier version; null for what was added. */
  was: Place | null
}

/**
 * What became of a draft.
 * @returns figures first, in the order of their names, then promises in the order of the text
 */
export function factChanges(before: Reading, after: Reading): FactChange[] {
  const one = facts(before)
  const two = facts(after)
  const changes: FactChange[] = []
  const gone: Fact[] = []
  const come: Fact[] = []
  for (const key of new Set([...one.keys(), ...two.keys()])) {
    const [left, right] = unmatched(one.get(key) ?? [], two.get(key) ?? [])
    const pairs = Math.min(left.length, right.length)
    for (let i = 0; i < pairs; i++) changes.push(changed(left[i]!, right[i]!))
    gone.push(...left.slice(pairs))
    come.push(...right.slice(pairs))
  }
  // a figure that was given another name in the same sentence
  for (const fact of gone) {
    const likes = come.filter(other => sameSlot(fact, other) && alike(fact.sentence, other.sentence))
    const heir = likes.find(other => sameValue(fact, other)) ?? likes[0]
    if (heir) come.splice(come.indexOf(heir), 1)
    // the words round it changed and not the figure: told as a promise where it is one
    if (heir && sameValue(fact, heir)) continue
    changes.push(heir ? changed(fact, heir) : change('dropped', fact, null))
  }
  for (const fact of come) changes.push(change('added', null, fact))
  changes.sort((a, b) => (a.what < b.what ? -1 : a.what > b.what ? 1 : 0))
  return [...changes, ...promiseChanges(before, after)]
}

const MEASURE: Partial<Record<Figure['measure'], Words>> = {
  change: { zh: '增速', en: 'growth' },
  'change-points': { zh: '变化（百分点）', en: 'change in points' },
  'change-abs': { zh: '增减量', en: 'change' },
  multiple: { zh: '倍数', en: 'multiple' },
  rank: { zh: '位次', en: 'rank' },
  structure: { zh: '结构', en: 'structure' },
  duration: { zh: '时长', en: 'duration' },
}
const STATUS: Record<Figure['status'], Words> = {
  actual: { zh: '', en: '' },
  estimated: { zh: '预计', en: 'estimated' },
  target: { zh: '目标', en: 'target' },
  context: { zh: '', en: '' },
}

/** What a figure is of, for people: 公办幼儿园（2021年目标）. */
function nameOf({ place, measure, period, status }: Figure, name: string): Words {
  const say = (lang: 'zh' | 'en'): string => {
    const when = period === null ? '' : lang === 'zh' ? `${period.replace('/', '—')}年` : period.replace('/', '–')
    const parts = [
      MEASURE[measure]?.[lang] ?? '',
      when + (lang === 'zh' ? STATUS[status].zh : ''),
      lang === 'en' ? STATUS[status].en : '',
    ]
    const rest = parts.filter(Boolean).join(lang === 'zh' ? '，' : ', ')
    const head = `${place ?? ''}${name}`
    return rest === '' ? head : lang === 'zh' ? `${head}（${rest}）` : `${head} (${rest})`
  }
  return { zh: say('zh'), en: say('en') }
}

interface Fact {
  what: string
  name: Words
  said: string
  figure: Figure
  sentence: string
}

const COMPARATOR: Record<Figure['comparator'], string> = { eq: '', ge: '≥', gt: '>', le: '≤', lt: '<', approx: '≈', range: '' }

/** By what they are facts of: the catalogue's indicator, or the name as written. */
function facts(reading: Reading): Map<string, Fact[]> {
  const sentences = new Map(reading.statements.map(s => [s.id, s.text]))
  const map = new Map<string, Fact[]>()
  for (const figure of reading.figures) {
    const name = plainly(subject(figure) ?? '')
    if (name === '' || figure.role !== 'measure') continue
    const rest = [figure.measure === 'level' ? null : figure.measure, figure.period, figure.status]
    const joined = (first: string) => [figure.place, first, ...rest].filter(part => part !== null).join(' ')
    const key = joined(figure.indicator!.id ?? name)
    const fact = {
      what: joined(name),
      name: nameOf(figure, name),
      said: COMPARATOR[figure.comparator] + plainly(figure.text),
      figure,
      sentence: sentences.get(figure.statement) ?? '',
    }
    const list = map.get(key)
    if (!list) map.set(key, [fact])
    else if (!list.some(other => sameValue(other, fact))) list.push(fact)
  }
  return map
}

function unmatched(left: readonly Fact[], right: readonly Fact[]): [Fact[], Fact[]] {
  return [left.filter(a => !right.some(b => sameValue(a, b))), right.filter(b => !left.some(a => sameValue(a, b)))]
}

/** Whether two say the same, however it is written: 1.5亿元 and 15000万元. */
function sameValue(a: Fact, b: Fact): boolean {
  if (a.said === b.said) return true
  const factor = conversion(b.figure.unit, a.figure.unit)
  const [one, two] = [a.figure.value, b.figure.value]
  return (
    a.figure.comparator === b.figure.comparator &&
    factor !== null &&
    one !== null &&
    two !== null &&
    sameNumber(one, two * factor)
  )
}

function ranges(a: Fact, b: Fact) {
  const factor = conversion(b.figure.unit, a.figure.unit)
  const one = standsFor(a.figure)
  const other = standsFor(b.figure)
  const two = other && factor !== null ? ([other[0] * factor, other[1] * factor] as const) : null
  return [one, two] as const
}

/** Whether two figures could stand in the same place of a sentence. */
const sameSlot = ({ figure: a }: Fact, { figure: b }: Fact): boolean =>
  a.unit === b.unit && a.measure === b.measure && a.period === b.period && a.status === b.status

function changed(before: Fact, after: Fact): FactChange {
  const [one, two] = ranges(before, after)
  const rounding = one !== null && two !== null && before.figure.comparator === after.figure.comparator && meet(one, two)
  return { ...change('changed', before, after), rounding }
}

const placeOf = ({ start, end, text }: Figure | Statement): Place => ({ start, end, text })

const change = (kind: FactChange['kind'], before: Fact | null, after: Fact | null): FactChange => ({
  kind,
  what: (after ?? before)!.what,
  name: (after ?? before)!.name,
  before: before?.said ?? null,
  after: after?.said ?? null,
  rounding: false,
  at: after && placeOf(after.figure),
  was: before && placeOf(before.figure),
})

/** Words only: a promise of which a number changed is told by its figure. */
const wordsOf = (text: string): string => text.replace(/[^\p{L}]/gu, '')

/** As written, but for the width of characters and for white space that a capture has put in. */
const plainly = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '')

function promiseChanges(before: Reading, after: Reading): FactChange[] {
  // sentences may be parted in another way: what stands anywhere in the other version is not gone
  const [had, has] = [wordsOf(before.text), wordsOf(after.text)]
  const plans = (reading: Reading, other: string) =>
    reading.statements.filter(s => s.kind === 'plan' && wordsOf(s.text).length > 4 && !other.includes(wordsOf(s.text)))
  const gone = plans(before, has)
  const come = plans(after, had)
  const taken = new Set<Statement>()
  const changes: FactChange[] = []
  for (const statement of gone) {
    const heir = come.find(other => !taken.has(other) && alike(statement.text, other.text))
    if (heir) taken.add(heir)
    changes.push(promise(heir ? 'changed' : 'dropped', statement, heir ?? null))
  }
  for (const statement of come) if (!taken.has(statement)) changes.push(promise('added', null, statement))
  return changes
}

const promise = (kind: FactChange['kind'], before: Statement | null, after: Statement | null): FactChange => ({
  kind,
  what: 'promise',
  name: { zh: '承诺', en: 'promise' },
  before: before?.text.trim() ?? null,
  after: after?.text.trim() ?? null,
  rounding: false,
  at: after && placeOf(after),
  was: before && placeOf(before),
})

/** Whether two sentences share most of their pairs of characters. */
function alike(a: string, b: string): boolean {
  const pairs = (text: string) => {
    const words = wordsOf(text)
    return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2)))
  }
  const one = pairs(a)
  const two = pairs(b)
  let common = 0
  for (const pair of one) if (two.has(pair)) common++
  return common * 2 > (one.size + two.size) * 0.6
}
