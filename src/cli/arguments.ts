/** Arguments to values, with messages that say what is wrong and what was probably meant. */
import { parseArgs } from 'node:util'
import type { Options } from './command.ts'
import { UsageError } from './command.ts'
import { nearest } from './nearest.ts'

export interface Parsed {
  values: Record<string, string | boolean | undefined>
  paths: string[]
}

/** @throws UsageError for an unknown option, a missing or an unwanted value */
export function parse(args: string[], options: Options): Parsed {
  const { tokens } = parseArgs({ args, options: shapes(options), strict: false, allowPositionals: true, tokens: true })
  const values: Parsed['values'] = {}
  const paths: string[] = []
  for (const [name, { type }] of Object.entries(options)) values[name] = type === 'boolean' ? false : undefined
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (!option) throw unknownOption(token.rawName, options)
    values[token.name] = option.type === 'boolean' ? flag(token) : valueGiven(token)
  }
  return { values, paths }
}

interface OptionToken {
  rawName: string
  value?: string | undefined
  inlineValue?: boolean | undefined
}

function flag(token: OptionToken): true {
  if (token.value === undefined) return true
  throw new UsageError({ zh: `选项 ${token.rawName} 不带值`, en: `option ${token.rawName} takes no value` })
}

function valueGiven(token: OptionToken): string {
  const { value, rawName } = token
  // `--out --json` forgot the folder; a value that begins with a dash is written `--out=-x`.
  if (value !== undefined && value !== '' && (token.inlineValue || value === '-' || !value.startsWith('-'))) return value
  throw new UsageError({ zh: `选项 ${rawName} 后面要有值`, en: `option ${rawName} needs a value` })
}

function unknownOption(rawName: string, options: Options): UsageError {
  const known = Object.entries(options).flatMap(([name, { short }]) => [`--${name}`, ...(short ? [`-${short}`] : [])])
  const meant = nearest(rawName, known)
  return new UsageError(
    { zh: `没有 ${rawName} 这个选项`, en: `unknown option ${rawName}` },
    meant ? { zh: `是不是 ${meant}？`, en: `did you mean ${meant}?` } : undefined,
  )
}

function shapes(options: Options) {
  return Object.fromEntries(Object.entries(options).map(([name, { type, short }]) => [name, short ? { type, short } : { type }]))
}
