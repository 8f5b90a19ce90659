/** The process that reads: takes one document at a time, answers with its text or with why there is none. */
import { Worker } from 'node:worker_threads'
import { readerOf } from '../formats/readers.ts'
import { answerOf, type Order, type Reply } from './messages.ts'

const megabyte = 1024 * 1024
/** What the process takes before it reads anything; the limit counts from here. */
const atRest = process.memoryUsage.rss()
let watched: number | null = null

process.on('message', async ({ id, bytes, options }: Order) => {
  watch(options.limits.memory)
  const answer = await readerOf(id, options.name)
    .then(reader => reader.read(bytes, options))
    .then(extracted => ({ extracted }), answerOf)
  // What a large document leaves behind would be counted against the next.
  const spent = process.memoryUsage.rss() - atRest > (options.limits.memory * megabyte) / 2
  process.send?.({ answer, spent } satisfies Reply)
})
// Nobody waits for an answer any more.
process.on('disconnect', () => process.exit())

/**
 * Looks at the memory of the process from a thread of its own, which a reader that never pauses does not hold up, and ends
 * the process where it passes the limit or has outlived the program.
 */
function watch(memory: number): void {
  if (watched === memory) return
  watched = memory
  const most = atRest + memory * megabyte
  const code = `setInterval(() => {
    if (process.memoryUsage.rss() > ${most} || process.ppid !== ${process.ppid}) process.kill(process.pid, 'SIGKILL')
  }, 50)`
  new Worker(code, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref()
}
