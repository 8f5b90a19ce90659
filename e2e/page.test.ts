/** The page that `jiedu tell --page` makes, in a real browser, opened from the disk as a reader would. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '../src/read/types.ts'
import { built, sample } from '../test/house/built.ts'
import { type Misdeeds, openBrowser, watch } from './browser.ts'

const desk = { width: 1280, height: 900 }
const phone = { width: 375, height: 740 }

let folder: string
let browser: Browser
let reading: Reading
let url: string
let page: Page
let misdeeds: Misdeeds

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiedu-e2e-'))
  const file = join(folder, 'page.html')
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [built('cli.js'), ...args, '--lang', 'zh'], {
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 1e8,
    })
  run('tell', sample, '--page', '--out', file)
  reading = JSON.parse(run('read', sample, '--json')) as Reading
  url = pathToFileURL(file).href
  expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens the page as a new reader. */
async function open(viewport: { width: number; height: number }, hash = '', javaScriptEnabled = true): Promise<void> {
  const context = await browser.newContext({
    viewport,
    javaScriptEnabled,
    hasTouch: viewport === phone,
    isMobile: viewport === phone,
  })
  page = await context.newPage()
  misdeeds = watch(page, url)
  await page.goto(url + hash)
}
afterEach(async () => {
  await page?.context().close()
  expect(misdeeds).toEqual({ errors: [], requests: [] })
})

const inspector = () => page.locator('#inspector')
const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('the page on a desk', () => {
  it('opens the sentence of a figure, with the figure marked in it', async () => {
    await open(desk)
    const link = page.locator('#main a[href^="#f"]:visible').first()
    const id = (await link.getAttribute('href'))!.slice(1)
    expect(await inspector().isVisible()).toBe(false)
    await link.click()
    const figure = reading.figures.find(f => f.id === id)!
    const statement = reading.statements.find(s => s.id === figure.statement)!
    expect(await inspector().isVisible()).toBe(true)
    expect(await inspector().locator('mark').allTextContents()).toEqual([figure.text])
    const squash = (text: string) => text.replace(/\s/g, '')
    expect(squash(await inspector().locator('.sentence').innerText())).toBe(squash(statement.text))
    expect(new URL(page.url()).hash).toBe(`#${id}`)
  })

  it('does so for every figure of the report', async () => {
    await open(desk)
    const marked = await page.evaluate(() => {
      const out: Record<string, string> = {}
      for (const link of document.querySelectorAll<HTMLAnchorElement>('#main a[href^="#f"]')) {
        const id = link.hash.slice(1)
        if (id in out) continue
        link.click()
        out[id] = [...document.querySelectorAll('#inspector mark')].map(mark => mark.textContent).join('|')
      }
      return out
    })
    expect(marked).toEqual(Object.fromEntries(reading.figures.map(f => [f.id, f.text])))
  })

  it('leads from the sentence to its place in the source text', async () => {
    await open(desk)
    await page.locator('#main a[href^="#f"]:visible').first().click()
    await inspector().locator('.to-source').click()
    // The way there may be an animation.
    await page.waitForFunction(() => {
      const box = document.querySelector('.source a.f.current')?.getBoundingClientRect()
      return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight
    })
  })

  it('closes with Escape and goes back to where it was opened', async () => {
    await open(desk)
    const link = page.locator('#main a[href^="#f"]:visible').first()
    const href = await link.getAttribute('href')
    await link.focus()
    await page.keyboard.press('Enter')
    expect(await inspector().isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await inspector().isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(href)
  })

  it('shows each question on its own tab, the numerals and the text on theirs', async () => {
    await open(desk)
    const tabs = page.getByRole('tab')
    const names = await tabs.evaluateAll(all => all.map(tab => tab.id))
    for (const question of new Set(reading.statements.filter(s => s.figures.length > 0 && s.question).map(s => s.question!)))
      expect(names).toContain(`t-${question}`)
    for (const name of names) {
      await page.locator(`#${name}`).click()
      const panels = page.getByRole('tabpanel')
      expect(await page.locator(`#${name}`).getAttribute('aria-selected')).toBe('true')
      expect(await panels.count()).toBeGreaterThan(0)
      expect((await panels.first().innerText()).length).toBeGreaterThan(20)
    }
  })

  it('keeps the figures that a search leaves, and says how many', async () => {
    await open(desk)
    await page.locator('#search').fill('粮食')
    await page.waitForFunction(() => document.querySelector('.out') !== null)
    const shown = Number(/\d+/.exec(await page.locator('#shown').innerText())![0])
    expect(shown).toBeGreaterThan(0)
    expect(shown).toBeLessThan(reading.figures.length)
    await page.locator('#reset').click()
    await page.waitForFunction(() => document.querySelector('.out') === null)
  })

  it('changes its language and keeps the quotations', async () => {
    await open(desk)
    const source = await page.locator('.source').textContent()
    await page.locator('#lang').click()
    expect(await page.locator('.tabs [role=tab]').last().innerText()).toMatch(/^[\x20-\x7e\s]+$/)
    expect(await page.locator('.source').textContent()).toBe(source)
  })

  it('opens at a figure that the address names', async () => {
    const figure = reading.figures.at(-1)!
    await open(desk, `#${figure.id}`)
    expect(await inspector().locator('mark').allTextContents()).toEqual([figure.text])
  })
})

describe('the page on a phone', () => {
  it('never scrolls sideways', async () => {
    await open(phone)
    for (const name of await page.getByRole('tab').evaluateAll(all => all.map(tab => tab.id))) {
      await page.locator(`#${name}`).click()
      expect([name, await overflow()]).toEqual([name, 0])
    }
  })

  it('shows the sentence as a sheet with its figure in sight', async () => {
    await open(phone)
    await page.locator('#main a[href^="#f"]:visible').first().tap()
    expect(await inspector().isVisible()).toBe(true)
    const box = (await inspector().locator('mark').boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(phone.width)
    expect(box.y + box.height).toBeLessThanOrEqual(phone.height)
    expect(await overflow()).toBe(0)
  })
})

describe('the page elsewhere', () => {
  it('tells everything without a script', async () => {
    await open(desk, '', false)
    const text = await page.locator('body').innerText()
    for (const figure of reading.figures) expect(text).toContain(figure.text)
  })

  it('prints everything, on paper of its own', async () => {
    await open(desk)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.panel:visible').count()).toBe(await page.locator('.panel').count())
    expect(await page.locator('#controls').isVisible()).toBe(false)
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(20_000)
  })
})
