/** From a page's drawing instructions to glyphs at their places and the straight lines drawn. ISO 32000-1, 8.3 and 9.4. */
import { type JudgedGlyph, type Matrix, type Page, times } from '../flow/index.ts'
import { type Font, fontNamed } from './fonts.ts'
import { library, type PDFPageProxy } from './library.ts'
import { rulesOf } from './paths.ts'

interface State {
  matrix: Matrix
  font: Font | null
  name: string
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  mode: number
}

export interface PdfPage extends Page {
  glyphs: JudgedGlyph[]
  /** Whether every glyph is invisible, as those of text recognised under a scan are. */
  invisible: boolean
  images: number
}

interface DrawnGlyph {
  unicode: string
  width: number
  originalCharCode: number
  isSpace: boolean
  vmetric?: [number, number, number]
}

/** @param visible tells whether an optional layer is shown */
export async function pageOf(page: PDFPageProxy, visible: (group: unknown) => boolean): Promise<PdfPage> {
  const { OPS } = await library()
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const fonts = new Map<string, Font>()
  for (let i = 0; i < fnArray.length; i++) {
    const name = fnArray[i] === OPS.setFont ? String(argsArray[i][0]) : null
    if (name !== null && !fonts.has(name)) fonts.set(name, await fontNamed(page, name))
  }

  const out: PdfPage = { number: page.pageNumber, width, height, glyphs: [], rules: [], slanted: '', invisible: true, images: 0 }
  let state: State = {
    matrix: transform as Matrix,
    font: null,
    name: '',
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  }
  const saved: State[] = []
  const marks: { artifact: boolean; shown: boolean }[] = []
  let text: Matrix = [1, 0, 0, 1, 0, 0]
  let [x, y, lineX, lineY] = [0, 0, 0, 0]
  const move = (dx: number, dy: number) => {
    x = lineX += dx
    y = lineY += dy
  }
  const concat = (m: Matrix | null | undefined) => {
    if (m) state.matrix = times(state.matrix, m)
  }

  const show = (items: (DrawnGlyph | number | null)[]) => {
    const { font, size, charSpacing, wordSpacing, rise, mode } = state
    if (font === null) return
    const artifact = marks.some(mark => mark.artifact)
    const shown = marks.every(mark => mark.shown)
    for (const item of items) {
      if (item === null) continue
      if (typeof item === 'number') {
        if (font.vertical) y -= (item * size) / 1000
        else x -= ((item * size) / 1000) * state.scale
        continue
      }
      const spacing = charSpacing + (item.isSpace ? wordSpacing : 0)
      const advance = font.vertical
        ? (item.vmetric?.[0] ?? -1000) * font.scale * size + -spacing
        : (item.width * font.scale * size + spacing) * state.scale
      if (shown) {
        const place = times(times(state.matrix, text), [1, 0, 0, 1, x, y + rise])
        addGlyph(
          out,
          item,
          font,
          state.name,
          place,
          font.vertical ? size : item.width * font.scale * size * state.scale,
          size,
          artifact,
        )
        if (mode !== 3) out.invisible = false
      }
      if (font.vertical) y += advance
      else x += advance
    }
  }

  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i]
    switch (fnArray[i]) {
      case OPS.save:
        saved.push({ ...state })
        break
      case OPS.restore:
        state = saved.pop() ?? state
        break
      case OPS.transform:
        concat(args as Matrix)
        break
      case OPS.paintFormXObjectBegin:
        saved.push({ ...state })
        concat(args[0] as Matrix | null)
        break
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state
        break
      case OPS.beginText:
        text = [1, 0, 0, 1, 0, 0]
        x = y = lineX = lineY = 0
        break
      case OPS.setTextMatrix: {
        const m = args[0]
        text = typeof m === 'number' ? (args as Matrix) : [m[0], m[1], m[2], m[3], m[4], m[5]]
        x = y = lineX = lineY = 0
        break
      }
      case OPS.moveText:
        move(args[0], args[1])
        break
      case OPS.setLeadingMoveText:
        state.leading = args[1]
        move(args[0], args[1])
        break
      case OPS.setLeading:
        state.leading = -args[0]
        break
      case OPS.nextLine:
        move(0, state.leading)
        break
      case OPS.setFont:
        state.name = String(args[0])
        state.font = fonts.get(state.name) ?? null
        state.size = args[1]
        break
      case OPS.setCharSpacing:
        state.charSpacing = args[0]
        break
      case OPS.setWordSpacing:
        state.wordSpacing = args[0]
        break
      case OPS.setHScale:
        state.scale = args[0] / 100
        break
      case OPS.setTextRise:
        state.rise = args[0]
        break
      case OPS.setTextRenderingMode:
        state.mode = args[0]
        break
      case OPS.showText:
        show(args[0])
        break
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps: {
        const tag = args[0] as string
        marks.push({ artifact: tag === 'Artifact', shown: tag !== 'OC' || visible(args[1]) })
        break
      }
      case OPS.endMarkedContent:
        marks.pop()
        break
      case OPS.constructPath:
        if (out.rules.length < 5000) out.rules.push(...rulesOf(args, state.matrix, OPS))
        break
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        out.images++
        break
    }
  }
  return out
}

function addGlyph(
  page: PdfPage,
  { unicode, originalCharCode }: DrawnGlyph,
  font: Font,
  name: string,
  [a, b, c, d, x, y]: Matrix,
  width: number,
  size: number,
  artifact: boolean,
): void {
  const along = Math.hypot(a, b)
  const height = Math.hypot(c, d) * Math.abs(size)
  if (!(height > 0.5) || !Number.isFinite(x + y + width + height)) return
  // A space need not be known: it says nothing that its place does not.
  const blank = unicode.trim() === '' && !/[\0-\x1f]/.test(unicode)
  const known = blank || font.knows(originalCharCode)
  const text = known ? unicode : '\ufffd'
  if (Math.abs(b) > 0.1 * along) {
    page.slanted += text
    return
  }
  const across = Math.abs(width) * along
  page.glyphs.push({
    text,
    x: a * width < 0 ? x - across : x,
    y,
    width: across,
    size: height,
    artifact,
    font: name,
    known,
    guessed: font.guessed,
  })
}
