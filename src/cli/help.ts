/** The help: generated from the commands' own descriptions, so that it cannot go stale. */
import { type Command, commonOptions, type Options } from './command.ts'
import { commands } from './commands.ts'
import { pad, width } from './summary/layout.ts'
import type { Terminal } from './terminal.ts'

const exitCodes = {
  zh: '退出码：0 全部完成；1 有文件失败，其余已完成；2 用法错误',
  en: 'Exit codes: 0 all done; 1 some files failed, the others are done; 2 wrong usage',
}

/** `jiedu --help` */
export async function generalHelp(terminal: Terminal): Promise<string> {
  const { say } = terminal
  const entries = Object.entries(commands).map(([name, { about }]) => [name, say(about)] as const)
  const read = (await commands.read!.load()).default
  return [
    say({
      zh: 'jiedu（解读）：读政府工作报告，把每个数据、目标、任务对应到原文。',
      en: 'jiedu (解读) reads Chinese government work reports: every figure, target and task, tied to its place in the text.',
    }),
    '',
    say({ zh: '用法：jiedu 命令 [选项] …', en: 'Usage: jiedu COMMAND [options] …' }),
    '',
    say({ zh: '命令：', en: 'Commands:' }),
    ...pairs(entries),
    '',
    say({ zh: '通用选项：', en: 'Common options:' }),
    ...pairs(optionPairs(commonOptions, terminal)),
    '',
    say({ zh: '例子：', en: 'Examples:' }),
    ...exampleLines(read, terminal),
    '',
    say(exitCodes),
    say({ zh: '每个命令的详细用法：jiedu help 命令', en: 'More about a command: jiedu help COMMAND' }),
    '',
  ].join('\n')
}

/** `jiedu COMMAND --help` */
export function commandHelp(command: Command, terminal: Terminal): string {
  const { say } = terminal
  return [
    say(command.about),
    '',
    say({ zh: `用法：jiedu ${command.usage} [选项]`, en: `Usage: jiedu ${command.usage} [options]` }),
    '',
    say({ zh: '选项：', en: 'Options:' }),
    ...pairs(optionPairs({ ...command.options, ...commonOptions }, terminal)),
    '',
    ...(command.examples.length > 0 ? [say({ zh: '例子：', en: 'Examples:' }), ...exampleLines(command, terminal), ''] : []),
    ...(command.notes ? [say(command.notes), ''] : []),
    say(exitCodes),
    '',
  ].join('\n')
}

function optionPairs(options: Options, terminal: Terminal): [string, string][] {
  return Object.entries(options).map(([name, { short, value, about }]) => [
    `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`,
    terminal.say(about),
  ])
}

function exampleLines({ examples }: Command, terminal: Terminal): string[] {
  return examples.flatMap(({ line, about }) => [`  ${line}`, `      ${terminal.say(about)}`])
}

function pairs(list: (readonly [string, string])[]): string[] {
  const cells = Math.max(...list.map(([left]) => width(left)))
  return list.map(([left, right]) => `  ${pad(left, cells)}  ${right}`)
}
