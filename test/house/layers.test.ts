/** The lint rules for layers refuse each import that the table of rooms does not allow, and no other. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import { root, scratch } from './built.ts'

const config = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as IConfiguration

/** Which room may import which whole room; check and link may import read's types only, web the server's. */
const allowed: Record<string, string[]> = {
  catalogue: [],
  documents: ['catalogue'],
  read: ['catalogue'],
  check: ['catalogue'],
  link: ['catalogue'],
  track: ['read', 'link'],
  tell: ['catalogue', 'documents', 'read', 'check', 'link', 'track'],
  server: ['catalogue', 'documents', 'read', 'check', 'link', 'track', 'tell'],
  corpus: ['catalogue', 'documents', 'read', 'link'],
  web: [],
  cli: ['catalogue', 'documents', 'read', 'check', 'link', 'track', 'tell', 'server', 'corpus'],
}
const rooms = Object.keys(allowed)

/** Lays out files under src/ and gives what the rules refuse, as `rule: from → to`. */
async function refused(files: Record<string, string>): Promise<string[]> {
  const folder = scratch()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, 'src', path, '..'), { recursive: true })
    writeFileSync(join(folder, 'src', path), content)
  }
  const { output } = await cruise(['src'], {
    ...config.options,
    ruleSet: { forbidden: config.forbidden! },
    validate: true,
    baseDir: folder,
  })
  return (output as ICruiseResult).summary.violations.map(v => `${v.rule.name}: ${v.from} → ${v.to}`)
}

describe('layers', () => {
  it('follow the table, pair by pair', async () => {
    const files: Record<string, string> = {}
    const expected: string[] = []
    for (const from of rooms) {
      files[`${from}/index.ts`] = 'export const x = 1\n'
      for (const to of rooms.filter(room => room !== from)) {
        files[`${from}/to-${to}.ts`] = `export { x } from '../${to}/index.ts'\n`
        if (!allowed[from]!.includes(to)) expected.push(`${from}-imports: src/${from}/to-${to}.ts → src/${to}/index.ts`)
      }
    }
    expect((await refused(files)).sort()).toEqual(expected.sort())
  })

  it("let check and link see read's types, but not what reads", async () => {
    const found = await refused({
      'read/types.ts': 'export type T = 1\n',
      'read/index.ts': 'export const x = 1\n',
      'check/a.ts': "import type { T } from '../read/types.ts'\nexport type U = T\n",
      'link/a.ts': "import type { x } from '../read/index.ts'\nexport type U = typeof x\n",
    })
    expect(found).toEqual(['link-imports: src/link/a.ts → src/read/index.ts'])
  })

  it('keep Node, packages and the schema out of reading, and cycles out of everything', async () => {
    const found = await refused({
      'read/schema.ts': 'export const S = 1\n',
      'read/files.ts': "import { readFileSync } from 'node:fs'\nexport const x = readFileSync\n",
      'read/index.ts': "import { S } from './schema.ts'\nexport const x = S\n",
      'cli/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
      'cli/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
    })
    expect(found.sort()).toEqual([
      'no-cycle: src/cli/a.ts → src/cli/b.ts',
      'pure-rooms: src/read/files.ts → fs',
      'schema-stays-out-of-start-up: src/read/index.ts → src/read/schema.ts',
    ])
  })
})
