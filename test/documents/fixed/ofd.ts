/** A minimal OFD writer, for tests: one text object a line, places of characters in the short form that programs write. */
import { strToU8, zipSync } from 'fflate'
import type { SetLine, SetPage } from './pages.ts'

export interface OfdOptions {
  /** Entries besides the document's own, or in place of them. */
  extra?: Record<string, string | Uint8Array>
  /** Content of a template that stands behind every page. */
  template?: SetLine[]
  /** Scale objects by their transformation instead of their size. */
  ctm?: boolean
  /** Further objects of the first page. */
  objects?: string
  /** Elements of Document.xml after the pages. */
  tail?: string
}

const mm = (n: number) => Math.round((n / 72) * 25.4 * 10_000) / 10_000
const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export function writeOfd(pages: SetPage[], options: OfdOptions = {}): Uint8Array {
  let id = 10
  const textObject = ({ text, x, y, size }: SetLine) => {
    const characters = [...text]
    const [scale, own] = options.ctm ? [mm(size), 1] : [1, mm(size)]
    const ctm = options.ctm ? ` CTM="${scale} 0 0 ${scale} 0 0"` : ''
    const widths = characters.slice(0, -1).map(c => (c < '\x7f' ? 0.5 : 1) * own)
    const boundary = `${mm(x)} ${mm(y - 0.88 * size)} ${mm(size * characters.length)} ${mm(size * 1.2)}`
    const delta = widths.length > 0 ? ` DeltaX="${short(widths)}"` : ''
    return `<ofd:TextObject ID="${id++}" Boundary="${boundary}" Font="3" Size="${own}"${ctm}><ofd:TextCode X="0" Y="${Math.round(0.88 * own * 10_000) / 10_000}"${delta}>${escaped(text)}</ofd:TextCode></ofd:TextObject>`
  }
  const page = (lines: SetLine[], before: string, more: string) =>
    `${head}<ofd:Page ${namespace}>${before}<ofd:Content><ofd:Layer ID="${id++}" Type="Body">${lines.map(textObject).join('')}${more}</ofd:Layer></ofd:Content></ofd:Page>`
  const [first] = pages
  const template = options.template ? '<ofd:TemplatePage ID="5" BaseLoc="Tpls/Tpl_0/Content.xml"/>' : ''
  const uses = options.template ? '<ofd:Template TemplateID="5" ZOrder="Background"/>' : ''
  const entries: Record<string, string | Uint8Array> = {
    'OFD.xml': `${head}<ofd:OFD ${namespace} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0123456789abcdef</ofd:DocID><ofd:Title>政府工作报告</ofd:Title><ofd:CreationDate>2024-01-05</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `${head}<ofd:Document ${namespace}><ofd:CommonData><ofd:MaxUnitID>99999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 ${mm(first!.width)} ${mm(first!.height)}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>${template}</ofd:CommonData><ofd:Pages>${pages.map((_, i) => `<ofd:Page ID="${100000 + i}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')}</ofd:Pages>${options.tail ?? ''}</ofd:Document>`,
    'Doc_0/PublicRes.xml': `${head}<ofd:Res ${namespace} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="宋体" FamilyName="宋体"/></ofd:Fonts></ofd:Res>`,
  }
  if (options.template) entries['Doc_0/Tpls/Tpl_0/Content.xml'] = page(options.template, '', '')
  pages.forEach(({ lines }, i) => {
    entries[`Doc_0/Pages/Page_${i}/Content.xml`] = page(lines, uses, i === 0 ? (options.objects ?? '') : '')
  })
  const all = Object.entries({ ...entries, ...options.extra })
  return zipSync(
    Object.fromEntries(all.map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])),
  )
}

/** `g 3 4.9 2.5` for three times 4.9 and once 2.5. */
function short(widths: number[]): string {
  const out: string[] = []
  for (let i = 0; i < widths.length; ) {
    let n = 1
    while (widths[i + n] === widths[i]) n++
    out.push(n > 2 ? `g ${n} ${widths[i]}` : Array(n).fill(widths[i]).join(' '))
    i += n
  }
  return out.join(' ')
}
