/** Tasks: in each clause of a promise, or of what was done, the verb that governs it, its object, amounts, place, deadline and who answers for it. */
import { DEED, END, STAGE_AFTER } from '../../catalogue/signs.ts'
import type { RowSlots } from '../tables/slots.ts'
import type { Figure, Span, Statement, Task } from '../types.ts'
import type { EntityContext } from './context.ts'
import { deadlineIn } from './deadlines.ts'
import { governor } from './governor.ts'
import { amountStart, counted, objectsOf } from './objects.ts'
import { ownersOf } from './owners.ts'
import { type Clause, spanAt } from './scan.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** What says how much a task costs or how big it is, and is no further object. */
const MONEY = /^(?:(?:计划|预计|年度|累计|完成)*(?:总?投资|总?金额|总?资金|总?面积|总?长度?|总额)|全长)/

/** The tasks of one statement, in order, without their ids. */
export function tasksOf(
  context: EntityContext,
  statement: Statement,
  clauses: readonly Clause[],
  figuresOf: (clause: Clause) => readonly Figure[],
  row: RowSlots | null = null,
): Task[] {
  const out: Task[] = []
  const owners = ownersOf(context, clauses)
  let deadline: Span | null = null
  for (const clause of clauses) {
    if (clause.bracket || owners.spent.has(clause)) continue
    const own = deadlineIn(context, clause)
    if (own && own.end - own.start >= clause.end - clause.start - 3) {
      // 6月底前，完成…: a deadline alone in its clause binds what follows
      deadline = own
      continue
    }
    const body = owners.inside.get(clause) ?? null
    let last: Task | null = null
    for (const segment of segmentsOf(clause, figuresOf(clause))) {
      const further = last !== null && segment.start > clause.start && segment.figures.length > 0
      if (further && MONEY.test(context.text.slice(segment.start, segment.figures[0]!.start))) {
        // 、总投资2000万元 tells more of the same task
        last!.figures.push(...segment.figures.map(f => f.id))
        Object.assign(last!, spanAt(context.text, last!.start, segment.end))
        continue
      }
      const made = taskOf(context, statement, segment, body)
      if (made) {
        made.deadline = own ?? deadline
        out.push(made)
        last = made
      } else if (further) append(context, last!, segment)
    }
  }
  if (row?.lead && out.length === 0) out.push(...targets(context, statement, clauses, figuresOf))
  for (const task of out) {
    task.body ??= owners.lead ?? row?.lead ?? null
    if (task.coBodies.length === 0) task.coBodies = owners.others.length > 0 ? owners.others : (row?.others ?? [])
    task.deadline ??= row?.deadline ?? null
    task.rateable = rateable(task)
  }
  return out
}

/** A row of tasks that sets a target and names who answers for it: 生产总值增长8% is to be reached, by the change that it names. */
function targets(
  context: EntityContext,
  statement: Statement,
  clauses: readonly Clause[],
  figuresOf: (clause: Clause) => readonly Figure[],
): Task[] {
  const out: Task[] = []
  if (statement.kind !== 'plan') return out
  for (const clause of clauses) {
    const [figure] = figuresOf(clause)
    const { indicator } = figure ?? {}
    if (!figure || !indicator || indicator.start < clause.start) continue
    const act = figure.cues.find(cue => cue.start >= indicator.end && cue.end <= figure.start)
    const span = spanAt(context.text, indicator.start, clause.end)
    if (!act || !span) continue
    const { start, end, text } = indicator
    out.push({
      ...bareTask(statement, span, { start: act.start, end: act.end, text: act.text }),
      object: { start, end, text },
      objects: [{ start, end, text }],
      figures: figuresOf(clause).map(f => f.id),
    })
  }
  return out
}

function bareTask(statement: Statement, { start, end, text }: Span, act: Span): Task {
  return {
    id: '',
    start,
    end,
    text,
    statement: statement.id,
    status: statement.kind === 'result' ? 'done' : 'planned',
    act,
    acts: [act],
    object: null,
    objects: [],
    place: null,
    deadline: null,
    body: null,
    coBodies: [],
    figures: [],
    rateable: [],
    list: null,
    item: null,
  }
}

/** What names nothing: 完成各项目标任务. */
const GENERAL =
  /^.{0,2}$|^(?:[今全]年|各项|全部|既定|年度|预期|主要|上级|省定|市定|县定|下达|确定|规定|约束性|以上|上述|的)*(?:目标|任务|指标|工作|事项|要求)+$/

/** By what a task could be rated: an amount, a date, someone who answers for it. Empty: nothing to rate it by. */
function rateable(task: Task): Task['rateable'] {
  const by: Task['rateable'] = []
  if (task.figures.length > 0) by.push('measure')
  if (task.deadline) by.push('date')
  if (task.body) by.push('owner')
  return [...by, ...task.rateable]
}

function taskOf(context: EntityContext, statement: Statement, segment: Segment, body: Span | null): Task | null {
  const found = governor(context, segment, body)
  if (!found || (statement.kind === 'result' && !(found.acts[0]!.bits & DEED))) return null
  const { text } = context
  const last = found.acts.at(-1)!
  const objects = objectsOf(context, segment, last.end, found.subject)
  const act = spanAt(text, found.acts[0]!.start, last.end)!
  if (segment.figures.some(f => inName(f, act))) return null
  if (objects.length === 0 && !(last.bits & DEED && (segment.figures.length > 0 || last.bits & STAGE_AFTER))) return null
  const start = Math.min(found.from, act.start, found.subject?.start ?? act.start, body?.start ?? act.start)
  const task = spanAt(text, unnumbered(text, start, act.start), segment.end)
  if (!task) return null
  return {
    ...bareTask(statement, task, act),
    acts: found.acts.map(m => spanAt(text, m.start, m.end)!),
    object: objects.length > 0 ? whole(text, objects, segment, last.end) : null,
    objects,
    place: found.place,
    body,
    figures: segment.figures.map(f => f.id),
    rateable: found.acts.some(m => m.bits & END) && objects.some(o => !GENERAL.test(o.text)) ? ['end'] : [],
  }
}

/** Whether the verb is but a part of an indicator's name: 研发 in 研发经费占比. */
const inName = (figure: Figure, act: Span): boolean =>
  figure.indicator !== null &&
  /[%％‰点]$/.test(figure.unit) &&
  figure.indicator.start <= act.start &&
  figure.indicator.end > act.end

/** Where a task begins behind the number of its point: 四是推进…, （五）推进… */
function unnumbered(text: string, start: number, limit: number): number {
  const number = POINT.exec(text.slice(start, limit))
  return number ? start + number[0].length : start
}

const POINT = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]|第?[一二三四五六七八九十]{1,3}(?:是|要)|\d{1,2}[.．、])\s*/

/** The object as one span where its parts stand together, with what 等 sums them up in, else its first part. */
function whole(text: string, objects: readonly Span[], segment: Segment, from: number): Span {
  const [first] = objects
  const end = objects.at(-1)!.end
  const apart = segment.figures.some(f => f.start >= first!.end && f.end <= end)
  return apart || first!.start < from ? first! : spanAt(text, first!.start, kindEnd(text, end, segment))!
}

/** 养老、医疗等保险｜: the end of the noun that says what the list is of; the list's own end where none follows. */
function kindEnd(text: string, end: number, segment: Segment): number {
  if (text[end] !== '等') return end
  const figure = segment.figures.find(f => f.start > end)
  const to = figure ? amountStart(text, figure, end) : segment.end
  return to > end + 2 ? to : end
}

/** A further object of a task: 、小学3所. */
function append(context: EntityContext, task: Task, segment: Segment): void {
  const { text } = context
  const [figure] = segment.figures
  const before = spanAt(text, segment.start, amountStart(text, figure!, segment.start))
  const object = before && before.end - before.start >= 2 ? before : counted(text, figure!, segment)
  if (object) task.objects.push(object)
  task.figures.push(...segment.figures.map(f => f.id))
  Object.assign(task, spanAt(text, task.start, segment.end))
}
