/** How many threads a command uses. */
import { availableParallelism } from 'node:os'
import { type Options, UsageError } from '../command.ts'

export const threadsOption = {
  threads: {
    type: 'string',
    value: 'N',
    about: { zh: '用几个线程；默认与处理器核数相同', en: 'how many threads; default: one a core' },
  },
} satisfies Options

/** @throws UsageError */
export function threadsOf(text: string | undefined): number {
  if (text === undefined) return availableParallelism()
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= 256) return count
  throw new UsageError(
    { zh: `线程数不能是 ${text}`, en: `${text} is not a number of threads` },
    { zh: '写 1 到 256 之间的整数', en: 'write a whole number from 1 to 256' },
  )
}
