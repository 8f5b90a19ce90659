/** What is said of an indicator without a number: 居民消费价格总体平稳, 城镇新增就业超额完成全年任务. */
import { rows } from '../catalogue/table.ts'
import { indicators as table } from '../catalogue/tables.generated.ts'
import type { Statement } from '../read/types.ts'
import type { Document } from './documents.ts'
import type { At, Mark } from './types.ts'

/** A sentence that says something of the indicator without a number. */
export interface Wording extends At {
  /** The words themselves, and where they stand. */
  written: string
  mark: Mark
}

export const wordingOf = (document: Document, statement: Statement, written: string): Wording => ({
  document: document.key,
  statement: statement.id,
  start: statement.start,
  end: statement.end,
  text: statement.text,
  written,
  mark: markOf(statement, written),
})

function markOf(statement: Statement, written: string): Mark {
  const start = statement.start + Math.max(0, statement.text.indexOf(written))
  return { start, end: start + written.length, text: written }
}

/** Words that say how an indicator went. */
const WENT =
  /^[^，、；。：]{0,6}?(总体|基本|保持|继续|持续|稳中|与上年|超额|圆满|全面|提前|如期|均|未|创|实现|达到)?[^，、；。：]{0,6}?(平稳|稳定|持平|完成|向好|改善|回升|回落|新高|达标|可控|正增长|合理区间|优化|未达|趋缓)/

let forms: Map<string, readonly string[]> | null = null

/** The names by which a clause can begin to speak of an indicator, the longest first. */
function formsOf(ids: ReadonlySet<string>): string[] {
  forms ??= new Map(
    rows(table).map(([id, name, , aliases]) => [
      id!,
      [name!, ...aliases!.split('|')].filter(form => form.length > 1 && !form.includes('@')),
    ]),
  )
  return [...ids].flatMap(id => forms!.get(id) ?? []).sort((a, b) => b.length - a.length)
}

/**
 * Clauses of the review of the year, problems and all, that say of an indicator how it went, and give no number for it.
 * @param ids of the indicator and those that count as the same
 */
export function wordingsWithoutNumber(document: Document, ids: ReadonlySet<string>): Wording[] {
  const names = formsOf(ids)
  const found: Wording[] = []
  for (const statement of document.reading.statements) {
    if (statement.kind === 'plan' || statement.question === 'review-period') continue
    for (const clause of statement.text.split(/[，；。：]/)) {
      const name = names.find(form => clause.includes(form))
      if (name === undefined || /[0-9０-９]/.test(clause)) continue
      const after = clause.slice(clause.indexOf(name) + name.length)
      if (WENT.test(after)) found.push(wordingOf(document, statement, clause.trim()))
    }
  }
  return found
}
