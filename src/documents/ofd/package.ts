/** The parts of an OFD container and the way between them (GB/T 33190-2016, 7): OFD.xml names documents, they their pages. */
import { type Archive, openArchive } from '../formats/archive.ts'
import { damaged, encrypted } from '../formats/errors.ts'
import type { ReadOptions } from '../formats/types.ts'
import { childOf, elementsOf, parseXml, textOf, type XmlElement } from '../formats/xml.ts'
import type { Metadata } from '../types.ts'

export interface Part {
  path: string
  root: XmlElement
}

/** One document of the container; most hold one. */
export interface OfdDocument {
  part: Part
  info: XmlElement | null
  common: XmlElement | null
  pages: { id: string; location: string }[]
}

export class Package {
  readonly #archive: Archive
  readonly #options: ReadOptions

  private constructor(archive: Archive, options: ReadOptions) {
    this.#archive = archive
    this.#options = options
  }

  /** @throws DocumentError */
  static async open(bytes: Uint8Array, options: ReadOptions): Promise<Package> {
    return new Package(await openArchive(bytes, 'OFD', options), options)
  }

  async documents(): Promise<OfdDocument[]> {
    const entry = await this.part('/', 'OFD.xml')
    if (entry === null) {
      if (this.isEncrypted) throw encrypted(this.#options.name, 'OFD')
      throw damaged(this.#options.name, 'OFD', { zh: '缺少 OFD.xml', en: 'OFD.xml is missing' })
    }
    const out: OfdDocument[] = []
    for (const body of elementsOf(entry.root)) {
      if (body.name !== 'DocBody') continue
      const location = said(body, 'DocRoot')
      const part = location === null ? null : await this.part(entry.path, location)
      if (part === null) continue
      const pages = [...elementsOf(childOf(part.root, 'Pages') ?? empty)]
        .filter(page => page.name === 'Page' && page.attributes.BaseLoc)
        .map(page => ({ id: page.attributes.ID ?? '', location: page.attributes.BaseLoc! }))
      out.push({ part, info: childOf(body, 'DocInfo'), common: childOf(part.root, 'CommonData'), pages })
    }
    if (out.length === 0) {
      if (this.isEncrypted) throw encrypted(this.#options.name, 'OFD')
      throw damaged(this.#options.name, 'OFD', { zh: 'OFD.xml 没有指向文档', en: 'OFD.xml names no document' })
    }
    return out
  }

  /** Encrypted containers say how in a part of their own. */
  get isEncrypted(): boolean {
    return this.#archive.names.some(name => /(?:^|\/)(?:Encryptions?|Decryptseed)\.(?:xml|dat)$/i.test(name))
  }

  get hasImages(): boolean {
    return this.#archive.names.some(name => /\.(?:jpe?g|png|bmp|jb2|gbig2|tiff?|gif)$/i.test(name))
  }

  /** A part by its location as written in another; null where there is none. @throws DocumentError */
  async part(from: string, location: string): Promise<Part | null> {
    const path = resolved(from, location)
    const bytes = path === null ? null : await this.#archive.read(path)
    return bytes === null ? null : { path: path!, root: parseXml(bytes, path!, 'OFD', this.#options) }
  }
}

const empty: XmlElement = { name: '', uri: '', attributes: {}, children: [] }

/** A location is relative to the part that names it, or from the container's root with a slash before it. */
function resolved(from: string, location: string): string | null {
  const steps = location.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of location.trim().split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return null
  }
  return steps.filter(step => step !== '').join('/')
}

/** What a child element says, null where it says nothing. */
export function said(element: XmlElement | null, name: string): string | null {
  const child = childOf(element, name)
  const words = child ? textOf(child).trim() : ''
  return words === '' ? null : words
}

export function metadataOf(info: XmlElement | null): Metadata {
  const out: Metadata = {}
  const take = (to: keyof Metadata, words: string | null) => {
    if (words !== null) out[to] = words
  }
  take('title', said(info, 'Title'))
  take('author', said(info, 'Author'))
  take('topic', said(info, 'Subject'))
  take('created', said(info, 'CreationDate'))
  take('modified', said(info, 'ModDate'))
  const [program, version] = [said(info, 'Creator'), said(info, 'CreatorVersion')]
  take('software', program && version ? `${program} ${version}` : program)
  const keywords = childOf(info, 'Keywords')
  const words = keywords ? [...elementsOf(keywords)].map(word => textOf(word).trim()).filter(word => word !== '') : []
  take('keywords', words.length > 0 ? words.join(' ') : null)
  return out
}
