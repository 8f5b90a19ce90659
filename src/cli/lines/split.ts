/** Bytes to lines, whatever the pieces they come in; a line longer than allowed is passed over without being held. */

export interface Line {
  /** Counted from 1; blank lines count as well. */
  number: number
  /** Without the line end; null where the line is longer than the limit. */
  bytes: Buffer | null
}

const LF = 10

/**
 * The lines of a stream, one after the other: the next piece is asked for only when its lines are taken.
 * @param limit the longest line taken, in bytes
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let held: Buffer[] = []
  let size = 0
  let number = 0
  const take = (): Line => {
    const bytes = size > limit ? null : held.length === 1 ? held[0]! : Buffer.concat(held)
    held = []
    size = 0
    return { number: ++number, bytes }
  }
  const hold = (part: Buffer): void => {
    size += part.length
    if (size > limit) held = []
    else held.push(part)
  }
  for await (const piece of stream) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    let from = 0
    for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, from)) {
      hold(bytes.subarray(from, at))
      yield take()
      from = at + 1
    }
    if (from < bytes.length) hold(bytes.subarray(from))
  }
  if (size > 0) yield take()
}
