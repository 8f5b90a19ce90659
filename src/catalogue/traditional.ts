/** Traditional characters and variants, and what stands for each in simplified writing. */
import { traditional as table } from './generated/traditional.generated.ts'
import { rows } from './table.ts'

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
  for (const [form, simplified, where] of rows(table)) {
    const forms = where === 'whole' ? built.inWholeText : built.anywhere
    forms[form!.charCodeAt(0)] = simplified!.charCodeAt(0)
  }
  return built
}
