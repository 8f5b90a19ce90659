/** Life lines: one project through the documents of a place, from its preparation to its use. */
import type { Project, Reading } from '../read/types.ts'
import { type Document, documentsOf, placeKey } from './documents.ts'
import { sentence } from './outcomes/clauses.ts'
import { coreOf } from './outcomes/things.ts'
import { plain } from './outcomes/words.ts'
import { yearTold } from './outcomes/years.ts'
import type { At, FactPlace, Mark, Words } from './types.ts'

export type Stage = NonNullable<Project['stage']>

/** What one document says of a project at one place of its text. */
export interface LifePoint extends At {
  /** The project's name as written there. */
  mark: Mark
  project: string
  /** Whether the stage is reached, or to be reached. */
  status: 'actual' | 'target'
  stage: Stage
  stageText: string | null
  /** The time that it is said of: the year told, or the year planned. */
  period: string
}

export interface LifeLine {
  place: FactPlace | null
  /** The name as it is mostly written. */
  name: string
  /** In the order of time; at one time what is reached before what is planned. */
  points: LifePoint[]
  /** The furthest stage reached; null where nothing is told yet. */
  reached: Stage | null
  /** Where a later document tells less than an earlier one, or plans again what was planned for a year gone by. */
  setbacks: Setback[]
}

export interface Setback {
  kind: 'back' | 'again'
  earlier: LifePoint
  later: LifePoint
  words: Words
}

const ORDER: readonly Stage[] = ['preparation', 'started', 'underway', 'built', 'in-use']

const STAGE: Record<Stage, Words> = {
  preparation: { zh: '前期', en: 'preparation' },
  started: { zh: '开工', en: 'started' },
  underway: { zh: '在建', en: 'under way' },
  built: { zh: '建成', en: 'built' },
  'in-use': { zh: '投用', en: 'in use' },
}

/** Parts of one undertaking that are things of their own: 一期 and 二期, 北延 and 南延. */
const PART = /[一二三四五六七八九\d]期|[东西南北]延/g

/** Names of fewer characters are too common to be one project's. */
const LEAST = 4

/**
 * Follows projects over the documents of each place.
 * @param readings of any number of places and years
 * @param least how many documents must speak of a project
 * @returns lines by place, in the order in which they first appear
 */
export function lifeLines(readings: readonly Reading[], least = 2): LifeLine[] {
  const groups = new Map<string, Document[]>()
  for (const document of documentsOf(readings)) {
    const key = placeKey(document.place)
    groups.set(key, [...(groups.get(key) ?? []), document])
  }
  return [...groups.values()].flatMap(group => {
    const names = new Names()
    for (const document of group) for (const { core, part, point } of pointsOf(document)) names.put(core, part, point)
    return names
      .lines()
      .filter(points => new Set(points.map(p => p.document)).size >= least)
      .map(points => lineOf(points, group[0]!.place))
  })
}

function pointsOf(document: Document): { core: string; part: string; point: LifePoint }[] {
  const { reading } = document
  const statements = new Map(reading.statements.map(s => [s.id, s]))
  const told = yearTold(document)
  return reading.projects.flatMap(project => {
    const core = coreOf(plain(project.text))
    if (project.stage === null || core.length < LEAST) return []
    const year = project.status === 'target' ? document.year : told
    if (year === null) return []
    const period = project.status === 'actual' && document.kind === 'notice' && document.period ? document.period : String(year)
    const point: LifePoint = {
      ...sentence(document, statements.get(project.statement)!),
      mark: { start: project.start, end: project.end, text: project.text },
      project: project.id,
      status: project.status,
      stage: project.stage,
      stageText: project.stageText?.text ?? null,
      period,
    }
    return [{ core, part: (plain(project.text).match(PART) ?? []).join(), point }]
  })
}

/** Joins names that are one: alike, or one the other with something before or after it. An index over runs of four keeps it linear. */
class Names {
  readonly #lines: { cores: string[]; part: string; points: LifePoint[] }[] = []
  readonly #at = new Map<string, Set<number>>()

  put(core: string, part: string, point: LifePoint): void {
    const runs = runsOf(core)
    const near = new Set(runs.flatMap(run => [...(this.#at.get(run) ?? [])]))
    const found = [...near]
      .sort((a, b) => a - b)
      .find(i => this.#lines[i]!.part === part && this.#lines[i]!.cores.some(c => isOne(c, core)))
    const index = found ?? this.#lines.push({ cores: [], part, points: [] }) - 1
    const line = this.#lines[index]!
    if (!line.cores.includes(core)) line.cores.push(core)
    line.points.push(point)
    for (const run of runs) this.#at.set(run, (this.#at.get(run) ?? new Set()).add(index))
  }

  lines(): LifePoint[][] {
    return this.#lines.map(line => line.points)
  }
}

const runsOf = (core: string): string[] => Array.from({ length: core.length - LEAST + 1 }, (_, i) => core.slice(i, i + LEAST))

/** 咸嘉高速 in 在建的咸嘉高速: the same end, and not so short that it names a kind. What follows a name makes another thing of it (公园停车场). */
const isOne = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short === long || (short.length >= LEAST + 1 && long.endsWith(short))
}

function lineOf(points: readonly LifePoint[], place: FactPlace | null): LifeLine {
  const sorted = [...points].sort((a, b) =>
    a.period < b.period ? -1 : a.period > b.period ? 1 : a.status === b.status ? 0 : a.status === 'actual' ? -1 : 1,
  )
  const reached = sorted.filter(p => p.status === 'actual').map(p => ORDER.indexOf(p.stage))
  const name = usualName(sorted)
  return {
    place,
    name,
    points: sorted,
    reached: reached.length > 0 ? ORDER[Math.max(...reached)]! : null,
    setbacks: setbacksOf(sorted),
  }
}

/** The form that stands most often; of equals the shorter. */
function usualName(points: readonly LifePoint[]): string {
  const counts = new Map<string, number>()
  for (const { mark } of points) counts.set(mark.text, (counts.get(mark.text) ?? 0) + 1)
  return [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0].length < a[0].length) ? b : a))[0]
}

/** 建成 told, 在建 told later; or 开工 planned for one year and planned again for the next. */
function setbacksOf(points: readonly LifePoint[]): Setback[] {
  const out: Setback[] = []
  let furthest: LifePoint | null = null
  for (const point of points) {
    if (point.status !== 'actual') continue
    if (furthest && point.document !== furthest.document && ORDER.indexOf(point.stage) < ORDER.indexOf(furthest.stage))
      out.push(setback('back', furthest, point))
    if (!furthest || ORDER.indexOf(point.stage) > ORDER.indexOf(furthest.stage)) furthest = point
  }
  const planned = points.filter(p => p.status === 'target' && p.stage !== 'preparation' && p.stage !== 'underway')
  for (const [i, point] of planned.entries()) {
    const before = planned.slice(0, i).findLast(p => p.period < point.period)
    const twice = out.some(s => s.kind === 'again' && s.later.period === point.period && s.later.stage === point.stage)
    if (before && before.stage === point.stage && !twice) out.push(setback('again', before, point))
  }
  return out
}

function setback(kind: Setback['kind'], earlier: LifePoint, later: LifePoint): Setback {
  const [from, to] = [STAGE[earlier.stage], STAGE[later.stage]]
  return {
    kind,
    earlier,
    later,
    words:
      kind === 'back'
        ? {
            zh: `${earlier.period}年已报告${from.zh}，${later.period}年报告${to.zh}`,
            en: `${from.en} was told for ${earlier.period}, ${to.en} for ${later.period}`,
          }
        : {
            zh: `${earlier.period}年计划${from.zh}，${later.period}年再次计划${to.zh}`,
            en: `${from.en} was planned for ${earlier.period}, and again for ${later.period}`,
          },
  }
}
