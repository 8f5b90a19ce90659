/** The page's script and styles are bundled anew whenever they change. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { assets, target } from '../../scripts/page-assets.mjs'

test('the bundle in the page is made from the sources as they stand (else: npm run catalogue)', async () => {
  expect(readFileSync(target, 'utf8') === (await assets())).toBe(true)
})
