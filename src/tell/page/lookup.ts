/** Look-ups over a reading, made once; the page's cost stays in line with the length of the text. */
import type { Figure, Reading, Section, Statement } from '../../read/types.ts'

export interface Lookup {
  figures: Map<string, Figure>
  statements: Map<string, Statement>
  sections: Map<string, Section>
  /** Figures of a statement, in the order of the text. */
  inStatement: Map<string, Figure[]>
  /** The headed sections above and including this one, outermost first. */
  path(section: string): Section[]
}

export function lookup(reading: Reading): Lookup {
  const sections = new Map(reading.sections.map(s => [s.id, s]))
  return {
    figures: new Map(reading.figures.map(f => [f.id, f])),
    statements: new Map(reading.statements.map(s => [s.id, s])),
    sections,
    inStatement: groupBy(reading.figures, f => f.statement),
    path(id) {
      const out: Section[] = []
      // The guard holds against a parent that leads back to itself.
      for (let at = sections.get(id); at && !out.includes(at); at = at.parent === null ? undefined : sections.get(at.parent))
        out.unshift(at)
      return out.filter(s => s.heading !== null)
    },
  }
}

export function groupBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const out = new Map<string, T[]>()
  for (const item of items) {
    const group = out.get(key(item))
    if (group) group.push(item)
    else out.set(key(item), [item])
  }
  return out
}
