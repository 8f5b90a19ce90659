/** How far a deed is, by the words of its clause. */
import { rows } from '../../catalogue/table.ts'
import { progress, stages } from '../../catalogue/tables.generated.ts'

/** `undone`: the clause itself says that it was not done. */
export type Reach = 'undone' | 'prepared' | 'begun' | 'going' | 'done'

const ORDER: readonly Reach[] = ['prepared', 'begun', 'going', 'done']

const OF_STAGE: Record<string, Reach> = {
  preparation: 'prepared',
  started: 'begun',
  underway: 'going',
  built: 'done',
  'in-use': 'done',
}

/** Said of what goes on as well as of what begins: 实体化运行. A promise of these names no end. */
const ANY_TIME = new Set(['运行', '运营', '开放', '发电', '招生', '交付', '启用'])

interface Words {
  reach: Map<string, Reach>
  all: RegExp
  undone: RegExp
  /** The words of stages.tsv, and 完成. */
  ends: RegExp
}

let known: Words | null = null

function words(): Words {
  if (known) return known
  const reach = new Map<string, Reach>()
  for (const [form, stage] of rows(stages)) reach.set(form!, OF_STAGE[stage!]!)
  for (const [form, tells] of rows(progress)) reach.set(form!, tells as Reach)
  const longestFirst = [...reach.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const undone = longestFirst.filter(form => reach.get(form) === 'undone')
  const stage = new Set([...rows(stages).map(([form]) => form!), '完成'])
  const ends = longestFirst.filter(form => stage.has(form) && !ANY_TIME.has(form))
  known = {
    reach,
    all: new RegExp(longestFirst.join('|'), 'g'),
    undone: new RegExp(undone.join('|')),
    ends: new RegExp(ends.join('|'), 'g'),
  }
  return known
}

/** The furthest that a clause says; null where no word tells. */
export function reachOf(text: string): Reach | null {
  const { reach, all } = words()
  let best: Reach | null = null
  for (const [form] of text.matchAll(all)) {
    const said = reach.get(form)!
    if (said === 'undone') return said
    if (best === null || ORDER.indexOf(said) > ORDER.indexOf(best)) best = said
  }
  return best
}

/** Whether a promise names its end: 建成, 完成, 投用; not where it only says what is worked at. */
export function endOf(text: string): Reach | null {
  const { reach, ends } = words()
  let best: Reach | null = null
  for (const [form] of text.matchAll(ends)) {
    const said = reach.get(form)!
    if (best === null || ORDER.indexOf(said) > ORDER.indexOf(best)) best = said
  }
  return best
}

/** Whether a clause says that something was not done. */
export const isUndone = (text: string): boolean => words().undone.test(text)
