/** The check of words and lengths finds what it is for. The words are put together here, so that it passes this file. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, scratch } from './built.ts'

function check(files: Record<string, string>) {
  const folder = scratch()
  execFileSync('git', ['init', '-q'], { cwd: folder })
  mkdirSync(join(folder, 'scripts'))
  cpSync(join(root, 'scripts', 'check-words.mjs'), join(folder, 'scripts', 'check-words.mjs'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const { status, stderr } = spawnSync(process.execPath, ['scripts/check-words.mjs'], { cwd: folder, encoding: 'utf8' })
  return { status, lines: stderr.trim().split('\n') }
}

describe('check-words', () => {
  it('passes a clean tree', () => {
    expect(check({ 'src/read/a.ts': 'export const a = 1\n', 'README.md': '# jiedu\n' }).status).toBe(0)
  })

  it.each([
    ['a path of one machine', 'docs/a.md', `see ${['', 'root', 'jiedu'].join('/')}`],
    ['a path of one machine', 'docs/a.md', `see ${['', 'home', 'li', 'jiedu'].join('/')}`],
    ['a folder outside the project', 'test/a.ts', `const corpus = '${['..', 'shared', 'corpus'].join('/')}'`],
    ['a package host', 'package-lock.json', `{"resolved": "${['http', '://x'].join('')}"}`],
    ['pure rooms', 'src/read/a.ts', `export const a = ${['Math', 'random'].join('.')}()`],
    ['lines, at most', 'src/read/a.ts', 'export {}\n'.repeat(401)],
  ])('finds %s', (why, path, content) => {
    const { status, lines } = check({ [path]: content })
    expect(status).toBe(1)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain(path)
    expect(lines[0]).toContain(why)
  })

  it('lets generated files be long', () => {
    expect(check({ 'src/catalogue/tables.generated.ts': 'export {}\n'.repeat(401) }).status).toBe(0)
  })
})
