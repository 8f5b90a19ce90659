/** A minimal PDF writer, for tests: fonts that are named and not embedded, in the ways that Chinese documents name them. */
import { deflateSync } from 'node:zlib'
import { evenWidth, type SetPage } from './pages.ts'

export interface PdfOptions {
  /**
   * How the font says its characters: `collection` by a character collection's own codes (UniGB-UTF16-H), `gbk` by
   * GBK-EUC-H, `map` by glyph numbers with a map to Unicode, `none` by glyph numbers alone, `false` with a map that lies.
   */
  font?: 'collection' | 'gbk' | 'map' | 'none' | 'false'
  compress?: boolean
  encrypt?: boolean
  /** Draw each line so many times, a hair apart, as imitated bold is. */
  times?: number
  title?: string
  /** Further content of every page. */
  drawing?: string
  mode?: number
}

export function writePdf(pages: SetPage[], options: PdfOptions = {}): Uint8Array {
  const { font = 'collection', compress = true, times = 1 } = options
  const codes = new Map<string, number>()
  const code = (c: string) => {
    if (!codes.has(c)) codes.set(c, codes.size + 40)
    return codes.get(c)!
  }
  const hex = (text: string) => {
    if (font === 'collection') return Buffer.from(text, 'utf16le').swap16().toString('hex')
    if (font === 'gbk') return gbk(text)
    return [...text].map(c => code(c).toString(16).padStart(4, '0')).join('')
  }
  const objects: (string | Buffer)[] = []
  const add = (object: string | Buffer) => objects.push(object)
  const stream = (content: string, dictionary = '') => {
    const body = compress ? deflateSync(Buffer.from(content, 'latin1')) : Buffer.from(content, 'latin1')
    return Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${body.length}${compress ? ' /Filter /FlateDecode' : ''} >>\nstream\n`),
      body,
      Buffer.from('\nendstream'),
    ])
  }
  add('<< /Type /Catalog /Pages 2 0 R >>')
  const first = 7
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`)
  const contents = pages.map(page =>
    page.lines
      .flatMap(line =>
        Array.from({ length: times }, (_, n) => {
          const at = `1 0 0 1 ${line.x + 0.3 * n} ${page.height - line.y} Tm`
          return `BT /F1 ${line.size} Tf ${options.mode ?? 0} Tr ${at} <${hex(line.text)}> Tj ET`
        }),
      )
      .concat(options.drawing ?? [])
      .join('\n'),
  )
  const numbered = font !== 'collection' && font !== 'gbk'
  const encoding = { collection: 'UniGB-UTF16-H', gbk: 'GBK-EUC-H', map: 'Identity-H', none: 'Identity-H', false: 'Identity-H' }[
    font
  ]
  const widths = numbered
    ? [...codes].map(([c, n]) => `${n} [${evenWidth(c, 1000)}]`).join(' ')
    : font === 'gbk'
      ? '814 907 500 1 95 500'
      : '1 95 500'
  const map = font === 'map' || font === 'false' ? ' /ToUnicode 5 0 R' : ''
  add(`<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [4 0 R]${map} >>`)
  const ordering = numbered ? 'Identity' : 'GB1'
  add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement ${numbered ? 0 : 4} >> /FontDescriptor 6 0 R /DW 1000 /W [${widths}] >>`,
  )
  add(stream(toUnicode(codes, font === 'false')))
  add(
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 80 /CapHeight 700 >>',
  )
  pages.forEach((page, i) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents ${first + 2 * i + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    )
    add(stream(contents[i]!))
  })
  let trailer = '/Root 1 0 R'
  if (options.title) {
    add(
      `<< /Title <feff${Buffer.from(options.title, 'utf16le').swap16().toString('hex')}> /CreationDate (D:20240105093000+08'00') >>`,
    )
    trailer += ` /Info ${objects.length} 0 R`
  }
  if (options.encrypt) {
    add(`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`)
    trailer += ` /Encrypt ${objects.length} 0 R /ID [<${'12'.repeat(16)}> <${'12'.repeat(16)}>]`
  }
  return assemble(objects, trailer)
}

export function assemble(objects: (string | Buffer)[], trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  let length = parts[0]!.length
  const offsets: number[] = []
  objects.forEach((object, i) => {
    const part = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object as string, 'latin1'),
      Buffer.from('\nendobj\n'),
    ])
    offsets.push(length)
    parts.push(part)
    length += part.length
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

function toUnicode(codes: Map<string, number>, lies: boolean): string {
  const entries = [...codes].map(([c, n]) => {
    const said = lies ? String.fromCharCode(0x4e00 + ((c.charCodeAt(0) * 7919) % 20000)) : c
    return `<${n.toString(16).padStart(4, '0')}> <${Buffer.from(said, 'utf16le').swap16().toString('hex')}>`
  })
  const blocks: string[] = []
  for (let i = 0; i < entries.length; i += 100) {
    const some = entries.slice(i, i + 100)
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Own def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nend\nend`
}

let reverse: Map<string, string> | null = null

function gbk(text: string): string {
  if (reverse === null) {
    reverse = new Map()
    const decoder = new TextDecoder('gbk')
    for (let a = 0x81; a < 0xff; a++)
      for (let b = 0x40; b < 0xff; b++)
        if (b !== 0x7f) reverse.set(decoder.decode(new Uint8Array([a, b])), ((a << 8) | b).toString(16))
  }
  return [...text].map(c => (c < '\x7f' ? c.charCodeAt(0).toString(16).padStart(2, '0') : (reverse!.get(c) ?? 'a1a1'))).join('')
}
