/** A page made from a PDF, in a real browser: pages beside the sentences, and the way to the PDF. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Reading } from '../src/read/types.ts'
import { setText } from '../test/documents/fixed/pages.ts'
import { writePdf } from '../test/documents/fixed/pdf.ts'
import { built, root } from '../test/house/built.ts'
import { type Misdeeds, openBrowser, watch } from './browser.ts'

let folder: string
let browser: Browser
let page: Page
let misdeeds: Misdeeds
let reading: Reading

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiedu-e2e-'))
  const report = readFileSync(join(root, 'samples', 'county-2024-report.txt'), 'utf8')
  writeFileSync(join(folder, '报告.pdf'), writePdf(setText(report, { lines: 16, numbers: true }).pages))
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [built('cli.js'), ...args, '--lang', 'zh'], {
      encoding: 'utf8',
      cwd: folder,
      stdio: 'pipe',
      maxBuffer: 1e8,
    })
  run('tell', '报告.pdf', '--page', '--marked', '--out', 'made')
  reading = JSON.parse(run('read', '报告.pdf', '--json')) as Reading
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  const url = pathToFileURL(join(folder, 'made', '报告.html')).href
  misdeeds = watch(page, url)
  await page.goto(url)
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
  expect(misdeeds).toEqual({ errors: [], requests: [] })
})

it('the panel of a figure says its page and leads to its place in the marked PDF', async () => {
  const figure = reading.figures.filter(each => each.page === 3 && each.role === 'measure')[0]!
  await page.goto(`${page.url().split('#')[0]}#${figure.id}`)
  const link = page.locator('#inspector a.page')
  expect(await link.innerText()).toBe('第 3 页')
  const href = new URL((await link.getAttribute('href'))!, page.url())
  expect(href.hash).toBe(`#page=3&nameddest=${figure.id}`)
  expect(readFileSync(href).subarray(0, 5).toString()).toBe('%PDF-')
})

it('numbers of pages stand in the text, and a passage is copied without them', async () => {
  await page.locator('#t-source').click()
  // Inside a figure that goes on over the page the number is no link of its own.
  const marks = page.locator('#p-source .pg')
  expect(await marks.count()).toBe(reading.source.pages)
  expect(await marks.nth(2).isVisible()).toBe(true)
  expect(await marks.nth(2).evaluate(mark => getComputedStyle(mark, '::before').content)).toBe('"3"')
  const text = await page.locator('#p-source .source').evaluate(source => source.textContent ?? '')
  expect(text.replace(/\s/g, '')).toBe(reading.text.replace(/\s/g, ''))
})
