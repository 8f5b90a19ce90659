/** A copy of a PDF in which every figure of its reading is marked where it stands, with what was read in a note. */
import type { Box } from '../documents/index.ts'
import type { Reading } from '../read/types.ts'

interface Mark {
  /** Figure or statement; the place bears its name. */
  id: string
  kind: 'Highlight' | 'Underline'
  page: number
  boxes: Box[]
  note: string
  color: readonly [number, number, number]
}

/** Yellow for what is, green for what is planned: the page tells them apart by shape as well, a note by words. */
const colors = { plan: [0.72, 0.91, 0.7], other: [1, 0.92, 0.55], sentence: [0.55, 0.6, 0.66] } as const

/**
 * A copy of a PDF in which figures are highlighted and their sentences underlined. Each place bears the id that figure
 * or statement has in the reading, so that `copy.pdf#nameddest=f12` opens it.
 * @param bytes the PDF that the reading was made from
 * @throws Error where the PDF cannot be written to, as an encrypted one
 */
export async function markedPdf(bytes: Uint8Array, reading: Reading): Promise<Uint8Array> {
  const { PDFDict, PDFDocument, PDFName, PDFHexString } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const pages = document.getPages()
  const places = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict) ?? document.context.obj({})
  for (const { id, kind, page: number, boxes, note, color } of marksOf(reading)) {
    const page = pages[number - 1]
    if (!page) continue
    const frame = page.getCropBox()
    const turn = ((page.getRotation().angle % 360) + 360) % 360
    const corners = boxes.map(box => cornersOf(box, frame, turn))
    const xs = corners.flat().map(corner => corner[0])
    const ys = corners.flat().map(corner => corner[1])
    const annotation = document.context.obj({
      Type: 'Annot',
      Subtype: kind,
      Rect: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
      QuadPoints: corners.flat(2),
      C: [...color],
      // Printed with the page.
      F: 4,
    })
    annotation.set(PDFName.of('Contents'), PDFHexString.fromText(note))
    annotation.set(PDFName.of('T'), PDFHexString.fromText('jiedu'))
    page.node.addAnnot(document.context.register(annotation))
    const name = PDFName.of(id)
    // What goes on over a page opens where it begins. A little room above shows it in its surroundings.
    if (!places.has(name)) places.set(name, document.context.obj([page.ref, 'XYZ', null, Math.max(...ys) + ABOVE, null]))
  }
  document.catalog.set(PDFName.of('Dests'), places)
  return document.save({ updateFieldAppearances: false })
}

/** Points of the page shown above a place that is opened. */
const ABOVE = 72

function marksOf(reading: Reading): Mark[] {
  const out: Mark[] = []
  const statements = new Map(reading.statements.map(statement => [statement.id, statement]))
  const boxesOf = boxesIn(reading.map)
  let open: string | null = null
  for (const figure of [...reading.figures].sort((a, b) => a.start - b.start)) {
    const statement = statements.get(figure.statement)
    const plan = statement?.kind === 'plan'
    if (statement && statement.id !== open) {
      open = statement.id
      for (const [page, boxes] of boxesOf(statement))
        out.push({ id: statement.id, kind: 'Underline', page, boxes, note: plan ? '目标' : '原句', color: colors.sentence })
    }
    const note = [figure.indicator?.text, figure.text, plan ? '目标' : null].filter(Boolean).join(' ')
    for (const [page, boxes] of boxesOf(figure))
      out.push({ id: figure.id, kind: 'Highlight', page, boxes, note, color: plan ? colors.plan : colors.other })
  }
  return out
}

/** The boxes of a stretch of the text, by page. */
function boxesIn(runs: Reading['map']): (span: { start: number; end: number }) => Map<number, Box[]> {
  return span => {
    const out = new Map<number, Box[]>()
    let low = 0
    for (let high = runs.length; low < high; ) {
      const middle = (low + high) >> 1
      if (runs[middle]![1] <= span.start) low = middle + 1
      else high = middle
    }
    for (let i = low; i < runs.length && runs[i]![0] < span.end; i++) {
      const [start, end, page, , box] = runs[i]!
      if (page === null || box === null) continue
      // Characters of a run advance evenly.
      const each = box[2] / (end - start)
      const [a, b] = [Math.max(start, span.start), Math.min(end, span.end)]
      out.set(page, [...(out.get(page) ?? []), [box[0] + (a - start) * each, box[1], (b - a) * each, box[3]]])
    }
    return out
  }
}

type Point = [number, number]

/** Upper left, upper right, lower left, lower right of a box, in the page's own coordinates (ISO 32000-1, 12.5.6.10). */
function cornersOf(
  [x, y, width, height]: Box,
  frame: { x: number; y: number; width: number; height: number },
  turn: number,
): Point[] {
  const at = (vx: number, vy: number): Point => {
    if (turn === 90) return [frame.x + vy, frame.y + vx]
    if (turn === 180) return [frame.x + frame.width - vx, frame.y + vy]
    if (turn === 270) return [frame.x + frame.width - vy, frame.y + frame.height - vx]
    return [frame.x + vx, frame.y + frame.height - vy]
  }
  return [at(x, y), at(x + width, y), at(x, y + height), at(x + width, y + height)]
}
