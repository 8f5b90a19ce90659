/** The page that `jiedu link --html` makes, in a real browser: every cell opens both sentences. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { built } from '../test/house/built.ts'
import { type Misdeeds, openBrowser, watch } from './browser.ts'

const text = (place: string, year: number, review: string, plan: string): string =>
  `${place}政府工作报告\n——${year}年1月12日\n一、${year - 1}年工作回顾\n${review}\n二、${year}年工作安排\n${year}年主要预期目标是：${plan}\n`

const files: Record<string, string> = {
  '咸宁-2022.txt': text(
    '咸宁市',
    2022,
    '地区生产总值增长12.8%。',
    '地区生产总值增长8%以上，城镇新增就业4万人。新建农村公路300公里。',
  ),
  '咸宁-2023.txt': text(
    '咸宁市',
    2023,
    '地区生产总值增长4.4%，城镇新增就业4.6万人。新建农村公路312公里。',
    '地区生产总值增长6.5%。',
  ),
  '襄阳-2022.txt': text('襄阳市', 2022, '地区生产总值增长14.7%。', '地区生产总值增长8.5%，城镇新增就业8万人。'),
  '襄阳-2023.txt': text('襄阳市', 2023, '地区生产总值增长5.4%，城镇新增就业9.1万人。', '地区生产总值增长7.5%。'),
}

let folder: string
let browser: Browser
let url: string
let page: Page
let misdeeds: Misdeeds

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiedu-e2e-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const out = join(folder, 'links.html')
  execFileSync(process.execPath, [built('cli.js'), 'link', folder, '--html', '--out', out, '--lang', 'zh', '--quiet'])
  url = pathToFileURL(out).href
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(width: number): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  page = await context.newPage()
  misdeeds = watch(page, url)
  await page.goto(url)
}
afterEach(async () => {
  await page?.context().close()
  expect(misdeeds).toEqual({ errors: [], requests: [] })
})

describe('the page of links', () => {
  it('opens both sentences from a cell, and closes them', async () => {
    await open(1280)
    const cell = page.locator('tbody tr', { hasText: '咸宁市 2022' }).locator('td').first()
    expect((await cell.innerText()).replace(/\s+/g, ' ')).toContain('8%以上 4.4%')
    await cell.locator('a').click()
    const card = page.locator('.card:target')
    await card.waitFor({ state: 'visible' })
    expect(await card.locator('mark').allInnerTexts()).toEqual(['8%', '4.4%'])
    expect(await card.locator('cite').allInnerTexts()).toEqual([
      expect.stringContaining('咸宁-2022.txt'),
      expect.stringContaining('咸宁-2023.txt'),
    ])
    await card.locator('.close').click()
    expect(await page.locator('.card:visible').count()).toBe(0)
  })
  it('opens a task with the sentence that tells of it', async () => {
    await open(1280)
    const task = page.locator('details.promise', { hasText: '新建农村公路' }).first()
    await task.locator('summary').click()
    const quotes = await task.locator('blockquote').allInnerTexts()
    expect(quotes).toHaveLength(2)
    expect(quotes[1]).toContain('312公里')
  })
  it('changes its language without a script', async () => {
    await open(1280)
    await page.locator('label.language').click()
    expect(await page.locator('h1').innerText()).toContain('promises and outcomes')
    expect(await page.locator('thead').first().innerText()).toContain('domestic')
  })
  it('fits a phone: only the table scrolls sideways', async () => {
    await open(375)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375)
    await page.locator('tbody td a').first().click()
    const box = (await page.locator('.card:target').boundingBox())!
    expect(box.width).toBe(375)
    expect(box.y).toBeGreaterThan(150)
  })
})
