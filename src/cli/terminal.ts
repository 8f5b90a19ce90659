/** The terminal as a command sees it: where words go, in which language, how wide, with colour or not. */
import type { Words } from '../documents/types.ts'

export type Language = 'zh' | 'en'

export interface Terminal {
  language: Language
  /** No progress and no warnings. */
  quiet: boolean
  /** Colour on standard output. */
  colour: boolean
  /** Columns of standard output. */
  columns: number
  /** Standard error is looked at by somebody, so progress may be shown. */
  watched: boolean
  /** Writes to standard output; resolves when it may be written to again. */
  out(text: string): Promise<void>
  /** Writes a line to standard error. */
  err(line: string): void
  /** The words in the terminal's language. */
  say(words: Words): string
}

/** Used where standard output is not a terminal and COLUMNS does not say. */
const widthOfPipes = 100

export function terminal(options: { lang?: string | undefined; quiet?: boolean; 'no-color'?: boolean }): Terminal {
  const { env, stdout, stderr } = process
  const language = options.lang === 'zh' || options.lang === 'en' ? options.lang : languageOf(env)
  return {
    language,
    quiet: options.quiet === true,
    colour: !options['no-color'] && coloured(env, stdout.isTTY === true),
    columns: stdout.isTTY ? stdout.columns : (positive(env.COLUMNS) ?? widthOfPipes),
    watched: stderr.isTTY === true && env.TERM !== 'dumb',
    out: text =>
      new Promise((resolve, reject) => {
        stdout.write(text, error => (error ? reject(error) : resolve()))
      }),
    err: line => void stderr.write(`${line}\n`),
    say: words => words[language],
  }
}

/** Chinese unless the environment names another language: C, POSIX and nothing at all name none. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^(zh|c$|c\.|posix|$)/i.test(locale) ? 'zh' : 'en'
}

/** Colour as https://no-color.org and FORCE_COLOR have it, else where somebody looks. */
export function coloured(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.FORCE_COLOR !== undefined) return !/^(0|false)$/i.test(env.FORCE_COLOR)
  if (env.NO_COLOR) return false
  return isTerminal && env.TERM !== 'dumb'
}

function positive(text: string | undefined): number | null {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : null
}
