/** A report's text as a Word document, set as GB/T 9704-2012 sets official documents: 仿宋 of size 三号, headings in 黑体 and 楷体. */
import { AlignmentType, Document, HeadingLevel, type IRunStylePropertiesOptions, Packer, Paragraph, TextRun } from 'docx'
import { unzipSync, zipSync } from 'fflate'
import type { Reading } from '../read/types.ts'

export interface MadeDocx {
  bytes: Uint8Array
  /** From an offset into the reading's text to one into the text of the document. */
  offset(at: number): number
}

/** Half points: 二号 is 22 points, 三号 16. */
const sizes = { title: 44, body: 32 }
const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4]

const font = (name: string, more: IRunStylePropertiesOptions = {}): IRunStylePropertiesOptions => ({
  font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name },
  size: sizes.body,
  color: '000000',
  ...more,
})

/** One paragraph a line; lines that are empty are left out, and so is white space around a line. */
export async function docxOf(reading: Reading): Promise<MadeDocx> {
  const headings = new Map<number, number>()
  for (const { heading, level } of reading.sections) if (heading) headings.set(heading.start, level)
  const { title } = reading.report
  const lines: Line[] = []
  let at = 0
  for (const match of reading.text.matchAll(/[^\r\n\f\v\u2028\u2029]+/g)) {
    const text = clean(match[0])
    const said = text.trim()
    if (said === '') continue
    const start = match.index + text.indexOf(said)
    lines.push({ start, end: start + said.length, at, said })
    at += said.length + 1
  }
  const first = lines.findIndex(line => title !== null && line.said.includes(title))
  const children = lines.map((line, i) => paragraph(line, i === first, levelAt(headings, line)))
  const document = new Document({
    styles: {
      default: {
        document: { run: font('仿宋'), paragraph: { spacing: { line: 560, lineRule: 'exact' } } },
        title: { run: font('宋体', { size: sizes.title, bold: true }), paragraph: { spacing: { before: 240, after: 480 } } },
        heading1: { run: font('黑体') },
        heading2: { run: font('楷体') },
        heading3: { run: font('仿宋', { bold: true }) },
        heading4: { run: font('仿宋') },
      },
    },
    sections: [{ properties: { page: { margin: { top: 2098, bottom: 1985, left: 1588, right: 1474 } } }, children }],
  })
  return { bytes: timeless(new Uint8Array(await Packer.toBuffer(document))), offset: offsets(lines) }
}

interface Line {
  /** In the reading's text. */
  start: number
  end: number
  /** In the document's text. */
  at: number
  said: string
}

/** XML has no control characters; each stands as a space, so that offsets hold. */
const clean = (line: string): string => line.replace(/[\x00-\x1f\x7f\ufffe\uffff]/g, ' ')

function levelAt(headings: ReadonlyMap<number, number>, { start, end }: Line): number | null {
  for (let at = start; at < end; at++) {
    const level = headings.get(at)
    // a heading that runs into its paragraph is no line of its own
    if (level !== undefined) return at === start && end - start <= 60 ? level : null
  }
  return null
}

function paragraph({ said }: Line, isTitle: boolean, level: number | null): Paragraph {
  const children = [new TextRun(said)]
  if (isTitle) return new Paragraph({ children, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER })
  const indent = { firstLine: sizes.body * 20 }
  if (level === null) return new Paragraph({ children, indent, alignment: AlignmentType.BOTH })
  return new Paragraph({ children, indent, heading: levels[Math.min(Math.max(level, 1), levels.length) - 1]! })
}

function offsets(lines: readonly Line[]): (at: number) => number {
  return at => {
    let low = 0
    let high = lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (lines[middle]!.start <= at) low = middle
      else high = middle - 1
    }
    const line = lines[low]
    return line ? line.at + Math.min(Math.max(0, at - line.start), line.said.length) : 0
  }
}

/** Without the moment of its making, so that the same text gives the same bytes. */
function timeless(bytes: Uint8Array): Uint8Array {
  const entries = unzipSync(bytes)
  const core = entries['docProps/core.xml']
  if (core) {
    const xml = new TextDecoder().decode(core).replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
    entries['docProps/core.xml'] = new TextEncoder().encode(xml)
  }
  return zipSync(entries, { mtime: new Date(1980, 0, 1) })
}
