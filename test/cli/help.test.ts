/** The help names every command and option there is; the other commands do what it says. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { commonOptions } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands.ts'
import { report, root, setup } from './run.ts'

const { jiedu, file, at, entry } = setup()

beforeAll(() => {
  file('report.txt', report)
})

describe('help', () => {
  it.each([[['--help']], [['-h']], [['help']], [[]]])('jiedu %j lists the commands and the exit codes', args => {
    const { code, out, err } = jiedu(args)
    expect([code, err]).toEqual([0, ''])
    for (const name of Object.keys(commands)) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    expect(out).toContain('退出码：0')
    expect(jiedu([...args, '--lang', 'en']).out).toContain('Exit codes: 0')
  })

  it.each(Object.keys(commands))('jiedu %s --help names each of its options, with examples', async name => {
    const command = (await commands[name]!.load()).default
    for (const args of [
      [name, '--help'],
      ['help', name],
    ]) {
      const { code, out } = jiedu(args)
      expect(code).toBe(0)
      for (const option of Object.keys({ ...command.options, ...commonOptions })) expect(out).toContain(`--${option}`)
      for (const { line } of command.examples) expect(out).toContain(line)
      expect(out).toContain('退出码：0')
    }
    expect(jiedu([name, '--help', '--lang', 'en']).out).toContain(`Usage: jiedu ${name}`)
  })

  it('gives every text in both languages', async () => {
    for (const entry of Object.values(commands)) {
      const { about, options, examples, notes } = (await entry.load()).default
      const said = [
        entry.about,
        about,
        ...Object.values(options).map(option => option.about),
        ...examples.map(example => example.about),
        notes,
      ]
      for (const words of said) {
        if (!words) continue
        expect(words.zh).toMatch(/\p{Script=Han}/u)
        expect(words.en).not.toMatch(/^$|[，；。]/)
      }
    }
  })
})

it('tells its version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const args of [['--version'], ['-V'], ['read', '--version']])
    expect(jiedu(args)).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

it.skipIf(!existsSync(join(root, 'dist', 'reading.schema.json')))(
  'jiedu schema prints the schema that the package publishes',
  () => {
    const { code, out } = jiedu(['schema'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ title: 'Reading', properties: { figures: { type: 'array' } } })
    expect(out).toBe(readFileSync(join(root, 'dist', 'reading.schema.json'), 'utf8'))
  },
)

describe('jiedu tell', () => {
  it('prints a page', () => {
    const { code, out, err } = jiedu(['tell', 'report.txt', '--page'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^<!doctype html>[\s\S]+<\/html>\s*$/i)
    expect(out).toContain('1520.6亿元')
  })
  it('writes it into a file, in the language asked for', () => {
    const { code, out, err } = jiedu(['tell', 'report.txt', '--page', '--out', 'pages/one.html', '--lang', 'en'])
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('pages/one.html')
    expect(readFileSync(at('pages/one.html'), 'utf8')).toContain('<html lang="en"')
  })
  it('makes a page for each of several, and goes on after a bad one', () => {
    file('more/a.txt', report)
    file('more/b.txt', '')
    file('more/c.md', report)
    const { code, err } = jiedu(['tell', 'more', '--page', '-o', 'several'])
    expect(code).toBe(1)
    expect(err).toContain('b.txt: 文件是空的')
    expect([existsSync(at('several/a.html')), existsSync(at('several/b.html')), existsSync(at('several/c.html'))]).toEqual([
      true,
      false,
      true,
    ])
    expect(jiedu(['tell', 'more', '--page']).code).toBe(2)
  })
})

// util-linux gives a command a terminal of its own.
const pseudoTerminal = 'script'
const hasScript = spawnSync(pseudoTerminal, ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true
if (!hasScript) console.log('test/cli: no script(1) of util-linux, so nothing is tried in a terminal')

describe.skipIf(!hasScript)('in a terminal', () => {
  /** Standard output and error both go to a terminal of 90 columns; standard output may be sent elsewhere. */
  const inTerminal = (args: string) => {
    const line = `stty cols 90; "${process.execPath}" "${entry()}" ${args}`
    return spawnSync(pseudoTerminal, ['-qec', line, '/dev/null'], {
      cwd: at(),
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8', TERM: 'xterm' },
    }).stdout
  }
  const many = () => {
    for (let i = 0; i < 40; i++) file(`folder/${i}.txt`, report.repeat(30))
  }

  it('the summary is coloured and as wide as the terminal', () => {
    const shown = inTerminal('read report.txt')
    expect(shown).toContain('\u001b[')
    const rule = shown
      .split(/\r?\n/)
      .find(line => line.includes('━'))!
      .replace(/\u001b\[[\d;]*m/g, '')
    expect([...rule].reduce((sum, char) => sum + (/[\u2e80-\u9fff]/.test(char) ? 2 : 1), 0)).toBe(89)
  })

  it('long work shows how far it is, and takes the line away', () => {
    many()
    const shown = inTerminal('read folder --csv > /dev/null')
    expect(shown).toMatch(/\r\u001b\[2K正在解读 \d+\/40 /)
    expect(shown.endsWith('\r\u001b[2K')).toBe(true)
  })

  it('nothing is shown with --quiet, or where standard error is no terminal', () => {
    many()
    expect(inTerminal('read folder --csv --quiet > /dev/null')).toBe('')
    expect(jiedu(['read', 'folder', '--csv']).err).toBe('')
  })
})
