/** What a person says of a document is kept in a JSON file beside it. */
import { readFileSync } from 'node:fs'
import { CommandError, UsageError } from './command.ts'
import { isFolder, write } from './out.ts'

/** The file that a document was read from, of the paths of the call; null for standard input. */
export function fileOf(paths: readonly string[], name: string): string | null {
  for (const path of paths) {
    if (path === '-') continue
    if (isFolder(path)) return `${path.replace(/[\\/]+$/, '')}/${name}`
    if (path.replaceAll('\\', '/').endsWith(name)) return path
  }
  return null
}

/** One kind of file kept beside documents: its ending, its schema, the field that holds the list, and what an entry must be. */
export interface Beside<T> {
  ending: string
  schema: string
  field: string
  valid(entry: T): boolean
}

/**
 * What is kept beside a document.
 * @param file the document; null for standard input, beside which nothing is
 * @returns an empty list where nothing is kept yet
 * @throws CommandError where the file cannot be read or has another form: it is never written over
 */
export function keptBeside<T>({ ending, schema, field, valid }: Beside<T>, file: string | null): T[] {
  if (file === null) return []
  const path = file + ending
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw broken(path)
  }
  try {
    const made = JSON.parse(content) as Record<string, unknown>
    const list = made[field] as T[]
    if (made.schema === schema && list.every(valid)) return list
  } catch {
    // told below
  }
  throw broken(path)
}

/** Writes the list beside the document. @returns the file written */
export function keepBeside<T>({ ending, schema, field }: Beside<T>, file: string | null, list: readonly T[]): string {
  if (file === null) throw new UsageError({ zh: '标准输入旁边记不了东西', en: 'nothing can be kept beside standard input' })
  const path = file + ending
  write(path, `${JSON.stringify({ schema, [field]: list }, null, 1)}\n`)
  return path
}

const broken = (path: string): CommandError =>
  new CommandError(
    { zh: `${path} 读不了或格式不对`, en: `${path} cannot be read or has another form` },
    { zh: '请修好或移走这个文件', en: 'mend it or move it away' },
    1,
  )
