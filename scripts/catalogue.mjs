// Compiles src/catalogue/tables/*.tsv into one module, so that reading needs no file access and runs
// in a browser. Run it after editing a table (`npm run catalogue`); a test fails when it was forgotten.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const folder = new URL('../src/catalogue/tables/', import.meta.url)
const camel = name => name.replace(/-(.)/g, (_, c) => c.toUpperCase())

/** The generated module's text for the tables as they stand. */
export function compile() {
  const tables = readdirSync(folder)
    .filter(name => name.endsWith('.tsv'))
    .sort()
  const parts = tables.map(name => {
    const lines = readFileSync(new URL(name, folder), 'utf8')
      .split(/\r?\n/)
      .filter(line => line !== '' && !line.startsWith('#'))
    return `export const ${camel(name.slice(0, -4))} = ${JSON.stringify(lines.join('\n'))}`
  })
  return `// Generated from src/catalogue/tables by \`npm run catalogue\`. Edit the tables, not this file.\n${parts.join('\n')}\n`
}

export const target = new URL('../src/catalogue/tables.generated.ts', import.meta.url)
if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').pop())) writeFileSync(target, compile())
