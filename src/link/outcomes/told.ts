/** What a document tells of a year: the statements that report, each with the task or heading it stands under. */
import type { Statement } from '../../read/types.ts'
import type { Document } from '../documents.ts'
import { type Clause, clausesOf } from './clauses.ts'

/** Parts of a report that do not tell what came of promises. */
const AHEAD = new Set(['plan-year', 'plan-period'])

/** An explanation of a term. */
const NOTE = /^\^?[[（(【]?\d+[\]）)】]|^[“"][^”"]+[”"][^，。]{0,12}[：:](?:即|指|是指|主要)|^[^，。]{2,30}[：:]?是指/

/** Words by which a report owns up to what was promised and not done; problems in general (滞后, 不足) are none. */
const OWNED = /未能|未完成|没有完成|没完成|未如期|未达到/

/** The heading over such explanations. */
const NOTES = /名词解释|名词注释|注释|用语解释|用语说明/

/** A heading of a notice names what follows; longer ones are sentences of their own. */
const LONGEST_HEADING = 40

/** The clauses of a document that tell what was done, in the order of the text. */
export function toldBy(document: Document): Clause[] {
  const items = itemsOf(document)
  const { statements: all, sections } = document.reading
  const notes = sections.find(s => s.heading !== null && NOTES.test(s.heading.text))
  const statements = all.filter(s => tells(s) && (!notes || s.start < notes.start))
  const clauses = clausesOf(document, statements, statement => items.get(statement.id) ?? '')
  // thanks, lessons and problems tell of no deed, unless they own up to one left undone
  return clauses.filter(
    clause =>
      !(isHeading(clause) && clause.figures.length === 0) &&
      !NO_DEED.test(clause.text) &&
      (clause.statement.kind === 'result' || OWNED.test(clause.text) || clause.figures.length > 0),
  )
}

/** （七）民生实事逐项落地。 is the heading of what follows, run in: it says what everybody does. */
export const isHeading = ({ statement, text }: Clause): boolean =>
  ITEM_HEADING.test(statement.text) &&
  (text.length + 1 >= statement.text.trimEnd().length ||
    (NUMBERED.test(statement.text) && statement.text.length <= LONGEST_RUN_IN))

const NUMBERED = /^\s*(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)/
const ITEM_HEADING = /^\s*(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[是要、])/

/** A numbered sentence as short as this is a heading, commas and all. */
const LONGEST_RUN_IN = 32

/** What led to the deeds, what was learnt from them, where they were done: no deeds themselves. */
const NO_DEED =
  /^(?:必须|在于|根本在于|关键在于|得益于|归功于|离不开)|^是.{2,60}的结果$|^以.{2,24}为(?:牵引|抓手|动力|目标|核心|重点|引领|统领|契机|导向|主线|统揽)$|^在.{2,60}(?:现场|一线|厂区|基层|拼搏)$/

const tells = (statement: Statement): boolean =>
  statement.kind !== 'plan' && !(statement.question !== null && AHEAD.has(statement.question)) && !NOTE.test(statement.text)

/**
 * A notice tells by item: the task as the report has it (or a heading), then what was done. Each result statement by what it
 * stands under.
 */
function itemsOf(document: Document): Map<string, string> {
  const out = new Map<string, string>()
  if (document.kind !== 'notice') return out
  let over = ''
  for (const statement of document.reading.statements) {
    if (statement.kind === 'plan') over = statement.text
    else if (statement.kind === 'context') over = statement.text.length <= LONGEST_HEADING ? statement.text : ''
    else out.set(statement.id, over)
  }
  return out
}
