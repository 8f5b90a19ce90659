/** The package reads with word lists that the build packed, the source with lists made from the tables: they are the same. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import { built, root } from './built.ts'

it('reads every sample as the source does', async () => {
  const { read: packed } = (await import(built('read.js'))) as typeof import('../../src/read/index.ts')
  const texts = readdirSync(join(root, 'samples')).filter(name => /\.(md|txt)$/.test(name))
  expect(texts.length).toBeGreaterThan(0)
  for (const name of texts) {
    const text = readFileSync(join(root, 'samples', name), 'utf8')
    expect(packed(text), name).toEqual(read(text))
  }
})
