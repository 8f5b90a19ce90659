import { isRateable, promises, tasksByStatement } from '../promises.ts'
import type { Rule } from '../types.ts'

export const vaguePromise: Rule = {
  id: 'vague-promise',
  severity: 'note',
  on: false,
  title: { zh: '承诺无法核验', en: 'a promise nobody can judge' },
  about: {
    zh: '计划里没有数、没有时限、没有责任单位，也没有看得见的结果（建成、开工等）。逐条列出会很长，默认关闭；可核验承诺的比例总会给出。',
    en: 'A plan without number, date, owner or visible end state. One by one they are many, so the rule is off; the share of promises that can be judged is always given.',
  },
  fires: [{ text: '2021年政府工作报告\n二、2021年工作安排\n大力推动数字经济发展。', at: '大力推动数字经济发展。' }],
  quiet: [{ text: '2021年政府工作报告\n二、2021年工作安排\n新建5G基站1000座。年底前建成大桥。' }],
  run(check, notes) {
    const tasks = tasksByStatement(check)
    for (const statement of promises(check)) {
      if (isRateable(check, statement, tasks.get(statement.id) ?? [])) continue
      notes.found({
        start: statement.start,
        end: statement.end,
        message: { zh: '没有数、时限、责任单位或看得见的结果', en: 'no number, date, owner or visible end state' },
      })
    }
  },
}
