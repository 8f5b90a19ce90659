/** How many promises of a report can be judged at the end of the year: a figure of the report itself. */
import type { Statement, Task } from '../read/types.ts'
import type { Check } from './context.ts'
import type { Promises } from './types.ts'

/** A date, an owner or an end state that can be seen: 年底前, 建成, 开工, 投用. */
const VISIBLE =
  /(年底前|月底前|[0-9]+月|上半年|下半年|季度|力争年内|确保年内|年内)|(建成|开工|竣工|完工|投产|投用|通车|启用|开园|开业)/

/** The statements that promise something. */
export function promises(check: Check): readonly Statement[] {
  return check.reading.statements.filter(s => s.kind === 'plan' && (s.question === 'plan-year' || s.question === 'plan-period'))
}

/** Whether somebody could tell, when the time has come, that the promise was kept. */
export function isRateable(check: Check, statement: Statement, tasks: readonly Task[]): boolean {
  const figures = check.figuresByStatement().get(statement.id) ?? []
  if (figures.some(f => f.role === 'measure' && f.status === 'target')) return true
  return tasks.some(t => t.deadline !== null || t.body !== null) || VISIBLE.test(statement.text)
}

export function tasksByStatement(check: Check): ReadonlyMap<string, readonly Task[]> {
  const map = new Map<string, Task[]>()
  for (const task of check.reading.tasks) {
    const list = map.get(task.statement)
    if (list) list.push(task)
    else map.set(task.statement, [task])
  }
  return map
}

export function promisesOf(check: Check): Promises {
  const tasks = tasksByStatement(check)
  const all = promises(check)
  return { total: all.length, rateable: all.filter(s => isRateable(check, s, tasks.get(s.id) ?? [])).length }
}
