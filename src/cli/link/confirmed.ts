/**
 * A person's word on links: kept beside the document that promises, in FILE.jiedu-links.json, by the words of both sentences, so that
 * it holds as long as they stand as they are, whatever is edited elsewhere.
 */
import { readFileSync } from 'node:fs'
import type { OutcomeLink } from '../../link/index.ts'
import { CommandError, UsageError } from '../command.ts'
import { write } from '../out.ts'

interface Kept {
  promise: string
  outcome: string | null
  confirmed: boolean
  reason: string | null
}

const words = (text: string): string => text.replace(/\s+/g, '')
const keyOf = (promise: string, outcome: string | null): string => `${promise}\n${outcome ?? ''}`

const ofLink = ({ promise, outcome }: OutcomeLink): [string, string | null] => [
  `${words(promise.text)}|${words(promise.mark.text)}`,
  outcome ? `${words(outcome.text)}|${words(outcome.mark.text)}` : null,
]

/**
 * Puts people's words on the links of a document.
 * @param file the document that promises; null for standard input, beside which nothing is kept
 */
export function confirm(links: readonly OutcomeLink[], file: string | null): OutcomeLink[] {
  const kept = file === null ? [] : load(pathOf(file))
  if (kept.length === 0) return [...links]
  const known = new Map(kept.map(k => [keyOf(k.promise, k.outcome), k.confirmed]))
  return links.map(link => ({ ...link, confirmed: known.get(keyOf(...ofLink(link))) ?? link.confirmed }))
}

/** Keeps a person's word on one link. @returns the file written */
export function keep(link: OutcomeLink, file: string | null, confirmed: boolean, reason: string | null): string {
  if (file === null) throw new UsageError({ zh: '标准输入旁边记不了东西', en: 'nothing can be kept beside standard input' })
  const path = pathOf(file)
  const [promise, outcome] = ofLink(link)
  const others = load(path).filter(k => keyOf(k.promise, k.outcome) !== keyOf(promise, outcome))
  const links = [...others, { promise, outcome, confirmed, reason }]
  write(path, `${JSON.stringify({ schema: 'jiedu/confirmed@1', links }, null, 1)}\n`)
  return path
}

const pathOf = (file: string): string => `${file}.jiedu-links.json`

function load(path: string): Kept[] {
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw broken(path)
  }
  try {
    const { schema, links } = JSON.parse(content) as { schema: string; links: Kept[] }
    if (schema === 'jiedu/confirmed@1' && links.every(k => typeof k.promise === 'string' && typeof k.confirmed === 'boolean'))
      return links
  } catch {
    // told below
  }
  throw broken(path)
}

const broken = (path: string): CommandError =>
  new CommandError(
    { zh: `${path} 读不了或格式不对`, en: `${path} cannot be read or has another form` },
    { zh: '请修好或移走这个文件', en: 'mend it or move it away' },
    1,
  )
