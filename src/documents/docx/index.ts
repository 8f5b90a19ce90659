/**
 * Word documents (ECMA-376, ISO/IEC 29500), read from their XML: what a reader of the final document sees is the
 * text; tracked deletions, comments, hidden words, contents, running heads and pictures are told beside it.
 */
import { TextBuilder } from '../formats/builder.ts'
import { withoutText } from '../formats/errors.ts'
import type { Extracted, FormatReader, ReadOptions } from '../formats/types.ts'
import { childOf, elementsOf, textOf } from '../formats/xml.ts'
import type { Metadata, Warning } from '../types.ts'
import { plainText } from './notes.ts'
import { openPackage, type Package } from './package.ts'
import { walk } from './walk.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const docx: FormatReader = { id: 'docx', read }

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Extracted> {
  const opened = await openPackage(bytes, options)
  const out = new TextBuilder(options)
  const { embedded } = await walk(opened, out)
  const told = await described(opened)
  const pages = out.page === null ? null : Math.max(out.page, told.pages ?? 0)
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
    warnings: embedded > 0 ? [notRead(embedded)] : [],
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

function notRead(count: number): Warning {
  return {
    code: 'not-read',
    where: null,
    what: { zh: `文档里嵌入了 ${count} 份别的文件，没有读`, en: `${count} embedded document(s) inside it were not read` },
    todo: { zh: '请把它们另存出来再读', en: 'save them as files of their own and read those' },
  }
}
