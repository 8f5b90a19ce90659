/** Traditional characters and variants, and what stands for each in simplified writing. */
import { traditional as table } from './generated/traditional.generated.ts'

interface Simplified {
  /** By code unit: the simplified character's, 0 for a character that is not in the table. */
  anywhere: Uint16Array
  /** The same for characters that simplified writing has as well. */
  inWholeText: Uint16Array
}

let built: Simplified | null = null

/** The table, by code unit; made on first use. */
export function simplifiedForms(): Simplified {
  if (built) return built
  built = { anywhere: new Uint16Array(0x10000), inWholeText: new Uint16Array(0x10000) }
  // 著⇥着⇥whole: every text needs the table, also the one of a program that reads one text and ends, so its lines are not split
  for (let at = table.indexOf('\n') + 1; at > 0; at = table.indexOf('\n', at) + 1) {
    const forms = table[at + 4] === 'w' ? built.inWholeText : built.anywhere
    forms[table.charCodeAt(at)] = table.charCodeAt(at + 2)
  }
  return built
}
