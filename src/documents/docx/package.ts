/** The parts of an Office Open XML package (ECMA-376 part 2): found by their relationships, not by their names. */
import { DocumentError } from '../error.ts'
import { type Archive, openArchive } from '../formats/archive.ts'
import { damaged } from '../formats/errors.ts'
import type { ReadOptions } from '../formats/types.ts'
import { elementsOf, parseXml, parseXmlText, type XmlElement, xmlText } from '../formats/xml.ts'

export interface Relationship {
  /** The last word of its type: `styles`, `footnotes`, `header` … */
  type: string
  /** Name of the part in the archive, or the address of something outside. */
  target: string
  external: boolean
}

export interface Package {
  archive: Archive
  /** Name of the document's own part. */
  name: string
  /** The document's own part. */
  document: XmlElement
  /** The XML of the document's own part; its elements tell where they stand in it if that was asked for. */
  xml: string
  /** Relationships of the document's part, by id. */
  related: Map<string, Relationship>
  /** A part by its name; null where it is missing. */
  part(name: string): Promise<XmlElement | null>
  /** The first part of the document of this type. */
  partOf(type: string): Promise<XmlElement | null>
  /** The parts that describe the package: `core-properties`, `extended-properties`. */
  described(type: string): Promise<XmlElement | null>
}

const format = 'Word'

/**
 * @param placed whether the elements of the document tell where they stand in its XML
 * @throws DocumentError for what is no docx: `unsupported` for spreadsheets and slides, `damaged` for the rest
 */
export async function openPackage(bytes: Uint8Array, options: ReadOptions, placed = false): Promise<Package> {
  const archive = await openArchive(bytes, format, options)
  const top = await relationships(archive, '', options)
  const main = [...top.values()].find(each => each.type === 'officeDocument')
  const content = main && (await archive.read(main.target))
  if (!main || !content) throw noDocument(archive, options)
  const xml = xmlText(content)
  const document = parseXmlText(xml, main.target, format, options, placed)
  if (document.name !== 'document') throw otherOffice(document.name, options)
  const related = await relationships(archive, main.target, options)
  const part = (name: string) => partNamed(archive, name, options)
  const find = (from: Map<string, Relationship>, type: string) => {
    const found = [...from.values()].find(each => each.type === type && !each.external)
    return found ? part(found.target) : Promise.resolve(null)
  }
  return {
    archive,
    name: main.target,
    document,
    xml,
    related,
    part,
    partOf: type => find(related, type),
    described: type => find(top, type),
  }
}

async function partNamed(archive: Archive, name: string, options: ReadOptions): Promise<XmlElement | null> {
  const bytes = await archive.read(name)
  return bytes && parseXml(bytes, name, format, options)
}

async function relationships(archive: Archive, part: string, options: ReadOptions): Promise<Map<string, Relationship>> {
  const at = part.lastIndexOf('/') + 1
  const folder = part.slice(0, at)
  const root = await partNamed(archive, `${folder}_rels/${part.slice(at)}.rels`, options)
  const out = new Map<string, Relationship>()
  for (const each of root ? elementsOf(root) : []) {
    const { Id, Type, Target, TargetMode } = each.attributes
    if (!Id || !Type || !Target) continue
    const external = TargetMode === 'External'
    out.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: external ? Target : resolved(folder, Target), external })
  }
  return out
}

/** A target is named from the root or from the folder of the part it belongs to. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function noDocument(archive: Archive, options: ReadOptions): DocumentError {
  if (archive.has('EncryptedPackage') || archive.has('META-INF/manifest.xml'))
    return otherOffice(archive.has('mimetype') ? 'odt' : '', options)
  return damaged(options.name, format, { zh: '里面没有正文，不是 Word 文档', en: 'it holds no document: not a Word file' })
}

function otherOffice(root: string, options: ReadOptions): DocumentError {
  const kind = { workbook: 'Excel', presentation: 'PowerPoint', odt: 'OpenDocument' }[root]
  if (!kind) return damaged(options.name, format, { zh: '正文不是 Word 文档', en: 'its main part is no Word document' })
  return new DocumentError('unsupported', options.name, {
    what: { zh: `这是 ${kind} 文件，不读这种格式`, en: `a ${kind} file, which is not read` },
    todo: { zh: '请另存为 .docx 或 .txt 再读', en: 'save it as .docx or .txt and read that' },
  })
}
