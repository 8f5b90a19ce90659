/**
 * Reads documents in a thread of its own, which is ended when a document takes more time or memory than it may.
 * The thread is kept for the next document and does not keep the program alive.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { overLimit } from '../formats/errors.ts'
import { readerOf } from '../formats/readers.ts'
import type { Extracted, FormatId, ReadOptions } from '../formats/types.ts'
import { type Answer, answerOf, defect, extractedOf, type Order } from './messages.ts'

interface Thread {
  worker: Worker
  memory: number
}

let kept: Thread | null = null
let busy: Promise<unknown> = Promise.resolve()

/** Reads one document; documents wait for each other. @throws DocumentError */
export function readApart(id: FormatId, bytes: Uint8Array, options: ReadOptions): Promise<Extracted> {
  const turn = busy.then(() => readNow(id, bytes, options))
  busy = turn.catch(() => {})
  return turn
}

async function readNow(id: FormatId, bytes: Uint8Array, options: ReadOptions): Promise<Extracted> {
  const thread = await threadFor(options.limits.memory)
  // Run from its sources the program has no built thread; it then reads in its own.
  if (thread === null) return readHere(id, bytes, options)
  const answer = await ask(thread, { id, bytes, options })
  return extractedOf(answer, options.name, id)
}

async function readHere(id: FormatId, bytes: Uint8Array, options: ReadOptions): Promise<Extracted> {
  try {
    return await (await readerOf(id, options.name)).read(bytes, options)
  } catch (error) {
    return extractedOf(answerOf(error), options.name, id)
  }
}

function ask({ worker }: Thread, order: Order): Promise<Answer> {
  const { name, limits } = order.options
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      clearTimeout(timer)
      worker.off('message', told).off('error', failed).off('exit', gone)
      worker.unref()
      end()
    }
    const stop = (error: Error) =>
      settle(() => {
        kept = null
        worker.terminate()
        reject(error)
      })
    const timer = setTimeout(() => stop(overLimit(name, 'seconds', limits.seconds)), limits.seconds * 1000)
    const told = (answer: Answer) => settle(() => resolve(answer))
    const failed = (error: NodeJS.ErrnoException) =>
      stop(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? overLimit(name, 'memory', limits.memory)
          : defect(name, order.id, error.message),
      )
    const gone = (code: number) => stop(defect(name, order.id, `exit ${code}`))
    worker.ref()
    worker.on('message', told).on('error', failed).on('exit', gone)
    worker.postMessage(order)
  })
}

async function threadFor(memory: number): Promise<Thread | null> {
  if (kept?.memory === memory) return kept
  await kept?.worker.terminate()
  kept = null
  const path = entry()
  if (path === null) return null
  const { Worker } = await import('node:worker_threads')
  const worker = new Worker(path, { resourceLimits: { maxOldGenerationSizeMb: memory } })
  worker.unref()
  kept = { worker, memory }
  return kept
}

/** The thread's bundle lies beside the program's, or one folder up from a shared chunk. */
function entry(): URL | null {
  for (const path of ['./documents-worker.js', '../documents-worker.js']) {
    const url = new URL(path, import.meta.url)
    if (existsSync(fileURLToPath(url))) return url
  }
  return null
}
