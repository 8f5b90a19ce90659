/**
 * The plan of a run: the files of the folder in order, cut into units. A unit is what is read at one go and kept as one file, so it
 * is what a run that was stopped has, or has not.
 */
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { DocumentError, findDocuments } from '../documents/index.ts'

export interface PlannedFile {
  path: string
  name: string
  /** In bytes. */
  size: number
  /** Last change, in milliseconds; −1 where the file cannot be looked at. */
  changed: number
}

export interface Unit {
  /** Names what is in it: version, options, and each file's name, size and last change. */
  key: string
  files: PlannedFile[]
}

export interface Plan {
  units: Unit[]
  files: number
  bytes: number
  /** Names the whole of it. */
  key: string
}

/** A unit ends where a file's name says so, one in 16, so that one file more or less leaves the other units as they were. */
const oneIn = 16
const mostFiles = 32
const mostBytes = 8_000_000

/**
 * @param made names what makes the units: the version of the program and the options of reading
 * @throws DocumentError where the folder cannot be listed or holds no document
 */
export async function planOf(folder: string, made: string): Promise<Plan> {
  const files = (await findDocuments(folder)).map(found => {
    if (found instanceof DocumentError) throw found
    return planned(found.path, found.name)
  })
  const units: Unit[] = []
  let held: PlannedFile[] = []
  let size = 0
  const close = () => {
    if (held.length > 0) units.push({ key: keyOf(made, held), files: held })
    held = []
    size = 0
  }
  for (const file of files) {
    if (size + file.size > mostBytes) close()
    held.push(file)
    size += file.size
    if (held.length >= mostFiles || boundary(file.name)) close()
  }
  close()
  return {
    units,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.size, 0),
    key: hash(units.map(unit => unit.key).join('\n')),
  }
}

function planned(path: string, name: string): PlannedFile {
  const stats = statSync(path, { throwIfNoEntry: false })
  return { path, name, size: stats?.size ?? 0, changed: stats?.mtimeMs ?? -1 }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

const boundary = (name: string) => Number.parseInt(hash(name).slice(0, 8), 16) % oneIn === 0

const keyOf = (made: string, files: readonly PlannedFile[]) =>
  hash([made, ...files.map(file => `${file.name}\0${file.size}\0${file.changed}`)].join('\n')).slice(0, 40)
