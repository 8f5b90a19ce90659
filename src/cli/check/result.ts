/** What was found in one document, as the forms of output take it. */
import type { FactChange } from '../../check/changes.ts'
import type { Checked, Finding } from '../../check/index.ts'
import type { Reading } from '../../read/types.ts'

export interface Result {
  reading: Reading
  checked: Checked
  /** Findings still open, and those that somebody has dismissed. */
  open: Finding[]
  dismissed: Finding[]
  /** Where the other document is a version of this one. */
  changes: FactChange[] | null
}
