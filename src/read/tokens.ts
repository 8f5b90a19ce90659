/** What the lexer makes of a statement. */
import type { DateToken } from './dates.ts'
import type { Quantity } from './quantity.ts'

export const T_WORD = 0
export const T_QUANTITY = 1
export const T_DATE = 2
export const T_STOP = 3
export const T_LIST = 4
export const T_QUOTE = 5

/** A base of comparison: 比上年, 比“十二五”期末; `date` holds the period where there is one. */
export const T_BASE = 6

export interface Token {
  type: number
  start: number
  end: number
  flags: number
  node: number
  quantity: Quantity | null
  date: DateToken | null
}
