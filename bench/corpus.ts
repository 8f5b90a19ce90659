/**
 * How a corpus scales: the reports of JIEDU_CORPUS (else the samples) repeated with varied figures and places up to 1,300 and 13,000
 * files, each made into a data set by the built command; the large one also killed twice on the way, with the same bytes as without.
 *
 *   npm run bench -- --corpus [FILES]
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { mulberry32 } from '../scripts/random.ts'

export interface Variant {
  name: string
  text: string
}

/**
 * The nth variant of a text: digits of its quantities, and every twelfth paragraph gone, so that no two have the same bytes and few are
 * near-duplicates. Years and dates stay, so that place and year are read as before.
 */
export function variantOf(text: string, n: number): string {
  if (n === 0) return text
  const next = mulberry32(n)
  return text
    .split('\n')
    .filter((line, i) => i < 12 || line.length < 40 || next() > 1 / 12)
    .join('\n')
    .replace(/\d+(?:\.\d+)?(?![\d年月日届次号])/g, number => {
      if (/^(?:19|20)\d\d$/.test(number)) return number
      return number.replace(/\d/g, (digit, at: number) => {
        if (at > 0) return String(Math.floor(next() * 10))
        return digit === '0' ? '0' : String(1 + Math.floor(next() * 9))
      })
    })
}

/** Writes `count` files of the reports, by turns and variants. */
function writeCorpus(folder: string, reports: readonly Variant[], count: number): number {
  let bytes = 0
  for (let i = 0; i < count; i++) {
    const { name, text } = reports[i % reports.length]!
    const n = Math.floor(i / reports.length)
    const content = Buffer.from(variantOf(text, n))
    const below = join(folder, String(n).padStart(3, '0'))
    if (i % reports.length === 0) mkdirSync(below, { recursive: true })
    writeFileSync(join(below, name), content)
    bytes += content.length
  }
  return bytes
}

/** The peak of the resident memory of a process, in megabytes; null where the system does not tell. */
function peakOf(pid: number): number | null {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found ? Number(found[1]) / 1000 : null
  } catch {
    return null
  }
}

interface Run {
  seconds: number
  peak: number | null
  code: number | null
  cpu: number | null
}

/** Runs the command; `kill` says when to kill it. */
async function run(cli: string, args: string[], kill?: () => boolean): Promise<Run> {
  const begin = performance.now()
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  let peak: number | null = null
  let cpu: number | null = null
  const timer = setInterval(() => {
    peak = peakOf(child.pid!) ?? peak
    cpu = cpuOf(child.pid!) ?? cpu
    if (kill?.()) child.kill('SIGKILL')
  }, 100)
  const [code] = await once(child, 'exit')
  clearInterval(timer)
  return { seconds: (performance.now() - begin) / 1000, peak, code, cpu }
}

/** Seconds of processor that a process has used so far. */
function cpuOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return null
  }
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    return sum + (entry.isDirectory() ? sizeOf(path) : statSync(path).size)
  }, 0)
}

/** One hash over all that was written, hidden files left out. */
function hashOf(folder: string): string {
  const hash = createHash('sha256')
  const walk = (at: string, name: string) => {
    for (const entry of readdirSync(at, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue
      const path = join(at, entry.name)
      if (entry.isDirectory()) walk(path, `${name}/${entry.name}`)
      else hash.update(`${name}/${entry.name}\0`).update(readFileSync(path))
    }
  }
  walk(folder, '')
  return hash.digest('hex')
}

const fixed = (value: number | null, places = 1) => (value === null ? '–' : value.toFixed(places))

/**
 * Measures and prints.
 * @param cli the built command
 * @param reports what is repeated
 * @param most files of the large run
 * @param read what reads a text, to measure plain reading in the same run
 */
export async function corpusBench(
  cli: string,
  reports: readonly Variant[],
  most: number,
  read: (text: string) => unknown,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jiedu-bench-'))
  try {
    const few = Math.round(most / 10)
    console.log(
      `${reports.length} reports repeated; ${availableParallelism()} cores, load ${fixed(loadavg()[0]!)} at the start\n`,
    )
    for (const report of reports) read(report.text)
    const begin = performance.now()
    for (const report of reports) read(report.text)
    const plain = (1000 * reports.length) / (performance.now() - begin)
    console.log(`plain reading in one thread, warm: ${fixed(plain)} reports a second\n`)
    console.log('files    read MB  seconds  files/s  of plain  cpu s   peak MB  csv MB  parquet MB')
    for (const count of [few, most]) {
      const source = join(folder, `reports-${count}`)
      const bytes = writeCorpus(source, reports, count)
      const out = join(folder, `panel-${count}`)
      const { seconds, peak, cpu, code } = await run(cli, ['corpus', source, '--out', out, '--quiet'])
      if (code !== 0) throw new Error(`jiedu corpus ended with ${code}`)
      const cells = [
        String(count).padEnd(7),
        fixed(bytes / 1e6).padStart(8),
        fixed(seconds).padStart(8),
        fixed(count / seconds).padStart(8),
        fixed(count / seconds / plain, 2).padStart(9),
        fixed(cpu).padStart(6),
        fixed(peak, 0).padStart(9),
        fixed(sizeOf(join(out, 'csv')) / 1e6).padStart(7),
        fixed(sizeOf(join(out, 'parquet')) / 1e6).padStart(11),
      ]
      console.log(`${cells.join(' ')}   load ${fixed(loadavg()[0]!)}`)
    }
    const source = join(folder, `reports-${most}`)
    const out = join(folder, 'killed')
    const units = join(out, '.jiedu', 'units')
    const done = () => (existsSync(units) ? readdirSync(units).length : 0)
    const args = ['corpus', source, '--out', out, '--quiet']
    const total = Math.round(most / 13)
    for (const share of [0.3, 0.7]) {
      const { seconds } = await run(cli, args, () => done() >= total * share)
      console.log(`killed after ${fixed(seconds)} s with ${done()} units read`)
    }
    const last = await run(cli, args)
    const same = hashOf(out) === hashOf(join(folder, `panel-${most}`))
    console.log(
      `went on to the end in ${fixed(last.seconds)} s; the bytes are ${same ? 'the same' : 'NOT the same'} as of the run that was not killed`,
    )
    if (!same) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
