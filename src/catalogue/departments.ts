/** The standard departments of local government: their names, forms and predecessors, and what they lead. */

import { departments as table } from './generated/departments.generated.ts'
import { rows } from './table.ts'

export interface Department {
  id: string
  /** The standard name at city or county level, without the place: 自然资源局. */
  name: string
  english: string
  /** Other names and short forms: 自然资源和规划局, 资规局. */
  short: readonly string[]
  /** Predecessors, with the first and last year where known. */
  before: readonly { name: string; from: number | null; to: number | null }[]
  /** Ids of the topics that it leads, the main one first. */
  topics: readonly string[]
}

let all: readonly Department[] | null = null
let forms: Map<string, Department[]> | null = null

const year = (written: string | undefined): number | null => (written ? Number(written) : null)
const list = (cell: string | undefined): string[] => (cell ? cell.split('|') : [])

/** All departments, in the table's order. */
export function departments(): readonly Department[] {
  all ??= rows(table).map(([id, name, english, short, before, topics]) => ({
    id: id!,
    name: name!,
    english: english!,
    short: list(short),
    before: list(before).map(cell => {
      const [was, years = ''] = cell.split(' ')
      const [from, to] = years.split('..')
      return { name: was!, from: year(from), to: year(to) }
    }),
    topics: list(topics),
  }))
  return all
}

/** Of what government a department is: 市发改委, 省住建厅, 崇阳县水利局. */
const OWNER = /^(?:[\u4e00-\u9fff]{0,8}?(?:省|市|县|区|州|旗|盟|自治区)|国家|中共)?(?:人民政府)?/

/**
 * The department that a name stands for: official, short or of a predecessor, with or without the government that it belongs to.
 * @param at the year of the text, by which a predecessor is told; null for any
 * @returns null where the catalogue knows none, or several have the name
 */
export function departmentNamed(name: string, at: number | null = null): Department | null {
  if (!forms) {
    forms = new Map()
    for (const d of departments())
      for (const form of new Set([d.name, ...d.short, ...d.before.map(b => b.name)])) {
        const same = forms.get(form)
        if (same) same.push(d)
        else forms.set(form, [d])
      }
  }
  for (const bare of [name, name.replace(OWNER, '')]) {
    const found = (forms.get(bare) ?? []).filter(
      d =>
        at === null ||
        d.name === bare ||
        d.short.includes(bare) ||
        d.before.some(b => b.name === bare && (b.to === null || at <= b.to)),
    )
    if (found.length) return found.length === 1 ? found[0]! : null
  }
  return null
}
