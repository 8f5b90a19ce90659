/** The chapter on documents says what the program does: endings, kinds of repair, limits and their defaults, in both languages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isDocumentName } from '../../src/documents/find.ts'
import { defaultLimits, limitsNamed } from '../../src/documents/index.ts'
import { Repair } from '../../src/read/schema.ts'
import { root } from './built.ts'

/** Rows of the table whose heading has these words, as cells. */
function table(text: string, head: string): string[][] {
  const lines = text.split('\n')
  const at = lines.findIndex(line => line.startsWith(`| ${head} |`))
  const end = lines.findIndex((line, i) => i > at && !line.startsWith('|'))
  return lines.slice(at + 2, end).map(line => line.slice(2, -2).split(' | '))
}

describe.each([
  ['README.md', 'format', 'kind', 'name'],
  ['README.zh-CN.md', '格式', '种类', '名称'],
])('%s', (file, formats, kinds, limits) => {
  const text = readFileSync(join(root, file), 'utf8')

  it('names endings that are looked for, all of them', () => {
    const endings = table(text, formats).flatMap(row => row[1]!.split(' '))
    for (const ending of endings) expect([ending, isDocumentName(`a${ending}`)]).toEqual([ending, true])
    const more = ['.docm', '.shtml', '.markdown', '.wpt', '.ofd', '.pdf', '.zip', '.txt']
    expect(endings).toEqual(expect.arrayContaining(more))
  })

  it('names every kind of repair, and no other', () => {
    // Matter of the page is set aside and no repair that anything makes.
    const known = Repair.shape.kind.options.filter(kind => kind !== 'furniture')
    expect(
      table(text, kinds)
        .map(row => row[0])
        .sort(),
    ).toEqual([...known].sort())
  })

  it('names every limit with its default', () => {
    const rows = table(text, limits)
    expect(rows.map(row => row[0]).sort()).toEqual(Object.keys(defaultLimits).sort())
    for (const [name, value] of rows)
      expect(limitsNamed(`${name}=${value}`)).toEqual({ [name!]: defaultLimits[name as keyof typeof defaultLimits] })
  })
})
