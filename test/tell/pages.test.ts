/** The page told of a document with pages: their numbers in the text, and the way to the PDF. */
import { expect, test } from 'vitest'
import { read } from '../../src/read/index.ts'
import { page } from '../../src/tell/page.ts'
import { setText } from '../documents/fixed/pages.ts'
import { writePdf } from '../documents/fixed/pdf.ts'
import { only } from '../documents/made/open.ts'

const text =
  '清水市2021年政府工作报告\n各位代表：\n一、2020年工作回顾\n全市粮食产量116万吨，财政收入120亿元，居民收入增长6.1%，城镇新增就业3.7万人，改造老旧小区89个，新建公办幼儿园12所。\n二、2021年工作安排\n改造农村公路260公里。'
const set = setText(text, { lines: 4 })
const readingOf = async () => read(await only(writePdf(set.pages), 'a.pdf'))
const data = (html: string) => JSON.parse(/id="data">([\s\S]*?)<\/script>/.exec(html)![1]!)
const marks = (html: string) => [...html.matchAll(/<(a|span) class="pg" data-page="(\d+)"([^>]*)>/g)]

test('numbers of pages stand in the text, each once, and are no part of it', async () => {
  const reading = await readingOf()
  const html = page(reading)
  expect(marks(html).map(each => [each[1], each[2]])).toEqual(set.pages.map((_, i) => ['span', String(i + 1)]))
  // In the middle of a paragraph as well as between two.
  expect(html).toMatch(/<span class="s"[^>]*>(?:(?!<p>)[\s\S])+<span class="pg" data-page="2"/)
  const source = /<article class="source" lang="zh">([\s\S]*?)<\/article>/.exec(html)![1]!
  expect(source.replace(/<[^>]*>/g, '').replace(/\s/g, '')).toBe(reading.text.replace(/\s/g, ''))
  for (const figure of data(html).figures) expect(figure.page).toBe(reading.figures.find(f => f.id === figure.id)!.page)
  for (const statement of data(html).statements) expect(statement.page).toBeGreaterThan(0)
})

test('a PDF is opened at its page, a marked copy at the place', async () => {
  const reading = await readingOf()
  const plain = page(reading, { document: { url: '%E6%8A%A5%E5%91%8A.pdf', marked: false } })
  expect(marks(plain)[1]![3]).toContain('href="%E6%8A%A5%E5%91%8A.pdf#page=2"')
  expect(data(plain).document).toEqual({ url: '%E6%8A%A5%E5%91%8A.pdf', marked: false })
  expect(data(page(reading)).document).toBeUndefined()
})

test('a document without pages has no such marks', () => {
  expect(marks(page(read(text)))).toEqual([])
})
