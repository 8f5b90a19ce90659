/** What was found in one document, as the forms of output take it. */
import type { FactChange } from '../../check/changes.ts'
import type { Checked, Finding } from '../../check/index.ts'
import type { Reading } from '../../read/types.ts'
import type { Dismissed } from './dismissals.ts'

export interface Result {
  reading: Reading
  /** The file it came from, so far as it is one. */
  file: string | null
  /** The file's, where they are needed and it is one. */
  bytes: Uint8Array | null
  checked: Checked
  /** Findings still open, and those that somebody has dismissed. */
  open: Finding[]
  dismissed: Dismissed[]
  /** Where the other document is a version of this one. */
  changes: FactChange[] | null
}
