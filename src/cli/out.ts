/** Readings into a folder, one file each and format. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Reading } from '../read/types.ts'
import { CommandError } from './command.ts'
import { type FormatName, formatNamed } from './formats.ts'
import type { Terminal } from './terminal.ts'

/** Writes each reading in each of the formats; says at the end how many files there are. */
export function folderSink(folder: string, names: FormatName[], terminal: Terminal) {
  make(folder)
  const path = namesIn(folder)
  let files = 0
  return {
    async take(reading: Reading) {
      for (const name of names) {
        const { extension, alone, item } = formatNamed(name)
        write(path(reading.source.name, extension), alone.begin + item(reading) + alone.end)
        files++
      }
    },
    async end() {
      if (!terminal.quiet)
        terminal.err(terminal.say({ zh: `已写入 ${files} 个文件到 ${folder}`, en: `${files} file(s) written to ${folder}` }))
    },
  }
}

/**
 * Gives file names below a folder: `a/name.txt` → `FOLDER/a/name.json`. A second document that would be
 * written over the first becomes `name-2.json`.
 */
export function namesIn(folder: string): (name: string, extension: string) => string {
  const taken = new Set<string>()
  return (name, extension) => {
    const stem = join(folder, name.replace(/\.[^./\\]+$/, ''))
    let path = stem + extension
    // Some file systems do not tell a.json from A.json.
    for (let n = 2; taken.has(path.toLowerCase()); n++) path = `${stem}-${n}${extension}`
    taken.add(path.toLowerCase())
    return path
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function make(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw unwritable(folder, error)
  }
}

/** Writes a file, with the folders above it, or says why it cannot be written. */
export function write(path: string, content: string | Uint8Array): void {
  make(dirname(path))
  try {
    writeFileSync(path, content)
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** Gives content to standard output, or writes it into the file named and says so. */
export async function put(content: string | Uint8Array, out: string | undefined, terminal: Terminal): Promise<void> {
  if (out === undefined) return terminal.out(String(content))
  write(out, content)
  if (!terminal.quiet) terminal.err(terminal.say({ zh: `已写入 ${out}`, en: `written to ${out}` }))
}

function unwritable(path: string, error: unknown): CommandError {
  const code = (error as NodeJS.ErrnoException).code
  return new CommandError(
    { zh: `不能写入 ${path}（${code}）`, en: `cannot write ${path} (${code})` },
    { zh: '请换一个有写权限、有空间的位置', en: 'choose a place that may be written to and has room' },
    1,
  )
}
