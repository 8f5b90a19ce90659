/**
 * Word documents (ECMA-376, ISO/IEC 29500), read from their XML: what a reader of the final document sees is the
 * text; tracked deletions, comments, hidden words, contents, running heads and pictures are told beside it.
 */
import { TextBuilder } from '../formats/builder.ts'
import { withoutText } from '../formats/errors.ts'
import type { Extracted, FormatReader, ReadOptions } from '../formats/types.ts'
import { childOf, elementsOf, textOf, type XmlElement } from '../formats/xml.ts'
import type { Metadata, Warning } from '../types.ts'
import { Body } from './body.ts'
import { commentsOf, notesOf, plainText } from './notes.ts'
import { Numbering } from './numbering.ts'
import { openPackage, type Package } from './package.ts'
import { Styles } from './styles.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const docx: FormatReader = { id: 'docx', read }

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Extracted> {
  const opened = await openPackage(bytes, options)
  const out = new TextBuilder(options)
  const body = new Body(out, {
    styles: new Styles(await opened.partOf('styles')),
    numbering: new Numbering(await opened.partOf('numbering')),
    footnotes: notesOf(await opened.partOf('footnotes')),
    endnotes: notesOf(await opened.partOf('endnotes')),
    comments: commentsOf(await opened.partOf('comments')),
    paged: has(opened.document, 'lastRenderedPageBreak'),
  })
  const content = childOf(opened.document, 'body')
  if (content) body.blocks(content)
  const told = await described(opened)
  const pages = out.page === null ? null : Math.max(out.page, told.pages ?? 0)
  notes(body, out)
  await runningHeads(opened, out)
  const built = out.finish()
  if (built.text.trim() === '') {
    const pictures = out.asides.some(each => each.reason === 'picture')
    throw withoutText(
      options.name,
      'Word',
      pictures ? { zh: '只有图片', en: 'it holds pictures only' } : { zh: '正文是空的', en: 'its body is empty' },
    )
  }
  return {
    mediaType,
    encoding: null,
    ...built,
    pages,
    metadata: told.metadata,
    warnings: body.embedded > 0 ? [notRead(body.embedded)] : [],
  }
}

/** Notes follow the text, each on its line after its mark, under a heading that says what they are. */
function notes(body: Body, out: TextBuilder): void {
  if (body.notes.length === 0) return
  out.openNotes()
  // Notes of notes do not exist; what a note adds to the list is not followed.
  for (const { mark, note } of [...body.notes]) {
    out.add(mark)
    body.blocks(note)
  }
}

async function runningHeads(opened: Package, out: TextBuilder): Promise<void> {
  const seen = new Set<string>()
  for (const { type, target, external } of opened.related.values()) {
    if ((type !== 'header' && type !== 'footer') || external) continue
    const part = await opened.part(target)
    const said = part ? plainText(part) : ''
    if (said === '' || seen.has(said)) continue
    seen.add(said)
    const number = /^[-—–\s第页/共\d]*$/.test(said)
    out.asides.push({
      reason: number ? 'page-number' : type === 'header' ? 'running-head' : 'running-foot',
      text: said,
      at: null,
      page: null,
    })
  }
}

const properties: Record<string, keyof Metadata> = {
  title: 'title',
  creator: 'author',
  keywords: 'keywords',
  created: 'created',
  modified: 'modified',
}

async function described(opened: Package): Promise<{ metadata: Metadata; pages: number | null }> {
  const metadata: Metadata = {}
  const core = await opened.described('core-properties')
  for (const element of core ? elementsOf(core) : []) {
    const key = properties[element.name]
    const value = textOf(element).trim()
    if (key && value !== '') metadata[key] = value
  }
  const extended = await opened.described('extended-properties')
  const software = childOf(extended, 'Application')
  if (software && textOf(software).trim() !== '') metadata.software = textOf(software).trim()
  const pages = Number(childOf(extended, 'Pages') && textOf(childOf(extended, 'Pages')!))
  return { metadata, pages: Number.isInteger(pages) && pages > 0 && pages < 100_000 ? pages : null }
}

function has(element: XmlElement, name: string): boolean {
  for (const child of elementsOf(element)) if (child.name === name || has(child, name)) return true
  return false
}

function notRead(count: number): Warning {
  return {
    code: 'not-read',
    where: null,
    what: { zh: `文档里嵌入了 ${count} 份别的文件，没有读`, en: `${count} embedded document(s) inside it were not read` },
    todo: { zh: '请把它们另存出来再读', en: 'save them as files of their own and read those' },
  }
}
