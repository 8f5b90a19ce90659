/**
 * Reads documents in a process of its own, which is ended when a document takes more time or memory than it may: a thread
 * would not do, for one that runs out of memory takes the whole program with it. The process is kept for the next
 * document, does not keep the program alive and ends with it.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { overLimit } from '../formats/errors.ts'
import { readerOf } from '../formats/readers.ts'
import type { Extracted, FormatId, ReadOptions } from '../formats/types.ts'
import { type Answer, answerOf, defect, extractedOf, type Order, type Reply } from './messages.ts'

interface Helper {
  process: ChildProcess
  memory: number
}

let kept: Helper | null = null
let busy: Promise<unknown> = Promise.resolve()

/** Reads one document; documents wait for each other. @throws DocumentError */
export function readApart(id: FormatId, bytes: Uint8Array, options: ReadOptions): Promise<Extracted> {
  const turn = busy.then(() => readNow(id, bytes, options))
  busy = turn.catch(() => {})
  return turn
}

async function readNow(id: FormatId, bytes: Uint8Array, options: ReadOptions): Promise<Extracted> {
  const helper = helperFor(options.limits.memory)
  // Run from its sources the program has no built helper; it then reads by itself.
  if (helper === null) return readHere(id, bytes, options)
  const answer = await ask(helper, { id, bytes, options })
  return extractedOf(answer, options.name, id)
}

async function readHere(id: FormatId, bytes: Uint8Array, options: ReadOptions): Promise<Extracted> {
  try {
    return await (await readerOf(id, options.name)).read(bytes, options)
  } catch (error) {
    return extractedOf(answerOf(error), options.name, id)
  }
}

function ask({ process: child }: Helper, order: Order): Promise<Answer> {
  const { name, limits } = order.options
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      clearTimeout(timer)
      child.off('message', told).off('error', failed).off('exit', gone)
      hold(child, false)
      end()
    }
    const stop = (error: Error) =>
      settle(() => {
        dismiss(child)
        reject(error)
      })
    const timer = setTimeout(() => stop(overLimit(name, 'seconds', limits.seconds)), limits.seconds * 1000)
    const told = ({ answer, spent }: Reply) =>
      settle(() => {
        if (spent) dismiss(child)
        resolve(answer)
      })
    const failed = (error: Error) => stop(defect(name, order.id, error.message))
    const gone = (code: number | null, signal: string | null) =>
      stop(
        outOfMemory(code, signal) ? overLimit(name, 'memory', limits.memory) : defect(name, order.id, `exit ${code ?? signal}`),
      )
    hold(child, true)
    child
      .on('message', told as (message: unknown) => void)
      .on('error', failed)
      .on('exit', gone)
    child.send(order, error => error && failed(error))
  })
}

/** Killed by its own watch or by the system, or ended by V8 (134 where there are no signals, 0xc0000409 and 5 on Windows). */
const outOfMemory = (code: number | null, signal: string | null): boolean =>
  signal === 'SIGKILL' || signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134 || code === 0xc0000409 || code === 5

/** While it reads, the program waits for it; else it may end. */
function hold(child: ChildProcess, on: boolean): void {
  const channel = child.channel as { ref?(): void; unref?(): void } | null | undefined
  if (on) {
    child.ref()
    channel?.ref?.()
  } else {
    child.unref()
    channel?.unref?.()
  }
}

function dismiss(child: ChildProcess): void {
  if (kept?.process === child) kept = null
  child.kill('SIGKILL')
}

function helperFor(memory: number): Helper | null {
  if (kept?.memory === memory && kept.process.connected) return kept
  if (kept) dismiss(kept.process)
  const path = entry()
  if (path === null) return null
  const own = process.execArgv.filter(each => !/^--(?:inspect|max-old-space-size|input-type|eval|print)|^-[ep]/.test(each))
  const child = fork(path, {
    execArgv: [...own, `--max-old-space-size=${Math.ceil(memory)}`],
    serialization: 'advanced',
    // V8's last words on memory are told in our own; nothing else is ever written.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  hold(child, false)
  // An error of an idle helper is found when it is asked.
  child.on('error', () => {})
  kept = { process: child, memory }
  return kept
}

/** The helper's bundle lies beside the program's, or one folder up from a shared chunk. */
function entry(): string | null {
  for (const path of ['./documents-worker.js', '../documents-worker.js']) {
    const file = fileURLToPath(new URL(path, import.meta.url))
    if (existsSync(file)) return file
  }
  return null
}
