/** PDF with a text layer (ISO 32000): text in reading order, with the page and place of every character. */
import { DocumentError } from '../error.ts'
import { Belief, compose, type LaidOut, layOut } from '../flow/index.ts'
import { damaged, encrypted, overLimit, withoutText } from '../formats/errors.ts'
import type { Extracted, FormatReader, ReadOptions } from '../formats/types.ts'
import type { Metadata, Warning } from '../types.ts'
import { refuseBombs } from './bombs.ts'
import { pageOf } from './glyphs.ts'
import { openPdf, type PDFDocumentProxy } from './library.ts'

export const pdf: FormatReader = { id: 'pdf', read }

interface Found {
  pages: LaidOut[]
  visible: number
  unknown: number
  /** Numbers of pages that could not be read, that hold unknown characters, whose text is recognised. */
  broken: number[]
  unmapped: number[]
  recognised: number[]
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Extracted> {
  const { name, limits } = options
  refuseBombs(bytes, options)
  const { task, document } = await openPdf(bytes)
  try {
    const opened = await document.catch((error: Error) => {
      throw refusal(error, name)
    })
    if (opened.numPages > limits.pages) throw overLimit(name, 'pages', limits.pages)
    const found = await pagesOf(opened, options)
    if (found.broken.length === opened.numPages)
      throw damaged(name, 'PDF', { zh: '没有一页读得出来', en: 'none of its pages can be read' })
    refuseWithoutText(found, bytes, name)
    const built = compose(found.pages, options).finish()
    return {
      mediaType: 'application/pdf',
      encoding: null,
      ...built,
      pages: opened.numPages,
      metadata: await metadataOf(opened),
      warnings: warningsOf(found),
    }
  } finally {
    await task.destroy().catch(() => {})
  }
}

async function pagesOf(document: PDFDocumentProxy, { name, limits }: ReadOptions): Promise<Found> {
  const found: Found = { pages: [], visible: 0, unknown: 0, broken: [], unmapped: [], recognised: [] }
  const layers = await document.getOptionalContentConfig().catch(() => null)
  const visible = (group: unknown) => {
    try {
      return layers === null || group === null || group === undefined || layers.isVisible(group as never)
    } catch {
      return true
    }
  }
  const belief = new Belief()
  const strips = new Set<number>()
  const until = performance.now() + limits.seconds * 1000
  for (let number = 1; number <= document.numPages; number++) {
    if (performance.now() > until) throw overLimit(name, 'seconds', limits.seconds)
    try {
      const page = await document.getPage(number)
      const content = await pageOf(page, visible)
      page.cleanup()
      const { visible: seen, unknown } = belief.judge(content.glyphs)
      found.visible += seen
      found.unknown += unknown
      if (found.visible > limits.characters) throw overLimit(name, 'characters', limits.characters)
      if (unknown > 0) found.unmapped.push(number)
      if (seen > 0 && content.invisible) found.recognised.push(number)
      found.pages.push(layOut(content, strips))
    } catch (error) {
      if (error instanceof DocumentError) throw error
      found.broken.push(number)
    }
  }
  return found
}

function refusal(error: Error, file: string): DocumentError {
  if (error.name === 'PasswordException') return encrypted(file, 'PDF')
  return damaged(file, 'PDF', {
    zh: '结构读不出来，文件可能不完整',
    en: `its structure cannot be read, it may be cut off (${error.message})`,
  })
}

/** Share of unknown characters above which a document is no text any more. */
const mostUnknown = 0.5

/** Fewer characters on a page are a page number or a stamp's words. */
const fewOnPage = 12

function refuseWithoutText({ pages, visible, unknown }: Found, bytes: Uint8Array, file: string): void {
  const images = /\/Subtype\s*\/Image\b/.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))
  if (visible === 0 || (images && visible < fewOnPage * pages.length))
    throw withoutText(
      file,
      'PDF',
      images
        ? { zh: '每页只是图像，像是扫描件', en: 'its pages are images only, as of a scan' }
        : { zh: '各页都是空的', en: 'its pages are empty' },
    )
  if (unknown > mostUnknown * visible)
    throw withoutText(file, 'PDF', {
      zh: '字体没有给出字符编码（Unicode 对照表），看得见，但复制出来是乱码',
      en: 'its fonts do not say which characters they draw (no Unicode map); what is seen copies as gibberish',
    })
}

function warningsOf({ broken, unmapped, recognised }: Found): Warning[] {
  const warnings: Warning[] = []
  const on = (pages: number[]) => ({ zh: `第 ${listed(pages, '、')} 页`, en: `page ${listed(pages, ', ')}` })
  if (broken.length > 0)
    warnings.push({
      code: 'damaged',
      where: on(broken),
      what: { zh: '这几页读不出来，文中没有它们的内容', en: 'could not be read; the text lacks what stands there' },
      todo: { zh: '请核对这几页', en: 'check these pages' },
    })
  if (unmapped.length > 0)
    warnings.push({
      code: 'replaced-character',
      where: on(unmapped),
      what: {
        zh: '有的字符字体没有给出编码，以 <U+FFFD> 代替',
        en: 'characters whose font does not say what they are stand as <U+FFFD>',
      },
      todo: { zh: '请对照原件核对这些地方', en: 'compare these places with the original' },
    })
  if (recognised.length > 0)
    warnings.push({
      code: 'recognised',
      where: on(recognised),
      what: { zh: '扫描件，文字是机器识别的，可能有错', en: 'a scan; its text was recognised by a machine and may be wrong' },
      todo: { zh: '数字请对照图像核对', en: 'compare the figures with the image' },
    })
  return warnings
}

function listed(pages: number[], comma: string): string {
  const shown = pages.slice(0, 8).join(comma)
  return pages.length > 8 ? `${shown}…` : shown
}

async function metadataOf(document: PDFDocumentProxy): Promise<Metadata> {
  const info = await document.getMetadata().then(
    found => found.info as Record<string, unknown>,
    () => ({}) as Record<string, unknown>,
  )
  const out: Metadata = {}
  const take = (to: keyof Metadata, from: string, shape = (said: string) => said) => {
    const said = info[from]
    if (typeof said === 'string' && said.trim() !== '') out[to] = shape(said.trim())
  }
  take('title', 'Title')
  take('author', 'Author')
  take('keywords', 'Keywords')
  take('software', 'Producer')
  take('created', 'CreationDate', dateOf)
  take('modified', 'ModDate', dateOf)
  return out
}

/** `D:20240105093000+08'00'` as ISO 8601; anything else as it stands. */
function dateOf(said: string): string {
  const m = /^D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?'?)?)?/.exec(said)
  if (!m) return said
  const [, year, month, day, hour, minute, second, zone, zoneMinutes] = m
  const date = `${year}-${month}-${day}`
  if (!hour) return date
  return `${date}T${hour}:${minute}:${second}${zone ? `${zone}:${zoneMinutes ?? '00'}` : said.includes('Z') ? 'Z' : ''}`
}
