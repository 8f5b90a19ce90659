/** Properties of characters and paragraphs: pages of formatting (FKP) and the modifiers (SPRM) on them, MS-DOC 2.6. */
import { type Fib, positions, tables } from './fib.ts'

export interface CharacterRun {
  end: number
  deleted: boolean
  hidden: boolean
  /** The character is a mark of Word and no text: a picture, a note. */
  special: boolean
  /** Character of a symbol font that stands for a placeholder. */
  symbol: number | null
}

export interface ParagraphRun {
  end: number
  style: number
  inTable: boolean
  rowEnd: boolean
  /** Depth of the table that it lies in. */
  depth: number
  list: number | null
  level: number
  outline: number | null
  /** Right edges of the row's cells and whether each goes on from above; null outside row ends. */
  cells: { edge: number; above: boolean }[] | null
}

/** Runs in the order of the file; look-ups by file offset. */
export interface Runs<T> {
  at(offset: number): T | null
}

const page = 512

export function characterRuns(fib: Fib): Runs<CharacterRun> {
  return runs(fib, tables.characters, 1, (fkp, at) => {
    const run: CharacterRun = { end: 0, deleted: false, hidden: false, special: false, symbol: null }
    const offset = fkp[at]! * 2
    if (offset === 0) return run
    for (const [sprm, operand] of modifiers(fkp.subarray(offset + 1, offset + 1 + fkp[offset]!))) {
      if (sprm === 0x0800) run.deleted = operand[0] === 1
      else if (sprm === 0x083c) run.hidden = (operand[0]! & 1) === 1
      else if (sprm === 0x0855) run.special = operand[0] === 1
      else if (sprm === 0x6a09) run.symbol = operand.readUInt16LE(2)
    }
    return run
  })
}

export function paragraphRuns(fib: Fib, styleModifiers: (style: number) => Buffer[]): Runs<ParagraphRun> {
  return runs(fib, tables.paragraphs, 13, (fkp, at) => {
    const run: ParagraphRun = {
      end: 0,
      style: 0,
      inTable: false,
      rowEnd: false,
      depth: 0,
      list: null,
      level: 0,
      outline: null,
      cells: null,
    }
    const offset = fkp[at]! * 2
    if (offset === 0) return run
    const wide = fkp[offset] === 0
    const from = offset + (wide ? 2 : 1)
    const size = wide ? fkp[offset + 1]! * 2 : fkp[offset]! * 2 - 1
    const content = fkp.subarray(from, from + size)
    if (content.length < 2) return run
    run.style = content.readUInt16LE(0)
    for (const own of [...styleModifiers(run.style), content.subarray(2)]) for (const each of modifiers(own)) apply(run, each)
    if (run.style >= 1 && run.style <= 9) run.outline ??= run.style
    return run
  })
}

function apply(run: ParagraphRun, [sprm, operand]: [number, Buffer]): void {
  if (sprm === 0x2416) run.inTable = operand[0] === 1
  else if (sprm === 0x2417) run.rowEnd = operand[0] === 1
  else if (sprm === 0x6649) run.depth = operand.readInt32LE(0)
  else if (sprm === 0x460b) run.list = operand.readUInt16LE(0)
  else if (sprm === 0x260a) run.level = operand[0]!
  else if (sprm === 0x2640) run.outline = operand[0]! < 9 ? operand[0]! + 1 : null
  else if (sprm === 0xd608) run.cells = cellsOf(operand)
}

/** sprmTDefTable: the edges of a row's cells and, for each cell, its flags (20 bytes). */
function cellsOf(operand: Buffer): { edge: number; above: boolean }[] | null {
  const count = operand[0] ?? 0
  const flags = 1 + 2 * (count + 1)
  if (operand.length < flags) return null
  return Array.from({ length: count }, (_, i) => {
    const at = flags + 20 * i
    const vertical = at + 2 <= operand.length ? (operand.readUInt16LE(at) >> 5) & 3 : 0
    return { edge: operand.readInt16LE(1 + 2 * (i + 1)), above: vertical === 1 }
  })
}

/** Operand sizes by the three upper bits of a modifier; 0 where the operand says its own. */
const sizes = [1, 1, 2, 4, 2, 2, 0, 3]

/** The modifiers of a list; one that is cut off ends it. */
export function* modifiers(list: Buffer): Generator<[number, Buffer]> {
  for (let at = 0; at + 3 <= list.length; ) {
    const sprm = list.readUInt16LE(at)
    at += 2
    let size = sizes[sprm >> 13]!
    if (sprm === 0xd608) {
      if (at + 2 > list.length) return
      size = list.readUInt16LE(at) - 1
      at += 2
    } else if (size === 0) {
      size = list[at]!
      // Tabs that do not fit: the size follows from what is in it.
      if (sprm === 0xc615 && size === 255) return
      at++
    }
    if (size < 0 || at + size > list.length) return
    yield [sprm, list.subarray(at, at + size)]
    at += size
  }
}

function runs<T extends { end: number }>(fib: Fib, table: number, size: number, make: (fkp: Buffer, at: number) => T): Runs<T> {
  const plc = fib.part(table)
  const count = Math.max(0, positions(plc, 4).length - 1)
  const all: T[] = []
  for (let i = 0; i < count; i++) {
    const at = (plc.readUInt32LE(4 * (count + 1) + 4 * i) & 0x3fffff) * page
    const fkp = fib.word.subarray(at, at + page)
    if (fkp.length < page) continue
    const entries = fkp[page - 1]!
    if (4 * (entries + 1) + size * entries > page - 1) continue
    for (let k = 0; k < entries; k++) {
      const run = make(fkp, 4 * (entries + 1) + size * k)
      run.end = fkp.readUInt32LE(4 * (k + 1))
      all.push(run)
    }
  }
  all.sort((a, b) => a.end - b.end)
  return {
    at(offset) {
      let low = 0
      let high = all.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (all[middle]!.end <= offset) low = middle + 1
        else high = middle
      }
      return all[low] ?? null
    },
  }
}
