/** The promises of a report, and which of them somebody could judge when the time has come. */
import type { Claim, Figure, Reading, Statement, Task } from './types.ts'

/** A sentence as short as this names the subject of its paragraph: 壮大县域经济。 */
const TOPIC = 14

/** A date, or an end that can be seen, in a sentence whose words make no task. */
const VISIBLE =
  /年底前|月底前|[0-9０-９]+月(?:份|[底初中]|前)|上半年|下半年|[一二三四]季度|年内|(?:建成|开工|竣工|完工|投产|投用|投运|通车|启用|开园|开业|开馆|挂牌|贯通)(?!率|区)/

/**
 * How many promises a report makes in its parts on what is to come, and how many can be judged: those with an amount, a claim of all or none, a date,
 * somebody who answers for them, or a named thing that is then there or gone. A sentence that only names the subject of its
 * paragraph is none.
 */
export function countPromises(
  text: string,
  statements: readonly Statement[],
  { figures, tasks, claims }: { figures: readonly Figure[]; tasks: readonly Task[]; claims: readonly Claim[] },
): Reading['promises'] {
  const rateable = new Set<string>()
  for (const task of tasks) if (task.status === 'planned' && task.rateable.length > 0) rateable.add(task.statement)
  for (const { role, status, statement } of figures) if (role === 'measure' && status === 'target') rateable.add(statement)
  // 全覆盖, 动态清零, 与经济增长同步 can be judged as any number can
  for (const { claim, status, statement } of claims)
    if (status === 'target' && claim !== 'unquantified-target') rateable.add(statement)
  const vague: string[] = []
  let total = 0
  const broken = (from: number, to: number): boolean => text.slice(from, to).includes('\n')
  statements.forEach((statement, i) => {
    const { id, kind, question, start, end } = statement
    if (kind !== 'plan' || !question?.startsWith('plan')) return
    const can = rateable.has(id) || VISIBLE.test(statement.text)
    if (!can && end - start <= TOPIC) {
      const next = statements[i + 1]
      if (broken(statements[i - 1]?.end ?? 0, start) && next && !broken(end, next.start)) return
    }
    total++
    if (!can) vague.push(id)
  })
  return { total, rateable: total - vague.length, vague }
}
