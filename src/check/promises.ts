/** How many promises of a report can be judged at the end of the year: a figure of the reading. */
import type { Check } from './context.ts'
import type { Promises } from './types.ts'

export const promisesOf = ({ reading }: Check): Promises => ({
  total: reading.promises.total,
  rateable: reading.promises.rateable,
})
