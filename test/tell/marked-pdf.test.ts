import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, type PDFNumber } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { defaultLimits } from '../../src/documents/formats/limits.ts'
import { pdf } from '../../src/documents/pdf/index.ts'
import { read } from '../../src/read/index.ts'
import { markedPdf } from '../../src/tell/marked-pdf.ts'
import { setText } from '../documents/fixed/pages.ts'
import { writePdf } from '../documents/fixed/pdf.ts'
import { paragraphs, samples } from '../documents/fixed/samples.ts'

async function readingOf(bytes: Uint8Array) {
  const { text, map, pages, mediaType } = await pdf.read(bytes, { name: 'a.pdf', limits: defaultLimits })
  return read({ source: { name: 'a.pdf', mediaType, encoding: null, sha256: null, pages }, text, repairs: [], map })
}

/** Marks of a page: note, left and right edge, upper and lower edge from the page's foot. */
async function marksOf(bytes: Uint8Array, page: number) {
  const annotations = (await PDFDocument.load(bytes)).getPage(page).node.Annots()
  return (annotations?.asArray() ?? []).map((_, i) => {
    const mark = annotations!.lookup(i, PDFDict)
    const rect = mark.lookup(PDFName.of('Rect'), PDFArray).asArray() as PDFNumber[]
    return {
      kind: mark.lookup(PDFName.of('Subtype'), PDFName).decodeText(),
      note: mark.lookup(PDFName.of('Contents'), PDFHexString).decodeText(),
      rect: rect.map(n => Math.round(n.asNumber())),
    }
  })
}

test('a figure is marked where it stands, with its indicator', async () => {
  const bytes = writePdf(setText('青禾县政府工作报告\n2023年，粮食总产量27.6万吨。').pages)
  const copy = await markedPdf(bytes, await readingOf(bytes))
  const [sentence, mark] = await marksOf(copy, 0)
  expect([sentence!.kind, mark!.kind]).toEqual(['Underline', 'Highlight'])
  expect(sentence!.rect[0]).toBe(80 + 2 * 14)
  expect(mark!.note).toBe('粮食总产量 27.6万吨')
  // Two characters of indent, 2023年， and 粮食总产量 come before: 2 + 2 + 2 + 5 squares of 14 points from a margin of 80.
  expect(mark!.rect[0]).toBe(80 + 11 * 14)
  expect(mark!.rect[2]).toBe(80 + 15 * 14)
  // Second line: baseline 80 + 14 + 1.6 * 14 points from the top of 842.
  const baseline = 842 - (80 + 14 + 1.6 * 14)
  expect(mark!.rect[1]).toBeLessThan(baseline)
  expect(mark!.rect[3]).toBeGreaterThan(baseline + 10)
})

test('every figure of a report is marked on its page', async () => {
  const report = paragraphs(samples.find(sample => sample.name.startsWith('county'))!.text).join('\n')
  const bytes = writePdf(setText(report, { lines: 14, numbers: true }).pages)
  const reading = await readingOf(bytes)
  const copy = await markedPdf(bytes, reading)
  const notes: string[] = []
  for (let page = 0; page < reading.source.pages!; page++) notes.push(...(await marksOf(copy, page)).map(mark => mark.note))
  expect(reading.figures.length).toBeGreaterThan(100)
  for (const figure of reading.figures) expect(notes.some(note => note.includes(figure.text))).toBe(true)
  // The copy reads as the original does.
  expect((await readingOf(copy)).text).toBe(reading.text)
})

test('a copy opens at every figure and its sentence, by their ids', async () => {
  const text = '青禾县政府工作报告\n2023年，粮食总产量27.6万吨。\n新建农村公路118公里。\n改造老旧小区89个。'
  const bytes = writePdf(setText(text, { lines: 2 }).pages)
  const reading = await readingOf(bytes)
  const copy = await PDFDocument.load(await markedPdf(bytes, reading))
  const places = copy.catalog.lookup(PDFName.of('Dests'), PDFDict)
  const pageOf = (id: string) => {
    const [page] = places.lookup(PDFName.of(id), PDFArray).asArray()
    return copy.getPages().findIndex(each => each.ref === page) + 1
  }
  expect(reading.figures.map(each => each.page)).toEqual([1, 2, 2])
  for (const figure of reading.figures) {
    expect(pageOf(figure.id)).toBe(figure.page)
    expect(pageOf(figure.statement)).toBe(figure.page)
  }
})
