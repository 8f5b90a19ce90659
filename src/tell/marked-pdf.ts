/** A copy of a PDF in which every figure of its reading is marked where it stands, with what was read in a note. */
import type { Box } from '../documents/index.ts'
import type { Reading } from '../read/types.ts'

interface Mark {
  page: number
  boxes: Box[]
  note: string
  color: [number, number, number]
}

/** Yellow for what is, green for what is planned: the page tells them apart by shape as well, a note by words. */
const colors = { plan: [0.72, 0.91, 0.7], other: [1, 0.92, 0.55] } as const

/**
 * @param bytes the PDF that the reading was made from
 * @throws Error where the PDF cannot be written to, as an encrypted one
 */
export async function markedPdf(bytes: Uint8Array, reading: Reading): Promise<Uint8Array> {
  const { PDFDocument, PDFName, PDFHexString } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const pages = document.getPages()
  for (const { page: number, boxes, note, color } of marksOf(reading)) {
    const page = pages[number - 1]
    if (!page) continue
    const frame = page.getCropBox()
    const turn = ((page.getRotation().angle % 360) + 360) % 360
    const corners = boxes.map(box => cornersOf(box, frame, turn))
    const xs = corners.flat().map(corner => corner[0])
    const ys = corners.flat().map(corner => corner[1])
    const annotation = document.context.obj({
      Type: 'Annot',
      Subtype: 'Highlight',
      Rect: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
      QuadPoints: corners.flat(2),
      C: [...color],
      // Printed with the page.
      F: 4,
    })
    annotation.set(PDFName.of('Contents'), PDFHexString.fromText(note))
    annotation.set(PDFName.of('T'), PDFHexString.fromText('jiedu'))
    page.node.addAnnot(document.context.register(annotation))
  }
  return document.save({ updateFieldAppearances: false })
}

function marksOf(reading: Reading): Mark[] {
  const out: Mark[] = []
  const kinds = new Map(reading.statements.map(statement => [statement.id, statement.kind]))
  const runs = reading.map
  let from = 0
  for (const figure of [...reading.figures].sort((a, b) => a.start - b.start)) {
    while (from < runs.length && runs[from]![1] <= figure.start) from++
    const byPage = new Map<number, Box[]>()
    for (let i = from; i < runs.length && runs[i]![0] < figure.end; i++) {
      const [start, end, page, , box] = runs[i]!
      if (page === null || box === null) continue
      // Characters of a run advance evenly.
      const each = box[2] / (end - start)
      const [a, b] = [Math.max(start, figure.start), Math.min(end, figure.end)]
      byPage.set(page, [...(byPage.get(page) ?? []), [box[0] + (a - start) * each, box[1], (b - a) * each, box[3]]])
    }
    const plan = kinds.get(figure.statement) === 'plan'
    const note = [figure.indicator?.text, figure.text, plan ? '目标' : null].filter(Boolean).join(' ')
    for (const [page, boxes] of byPage) out.push({ page, boxes, note, color: [...(plan ? colors.plan : colors.other)] })
  }
  return out
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
