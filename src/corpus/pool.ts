/** Units made on this machine: one thread a core, each reading one unit at a time. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Tinypool } from 'tinypool'
import { DocumentError, type Limits, type OpenOptions } from '../documents/index.ts'
import { failureOf, readUnit, type UnitOrder } from './read-unit.ts'
import { joined, packed } from './unit-file.ts'

/** What makes units: threads here, or workers elsewhere that take them from a queue. */
export interface Maker {
  /** How many units may be under way at once. */
  width: number
  make(unit: { files: UnitOrder['files'] }): Promise<Uint8Array>
  close(): Promise<void>
}

export type UnitOptions = OpenOptions & { limits: Limits }

/** The thread's bundle lies beside the program's, or one folder up from a shared chunk; null when run from the sources. */
function entry(): string | null {
  for (const path of ['./corpus-worker.js', '../corpus-worker.js']) {
    const url = new URL(path, import.meta.url)
    if (existsSync(fileURLToPath(url))) return url.href
  }
  return null
}

/** Names the program that reads: another build may read otherwise, so its units are not taken up. */
export function programHash(): string {
  const path = entry()
  return path === null
    ? 'source'
    : createHash('sha256')
        .update(readFileSync(fileURLToPath(path)))
        .digest('hex')
        .slice(0, 16)
}

export function threads(count: number, options: UnitOptions): Maker {
  const filename = entry()
  if (filename === null) return { width: 1, make: unit => readUnit({ files: unit.files, options }), close: async () => {} }
  const pool = new Tinypool({
    filename,
    minThreads: count,
    maxThreads: count,
    resourceLimits: { maxOldGenerationSizeMb: options.limits.memory, maxYoungGenerationSizeMb: 32 },
  })
  const run = (files: UnitOrder['files'], seconds: number): Promise<Uint8Array> =>
    pool.run({ files, options }, { signal: AbortSignal.timeout(seconds * 1000) as never })
  const { seconds } = options.limits
  return {
    width: count + 1,
    async make({ files }) {
      try {
        return await run(files, seconds * 2)
      } catch {
        // a file brought its thread down: each is read by itself, so that only that one is lost
        const alone: Uint8Array[] = []
        for (const file of files) alone.push(await run([file], seconds).catch(error => lost(file, error, options.limits)))
        return joined(alone)
      }
    },
    close: () => pool.destroy(),
  }
}

/** The unit of a file whose reading ended its thread. */
function lost(file: UnitOrder['files'][number], error: unknown, limits: Limits): Uint8Array {
  const bytes = file.bytes ?? readFileSync(file.path!)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const failure = failureOf(file.name, file.name, sha256, tooMuch(file.name, error, limits) ?? error)
  return packed(
    {
      files: [{ name: file.name, bytes: bytes.length, sha256, documents: 0, failures: 1 }],
      documents: [],
      failures: [failure],
      indicators: [],
    },
    [],
    [],
  )
}

function tooMuch(name: string, error: unknown, limits: Limits): DocumentError | null {
  const { code, name: kind } = error as NodeJS.ErrnoException
  const memory = code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (!memory && kind !== 'AbortError' && kind !== 'TimeoutError') return null
  return new DocumentError('over-limit', name, {
    what: memory
      ? { zh: `解读需要的内存超过 ${limits.memory} MB`, en: `reading it takes more than ${limits.memory} MB of memory` }
      : { zh: `解读超过 ${limits.seconds} 秒`, en: `reading it takes more than ${limits.seconds} seconds` },
    todo: {
      zh: '请确认这是一篇报告，或把它拆开；上限可用 --limits memory=N,seconds=N 放宽',
      en: 'make sure that it is a report, or split it; the limits are set with --limits memory=N,seconds=N',
    },
  })
}
