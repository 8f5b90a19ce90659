/** What a command is. One command is one module that exports one of these, and one line in commands.ts. */
import type { Words } from '../documents/types.ts'
import type { Terminal } from './terminal.ts'

export interface Option {
  type: 'boolean' | 'string'
  short?: string
  /** What stands for the value in the help: `--out DIR`. */
  value?: string
  about: Words
}

export type Options = Record<string, Option>

/** The values given: a flag is true or false, an option its text or undefined. */
export type Values<O extends Options> = { [K in keyof O]: O[K]['type'] extends 'string' ? string | undefined : boolean }

export interface Command<O extends Options = Options> {
  /** After `jiedu`: `read PATH…`. */
  usage: string
  about: Words
  options: O
  examples: { line: string; about: Words }[]
  /** Set where the command takes options only: a path is then an error. */
  noPaths?: true
  /** What else the help should say. */
  notes?: Words
  /**
   * Does the work and gives the exit code: 0 done, 1 something failed and was said on stderr.
   * Throw `UsageError` (exit code 2) for arguments that make no sense.
   */
  run(values: Values<O>, paths: string[], terminal: Terminal): number | Promise<number>
}

/** Types a command by its options; does nothing else. */
export function command<const O extends Options>(made: Command<O>): Command {
  return made as unknown as Command
}

/** Why a command stopped: what is wrong, what to do about it, and the exit code. */
export class CommandError extends Error {
  readonly what: Words
  readonly todo: Words
  readonly exitCode: 1 | 2

  constructor(what: Words, todo: Words, exitCode: 1 | 2) {
    super(what.en)
    this.what = what
    this.todo = todo
    this.exitCode = exitCode
  }
}

/** The arguments make no sense. Exit code 2. */
export class UsageError extends CommandError {
  constructor(what: Words, todo: Words = { zh: '用 jiedu --help 看用法', en: 'see jiedu --help' }) {
    super(what, todo, 2)
  }
}

/** @throws UsageError where more than one of these flags is given: each asks for another form of output */
export function onlyOne(flags: readonly string[], values: Readonly<Record<string, unknown>>): void {
  const chosen = flags.filter(name => values[name])
  if (chosen.length > 1)
    throw new UsageError({ zh: `--${chosen.join('、--')} 只能选一种`, en: `choose one of --${chosen.join(', --')}` })
}

/** Options that every command takes. */
export const commonOptions = {
  lang: {
    type: 'string',
    value: 'zh|en',
    about: { zh: '界面语言，默认看 LC_ALL、LANG', en: 'language of the output; default by LC_ALL, LANG' },
  },
  quiet: {
    type: 'boolean',
    short: 'q',
    about: { zh: '不显示进度和提示，只报错误', en: 'no progress and no warnings, errors only' },
  },
  'no-color': {
    type: 'boolean',
    about: { zh: '不用颜色（NO_COLOR、FORCE_COLOR 也有效）', en: 'no colour (NO_COLOR and FORCE_COLOR work too)' },
  },
  help: { type: 'boolean', short: 'h', about: { zh: '显示帮助', en: 'show this help' } },
  version: { type: 'boolean', short: 'V', about: { zh: '显示版本', en: 'show the version' } },
} satisfies Options
