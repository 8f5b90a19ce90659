/** What holds of every reading; asserted in tests over every text there is. */
import { startsNumeral } from './chars.ts'
import type { Reading } from './types.ts'

/** Numerals in the sense of the coverage invariant: runs of digits or Chinese numeral characters. */
export function* numerals(text: string, from = 0, to = text.length): Generator<[number, number]> {
  for (let i = from; i < to; i++) {
    if (!startsNumeral(text.charCodeAt(i))) continue
    let end = i + 1
    while (end < to && startsNumeral(text.charCodeAt(end))) end++
    yield [i, end]
    i = end - 1
  }
}

/**
 * Every broken invariant of a reading, in words; an empty list where all hold.
 * - each item's text is its slice of the source
 * - figures and set-asides do not overlap and together cover every numeral
 * - statements are in order and do not overlap; figures lie in theirs
 * - ids are unique and references resolve
 */
export function violations(reading: Reading): string[] {
  const { text } = reading
  const out: string[] = []
  const grounded = (what: string, item: { start: number; end: number; text: string } | null): void => {
    if (item && text.slice(item.start, item.end) !== item.text) out.push(`${what}: text at ${item.start} is not “${item.text}”`)
    if (item && item.end <= item.start) out.push(`${what}: empty span at ${item.start}`)
  }
  for (const section of reading.sections) grounded(`section ${section.id}`, section.heading)
  for (const statement of reading.statements) {
    grounded(`statement ${statement.id}`, statement)
    for (const cue of statement.cues) grounded(`cue of ${statement.id}`, cue)
  }
  for (const figure of reading.figures) {
    grounded(`figure ${figure.id}`, figure)
    grounded(`indicator of ${figure.id}`, figure.indicator)
    grounded(`action of ${figure.id}`, figure.action)
    for (const cue of figure.cues) grounded(`cue of ${figure.id}`, cue)
  }
  for (const aside of reading.setAside) grounded('set aside', aside)
  for (const task of reading.tasks)
    for (const slot of [
      task,
      task.act,
      ...task.acts,
      task.object,
      ...task.objects,
      task.place,
      task.deadline,
      task.body,
      ...task.coBodies,
    ])
      grounded(`task ${task.id}`, slot)
  for (const list of reading.lists) {
    grounded(`list ${list.id}`, list)
    for (const item of list.items)
      for (const slot of [item, item.name, ...item.parts]) grounded(`item ${item.number} of ${list.id}`, slot)
  }
  for (const project of reading.projects)
    for (const slot of [project, project.stageText, project.place]) grounded(`project ${project.id}`, slot)
  for (const honour of reading.honours)
    for (const slot of [honour, honour.verb, honour.title, honour.holder, honour.body, honour.scope, honour.since])
      grounded(`honour ${honour.id}`, slot)
  for (const place of reading.places) grounded('place', place)
  for (const claim of reading.claims) for (const slot of [claim, claim.indicator, claim.cue]) grounded(`claim ${claim.id}`, slot)
  covered(reading, out)
  ordered(reading, out)
  references(reading, out)
  return out
}

function covered(reading: Reading, out: string[]): void {
  const items = [...reading.figures.map(f => [f.start, f.end]), ...reading.setAside.map(s => [s.start, s.end])].sort(
    (a, b) => a[0]! - b[0]!,
  ) as [number, number][]
  for (let i = 1; i < items.length; i++)
    if (items[i]![0] < items[i - 1]![1])
      out.push(`overlap at ${items[i]![0]}: “${reading.text.slice(items[i - 1]![0], items[i]![1])}”`)
  let k = 0
  for (const [start, end] of numerals(reading.text)) {
    for (let at = start; at < end; ) {
      while (k < items.length && items[k]![1] <= at) k++
      const item = items[k]
      if (!item || item[0] > at) {
        out.push(`numeral not accounted for at ${at}: “${reading.text.slice(start, end)}”`)
        break
      }
      at = item[1]
    }
  }
}

function ordered(reading: Reading, out: string[]): void {
  let end = 0
  for (const statement of reading.statements) {
    if (statement.start < end) out.push(`statement ${statement.id} overlaps the one before it`)
    end = statement.end
  }
}

function references(reading: Reading, out: string[]): void {
  const statements = new Map(reading.statements.map(s => [s.id, s]))
  const sections = new Set(reading.sections.map(s => s.id))
  const figures = new Set(reading.figures.map(f => f.id))
  if (figures.size !== reading.figures.length) out.push('figure ids are not unique')
  if (statements.size !== reading.statements.length) out.push('statement ids are not unique')
  for (const statement of reading.statements)
    if (!sections.has(statement.section)) out.push(`statement ${statement.id}: no section ${statement.section}`)
  for (const figure of reading.figures) {
    const statement = statements.get(figure.statement)
    if (!statement || figure.start < statement.start || figure.end > statement.end)
      out.push(`figure ${figure.id} is not in its statement`)
    if (figure.partOf && !figures.has(figure.partOf)) out.push(`figure ${figure.id}: no figure ${figure.partOf}`)
  }
  for (const item of [
    ...reading.tasks,
    ...reading.projects,
    ...reading.honours,
    ...reading.headlineTargets.map(t => ({ ...t, id: t.indicator })),
  ])
    for (const id of item.figures) if (!figures.has(id)) out.push(`${item.id}: no figure ${id}`)
}
