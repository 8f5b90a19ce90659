/** Damaged files by the thousand: each is read or refused with our own error, none hangs, crashes or fills the memory. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { DocumentError } from '../../../src/documents/error.ts'
import { defaultLimits } from '../../../src/documents/formats/limits.ts'
import type { Extracted, FormatReader } from '../../../src/documents/formats/types.ts'
import { ofd } from '../../../src/documents/ofd/index.ts'
import { pdf } from '../../../src/documents/pdf/index.ts'
import { writeOfd } from './ofd.ts'
import { setText } from './pages.ts'
import { assemble, type PdfOptions, writePdf } from './pdf.ts'

const text =
  '政府工作报告\n去年全县粮食总产量27.6万吨，增长3.2%。新建农村公路118公里。\n今年主要预期目标：地区生产总值增长6.5%左右。'
const { pages } = setText(`${text}\n${text}`, { lines: 4, head: '青禾县文件', numbers: true })

/** Numbers that look random and come the same every time (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Changes some bytes, drops or repeats a stretch, cuts the end off, or puts words in that parsers stumble over. */
function mutated(bytes: Uint8Array, next: () => number, words: string[]): Uint8Array {
  let out = Buffer.from(bytes)
  const at = () => Math.floor(next() * out.length)
  for (let n = 1 + Math.floor(next() * 4); n > 0 && out.length > 8; n--) {
    const [a, b] = [at(), Math.min(out.length, at())]
    switch (Math.floor(next() * 6)) {
      case 0:
        for (let i = 0; i < 8; i++) out[at()] = Math.floor(next() * 256)
        break
      case 1:
        out = Buffer.concat([out.subarray(0, a), out.subarray(Math.min(out.length, a + Math.floor(next() * 200)))])
        break
      case 2:
        out = Buffer.concat([out.subarray(0, a), out.subarray(b, b + 300), out.subarray(a)])
        break
      case 3:
        out = out.subarray(0, Math.max(8, a))
        break
      default: {
        const word = words[Math.floor(next() * words.length)]!
        out = Buffer.concat([out.subarray(0, a), Buffer.from(word), out.subarray(a + Math.floor(next() * word.length))])
      }
    }
  }
  return out
}

interface Outcome {
  read: number
  refused: number
  slowest: number
  others: string[]
}

async function outcomeOf(reader: FormatReader, cases: Iterable<[string, Uint8Array]>): Promise<Outcome> {
  const out: Outcome = { read: 0, refused: 0, slowest: 0, others: [] }
  const options = { name: 'a', limits: { ...defaultLimits, seconds: 10, pages: 200, characters: 100_000, expanded: 20_000_000 } }
  for (const [name, bytes] of cases) {
    const start = performance.now()
    try {
      whole(await ended(reader.read(bytes, options)))
      out.read++
    } catch (error) {
      if (error instanceof DocumentError && error.code !== 'defect') out.refused++
      else out.others.push(`${name}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' | ') : error}`)
    }
    out.slowest = Math.max(out.slowest, performance.now() - start)
  }
  return out
}

/** A reader that waits for ever fails the case and not the whole test. */
function ended(reading: Promise<Extracted> | Extracted): Promise<Extracted> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('never ends')), 20_000)
    Promise.resolve(reading)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}

/** What holds of every text that a reader gives. */
function whole({ text: said, map, asides, tables, pages: count }: Extracted): void {
  let last = 0
  for (const [start, end, page] of map) {
    if (start < last || end <= start || end > said.length) throw new Error('map out of order')
    if (page === null || page < 1 || page > count!) throw new Error('page out of range')
    last = end
  }
  for (const { at } of asides) if (at !== null && (at < 0 || at > said.length)) throw new Error('aside out of range')
  for (const { cells } of tables)
    for (const cell of cells) if (said.slice(cell.start, cell.end) !== cell.text) throw new Error('cell')
}

const pdfWords = [
  '999999999',
  '-1',
  '0',
  '2 0 R',
  '7 0 R',
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  'endobj',
  'endstream',
  'stream\n',
  '/Kids',
  '/Filter /LZWDecode',
  '/Filter [/FlateDecode /FlateDecode]',
  '/ToUnicode 8 0 R',
  ' Tf ',
  ' Tj ',
  ' Tm ',
  ' Do ',
  ' cm ',
  ' q ',
  ' Q ',
  '/Encrypt 1 0 R',
  '/Type /ObjStm',
  '1e308',
  '\0\0',
  '/Rotate 90',
  '/UserUnit 1e9',
  'BI /W 99999 /H 99999 ID ',
]

function* pdfs(count: number): Iterable<[string, Uint8Array]> {
  const seeds = (['collection', 'gbk', 'map'] as const).flatMap(font =>
    [true, false].map(compress => writePdf(pages.slice(0, 2), { font, compress, title: '报告' } satisfies PdfOptions)),
  )
  for (let seed = 0; seed < count; seed++) yield [`pdf ${seed}`, mutated(seeds[seed % seeds.length]!, random(seed), pdfWords)]
}

const xmlWords = [
  '<',
  '>',
  '&',
  '&#0;',
  '&#x10ffff;',
  ']]>',
  '<![CDATA[',
  '1e308',
  '-1',
  'NaN',
  'g 999999999 1',
  'g',
  '0 0 0 0',
  '"',
  ' ID="',
  '../../../../etc/passwd',
  '/',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '\ufffe',
  'CTM="1e300 0 0 1e300 0 0"',
  'Size="1e9"',
  '<ofd:TextObject>',
  '</ofd:Layer>',
  'ResourceID="9"',
  '<?xml version="1.1"?>',
]

function* ofds(count: number): Iterable<[string, Uint8Array]> {
  const seed = writeOfd(pages.slice(0, 2), { template: [{ text: '文件', x: 80, y: 40, size: 9 }] })
  const entries = unzipSync(seed)
  const names = Object.keys(entries)
  for (let n = 0; n < count; n++) {
    const next = random(n)
    if (n % 4 === 0) yield [`ofd ${n}`, mutated(seed, next, ['PK\x03\x04', 'PK\x01\x02', '\xff\xff\xff\xff'])]
    else {
      const name = names[Math.floor(next() * names.length)]!
      const changed = n % 4 === 1 ? mutated(entries[name]!, next, xmlWords) : revalued(entries[name]!, next)
      yield [`ofd ${n} ${name}`, zipSync({ ...entries, [name]: changed }, { level: 1 })]
    }
  }
}

const values = [
  '',
  '0',
  '-1',
  '1e300',
  'NaN',
  '0 0 0 0',
  '1 0 0',
  '-5 0 0 -5 0 0',
  '1e9 1e9 -1e9 1e9 5 5',
  'g 99999999 1',
  'g g g',
  '3',
  '9',
  '../..',
  '/',
  'Doc_0/Document.xml',
  'false',
  '180',
  '90',
  '\u{20000}',
]

/** Changes some values and drops some elements, so that it stays well-formed and the walk over it is reached. */
function revalued(xml: Uint8Array, next: () => number): Uint8Array {
  let out = Buffer.from(xml).toString('utf8')
  const share = next() < 0.5 ? 0.01 : 0.2
  out = out.replace(/="[^"]*"/g, was =>
    next() < share && !was.includes('http') ? `="${values[Math.floor(next() * values.length)]}"` : was,
  )
  if (next() < 0.3)
    out = out.replace(/>[^<>]+</g, was => (next() < share ? `>${values[Math.floor(next() * values.length)]}<` : was))
  return strToU8(out)
}

const count = Number(process.env.JIEDU_FUZZ ?? 500)

test.each([
  ['PDF', pdf, () => pdfs(count)],
  ['OFD', ofd, () => ofds(4 * count)],
] as const)('%s files damaged at random', { timeout: 60_000 + count * 200 }, async (_, reader, cases) => {
  const before = process.memoryUsage().rss
  const outcome = await outcomeOf(reader, cases())
  expect(outcome.others).toEqual([])
  expect(outcome.read).toBeGreaterThan(count / 20)
  expect(outcome.refused).toBeGreaterThan(count / 20)
  expect(outcome.slowest).toBeLessThan(8000)
  expect(process.memoryUsage().rss - before).toBeLessThan(700 * 1024 * 1024)
  console.info(`${outcome.read} read, ${outcome.refused} refused, slowest ${Math.round(outcome.slowest)} ms`)
})

const catalog = '<< /Type /Catalog /Pages 2 0 R >>'

test.each<[string, string[], string]>([
  ['a page tree that holds itself', [catalog, '<< /Type /Pages /Count 3 /Kids [2 0 R] >>'], 'damaged'],
  [
    'two nodes that hold each other',
    [catalog, '<< /Type /Pages /Count 2 /Kids [3 0 R] >>', '<< /Type /Pages /Count 2 /Parent 2 0 R /Kids [2 0 R] >>'],
    'damaged',
  ],
  [
    'a count of a thousand million pages',
    [catalog, '<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>'],
    'over-limit|no-text|damaged',
  ],
  [
    'arrays nested deep',
    [catalog, `<< /Type /Pages /Count 1 /Kids [3 0 R] >>`, `<< /Type /Page /Parent 2 0 R /Contents ${'['.repeat(50_000)} >>`],
    'damaged|no-text',
  ],
  ['a root that is none', ['<< /Type /Catalog >>'], 'damaged|no-text'],
])('a PDF with %s is refused', async (_, objects, code) => {
  const limits = { ...defaultLimits, seconds: 10 }
  const error = await Promise.resolve(pdf.read(assemble(objects, '/Root 1 0 R'), { name: 'a.pdf', limits })).catch(
    (thrown: unknown) => thrown as DocumentError,
  )
  if (!(error instanceof DocumentError)) throw new Error('read')
  expect(error.code).toMatch(new RegExp(`^(?:${code})$`))
})

test('a form that draws itself', async () => {
  const form = (body: string) =>
    `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length ${body.length} >>\nstream\n${body}\nendstream`
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >> >>'
  const bytes = assemble([catalog, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', page, form('/X Do /X Do')], '/Root 1 0 R')
  const limits = { ...defaultLimits, seconds: 10 }
  await expect(pdf.read(bytes, { name: 'a.pdf', limits })).rejects.toBeInstanceOf(DocumentError)
})

test('streams that expand beyond measure are refused before they are', async () => {
  const { deflateSync } = await import('node:zlib')
  const limits = { ...defaultLimits, expanded: 30_000_000 }
  const made = (body: Buffer, filter: string) => {
    const stream = Buffer.concat([
      Buffer.from(`<< /Length ${body.length} /Filter ${filter} >>\nstream\n`),
      body,
      Buffer.from('\nendstream'),
    ])
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>'
    return assemble([catalog, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', page, stream], '/Root 1 0 R')
  }
  const once = deflateSync(Buffer.alloc(40_000_000, 'q '))
  const twice = deflateSync(once)
  // Every code the longest so far: 9 to 12 bits each.
  const lzw = Buffer.alloc(60_000, 0xff)
  for (const [body, filter] of [
    [once, '/FlateDecode'],
    [twice, '[/FlateDecode /FlateDecode]'],
  ] as const)
    await expect(pdf.read(made(body, filter), { name: 'a.pdf', limits })).rejects.toMatchObject({ code: 'over-limit' })
  await expect(pdf.read(made(lzw, '/LZWDecode'), { name: 'a.pdf', limits })).rejects.toBeInstanceOf(DocumentError)
})

test('a template of an OFD that is missing, and a path out of it', async () => {
  const bytes = writeOfd(pages, {
    extra: { 'Doc_0/Document.xml': strToU8('<a><Pages><Page ID="1" BaseLoc="../../../x.xml"/></Pages></a>') },
  })
  await expect(ofd.read(bytes, { name: 'a.ofd', limits: defaultLimits })).rejects.toMatchObject({ code: 'damaged' })
})
