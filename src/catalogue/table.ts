/** Splits a compiled table into rows of cells. The first line names the columns and is left out. */
export function rows(table: string): string[][] {
  const lines = table.split('\n')
  const out: string[][] = []
  for (let i = 1; i < lines.length; i++) out.push(lines[i]!.split('\t'))
  return out
}
