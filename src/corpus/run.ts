/**
 * A run: plan, read what is not read yet, assemble. What is read is kept at once, unit by unit, so a run that was killed goes on
 * where it stopped, and the data set is the same as if it had not been.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assemble } from './assemble/index.ts'
import type { CorpusFile, DataFormat } from './corpus-file.ts'
import type { Expected } from './missing.ts'
import { type Plan, planOf, type Unit } from './plan.ts'
import type { Maker } from './pool.ts'
import { type KeptUnit, keep, kept } from './unit-file.ts'

export interface RunOptions {
  /** The folder with the documents. */
  folder: string
  /** The folder that the data set goes into. */
  out: string
  formats: readonly DataFormat[]
  expected: readonly Expected[]
  /** Names what makes the units: another program or other options make other units. */
  made: string
  /** `jiedu 1.2.3`. */
  program: string
  /** Starts what makes units; called only where something is to be read. */
  maker(): Promise<Maker>
  /** How many threads write. */
  threads: number
  /** Keeps what was read, so that the next run of the grown folder reads only what is new. */
  keepWork: boolean
  onProgress?(progress: RunProgress): void
}

export interface RunProgress {
  stage: 'read' | 'write'
  /** Files read, or parts written. */
  done: number
  total: number
  /** Files that were read by an earlier run. */
  before: number
  bytes: number
  failures: number
}

export interface RunResult {
  corpus: CorpusFile
  /** `unchanged`: the data set was there already. */
  state: 'made' | 'unchanged'
  /** Files taken over from a run that was stopped. */
  before: number
}

/** The folder inside the data set's folder that holds what a run needs until it is done. */
const workFolder = '.jiedu'

/** Another run is at work in the folder. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
  readonly pid: number
  constructor(pid: number) {
    super(`process ${pid} is at work here`)
    this.pid = pid
  }
}

/**
 * Makes the data set of a folder.
 * @throws DocumentError where the folder cannot be listed, BusyError where another run is at work on the same data set
 */
export async function run(options: RunOptions): Promise<RunResult> {
  const work = join(options.out, workFolder)
  mkdirSync(join(work, 'units'), { recursive: true })
  const unlock = lock(join(work, 'lock'))
  try {
    const plan = await planOf(options.folder, options.made)
    const state = JSON.stringify([plan.key, options.formats, options.expected])
    const done = finished(work, options.out, state)
    if (done) clear(work, options)
    if (done) return { corpus: done, state: 'unchanged', before: plan.files }
    const { units, before } = await readAll(plan, work, options)
    const corpus = await write(units, work, options)
    writeFileSync(join(work, 'done'), state)
    clear(work, options)
    return { corpus, state: 'made', before }
  } finally {
    unlock()
  }
}

/** Removes what was needed on the way. */
function clear(work: string, { keepWork }: RunOptions): void {
  if (!keepWork) rmSync(join(work, 'units'), { recursive: true, force: true })
}

/** What is there, where it is of this plan. */
function finished(work: string, out: string, state: string): CorpusFile | null {
  const path = join(work, 'done')
  const whole = existsSync(path) && readFileSync(path, 'utf8') === state && existsSync(join(out, 'corpus.json'))
  return whole ? JSON.parse(readFileSync(join(out, 'corpus.json'), 'utf8')) : null
}

/** One run at a time: the file holds the number of the process; one that is dead has no say. */
function lock(path: string): () => void {
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const pid = Number(readFileSync(path, 'utf8'))
      if (alive(pid)) throw new BusyError(pid)
      unlinkSync(path)
    }
  }
  throw new BusyError(0)
}

function alive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function readAll(plan: Plan, work: string, options: RunOptions): Promise<{ units: KeptUnit[]; before: number }> {
  const folder = join(work, 'units')
  const path = (unit: Unit) => join(folder, `${unit.key}.unit`)
  const found = new Map<string, KeptUnit>()
  const progress: RunProgress = { stage: 'read', done: 0, total: plan.files, before: 0, bytes: 0, failures: 0 }
  const take = (unit: Unit, made: KeptUnit) => {
    found.set(unit.key, made)
    progress.done += unit.files.length
    progress.bytes += unit.files.reduce((sum, file) => sum + file.size, 0)
    progress.failures += made.failures.length
    options.onProgress?.({ ...progress })
  }
  const names = new Set(plan.units.map(path))
  // what another plan left, and what a kill left half-written
  for (const name of readdirSync(folder)) if (!names.has(join(folder, name))) rmSync(join(folder, name))
  const pending: Unit[] = []
  for (const unit of plan.units) {
    const there = kept(path(unit))
    if (there) {
      progress.before += unit.files.length
      take(unit, there)
    } else pending.push(unit)
  }
  if (pending.length > 0)
    await makeAll(pending, await options.maker(), (unit, bytes) => {
      keep(path(unit), bytes)
      take(unit, kept(path(unit))!)
    })
  return { units: plan.units.map(unit => found.get(unit.key)!), before: progress.before }
}

/** Has the units made, several at once; the first error ends it. */
async function makeAll(units: readonly Unit[], maker: Maker, done: (unit: Unit, bytes: Uint8Array) => void): Promise<void> {
  let next = 0
  let failed = false
  const lane = async () => {
    for (let unit = units[next++]; unit !== undefined && !failed; unit = units[next++]) {
      try {
        done(unit, await maker.make(unit))
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(maker.width, units.length) }, lane))
  } finally {
    await maker.close()
  }
}

/** The names that a data set has in its folder; nothing else there is touched. */
async function write(units: readonly KeptUnit[], work: string, options: RunOptions): Promise<CorpusFile> {
  const into = join(work, 'made')
  const scratch = join(work, 'scratch')
  for (const folder of [into, scratch]) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }
  const { formats, expected, program, threads, onProgress, out } = options
  const failures = units.reduce((sum, unit) => sum + unit.failures.length, 0)
  const corpus = await assemble({
    units,
    into,
    scratch,
    formats,
    expected,
    program,
    width: threads,
    onPart: (done, total) => onProgress?.({ stage: 'write', done, total, before: 0, bytes: 0, failures }),
  })
  // Until the last of it is in place the data set is not called done, and another run puts it there.
  rmSync(join(work, 'done'), { force: true })
  for (const name of readdirSync(into)) {
    rmSync(join(out, name), { recursive: true, force: true })
    renameSync(join(into, name), join(out, name))
  }
  for (const format of ['csv', 'parquet'] as const)
    if (!formats.includes(format)) rmSync(join(out, format), { recursive: true, force: true })
  rmSync(into, { recursive: true, force: true })
  rmSync(scratch, { recursive: true, force: true })
  return corpus
}
