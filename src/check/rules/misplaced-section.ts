import type { Section, Statement } from '../../read/types.ts'
import type { Rule } from '../types.ts'

const REVIEW = /^review/
/** A part with fewer statements may be an aside. */
const LEAST = 3

const PLANS = /任务|重点|计划|目标|今年|今后|安排|展望|规划|怎么干|怎么办/

export const misplacedSection: Rule = {
  id: 'misplaced-section',
  severity: 'warning',
  on: true,
  title: { zh: '计划放在回顾部分，或成绩放在计划部分', en: 'plans under a heading of review, or results under one of plans' },
  about: {
    zh: '回顾标题下的一整节几乎全是计划（或计划标题下几乎全是成绩）时，在该节标题处报一次。',
    en: 'A part under a heading of review that holds almost nothing but plans, or the reverse, is reported once, at its heading.',
  },
  fires: [
    {
      text: '2021年政府工作报告解读\n2020年,清水怎么看?\n经济稳步恢复\n●新增企业41家。\n●粮食产量116.8万吨。\n●改造小区89个。\n加快发展工业\n●谋划工业园区建设,强力推进重点项目。\n●加快推进企业上云,全力打造工业强市。\n●引进投资亿元以上项目不少于3个。\n●支持清水县打造制造业示范区。\n2021年,清水怎么干?\n扩大投资\n●新开工项目100个。\n●加快建设高速公路。\n●推进老旧小区改造。',
      at: '加快发展工业',
    },
  ],
  quiet: [
    {
      text: '2021年政府工作报告解读\n2020年,清水怎么看?\n经济稳步恢复\n●新增企业41家。\n●粮食产量116.8万吨。\n●改造小区89个。\n2021年,清水怎么干?\n扩大投资\n●新开工项目100个。\n●加快建设高速公路。\n●推进老旧小区改造。',
    },
  ],
  run(check, notes) {
    const inside = new Map<string, Statement[]>()
    for (const statement of check.reading.statements) {
      const list = inside.get(statement.section)
      if (list) list.push(statement)
      else inside.set(statement.section, [statement])
    }
    for (const section of check.reading.sections) {
      const said = (inside.get(section.id) ?? []).filter(s => s.kind !== 'context')
      if (!section.heading || !section.question || said.length < LEAST) continue
      const review = REVIEW.test(section.question)
      const wrong = said.filter(s => (review ? s.kind === 'plan' : s.kind === 'result'))
      if (wrong.length < LEAST || wrong.length < said.length * 0.8) continue
      const top = topOf(section, id => check.section(id))
      // a heading that names plans is no heading of review, whatever the part was taken for
      if (review && PLANS.test(`${top}${section.heading.text}`)) continue
      notes.found({
        start: section.heading.start,
        end: section.heading.end,
        message: review
          ? {
              zh: `这一节 ${said.length} 条中 ${wrong.length} 条是计划，却放在回顾部分“${top}”下`,
              en: `${wrong.length} of ${said.length} statements here are plans, under the review "${top}"`,
            }
          : {
              zh: `这一节 ${said.length} 条中 ${wrong.length} 条是成绩，却放在计划部分“${top}”下`,
              en: `${wrong.length} of ${said.length} statements here are results, under the plan "${top}"`,
            },
        related: wrong.slice(0, 3),
      })
    }
  },
}

/** The heading that says what the part is about. */
function topOf(section: Section, byId: (id: string) => Section | undefined): string {
  let top = section
  for (let up = top.parent; up !== null; ) {
    const parent = byId(up)
    if (!parent) break
    if (parent.heading) top = parent
    up = parent.parent
  }
  return top.heading?.text ?? ''
}
