/**
 * One report through every format and back: the same figures, its characters in the same order, the right pages.
 * What LibreOffice and Chromium make is tested where they are installed (with a Chinese font), and said to be skipped elsewhere.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import { violations } from '../../src/read/invariants.ts'
import type { Figure, Reading } from '../../src/read/types.ts'
import { root } from '../cli/run.ts'
import { browser, chinese, office } from '../house/programs.ts'
import { encode } from './encode.ts'
import { inOrder } from './fixed/compare.ts'
import { writeOfd } from './fixed/ofd.ts'
import { setText } from './fixed/pages.ts'
import { writePdf } from './fixed/pdf.ts'
import { docxOf } from './made/docx.ts'
import { oldSite, portal } from './made/html.ts'
import { only } from './made/open.ts'
import { byBrowser, byLibrary, byOffice } from './made/print.ts'

const text = readFileSync(join(root, 'samples', 'county-2024-report.txt'), 'utf8')
const lines = text.split('\n').filter(line => line.trim() !== '')
const plain = `${lines.join('\n')}\n`

/** Lines by pages that hold them with room to spare, so that a break between pages is where it was asked for. */
const pages: string[][] = [[]]
for (const line of lines) {
  const held = pages.at(-1)!
  if (held.join('').length + line.length > 450 && held.length > 0) pages.push([line])
  else held.push(line)
}
const pageOf = new Map(pages.flatMap((held, n) => held.map(line => [line, n + 1] as const)))
const breaks = new Set(pages.slice(1).map((_, n) => pages.slice(0, n + 1).flat().length))

const printed = `<!doctype html><html lang="zh"><meta charset="utf-8"><style>@page{size:A4;margin:30mm 26mm}body{font:16px/1.7 serif}p{margin:0;text-indent:2em}</style><body>${pages
  .map((held, n) => held.map((line, i) => `<p${n > 0 && i === 0 ? ' style="break-before:page"' : ''}>${line}</p>`).join('\n'))
  .join('\n')}</body></html>`
const set = setText(text, { lines: 14, head: '青禾县人民政府文件', numbers: true })
const docx = () => docxOf(lines, breaks)
const ofd = () => writeOfd(set.pages)

interface Way {
  name: string
  /** The name of the file, where it is not what tells the format. */
  file?: string
  made(): Uint8Array | Promise<Uint8Array>
  /** The page of a line, where the format knows pages. */
  page?: (line: string, n: number) => number
  needs?: { name: string; there: boolean }
}

const broken = (line: string) => pageOf.get(line)!
const flowed = (_: string, n: number) => set.places[n]!.first
const libreOffice = { name: 'LibreOffice', there: office !== null && chinese }
const chromium = { name: 'Chromium', there: browser !== null && chinese }

const ways: Way[] = [
  { name: 'txt in UTF-8', made: () => strToU8(plain) },
  { name: 'txt in GB18030', made: () => encode(plain, 'gb18030') },
  { name: 'txt in UTF-16', made: () => encode(plain, 'utf-16le', true) },
  { name: 'html of a portal', made: () => strToU8(portal(lines[0]!, lines.slice(1))) },
  { name: 'html of an old site in GBK', made: () => encode(oldSite(lines[0]!, lines.slice(1)), 'gb18030') },
  { name: 'docx by the docx library', made: docx },
  {
    name: 'doc by LibreOffice, kept in files/',
    made: () => readFileSync(join(root, 'test', 'documents', 'files', 'county.doc')),
  },
  { name: 'pdf by pdfkit, font embedded', made: () => byLibrary(pages), page: broken },
  { name: 'pdf of our own, font named only', made: () => writePdf(set.pages), page: flowed },
  { name: 'ofd of our own', made: ofd, page: flowed },
  { name: 'zip of a docx', made: async () => zipSync({ '报告.docx': await docx() }) },
  { name: 'zip of an ofd in a zip', made: () => zipSync({ 'a.zip': zipSync({ 'b.ofd': ofd() }) }), page: flowed },
  { name: 'doc by LibreOffice', made: async () => byOffice(await docx(), 'doc:MS Word 97'), needs: libreOffice },
  {
    name: 'wps: the same under its name',
    file: 'a.wps',
    made: async () => byOffice(await docx(), 'doc:MS Word 97'),
    needs: libreOffice,
  },
  { name: 'docx by LibreOffice', made: async () => byOffice(await docx(), 'docx'), needs: libreOffice },
  { name: 'html by LibreOffice', made: async () => byOffice(await docx(), 'html'), needs: libreOffice },
  { name: 'pdf by LibreOffice', made: async () => byOffice(await docx(), 'pdf'), page: broken, needs: libreOffice },
  { name: 'pdf by Chromium', made: () => byBrowser(printed), page: broken, needs: chromium },
]

/** Chromium writes a dash that stands alone as the bar that the font draws in the same way, and says so in the PDF. */
const alike = (words: string) => words.replace(/\s/g, '').replaceAll('―', '—')
const told = (f: Figure) => [alike(f.text), f.exact, f.unit, f.indicator?.text, f.measure, f.status, f.period].join(' | ')
const figures = (reading: Reading) => [...new Set(reading.figures.map(told))].sort()
const wanted = figures(read(plain))

describe('the report of a county', () => {
  for (const { name, file = 'a', made, page, needs } of ways)
    it.skipIf(needs?.there === false)(
      `comes back from ${name}${needs?.there === false ? ` (${needs.name} is not installed)` : ''}`,
      async () => {
        const reading = read(await only(await made(), file))
        expect(violations(reading)).toEqual([])
        expect(wanted.length).toBeGreaterThan(150)
        expect(figures(reading)).toEqual(wanted)
        expect(inOrder(plain, reading.text)).toBeGreaterThanOrEqual(0.99)
        // And hardly anything besides.
        expect(inOrder(reading.text, plain)).toBeGreaterThanOrEqual(0.99)
        if (!page) return
        expect(reading.source.pages).toBe(page === flowed ? set.pages.length : pages.length)
        const read_ = reading.text.trimEnd().split('\n')
        expect(read_).toHaveLength(lines.length)
        let start = 0
        read_.forEach((line, n) => {
          const runs = reading.map.filter(run => run[0] < start + line.length && run[1] > start)
          expect([line, runs[0]?.[2]]).toEqual([line, page(lines[n]!, n)])
          for (const figure of reading.figures)
            if (figure.start >= start && figure.end <= start + line.length && page === broken)
              expect(figure.page).toBe(page(lines[n]!, n))
          start += line.length + 1
        })
      },
    )
})
