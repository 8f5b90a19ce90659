/** The one that plans: puts units into the queue and waits until workers have read them. */
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { DocumentError, load } from '../../documents/index.ts'
import { type Maker, threads, type UnitOptions } from '../pool.ts'
import type { UnitOrder } from '../read-unit.ts'
import { wrapped } from './parcel.ts'
import { type Job, openStore, present, putUnit, ready, removeUnit, type Store, takeResult } from './store.ts'

export interface QueueOptions {
  url: string
  /** Names what makes the units. */
  program: string
  options: UnitOptions
  /** After so many seconds without an answer a unit is given to another worker. */
  lease: number
}

/** How many units may wait in the database at once. */
const width = 64
const pollMilliseconds = 200
/** How often a unit is given out before it is read here, file by file. */
const retries = 4

/** What waits for a unit. */
interface Waiting {
  job: string | null
  resolve(result: Uint8Array): void
  reject(error: unknown): void
}

/** Makes units by workers that take them from the queue. @throws where the database cannot be reached */
export async function coordinator(options: QueueOptions): Promise<Maker> {
  const store = await openStore(options.url, options.program, 4)
  const waiting = new Map<string, Waiting>()
  let open = true
  const polling = poll(store, waiting, () => open)
  return {
    width,
    async make(unit) {
      const files = await loaded(unit.files, options.options)
      if (files === null) return here(unit, options)
      const key = keyOf(files, options)
      for (;;) {
        await putUnit(store, key, wrapped(files, options.options))
        const job = await store.boss.send(store.queue, { key } satisfies Job, {
          expireInSeconds: options.lease,
          retryLimit: retries,
          retryDelay: 0,
        })
        try {
          return await new Promise<Uint8Array>((resolve, reject) => waiting.set(key, { job, resolve, reject }))
        } catch (error) {
          if (error instanceof Gone) continue
          if (!(error instanceof GivenUp)) throw error
          await removeUnit(store, key)
          return here(unit, options)
        }
      }
    },
    async close() {
      open = false
      await polling
      await store.close()
    },
  }
}

/** No worker could read a unit, however often it was given out. */
class GivenUp extends Error {}

/** Another coordinator over the same documents has taken the unit out: it is asked for again. */
class Gone extends Error {}

async function poll(store: Store, waiting: Map<string, Waiting>, open: () => boolean): Promise<void> {
  for (let round = 1; open(); round++) {
    await pause(pollMilliseconds)
    if (waiting.size === 0) continue
    try {
      for (const key of await ready(store, [...waiting.keys()])) {
        const { resolve, reject } = waiting.get(key)!
        waiting.delete(key)
        const result = await takeResult(store, key)
        if (result) resolve(result)
        else reject(new Gone())
      }
      if (round % 10 === 0) {
        await missGone(store, waiting)
        await giveUp(store, waiting)
      }
    } catch (error) {
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
  }
}

/** Tells those who wait for units that are in the queue no more. */
async function missGone(store: Store, waiting: Map<string, Waiting>): Promise<void> {
  const asked = [...waiting.keys()]
  const there = new Set(await present(store, asked))
  for (const key of asked) {
    if (there.has(key)) continue
    waiting.get(key)!.reject(new Gone())
    waiting.delete(key)
  }
}

/** Takes back the units whose jobs have failed for good. */
async function giveUp(store: Store, waiting: Map<string, Waiting>): Promise<void> {
  for (const [key, { job, reject }] of waiting) {
    const found = job === null ? null : await store.boss.getJobById(store.queue, job)
    if (found?.state !== 'failed' && found?.state !== 'cancelled') continue
    waiting.delete(key)
    reject(new GivenUp())
  }
}

/** The bytes of the files; null where one of them cannot be loaded, which is told best by reading them here. */
async function loaded(files: UnitOrder['files'], { limits }: UnitOptions): Promise<{ name: string; bytes: Uint8Array }[] | null> {
  const found: { name: string; bytes: Uint8Array }[] = []
  for (const { name, path, bytes } of files) {
    try {
      found.push({ name, bytes: bytes ?? (await load(path!, name, limits.bytes)) })
    } catch (error) {
      if (error instanceof DocumentError) return null
      throw error
    }
  }
  return found
}

async function here(unit: Parameters<Maker['make']>[0], { options }: QueueOptions): Promise<Uint8Array> {
  const maker = threads(1, options)
  try {
    return await maker.make(unit)
  } finally {
    await maker.close()
  }
}

/** Names a unit by what is read and what reads it: the same on every machine, so that a result serves whoever asks for it. */
function keyOf(files: readonly { name: string; bytes: Uint8Array }[], { program, options }: QueueOptions): string {
  const hash = createHash('sha256').update(JSON.stringify([program, options]))
  for (const { name, bytes } of files) hash.update(`\n${name}\0${createHash('sha256').update(bytes).digest('hex')}`)
  return hash.digest('hex')
}
