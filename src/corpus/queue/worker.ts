/** One of those that read: takes units from the queue until it is told to stop, or has found none for a while. */
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { threads } from '../pool.ts'
import { unwrapped } from './parcel.ts'
import { inputOf, type Job, openStore, putResult, type Store } from './store.ts'

export interface WorkerOptions {
  url: string
  /** Names what makes the units. */
  program: string
  threads: number
  /** Ends after so many seconds without work; null: never. */
  idle: number | null
  /** Ends when it is told to; what is under way is done first. */
  stop: AbortSignal
  onUnit?(done: { units: number; files: number }): void
}

const pollMilliseconds = 300

/**
 * Serves a queue.
 * @returns how many units and files it has read
 * @throws where the database cannot be reached
 */
export async function serve(options: WorkerOptions): Promise<{ units: number; files: number }> {
  const store = await openStore(options.url, options.program, options.threads + 2)
  const done = { units: 0, files: 0 }
  let busy = Date.now()
  const tired = () => options.idle !== null && Date.now() - busy > options.idle * 1000
  const lane = async () => {
    while (!options.stop.aborted) {
      const [job] = await store.boss.fetch<Job>(store.queue)
      if (job) {
        await work(store, job, done, options)
        busy = Date.now()
      } else {
        if (tired()) return
        await pause(pollMilliseconds)
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: options.threads }, lane))
    return done
  } finally {
    for (const maker of makers.values()) await maker.close()
    makers.clear()
    await store.close()
  }
}

/** Threads by the options that they read with: most queues have one set of them. */
const makers = new Map<string, ReturnType<typeof threads>>()

async function work(
  store: Store,
  job: { id: string; data: Job },
  done: { units: number; files: number },
  options: WorkerOptions,
): Promise<void> {
  const { key } = job.data
  try {
    const parcel = await inputOf(store, key)
    if (parcel !== null) {
      const { files, options: reading } = unwrapped(parcel)
      const named = JSON.stringify(reading)
      const maker = makers.get(named) ?? threads(options.threads, reading)
      makers.set(named, maker)
      await putResult(store, key, await maker.make({ files }), `${hostname()} ${process.pid}`)
      done.units++
      done.files += files.length
      options.onUnit?.(done)
    }
    await store.boss.complete(store.queue, job.id)
  } catch (error) {
    // given to another; if that cannot be told either, the lease ends by itself
    await store.boss.fail(store.queue, job.id, { message: String(error) }).catch(() => {})
    throw error
  }
}
