import type { Place, Rule } from '../types.ts'

/** So many promises under one heading, and none that can be judged. */
const LEAST = 5

export const vaguePromise: Rule = {
  id: 'vague-promise',
  severity: 'note',
  on: true,
  title: { zh: '整段承诺无法核验', en: 'promises of which nobody can judge one' },
  about: {
    zh: '同一标题下有五条以上承诺，没有一条写明数量、时限、责任单位，也没有一件说得清、看得见的完成事项（建成某桥、出台某办法等）。全文可核验承诺的比例总会给出。',
    en: 'Five promises or more under one heading, and none with a number, a date, an owner or a named thing that is then there (a bridge built, a rule issued). The share of all promises that can be judged is always given.',
  },
  fires: [
    {
      text: '2021年政府工作报告\n二、2021年工作安排\n大力推动数字经济蓬勃发展壮大。加快推动全县产业转型升级步伐。不断优化全县政务服务营商环境。持续提升城市精细管理服务水平。切实增强全县人民群众幸福感受。',
      at: '大力推动数字经济蓬勃发展壮大。',
    },
  ],
  quiet: [
    {
      text: '2021年政府工作报告\n二、2021年工作安排\n大力推动数字经济蓬勃发展壮大。加快推动全县产业转型升级步伐。不断优化全县政务服务营商环境。持续提升城市精细管理服务水平。年底前建成清河大桥。',
    },
    { text: '2021年政府工作报告\n二、2021年工作安排\n大力推动数字经济蓬勃发展壮大。' },
  ],
  run({ reading }, notes) {
    const vague = new Set(reading.promises.vague)
    const judged = new Set(reading.tasks.filter(t => t.rateable.length > 0).map(t => t.statement))
    for (const f of reading.figures) if (f.role === 'measure' && f.status === 'target') judged.add(f.statement)
    const sections = new Map<string, { first: Place; promises: number; judged: boolean }>()
    for (const statement of reading.statements) {
      if (statement.kind !== 'plan') continue
      const { id, section } = statement
      const own = sections.get(section)
      if (!own) sections.set(section, { first: statement, promises: vague.has(id) ? 1 : 0, judged: judged.has(id) })
      else if (vague.has(id)) own.promises++
      else own.judged ||= judged.has(id)
    }
    for (const { first, promises, judged } of sections.values()) {
      if (promises < LEAST || judged) continue
      notes.found({
        start: first.start,
        end: first.end,
        message: {
          zh: `自此${promises}条承诺，没有一条写明数量、时限、责任单位或看得见的完成事项`,
          en: `${promises} promises from here on, none with a number, date, owner or an end that can be seen`,
        },
      })
    }
  },
}
