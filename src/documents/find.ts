/** From what the user names (files, folders, globs) to the documents there are. */
import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DocumentError } from './error.ts'
import { unreadable } from './load.ts'

export interface Found {
  /** Where to load it from. */
  path: string
  /** What to call it: the file name, or the path below the folder that was named, with forward slashes. */
  name: string
}

/** Endings of the documents that folders and archives are searched for; what a document is, its content says. */
const documentName = /\.(?:txt|text|md|markdown|html?|shtml|mht|docx|docm|dotx|doc|dot|wps|wpt|rtf|pdf|ofd|zip)$/i

export function isDocumentName(name: string): boolean {
  return documentName.test(name)
}

const glob = /[*?[\]{}!]/

/**
 * The documents under one path: the file itself; all documents of a folder and its
 * folders, sorted, hidden ones left out; or what a quoted glob matches. A file or folder that exists
 * wins over a glob of the same name.
 *
 * What cannot be listed comes out as an error in its place, so that the rest is still found.
 */
export async function findDocuments(path: string): Promise<(Found | DocumentError)[]> {
  let folder: boolean
  try {
    folder = statSync(path).isDirectory()
  } catch (error) {
    if (glob.test(path)) return matching(path)
    return [unreadable((error as NodeJS.ErrnoException).code, path)]
  }
  if (!folder) return [{ path, name: basename(path) }]
  const found = [...below(path, '')]
  if (found.length > 0) return found
  return [
    new DocumentError('no-texts', path, {
      what: { zh: '文件夹里没有文档', en: 'no documents in this folder' },
      todo: {
        zh: '请放入文档（txt、md、html、docx、doc、wps、pdf、ofd、zip），或直接给出文件名',
        en: 'put documents into it (txt, md, html, docx, doc, wps, pdf, ofd, zip), or name the files',
      },
    }),
  ]
}

/** Whether a path may stand for several documents, so that their readings are given as a list. */
export function namesSeveral(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return glob.test(path)
  }
}

function* below(root: string, inside: string): Iterable<Found | DocumentError> {
  const here = join(root, inside)
  let entries: import('node:fs').Dirent[]
  try {
    entries = readdirSync(here, { withFileTypes: true })
  } catch (error) {
    yield unreadable((error as NodeJS.ErrnoException).code, here)
    return
  }
  // Code-unit order, so that a folder is read in the same order everywhere.
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const name = inside === '' ? entry.name : `${inside}/${entry.name}`
    if (entry.isDirectory()) yield* below(root, name)
    else if (documentName.test(entry.name)) yield { path: join(root, name), name }
  }
}

async function matching(pattern: string): Promise<(Found | DocumentError)[]> {
  const { glob: match } = await import('tinyglobby')
  const slashes = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern
  const paths = (await match(slashes, { onlyFiles: true, expandDirectories: false })).sort()
  if (paths.length > 0) return paths.map(path => ({ path, name: basename(path) }))
  return [
    new DocumentError('no-match', pattern, {
      what: { zh: '没有匹配的文件', en: 'no file matches' },
      todo: { zh: '请检查通配符；** 可匹配各级文件夹', en: 'check the pattern; ** matches folders of any depth' },
    }),
  ]
}
