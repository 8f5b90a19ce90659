/** OFD, China's own fixed-layout format (GB/T 33190-2016): text in reading order, with the page and place of every character. */
import { Belief, compose, type LaidOut, layOut } from '../flow/index.ts'
import { damaged, encrypted, overLimit, withoutText } from '../formats/errors.ts'
import type { Extracted, FormatReader, ReadOptions } from '../formats/types.ts'
import { childOf, elementsOf, textOf, type XmlElement } from '../formats/xml.ts'
import type { Aside, Warning } from '../types.ts'
import { type Drawn, draw, numbers, points } from './content.ts'
import { metadataOf, type OfdDocument, Package, said } from './package.ts'

export const ofd: FormatReader = { id: 'ofd', read }

interface Found {
  pages: LaidOut[]
  visible: number
  unknown: number
  missing: number[]
  unmapped: number[]
  images: number
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Extracted> {
  const { name, limits } = options
  const opened = await Package.open(bytes, options)
  const documents = await opened.documents()
  const count = documents.reduce((sum, document) => sum + document.pages.length, 0)
  if (count > limits.pages) throw overLimit(name, 'pages', limits.pages)

  const found: Found = { pages: [], visible: 0, unknown: 0, missing: [], unmapped: [], images: 0 }
  const asides: Aside[] = []
  const belief = new Belief()
  const until = performance.now() + limits.seconds * 1000
  for (const document of documents) {
    const before = found.pages.length + found.missing.length
    await pagesOf(opened, document, belief, found, before, () => {
      if (performance.now() > until) throw overLimit(name, 'seconds', limits.seconds)
      if (found.visible > limits.characters) throw overLimit(name, 'characters', limits.characters)
    })
    asides.push(...(await besides(opened, document, before)))
  }
  if (count > 0 && found.missing.length === count) {
    if (opened.isEncrypted) throw encrypted(name, 'OFD')
    throw damaged(name, 'OFD', { zh: '没有一页读得出来', en: 'none of its pages can be read' })
  }
  refuseWithoutText(found, opened, name)
  const built = compose(found.pages, options).finish()
  return {
    mediaType: 'application/ofd',
    encoding: null,
    ...built,
    asides: [...built.asides, ...asides],
    pages: count,
    metadata: metadataOf(documents[0]!.info),
    warnings: warningsOf(found),
  }
}

async function pagesOf(
  opened: Package,
  { part, common, pages }: OfdDocument,
  belief: Belief,
  found: Found,
  before: number,
  within: () => void,
): Promise<void> {
  const templates = new Map<string, XmlElement | null>()
  const units = await unitsOf(opened, part.path, common)
  const usual = boxOf(childOf(common, 'PageArea')) ?? [0, 0, 210, 297]
  const strips = new Set<number>()
  for (const [i, { location }] of pages.entries()) {
    within()
    const number = before + i + 1
    const page = await opened.part(part.path, location)
    if (page === null) {
      found.missing.push(number)
      continue
    }
    const drawn: Drawn = { glyphs: [], rules: [], slanted: '', images: 0 }
    for (const each of elementsOf(page.root)) {
      if (each.name !== 'Template') continue
      const id = each.attributes.TemplateID ?? ''
      if (!templates.has(id)) templates.set(id, await templateOf(opened, part.path, common, id))
      const content = childOf(templates.get(id), 'Content')
      if (content) draw(content, drawn, true, id => units.get(id) ?? null)
    }
    const content = childOf(page.root, 'Content')
    if (content) draw(content, drawn, false, id => units.get(id) ?? null)
    const [x, y, width, height] = boxOf(childOf(page.root, 'Area')) ?? usual
    for (const glyph of drawn.glyphs) {
      glyph.x -= x * points
      glyph.y -= y * points
    }
    const { visible, unknown } = belief.judge(drawn.glyphs)
    found.visible += visible
    found.unknown += unknown
    found.images += drawn.images
    if (unknown > 0) found.unmapped.push(number)
    found.pages.push(layOut({ number, width: width * points, height: height * points, ...drawn }, strips))
  }
}

/** The page's box in millimetres: the physical one, which everything is placed in. */
function boxOf(area: XmlElement | null): [number, number, number, number] | null {
  const box = numbers(said(area, 'PhysicalBox') ?? undefined)
  return box.length === 4 && box[2]! > 0 && box[3]! > 0 ? (box as [number, number, number, number]) : null
}

async function templateOf(opened: Package, from: string, common: XmlElement | null, id: string): Promise<XmlElement | null> {
  for (const each of common ? elementsOf(common) : [])
    if (each.name === 'TemplatePage' && each.attributes.ID === id && each.attributes.BaseLoc)
      return (await opened.part(from, each.attributes.BaseLoc))?.root ?? null
  return null
}

/** Composite graphic units of the document's resources, by id. */
async function unitsOf(opened: Package, from: string, common: XmlElement | null): Promise<Map<string, XmlElement>> {
  const units = new Map<string, XmlElement>()
  for (const each of common ? elementsOf(common) : []) {
    if (each.name !== 'PublicRes' && each.name !== 'DocumentRes') continue
    const part = await opened.part(from, textOf(each))
    const list = childOf(part?.root, 'CompositeGraphicUnits')
    for (const unit of list ? elementsOf(list) : []) if (unit.attributes.ID) units.set(unit.attributes.ID, unit)
  }
  return units
}

/** Annotations and attachments: named, not read. */
async function besides(opened: Package, { part, pages }: OfdDocument, before: number): Promise<Aside[]> {
  const out: Aside[] = []
  const attachments = said(part.root, 'Attachments')
  const list = attachments === null ? null : await opened.part(part.path, attachments)
  for (const each of list ? elementsOf(list.root) : [])
    if (each.name === 'Attachment')
      out.push({ reason: 'other', text: `附件：${each.attributes.Name ?? each.attributes.ID ?? ''}`, at: null, page: null })
  const annotations = said(part.root, 'Annotations')
  const index = annotations === null ? null : await opened.part(part.path, annotations)
  for (const each of index ? elementsOf(index.root) : []) {
    const location = said(each, 'FileLoc')
    const notes = location === null ? null : await opened.part(index!.path, location)
    const at = pages.findIndex(page => page.id === each.attributes.PageID)
    for (const note of notes ? elementsOf(notes.root) : []) {
      const words = said(note, 'Remark') ?? wordsOf(note)
      const reason = note.attributes.Type === 'Watermark' ? 'watermark' : 'annotation'
      if (words !== '') out.push({ reason, text: words, at: null, page: at === -1 ? null : before + at + 1 })
    }
  }
  return out
}

function wordsOf(element: XmlElement): string {
  let out = ''
  for (const each of elementsOf(element)) out += each.name === 'TextCode' ? textOf(each) : wordsOf(each)
  return out.trim()
}

/** Share of unknown characters above which a document is no text any more. */
const mostUnknown = 0.5

function refuseWithoutText({ visible, unknown, images }: Found, opened: Package, file: string): void {
  if (visible === 0)
    throw withoutText(
      file,
      'OFD',
      images > 0 || opened.hasImages
        ? { zh: '每页只是图像，像是扫描件', en: 'its pages are images only, as of a scan' }
        : { zh: '各页都是空的', en: 'its pages are empty' },
    )
  if (unknown > mostUnknown * visible)
    throw withoutText(file, 'OFD', {
      zh: '字符编码是乱的，看得见，但复制出来是乱码',
      en: 'its characters are not those that are seen; what is seen copies as gibberish',
    })
}

function warningsOf({ missing, unmapped }: Found): Warning[] {
  const warnings: Warning[] = []
  const on = (pages: number[]) => ({ zh: `第 ${pages.slice(0, 8).join('、')} 页`, en: `page ${pages.slice(0, 8).join(', ')}` })
  if (missing.length > 0)
    warnings.push({
      code: 'damaged',
      where: on(missing),
      what: { zh: '这几页的内容不在文件里', en: 'the content of these pages is not in the file' },
      todo: { zh: '请核对这几页', en: 'check these pages' },
    })
  if (unmapped.length > 0)
    warnings.push({
      code: 'replaced-character',
      where: on(unmapped),
      what: { zh: '有的字符没有可信的编码，以 <U+FFFD> 代替', en: 'characters without a code to be trusted stand as <U+FFFD>' },
      todo: { zh: '请对照原件核对这些地方', en: 'compare these places with the original' },
    })
  return warnings
}
