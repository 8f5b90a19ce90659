/** Reads what the command prints: CSV by RFC 4180, and the cells that text takes in a terminal. */

/** Rows of cells; throws on a quote out of place or rows of different length. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const token = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y
  while (token.lastIndex < text.length) {
    const from = token.lastIndex
    const match = token.exec(text)
    if (!match) throw new Error(`not CSV at ${from}: ${text.slice(from, from + 40)}`)
    const [, cell = '', end] = match
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end !== ',') {
      rows.push(row)
      row = []
    }
  }
  if (rows.some(each => each.length !== rows[0]!.length)) throw new Error('rows of different length')
  return rows
}

/** A line as terminal cells; the second cell of a wide character is empty. Written apart from the code it checks. */
export function cells(line: string): string[] {
  const wide =
    /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u
  return [...line].flatMap(char => (wide.test(char) ? [char, ''] : [char]))
}
