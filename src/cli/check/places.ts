/** Offsets to lines and columns, both from 1; columns are UTF-16 code units, as SARIF counts them. */
export interface At {
  line: number
  column: number
}

export function places(text: string): (offset: number) => At {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return offset => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }
}
