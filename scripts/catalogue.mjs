// Compiles src/catalogue/tables/*.tsv into a module each and one that has them all, so that reading needs no file access, runs in a
// browser and loads no table that it does not ask for. Run it after editing a table (`npm run catalogue`); a test fails when it was
// forgotten.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const folder = new URL('../src/catalogue/tables/', import.meta.url)
const camel = name => name.replace(/-(.)/g, (_, c) => c.toUpperCase())
const note = '// Generated from src/catalogue/tables by `npm run catalogue`. Edit the tables, not this file.\n'

/** The generated modules for the tables as they stand: texts by their paths from src/catalogue. */
export function compile() {
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.tsv'))
    .map(name => name.slice(0, -'.tsv'.length))
    .sort()
  const modules = names.map(name => {
    const lines = readFileSync(new URL(`${name}.tsv`, folder), 'utf8')
      .split(/\r?\n/)
      .filter(line => line !== '' && !line.startsWith('#'))
    return [`generated/${name}.generated.ts`, `${note}export const ${camel(name)} = ${JSON.stringify(lines.join('\n'))}\n`]
  })
  const all = names.map(name => `export { ${camel(name)} } from './generated/${name}.generated.ts'\n`)
  return { ...Object.fromEntries(modules), 'tables.generated.ts': note + all.join('') }
}

/** The modules that there are: the same as `compile` gives, unless a table was changed. */
export function compiled() {
  const there = readdirSync(new URL('../generated/', folder)).map(name => `generated/${name}`)
  const read = path => readFileSync(new URL(`../${path}`, folder), 'utf8')
  return Object.fromEntries([...there, 'tables.generated.ts'].map(path => [path, read(path)]))
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').pop())) {
  const wanted = compile()
  for (const path of Object.keys(compiled())) if (!(path in wanted)) rmSync(new URL(`../${path}`, folder))
  for (const [path, text] of Object.entries(wanted)) writeFileSync(new URL(`../${path}`, folder), text)
  // The page's script and styles are generated as well, and as easily forgotten.
  const page = await import('./page-assets.mjs')
  writeFileSync(page.target, await page.assets())
}
