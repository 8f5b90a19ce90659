/** Damaged files by the thousand: each is read or refused with our own error, none hangs, crashes or fills the memory. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { mulberry32 } from '../../../scripts/random.ts'
import { DocumentError } from '../../../src/documents/error.ts'
import { defaultLimits } from '../../../src/documents/formats/limits.ts'
import { ofd } from '../../../src/documents/ofd/index.ts'
import { pdf } from '../../../src/documents/pdf/index.ts'
import { holdsUp, limits, mutated, revalued, xmlWords } from '../made/fuzz.ts'
import { byLibrary } from '../made/print.ts'
import { writeOfd } from './ofd.ts'
import { setText } from './pages.ts'
import { assemble, type PdfOptions, writePdf } from './pdf.ts'

const text =
  '政府工作报告\n去年全县粮食总产量27.6万吨，增长3.2%。新建农村公路118公里。\n今年主要预期目标：地区生产总值增长6.5%左右。'
const { pages } = setText(`${text}\n${text}`, { lines: 4, head: '青禾县文件', numbers: true })

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

async function pdfs(count: number): Promise<Iterable<[string, Uint8Array]>> {
  // Our own in every way to name characters, and one of a library, with its font embedded.
  const library = await byLibrary([text.split('\n'), text.split('\n')])
  const seeds = [
    library,
    ...(['collection', 'gbk', 'map'] as const).flatMap(font =>
      [true, false].map(compress => writePdf(pages.slice(0, 2), { font, compress, title: '报告' } satisfies PdfOptions)),
    ),
  ]
  return damaged(seeds, count)
}

function* damaged(seeds: Uint8Array[], count: number): Iterable<[string, Uint8Array]> {
  for (let seed = 0; seed < count; seed++) yield [`pdf ${seed}`, mutated(seeds[seed % seeds.length]!, mulberry32(seed), pdfWords)]
}

function* ofds(count: number): Iterable<[string, Uint8Array]> {
  const seed = writeOfd(pages.slice(0, 2), { template: [{ text: '文件', x: 80, y: 40, size: 9 }] })
  const entries = unzipSync(seed)
  const names = Object.keys(entries)
  for (let n = 0; n < count; n++) {
    const next = mulberry32(n)
    if (n % 4 === 0) yield [`ofd ${n}`, mutated(seed, next, ['PK\x03\x04', 'PK\x01\x02', '\xff\xff\xff\xff'])]
    else {
      const name = names[Math.floor(next() * names.length)]!
      const changed = n % 4 === 1 ? mutated(entries[name]!, next, xmlWords) : revalued(entries[name]!, next)
      yield [`ofd ${n} ${name}`, zipSync({ ...entries, [name]: changed }, { level: 1 })]
    }
  }
}

const count = Number(process.env.JIEDU_FUZZ ?? 500)

test.each([
  ['PDF', pdf, () => pdfs(count)],
  ['OFD', ofd, () => ofds(4 * count)],
] as const)('%s files damaged at random', { timeout: 60_000 + count * 200 }, async (_, reader, cases) => {
  await holdsUp(async bytes => [await reader.read(bytes, { name: 'a', limits })], await cases(), count)
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
