/** `jiedu`: picks the command, runs it, and turns what went wrong into one line and an exit code. */
import { parse } from './arguments.ts'
import { type Command, CommandError, commonOptions, UsageError } from './command.ts'
import { commands } from './commands.ts'
import { nearest } from './nearest.ts'
import { type Terminal, terminal } from './terminal.ts'

/** What the exit codes mean; the help says the same. */
const failed = 1
const misused = 2

// `jiedu read … | head` closes the pipe early: that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(process.exitCode ?? 0)
  })
}

// No process.exit here: what is still being written to a pipe would be lost.
process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  // For messages before, or about, the arguments themselves.
  let shown = terminal({ lang: langOf(args) })
  try {
    const [name] = args
    if (name === undefined || name.startsWith('-')) return await withoutCommand(args, shown)
    if (name === 'help') {
      const { values, paths } = parse(args.slice(1), commonOptions)
      checkLang(values.lang)
      return await help(paths[0], shown)
    }
    const command = await commandNamed(name, args)
    const { values, paths } = parse(args.slice(1), { ...commonOptions, ...command.options })
    checkLang(values.lang)
    shown = terminal(values as Parameters<typeof terminal>[0])
    if (values.help) return await help(name, shown)
    if (values.version) return await version(shown)
    if (command.noPaths && paths[0] !== undefined) throw unexpected(name, paths[0])
    return await command.run(values as never, paths, shown)
  } catch (error) {
    return report(error, shown)
  }
}

async function withoutCommand(args: string[], shown: Terminal): Promise<number> {
  const { values } = parse(args, commonOptions)
  checkLang(values.lang)
  if (values.version) return version(shown)
  await help(undefined, shown)
  return args.length === 0 || values.help ? 0 : misused
}

async function commandNamed(name: string, args: string[]): Promise<Command> {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (entry) return (await entry.load()).default
  const meant = nearest(name, [...Object.keys(commands), 'help'])
  const looksLikePath = /[./\\*]/.test(name)
  const rest = args.length > 1 ? ' …' : ''
  throw new UsageError(
    { zh: `没有 ${name} 这个命令`, en: `unknown command ${name}` },
    meant
      ? { zh: `是不是 jiedu ${meant}？`, en: `did you mean jiedu ${meant}?` }
      : looksLikePath
        ? { zh: `要解读文件，用 jiedu read ${name}${rest}`, en: `to read a file: jiedu read ${name}${rest}` }
        : undefined,
  )
}

function unexpected(name: string, path: string): UsageError {
  return new UsageError(
    { zh: `${name} 不带 ${path} 这样的参数`, en: `${name} takes no argument ${path}` },
    { zh: `用 jiedu help ${name} 看用法`, en: `see jiedu help ${name}` },
  )
}

async function help(name: string | undefined, shown: Terminal): Promise<number> {
  const { commandHelp, generalHelp } = await import('./help.ts')
  await shown.out(name === undefined ? await generalHelp(shown) : commandHelp(await commandNamed(name, []), shown))
  return 0
}

async function version(shown: Terminal): Promise<number> {
  const { packageVersion } = await import('./package-file.ts')
  await shown.out(`${packageVersion()}\n`)
  return 0
}

/** The language wanted, before the arguments are known to be good. */
function langOf(args: string[]): string | undefined {
  const at = args.indexOf('--lang')
  return at === -1 ? args.find(arg => arg.startsWith('--lang='))?.slice(7) : args[at + 1]
}

function checkLang(lang: string | boolean | undefined): void {
  if (lang === undefined || lang === 'zh' || lang === 'en') return
  throw new UsageError(
    { zh: `没有 ${lang} 这种语言`, en: `unknown language ${lang}` },
    { zh: '用 --lang zh 或 --lang en', en: 'use --lang zh or --lang en' },
  )
}

function report(error: unknown, shown: Terminal): number {
  if (error instanceof CommandError) {
    shown.err(`jiedu: ${shown.say(error.what)}${shown.language === 'zh' ? '；' : '; '}${shown.say(error.todo)}`)
    return error.exitCode
  }
  if ((error as NodeJS.ErrnoException)?.code === 'EPIPE') return 0
  // A defect of jiedu itself: the stack is what whoever mends it needs.
  shown.err(`jiedu: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return failed
}
