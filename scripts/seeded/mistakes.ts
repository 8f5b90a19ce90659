/** One mistake made in a text, and what makes it detectable. */
import type { Random } from '../random.ts'

/** What was done to the text. */
export const KINDS = [
  'digit',
  'swap',
  'magnitude',
  'unit',
  'structure',
  'sum',
  'change',
  'said-twice',
  'list-item',
  'count-word',
  'heading',
  'name',
  'mark',
  'repeat',
] as const

export type Kind = (typeof KINDS)[number]

export interface Mistake {
  kind: Kind
  /** What is taken out and what is put there. */
  start: number
  end: number
  put: string
  /** Where a finding may be, in the changed text: the place of the mistake and what it is at odds with. */
  where: readonly (readonly [start: number, end: number])[]
  /** The rule whose matter it is; null where nothing in the document is at odds with it. */
  rule: string | null
}

/** Everything a mistake of a kind may be made of in one text, each once. */
export type Sower = (text: string, next: Random) => Mistake[]

export const apply = (text: string, { start, end, put }: Mistake): string => text.slice(0, start) + put + text.slice(end)
