/**
 * A copy of a Word document with comments at places of its text. Runs are cut where a place begins or ends within them; every other
 * byte of the document's XML stays as it is, and so do the comments that it has.
 */
import { zipSync } from 'fflate'
import { TextBuilder } from '../../formats/builder.ts'
import type { Limits } from '../../formats/limits.ts'
import { xmlText } from '../../formats/xml.ts'
import type { DocxComment } from '../../types.ts'
import { openPackage, type Package } from '../package.ts'
import { type Cut, Places } from './places.ts'

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** See `withComments` of the room, which loads this. */
export async function commentedDocx(bytes: Uint8Array, comments: readonly DocxComment[], limits: Limits): Promise<Uint8Array> {
  const options = { name: 'docx', limits }
  const opened = await openPackage(bytes, options, true)
  const places = await Places.of(opened, new TextBuilder(options))
  for (const { start, end, text } of comments)
    if (places.text.slice(start, end) !== text) throw new Error(`not the document that was read: ${text} is not at ${start}`)
  const parts = new Map<string, string>()
  if (comments.length > 0) await addComments(opened, places, comments, parts)
  return packed(opened, parts)
}

async function addComments(
  opened: Package,
  places: Places,
  comments: readonly DocxComment[],
  parts: Map<string, string>,
): Promise<void> {
  const space = spaceOf(opened.xml)
  const known = [...opened.related.values()].find(each => each.type === 'comments' && !each.external)
  const before = known && (await textOf(opened, known.target))
  let id = 1 + Math.max(-1, ...[...(before ?? '').matchAll(/<(?:\w+:)?comment\s[^>]*?\bid="(\d+)"/g)].map(m => Number(m[1])))
  const made: string[] = []
  const marks = new Marks(space)
  const target = before ? spaceOf(before) : { prefix: 'w:', declared: '', uri: space.uri }
  for (const comment of comments) {
    const around = places.around(comment.start, comment.end)
    if (!around) continue
    marks.add(id, ...around)
    made.push(commentXml(id++, comment, target))
  }
  parts.set(opened.name, declared(marks.into(opened.xml, places.kept)))
  if (known && before) {
    parts.set(known.target, declared(appended(before, made.join(''))))
    return
  }
  const folder = opened.name.slice(0, opened.name.lastIndexOf('/') + 1)
  let name = 'comments.xml'
  for (let n = 2; opened.archive.has(folder + name); n++) name = `comments${n}.xml`
  parts.set(
    folder + name,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${space.uri}">${made.join('')}</w:comments>`,
  )
  await link(opened, folder, name, space.uri.includes('purl.oclc.org'), parts)
}

/** Makes the new part known to the document and to the package. */
async function link(opened: Package, folder: string, name: string, strict: boolean, parts: Map<string, string>): Promise<void> {
  const path = `${folder}_rels/${opened.name.slice(folder.length)}.rels`
  const old =
    (await textOf(opened, path)) ??
    `<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="${relationships}"></Relationships>`
  const type = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
  let id = 'rIdComments'
  for (let n = 2; old.includes(`"${id}"`); n++) id = `rIdComments${n}`
  const tag = /<\/?(\w+:)?Relationships\b/.exec(old)?.[1] ?? ''
  parts.set(path, declared(appended(old, `<${tag}Relationship Id="${id}" Type="${type}" Target="${name}"/>`)))
  const types = await textOf(opened, '[Content_Types].xml')
  if (types === null) return
  const typesTag = /<(\w+:)?Types\b/.exec(types)?.[1] ?? ''
  const override = `<${typesTag}Override PartName="/${folder}${name}" ContentType="${contentType}"/>`
  parts.set('[Content_Types].xml', declared(appended(types, override)))
}

/** Where comments begin and end, gathered by place. */
class Marks {
  readonly #space: Space
  readonly #at = new Map<number, { cut: Cut; ends: string; starts: string }>()

  constructor(space: Space) {
    this.#space = space
  }

  add(id: number, from: Cut, to: Cut): void {
    const { prefix: w, declared: ns } = this.#space
    this.#place(from).starts += `<${w}commentRangeStart${ns} ${w}id="${id}"/>`
    const reference = `<${w}r${ns}><${w}commentReference ${w}id="${id}"/></${w}r>`
    this.#place(to).ends += `<${w}commentRangeEnd${ns} ${w}id="${id}"/>${reference}`
  }

  #place(cut: Cut) {
    let place = this.#at.get(cut.at)
    if (!place) {
      place = { cut, ends: '', starts: '' }
      this.#at.set(cut.at, place)
    }
    return place
  }

  /** @param kept where an element is told to keep its white space */
  into(xml: string, kept: ReadonlySet<number>): string {
    const pieces: { at: number; said: string }[] = [...kept].map(at => ({ at, said: ' xml:space="preserve"' }))
    for (const [at, { cut, ends, starts }] of this.#at) pieces.push({ at, said: cut.before + ends + starts + cut.after })
    pieces.sort((a, b) => a.at - b.at)
    let out = ''
    let from = 0
    for (const { at, said } of pieces) {
      out += xml.slice(from, at) + said
      from = at
    }
    return out + xml.slice(from)
  }
}

function commentXml(id: number, { author, initials, paragraphs }: DocxComment, { prefix: w, declared: ns }: Space): string {
  const lines = paragraphs.map((said, i) => {
    const bold = i === 0 ? `<${w}rPr><${w}b/></${w}rPr>` : ''
    return `<${w}p><${w}r>${bold}<${w}t xml:space="preserve">${escaped(said)}</${w}t></${w}r></${w}p>`
  })
  const head = `${w}id="${id}" ${w}author="${escaped(author)}" ${w}initials="${escaped(initials)}"`
  return `<${w}comment${ns} ${head}>${lines.join('')}</${w}comment>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** For XML: characters that it does not allow are left out. */
const escaped = (text: string): string =>
  text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<>"]/g, c => entities[c]!)

/** How elements of the words' namespace are written in a part: with its own prefix, or with one that they declare. */
interface Space {
  prefix: string
  /** The declaration, where the part has none with a prefix. */
  declared: string
  uri: string
}

function spaceOf(xml: string): Space {
  const uri = /="([^"]*wordprocessingml[^"]*\/main)"/.exec(xml)?.[1] ?? transitional
  const prefix = new RegExp(`xmlns:(\\w+)="${uri.replace(/[.?]/g, '\\$&')}"`).exec(xml)?.[1]
  return prefix ? { prefix: `${prefix}:`, declared: '', uri } : { prefix: 'w:', declared: ` xmlns:w="${uri}"`, uri }
}

/** Content at the end of the root element, which may be empty. */
function appended(xml: string, content: string): string {
  const close = xml.lastIndexOf('</')
  const open = /<[\w:]+(?=[\s/>])[^<]*\/>\s*$/.exec(xml)
  if (open && open.index > close) {
    const name = /^<([\w:]+)/.exec(open[0])![1]!
    return `${xml.slice(0, open.index)}${open[0].replace(/\/>\s*$/, '>')}${content}</${name}>`
  }
  return xml.slice(0, close) + content + xml.slice(close)
}

/** Parts are written in UTF-8, whatever they were in. */
const declared = (xml: string): string => xml.replace(/^(<\?xml[^>]*encoding=)(["'])[\w-]+\2/, '$1"UTF-8"')

async function textOf(opened: Package, name: string): Promise<string | null> {
  const bytes = await opened.archive.read(name)
  return bytes && xmlText(bytes)
}

/** The entries in their order, those that changed in their new form. */
async function packed({ archive }: Package, parts: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const entries: Record<string, Uint8Array> = {}
  for (const name of archive.names) {
    const changed = parts.get(name)
    entries[name] = changed === undefined ? (await archive.read(name))! : Buffer.from(changed)
  }
  for (const [name, xml] of parts) entries[name] ??= Buffer.from(xml)
  // the clock is no part of a copy
  return zipSync(entries, { mtime: new Date(1980, 0, 1) })
}
