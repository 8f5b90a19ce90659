/**
 * From a page's content to glyphs and lines (GB/T 33190-2016, 8.5 and 11): text objects stand in a boundary, may be
 * transformed, and say where each character begins. OFD measures in millimetres.
 */
import { addBar, addLine, isWide, type JudgedGlyph, type Matrix, type Rule, times } from '../flow/index.ts'
import { childOf, elementsOf, textOf, type XmlElement } from '../formats/xml.ts'

/** Points in a millimetre. */
export const points = 72 / 25.4

export interface Drawn {
  glyphs: JudgedGlyph[]
  rules: Rule[]
  slanted: string
  images: number
}

/** Composite objects may hold others to this depth. */
const deepest = 6

/** Numbers of an attribute; those that are none are left out. */
export function numbers(words: string | undefined): number[] {
  return (words ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
    .filter(Number.isFinite)
}

/**
 * @param unit finds a composite graphic unit by its id
 * @param artifact whether the content is a template's, which stands behind many pages
 */
export function draw(content: XmlElement, out: Drawn, artifact: boolean, unit: (id: string) => XmlElement | null): void {
  walk(content, [points, 0, 0, points, 0, 0], 0)

  function walk(element: XmlElement, matrix: Matrix, depth: number): void {
    for (const each of elementsOf(element)) {
      if (each.attributes.Visible === 'false') continue
      if (each.name === 'Layer' || each.name === 'PageBlock') walk(each, matrix, depth)
      else if (each.name === 'TextObject') textObject(each, placed(matrix, each), out, artifact)
      else if (each.name === 'PathObject') pathObject(each, placed(matrix, each), out.rules)
      else if (each.name === 'ImageObject') out.images++
      else if (each.name === 'CompositeObject' && depth < deepest) {
        const inside = childOf(unit(each.attributes.ResourceID ?? ''), 'Content')
        if (inside) walk(inside, placed(matrix, each), depth + 1)
      }
    }
  }
}

/** An object's own coordinates begin at its boundary's corner, after its transformation. */
function placed(m: Matrix, { attributes }: XmlElement): Matrix {
  const [x = 0, y = 0] = numbers(attributes.Boundary)
  const at = times(m, [1, 0, 0, 1, x, y])
  const ctm = numbers(attributes.CTM)
  return ctm.length === 6 ? times(at, ctm as Matrix) : at
}

function textObject(object: XmlElement, matrix: Matrix, out: Drawn, artifact: boolean): void {
  const size = Number(object.attributes.Size)
  if (!(size > 0)) return
  const scale = Number(object.attributes.HScale ?? 1) || 1
  const turned = Number(object.attributes.CharDirection ?? 0) % 180 !== 0
  const [a, b, c, d, e, f] = matrix
  const height = Math.hypot(c, d) * size
  let [x, y] = [0, 0]
  for (const code of elementsOf(object)) {
    if (code.name !== 'TextCode') continue
    // What is not said goes on from the code before.
    x = Number(code.attributes.X ?? x)
    y = Number(code.attributes.Y ?? y)
    const characters = [...textOf(code).replace(/[\r\n\t]/g, '')]
    const dx = deltas(code.attributes.DeltaX, characters.length)
    const dy = deltas(code.attributes.DeltaY, characters.length)
    let [cx, cy] = [x, y]
    characters.forEach((text, i) => {
      const natural = (isWide(text) || text > '\u2e80' ? 1 : 0.5) * size * scale
      const step = dx[i] ?? 0
      // The width of the last is not said; a step far wider than the character is a gap after it.
      const width = step > 0 && step < 1.3 * natural ? step : natural
      const [px, py] = [a * cx + c * cy + e, b * cx + d * cy + f]
      if (Number.isFinite(px + py) && height > 0.5 && Number.isFinite(height)) {
        if (turned || Math.abs(b) > 0.1 * Math.hypot(a, b)) out.slanted += text
        else {
          const across = Math.abs(a) * width
          out.glyphs.push({
            text,
            x: a < 0 ? px - across : px,
            y: py,
            width: across,
            size: height,
            artifact,
            font: object.attributes.Font ?? '',
            known: text !== '\ufffd',
            guessed: false,
          })
        }
      }
      cx += step
      cy += dy[i] ?? 0
    })
  }
}

/** Distances from each character to the next; `g 5 3.2` stands for five times 3.2. */
export function deltas(words: string | undefined, characters: number): number[] {
  const out: number[] = []
  const parts = (words ?? '').trim().split(/[\s,]+/)
  for (let i = 0; i < parts.length && out.length < characters; i++) {
    if (parts[i] !== 'g') {
      const n = Number(parts[i])
      if (parts[i] !== '' && Number.isFinite(n)) out.push(n)
      continue
    }
    const [times, value] = [Number(parts[i + 1]), Number(parts[i + 2])]
    i += 2
    for (let n = 0; n < times && out.length < characters; n++) out.push(Number.isFinite(value) ? value : 0)
  }
  return out
}

/** Lines of a path in abbreviated form: `M x y L x y … C`. */
function pathObject(object: XmlElement, matrix: Matrix, rules: Rule[]): void {
  const data = childOf(object, 'AbbreviatedData')
  if (data === null || rules.length > 5000) return
  const [a, b, c, d, e, f] = matrix
  const words = textOf(data)
    .trim()
    .split(/[\s,]+/, 4000)
  const filled = object.attributes.Fill === 'true' && object.attributes.Stroke === 'false'
  let run: [number, number][] = []
  const flush = () => {
    if (filled) addBar(run, rules)
    else for (let i = 1; i < run.length; i++) addLine(run[i - 1]!, run[i]!, rules)
    run = []
  }
  for (let i = 0; i < words.length; i++) {
    const op = words[i]!
    if (op === 'M' || op === 'S' || op === 'L') {
      const [x, y] = [Number(words[i + 1]), Number(words[i + 2])]
      i += 2
      if (op !== 'L') flush()
      if (Number.isFinite(x + y)) run.push([a * x + c * y + e, b * x + d * y + f])
    } else if (op === 'C') {
      if (run.length > 0) run.push(run[0]!)
    } else if (/^[QBA]$/.test(op)) {
      run = []
      i += { Q: 4, B: 6, A: 7 }[op as 'Q' | 'B' | 'A']
    }
  }
  flush()
}
