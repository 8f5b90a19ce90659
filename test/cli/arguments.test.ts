/** Arguments, word by word: what is known is taken, what is not is named with what was probably meant. */
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/cli/arguments.ts'
import { type Options, UsageError } from '../../src/cli/command.ts'
import { nearest } from '../../src/cli/nearest.ts'
import { coloured, languageOf } from '../../src/cli/terminal.ts'

const about = { zh: '', en: '' }
const options = {
  json: { type: 'boolean', about },
  out: { type: 'string', short: 'o', about },
  quiet: { type: 'boolean', short: 'q', about },
} satisfies Options

const failure = (args: string[]) => {
  try {
    parse(args, options)
  } catch (error) {
    if (error instanceof UsageError) return `${error.what.en}; ${error.todo.en}`
  }
  return 'no error'
}

describe('parse', () => {
  it.each([
    [['a', '--json', 'b'], { json: true, out: undefined, quiet: false }, ['a', 'b']],
    [['--out', 'dir', '-q'], { json: false, out: 'dir', quiet: true }, []],
    [['--out=-odd', '-'], { json: false, out: '-odd', quiet: false }, ['-']],
    [['-odir'], { json: false, out: 'dir', quiet: false }, []],
    [['-qo', 'dir'], { json: false, out: 'dir', quiet: true }, []],
    [['--', '--json'], { json: false, out: undefined, quiet: false }, ['--json']],
    [['--out', 'a', '--out', 'b'], { json: false, out: 'b', quiet: false }, []],
  ])('%j', (args, values, paths) => expect(parse(args, options)).toEqual({ values, paths }))

  it.each([
    [['--jsno'], 'unknown option --jsno; did you mean --json?'],
    [['--js'], 'unknown option --js; did you mean --json?'],
    [['-x'], 'unknown option -x; '],
    [['--something-else'], 'unknown option --something-else; see jiedu --help'],
    [['--json=yes'], 'option --json takes no value; '],
    [['--out'], 'option --out needs a value; '],
    [['--out='], 'option --out needs a value; '],
    [['--out', '--json'], 'option --out needs a value; '],
    [['--toString'], 'unknown option --toString; '],
    [['--__proto__'], 'unknown option --__proto__; '],
  ])('%j: %s', (args, said) => expect(failure(args)).toContain(said))
})

describe('nearest', () => {
  const known = ['read', 'tell', 'schema', 'start']
  it.each([
    ['raed', 'read'],
    ['reed', 'read'],
    ['shcema', 'schema'],
    ['sch', 'schema'],
    ['sta', 'start'],
    ['xyz', null],
    ['serve', null],
    ['', null],
  ])('%s → %s', (word, expected) => expect(nearest(word, known)).toBe(expected))
})

describe('the environment', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.UTF-8' }, 'zh'],
    [{ LANG: 'C.UTF-8' }, 'zh'],
    [{ LC_ALL: 'POSIX', LANG: 'en_US' }, 'zh'],
    [{}, 'zh'],
  ] as [NodeJS.ProcessEnv, string][])('%j speaks %s', (env, language) => expect(languageOf(env)).toBe(language))

  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [{ TERM: 'dumb' }, true, false],
  ] as [NodeJS.ProcessEnv, boolean, boolean][])('%j on a terminal %s: colour %s', (env, isTerminal, expected) => {
    expect(coloured(env, isTerminal)).toBe(expected)
  })
})
