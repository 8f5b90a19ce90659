/**
 * Damaged Word documents, pages, texts and archives by the thousand: each is read or refused with our own error, none
 * crashes, hangs or fills the memory. PDF and OFD have the same in fixed/. `JIEDU_FUZZ=5000` asks for more of each.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import CFB from 'cfb'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { mulberry32 } from '../../scripts/random.ts'
import { doc } from '../../src/documents/doc/index.ts'
import { docx } from '../../src/documents/docx/index.ts'
import { DocumentError } from '../../src/documents/error.ts'
import type { Extracted, FormatReader } from '../../src/documents/formats/types.ts'
import { html } from '../../src/documents/html/index.ts'
import { decode, openDocuments } from '../../src/documents/index.ts'
import { report, root } from '../cli/run.ts'
import { encode } from './encode.ts'
import { writeOfd } from './fixed/ofd.ts'
import { setText } from './fixed/pages.ts'
import { docxOf, p, rawDocx } from './made/docx.ts'
import { holdsUp, limits, mutated, outcomeOf, revalued, xmlWords } from './made/fuzz.ts'
import { oldSite, plainSite, portal } from './made/html.ts'

type Case = [name: string, bytes: Uint8Array]

const lines = report.split('\n').filter(line => line !== '')
const originals = join(process.env.JIEDU_CORPUS ?? '', 'originals')
const hasOriginals = process.env.JIEDU_CORPUS !== undefined && existsSync(originals)

/** A document with one of everything: numbers, notes, revisions, comments, a table, text boxes. */
const rich = rawDocx(
  `${p('回顾', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}<w:p><w:r><w:t>增长8%</w:t><w:footnoteReference w:id="2"/><w:commentReference w:id="0"/></w:r><w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins><w:r><w:t>9</w:t></w:r></w:ins></w:p>
   <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>${p('指标')}</w:tc></w:tr><w:tr><w:tc>${p('一')}</w:tc><w:tc>${p('二')}</w:tc></w:tr></w:tbl>
   <w:p><w:r><w:lastRenderedPageBreak/><w:drawing><x><w:txbxContent>${p('框')}</w:txbxContent></x></w:drawing><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
  {
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    styles:
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>',
    footnotes: `<w:footnote w:id="2">${p('指四类企业。')}</w:footnote>`,
    comments: `<w:comment w:id="0" w:author="甲">${p('请核对')}</w:comment>`,
    header1: p('政府工作报告'),
  },
)

/** Archives damaged as bytes, or in one entry that is packed again, so that the reader behind the archive is reached. */
function* packages(seeds: Uint8Array[], count: number, inside = /\.(?:xml|rels)$/): Iterable<Case> {
  const opened = seeds.map(seed => unzipSync(seed))
  for (let n = 0; n < count; n++) {
    const next = mulberry32(n)
    const entries = opened[n % seeds.length]!
    const names = Object.keys(entries).filter(name => inside.test(name))
    const name = names[Math.floor(next() * names.length)]
    if (name === undefined || n % 5 === 0) {
      yield [
        `bytes ${n}`,
        mutated(seeds[n % seeds.length]!, next, ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', '\xff\xff\xff\xff']),
      ]
      continue
    }
    const changed = n % 5 === 1 ? mutated(entries[name]!, next, xmlWords) : revalued(entries[name]!, next)
    yield [`${name} ${n}`, zipSync({ ...entries, [name]: changed }, { level: 1 })]
  }
}

function* plainly(seeds: Uint8Array[], count: number, words: string[]): Iterable<Case> {
  for (let n = 0; n < count; n++) yield [`${n}`, mutated(seeds[n % seeds.length]!, mulberry32(n), words)]
}

/** Old containers damaged as bytes, or in one stream, which is put back whole. */
function* containers(seeds: Uint8Array[], count: number): Iterable<Case> {
  for (let n = 0; n < count; n++) {
    const next = mulberry32(n)
    const seed = seeds[n % seeds.length]!
    if (n % 3 === 0) {
      yield [`bytes ${n}`, mutated(seed, next, ['\xff\xff\xff\xff', '\xfe\xff\xff\xff', '\0\0\0\0', '\xd0\xcf\x11\xe0'])]
      continue
    }
    const made = CFB.read(Buffer.from(seed), { type: 'buffer' })
    const name = ['WordDocument', '1Table', '\u0005SummaryInformation'][Math.floor(next() * 3)]!
    const stream = CFB.find(made, name)
    if (!stream) continue
    const content = Uint8Array.from(stream.content as Uint8Array)
    // Numbers of the formatting tables, rather than characters: lengths and places that are wrong.
    for (let k = 1 + Math.floor(next() * 6); k > 0; k--)
      content[Math.floor(next() * content.length)] = Math.floor(next() * 256) * Math.floor(next() * 2) || 255
    CFB.utils.cfb_add(made, `/${name}`, content as never)
    yield [`${name} ${n}`, new Uint8Array(CFB.write(made, { type: 'buffer' }) as Buffer)]
  }
}

const htmlWords = [
  '<',
  '>',
  '</div>',
  '<table><tr><td rowspan="99999" colspan="99999">',
  '<td colspan=-1>',
  '<ol start="999999999999"><li>',
  '<ol reversed start=x><li>',
  '<!--',
  '-->',
  '<script>',
  '<style>',
  '<svg><foreignObject><div>',
  '<template>',
  '<frameset>',
  '<plaintext>',
  '<meta charset="utf-16">',
  '<meta charset="hz-gb-2312">',
  '<base href="//example.invalid">',
  '&#x110000;',
  '&#0;',
  '&NotExists;',
  '\0',
  '<div>'.repeat(300),
  '<b><i>'.repeat(40),
]

const read = (reader: FormatReader) => async (bytes: Uint8Array) => [await reader.read(bytes, { name: 'a', limits })]

async function archived(bytes: Uint8Array): Promise<Extracted[]> {
  const all: Extracted[] = []
  for await (const one of openDocuments(bytes, 'a.zip', { limits })) {
    if (!(one instanceof DocumentError)) all.push({ ...one, mediaType: '', encoding: null, pages: one.source.pages })
    else if (one.code === 'defect') throw new Error(`defect: ${one.what.en}`)
  }
  if (all.length === 0) throw new DocumentError('no-texts', 'a', { what: { zh: '', en: '' }, todo: { zh: '', en: '' } })
  return all
}

const text = async (bytes: Uint8Array) => {
  const found = decode(bytes, 'a.txt')
  return [{ ...found, mediaType: '', encoding: null, pages: null }]
}

const count = Number(process.env.JIEDU_FUZZ ?? 1000)
const file = (name: string) => readFileSync(join(root, 'test', 'documents', 'files', name))
const short = lines.slice(0, 12)
const { pages } = setText(short.join('\n'))

test.each<[string, (bytes: Uint8Array) => Promise<Extracted[]>, () => Promise<Iterable<Case>> | Iterable<Case>]>([
  ['docx', read(docx), async () => packages([await docxOf(short), rich], count)],
  ['doc', read(doc), () => containers([file('rich.doc'), file('county.doc')], count)],
  [
    'html',
    read(html),
    () =>
      plainly(
        [strToU8(portal(lines[0]!, short)), encode(oldSite(lines[0]!, short), 'gb18030'), strToU8(plainSite(lines[0]!, short))],
        count,
        htmlWords,
      ),
  ],
  [
    'txt',
    text,
    () =>
      plainly(
        (['utf-8', 'gb18030', 'utf-16le'] as const).map(each => encode(report, each, true)),
        count,
        ['\0', '\xff\xfe', '\xed\xa0\x80', '\x81\x30', '\ufeff', '\x1b$)A'],
      ),
  ],
  [
    'zip',
    archived,
    () => {
      const inside = {
        'a.docx': rich,
        '县/b.txt': strToU8(report),
        'c.ofd': writeOfd(pages),
        'd.html': strToU8(portal('报告', short)),
      }
      return packages([zipSync({ ...inside, 'e.zip': zipSync(inside) })], count, /./)
    },
  ],
])('%s files damaged at random', { timeout: 60_000 + count * 100 }, async (_, reader, cases) => {
  await holdsUp(reader, await cases(), count)
})

test.skipIf(!hasOriginals)('published originals damaged at random (JIEDU_CORPUS)', { timeout: 120_000 }, async () => {
  const of = (folder: string) => readdirSync(join(originals, folder)).map(name => readFileSync(join(originals, folder, name)))
  const some = Math.ceil(count / 20)
  const word = await outcomeOf(read(docx), packages(of('docx'), some))
  const plain = await outcomeOf(text, plainly([...of('gb18030'), ...of('csv')], some, ['\0', '\x81\x30', '\xff']))
  expect([...word.others, ...plain.others]).toEqual([])
  expect(word.read + word.refused + plain.read + plain.refused).toBe(2 * some)
  expect(word.read).toBeGreaterThan(some / 20)
})
