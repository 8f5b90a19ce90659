/** Word documents for tests: raw parts into a package, and a report laid out by the docx library. */
import { strToU8, zipSync } from 'fflate'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A package whose body and further parts (`styles`, `numbering`, `footnotes`, `comments` …) are given as XML. */
export function rawDocx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const part = (root: string, content: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${w}" xmlns:r="${r}">${content}</w:${root}>`)
  const names = Object.keys(parts)
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${r}/${type}" Target="${target}"/>`
  return zipSync({
    '[Content_Types].xml': strToU8(`<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/></Types>`),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relations}">${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="${relations}">${names.map((name, i) => relation(`r${i}`, name.replace(/\d+$/, ''), `${name}.xml`)).join('')}</Relationships>`,
    ),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(names.map(name => [`word/${name}.xml`, part(roots[name] ?? name, parts[name]!)])),
  })
}

const roots: Record<string, string> = { header1: 'hdr', header2: 'hdr', footer1: 'ftr' }

/** A paragraph of one run. */
export const p = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`

/**
 * A report's lines as an office would lay them out: headings by style, the rest as paragraphs.
 * @param breaks numbers of the lines before which a page begins
 */
export async function docxOf(lines: string[], breaks: ReadonlySet<number> = new Set()): Promise<Uint8Array> {
  const { Document, HeadingLevel, Packer, Paragraph } = await import('docx')
  const children = lines.map((line, n) => {
    const heading = /^[一二三四五六七八九十]+、/.test(line)
      ? HeadingLevel.HEADING_1
      : /^（[一二三四五六七八九十]+）.{0,20}$/.test(line)
        ? HeadingLevel.HEADING_2
        : undefined
    return new Paragraph({ text: line, pageBreakBefore: breaks.has(n), ...(heading && { heading }) })
  })
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}
