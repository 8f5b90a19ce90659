/** The page that `jiedu check --html` makes, in a real browser: notes beside the text, on a phone below their paragraph. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { built, sample } from '../test/house/built.ts'
import { openBrowser, watch } from './browser.ts'

let folder: string
let browser: Browser
let url: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiedu-e2e-'))
  const file = join(folder, 'marked.html')
  const args = ['check', sample, '--html', '--out', file, '--fail-on', 'never', '--lang', 'zh']
  execFileSync(process.execPath, [built('cli.js'), ...args], { stdio: 'pipe' })
  url = pathToFileURL(file).href
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function opened<T>(width: number, look: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width, height: 800 } })
  const misdeeds = watch(page, url)
  await page.goto(url)
  const seen = await look(page)
  expect(misdeeds).toEqual({ errors: [], requests: [] })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  await page.close()
  return seen
}

/** Where the first marked paragraph and its notes stand. */
const boxes = (page: Page) =>
  page.evaluate(() => {
    const line = [...document.querySelectorAll('.line')].find(each => each.querySelector('.notes'))!
    const [text, notes] = [line.querySelector('p')!, line.querySelector('.notes')!].map(each => each.getBoundingClientRect())
    return { text: text!.toJSON() as DOMRect, notes: notes!.toJSON() as DOMRect }
  })

describe('the marked page', () => {
  it('has notes beside their paragraph on a desk', async () => {
    const { text, notes } = await opened(1280, boxes)
    expect(notes.left).toBeGreaterThan(text.right)
    expect(Math.abs(notes.top - text.top)).toBeLessThan(24)
  })

  it('has notes below their paragraph on a phone', async () => {
    const { text, notes } = await opened(360, boxes)
    expect(notes.top).toBeGreaterThanOrEqual(text.bottom)
    expect(Math.abs(notes.left - text.left)).toBeLessThan(8)
  })

  it('leads from a number to its note and back', async () => {
    const places = await opened(360, async page => {
      await page.click('mark sup a')
      const note = await page.evaluate(() => document.querySelector(':target')!.id)
      await page.click(`#${note} .number`)
      return [note, await page.evaluate(() => document.querySelector(':target')!.id)]
    })
    expect(places).toEqual(['f1', 'm1'])
  })
})
