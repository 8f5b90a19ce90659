/** `jiedu tell` as a process: pages and marked copies, and the way from one to the other. */
import { existsSync, readFileSync } from 'node:fs'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { beforeAll, expect, it } from 'vitest'
import { setText } from '../documents/fixed/pages.ts'
import { writePdf } from '../documents/fixed/pdf.ts'
import { report, setup } from './run.ts'

const { jiedu, file, at } = setup()
const pdf = writePdf(setText(report, { lines: 12 }).pages)
const documentOf = (name: string) =>
  JSON.parse(/id="data">([\s\S]*?)<\/script>/.exec(readFileSync(at(name), 'utf8'))![1]!).document

beforeAll(() => {
  file('公报/报告 1.pdf', pdf)
  file('a.txt', report)
})

it('a page leads to the PDF it was made from, seen from where the page lies', () => {
  expect(jiedu(['tell', '公报/报告 1.pdf', '--page', '--out', 'pages/a.html', '-q']).code).toBe(0)
  expect(documentOf('pages/a.html')).toEqual({
    url: '../%E5%85%AC%E6%8A%A5/%E6%8A%A5%E5%91%8A%201.pdf',
    marked: false,
  })
  // Printed, it is taken to lie in the folder where the command runs.
  file('printed.html', jiedu(['tell', '公报/报告 1.pdf', '--page']).out)
  expect(documentOf('printed.html').url).toBe('%E5%85%AC%E6%8A%A5/%E6%8A%A5%E5%91%8A%201.pdf')
  expect(jiedu(['tell', 'a.txt', '--page', '--out', 'pages/b.html', '-q']).code).toBe(0)
  expect(documentOf('pages/b.html')).toBeUndefined()
})

it('with a marked copy the page leads to the places of figures in the copy', async () => {
  const { code, err } = jiedu(['tell', '公报', '--page', '--marked', '--out', 'both'])
  expect([code, err.trimEnd().split('\n').length]).toEqual([0, 2])
  expect(documentOf('both/报告 1.html')).toEqual({ url: '%E6%8A%A5%E5%91%8A%201.pdf', marked: true })
  const copy = await PDFDocument.load(readFileSync(at('both/报告 1.pdf')))
  const places = copy.catalog.lookup(PDFName.of('Dests'), PDFDict)
  const html = readFileSync(at('both/报告 1.html'), 'utf8')
  const ids = [...html.matchAll(/<a class="f [^"]*" id="(f\d+)"/g)].map(each => each[1]!)
  expect(ids.length).toBeGreaterThan(20)
  for (const id of ids) expect([id, places.has(PDFName.of(id))]).toEqual([id, true])
})

it('what is no PDF is named and not marked; its page is made all the same', () => {
  const { code, err } = jiedu(['tell', 'a.txt', '--page', '--marked', '--out', 'text'])
  expect([code, err]).toEqual([1, expect.stringContaining('a.txt: 不是单独的 PDF')])
  expect(existsSync(at('text/a.html'))).toBe(true)
  expect(jiedu(['tell', 'a.txt', '--marked'])).toMatchObject({ code: 2, err: expect.stringContaining('--out') })
})
